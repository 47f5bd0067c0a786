using System.Net;
using Initiatives.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Accounts;

public sealed class AccountListTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private Task<TestPerson> Administrator() => app.Given.Person(Role.Administrator, unit: "SKHCN", name: "Cao Văn Mạnh");

    private async Task<(string, string)[]> Form(params (string Name, string Value)[] changes)
    {
        var fields = new Dictionary<string, string>
        {
            ["Name"] = "Vũ Thị Ngọc Ánh",
            ["Email"] = "anh@lechan.example",
            ["UnitId"] = (await app.Given.UnitId("11383")).ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["Post"] = "Chuyên viên",
            ["Password"] = "cua-so-xanh-2026",
        };
        foreach (var (name, value) in changes) fields[name] = value;
        return [.. fields.Select(pair => (pair.Key, pair.Value))];
    }

    [Fact]
    public async Task An_administrator_makes_an_account_that_can_sign_in()
    {
        var admin = await app.As(await Administrator());
        await admin.Done("/quan-tri/tai-khoan", [.. await Form(), ("Roles", "Author"), ("Roles", "UnitOfficer")]);
        var person = await app.Rows(db => db.People.SingleAsync(item => item.Name == "Vũ Thị Ngọc Ánh"));
        Assert.Equal(Role.Author | Role.UnitOfficer, person.Roles);
        Assert.Equal(HttpStatusCode.Redirect, (await app.Anybody().Post("/dang-nhap", ("Email", "anh@lechan.example"), ("Password", "cua-so-xanh-2026"))).Status);
    }

    [Theory]
    [InlineData("Name", "", "Nhập họ và tên.")]
    [InlineData("Email", "khong-phai-thu", "Thư điện tử không đúng dạng")]
    [InlineData("UnitId", "0", "Chọn đơn vị.")]
    [InlineData("Password", "ngan", "Mật khẩu cần ít nhất 10 ký tự")]
    public async Task A_refusal_stands_beside_its_field_and_keeps_the_rest(string field, string value, string sentence)
    {
        var admin = await app.As(await Administrator());
        var answer = await admin.Post("/quan-tri/tai-khoan", [.. await Form((field, value)), ("Roles", "Author")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(sentence, answer.Text);
        Assert.Equal("Chuyên viên", answer.Field("Post"));
        Assert.Matches("value=\"Author\"[^>]*checked|checked[^>]*value=\"Author\"", answer.Body);
        Assert.DoesNotContain("cua-so-xanh-2026", answer.Body);
        Assert.Equal(1, await app.Rows(db => db.People.CountAsync()));
    }

    [Fact]
    public async Task An_account_needs_a_role()
    {
        var answer = await (await app.As(await Administrator())).Post("/quan-tri/tai-khoan", await Form());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Chọn ít nhất một vai trò.", answer.Text);
    }

    [Fact]
    public async Task People_are_found_without_diacritics_by_name_unit_and_address()
    {
        var admin = await app.As(await Administrator());
        await app.Given.Person(Role.Author, unit: "11383", name: "Đoàn Thị Phượng");
        foreach (var words in new[] { "phuong doan", "Đoàn Phượng", "le chan", "nguoi2" })
        {
            var page = await admin.Page("/quan-tri/tai-khoan?q=" + Uri.EscapeDataString(words));
            Assert.Contains("Đoàn Thị Phượng", page.Text);
            Assert.Contains("1 tài khoản", page.Text);
        }

        Assert.Contains("Không có tài khoản nào khớp", (await admin.Page("/quan-tri/tai-khoan?q=khong+ai")).Text);
    }

    [Fact]
    public async Task Only_administrators_see_accounts()
    {
        foreach (var role in new[] { Role.DepartmentLead, Role.Author, Role.CityLeader })
        {
            var user = await app.As(await app.Given.Person(role));
            Assert.Equal(HttpStatusCode.Forbidden, (await user.Get("/quan-tri/tai-khoan")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await user.Post("/quan-tri/tai-khoan", await Form())).Status);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await app.Anybody().Get("/quan-tri/tai-khoan")).Status);
    }
}
