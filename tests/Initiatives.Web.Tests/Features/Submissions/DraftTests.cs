using System.Net;
using System.Text;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Features.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Submissions;

public sealed class DraftTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private Task<Initiative> Stored(int id) => app.Rows(db => db.Initiatives.SingleAsync(item => item.Id == id));

    private static int IdIn(string location) => int.Parse(location.Split('/')[2], System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task The_same_form_posted_twice_makes_one_draft()
    {
        var author = await app.As(await app.Given.Person(Role.Author));
        var fields = Given.Fields(Given.CompleteForm());
        var first = await author.Done("/sang-kien/soan", fields);
        var second = await author.Done("/sang-kien/soan", fields);
        Assert.Equal(first, second);
        Assert.Equal(1, await app.Rows(db => db.Initiatives.CountAsync()));
    }

    [Fact]
    public async Task The_same_form_posted_twice_at_once_makes_one_draft()
    {
        var author = await app.As(await app.Given.Person(Role.Author));
        var fields = Given.Fields(Given.CompleteForm());
        await author.Page("/sang-kien/soan");
        var places = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => author.Done("/sang-kien/soan", fields)));
        Assert.Single(places.Distinct());
        Assert.Equal(1, await app.Rows(db => db.Initiatives.CountAsync()));
    }

    [Fact]
    public async Task The_form_of_a_new_draft_changed_and_posted_again_is_not_lost()
    {
        var author = await app.As(await app.Given.Person(Role.Author));
        var form = Given.CompleteForm();
        await author.Done("/sang-kien/soan", Given.Fields(form));
        var answer = await author.Post("/sang-kien/soan", Given.Fields(form, ("Title", "Tên gõ sau khi bấm nút quay lại")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Trộn hai bản", answer.Text);
        Assert.Contains("Tên gõ sau khi bấm nút quay lại", answer.Text);
        Assert.Equal("1", answer.Field("Version"));
        Assert.Equal(1, await app.Rows(db => db.Initiatives.CountAsync()));
    }

    [Theory]
    [InlineData("90", "Tổng tỷ lệ 90%, còn thiếu 10%. Tổng phải đúng 100% trước khi trình.")]
    [InlineData("40,5", "Tổng tỷ lệ 40,5%, còn thiếu 59,5%. Tổng phải đúng 100% trước khi trình.")]
    public async Task Shares_that_are_not_100_keep_a_dossier_from_the_head(string share, string sentence)
    {
        var author = await app.As(await app.Given.Person(Role.Author));
        var answer = await author.Post("/sang-kien/soan", Given.Fields(Given.CompleteForm(), ("Authors[0].Share", share), ("op", "trinh")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(sentence, answer.Text);
        Assert.Equal(share, answer.Field("Authors[0].Share"));
        var stored = await app.Rows(db => db.Initiatives.SingleAsync());
        Assert.Equal(InitiativeStatus.Draft, stored.Status);
        Assert.Equal("1", answer.Field("Version"));
    }

    [Fact]
    public async Task Two_shares_above_100_are_refused_with_what_is_too_much()
    {
        var author = await app.As(await app.Given.Person(Role.Author));
        var answer = await author.Post("/sang-kien/soan", Given.Fields(Given.CompleteForm(),
            ("Authors[0].Share", "60"), ("Authors[1].Name", "Lê Văn N"), ("Authors[1].Share", "50,25"), ("op", "trinh")));
        Assert.Contains("Tổng tỷ lệ 110,25%, thừa 10,25%. Tổng phải đúng 100% trước khi trình.", answer.Text);
        Assert.Contains("Ghi ngày sinh của Lê Văn N.", answer.Text);
        Assert.Contains("href=\"#Authors-1-BirthDate\"", answer.Body);
    }

    [Fact]
    public async Task A_complete_draft_is_saved_and_put_before_the_head_with_one_button()
    {
        var person = await app.Given.Person(Role.Author);
        var author = await app.As(person);
        var place = await author.Done("/sang-kien/soan", Given.Fields(Given.CompleteForm(), ("Authors[0].PersonId", $"{person.Id}"), ("op", "trinh")));
        Assert.Equal(InitiativeStatus.AwaitingEndorsement, (await Stored(IdIn(place))).Status);
        var page = await author.Page(place);
        Assert.Contains("Đang chờ: Thủ trưởng đơn vị", page.Text);
        Assert.Contains("Trình thủ trưởng đơn vị", page.Text);
        Assert.Equal(HttpStatusCode.Redirect, (await author.Get($"{place}/soan")).Status);
    }

    [Fact]
    public async Task Two_tabs_keep_both_texts()
    {
        var first = await app.Given.Person(Role.Author, name: "Trần Thị K");
        var other = await app.Given.Person(Role.UnitOfficer, name: "Lê Văn N");
        var saved = await app.Given.CompleteDraft(first);
        var form = Given.CompleteForm() with { Version = saved.Version };
        await (await app.As(other)).Done($"/sang-kien/{saved.Id}/soan", Given.Fields(form, ("Novelty", "Bản của Lê Văn N")));

        var user = await app.As(first);
        var answer = await user.Post($"/sang-kien/{saved.Id}/soan", Given.Fields(form, ("Novelty", "Bản của Trần Thị K")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Lê Văn N đã lưu bản 2 lúc 09:00:00 ngày 15/9/2026", answer.Text);
        Assert.Contains("Bản của Lê Văn N", answer.Text);
        Assert.Contains("Bản của Trần Thị K", answer.Text);
        Assert.Equal("2", answer.Field("Version"));
        Assert.Equal("Bản của Lê Văn N", (await Stored(saved.Id)).Text.Novelty);

        await user.Done($"/sang-kien/{saved.Id}/tron", Given.Merge(answer, ("Choices[Novelty]", "Typed")));
        Assert.Equal("Bản của Trần Thị K", (await Stored(saved.Id)).Text.Novelty);
    }

    [Fact]
    public async Task Hostile_html_is_stored_and_shown_clean()
    {
        var author = await app.As(await app.Given.Person(Role.Author));
        var hostile = "<p onclick=\"alert(1)\">Giải pháp</p><script>alert('xss')</script><img src=x onerror=alert(2)><a href=\"javascript:alert(3)\">bấm</a><iframe src=//evil.example></iframe><style>p{color:red}</style>";
        var place = await author.Done("/sang-kien/soan", Given.Fields(Given.CompleteForm("Tên có <script>alert(9)</script> bên trong"), ("Solution", hostile)));
        var stored = await Stored(IdIn(place));
        Assert.Equal("<p>Giải pháp</p>bấm", stored.Text.Solution.Html);
        var page = await author.Page($"/sang-kien/{stored.Id}");
        Assert.DoesNotContain("alert(", page.Body.Replace("&lt;script&gt;alert(9)", "", StringComparison.Ordinal));
        Assert.DoesNotContain("onerror", page.Body);
        Assert.DoesNotContain("javascript:", page.Body);
    }

    [Fact]
    public async Task Text_typed_on_a_mac_is_stored_composed()
    {
        var author = await app.As(await app.Given.Person(Role.Author));
        var title = "Quầy một cửa lưu động ở chợ Sắt";
        var place = await author.Done("/sang-kien/soan", Given.Fields(Given.CompleteForm(), ("Title", title.Normalize(NormalizationForm.FormD)), ("Authors[0].Name", "trần thị k".Normalize(NormalizationForm.FormD))));
        var stored = await Stored(IdIn(place));
        Assert.Equal(title, stored.Title);
        Assert.True(stored.Authors[0].Name.IsNormalized(NormalizationForm.FormC));
    }

    [Fact]
    public async Task Empty_rows_are_ignored_and_a_refusal_stands_beside_the_row_as_typed()
    {
        var author = await app.As(await app.Given.Person(Role.Author));
        var fields = Given.Fields(Given.CompleteForm(),
            ("Authors[0].Name", ""), ("Authors[0].BirthDate", ""), ("Authors[0].Workplace", ""), ("Authors[0].Post", ""), ("Authors[0].Qualification", ""), ("Authors[0].Share", ""),
            ("Authors[1].Name", "Lê Văn N"), ("Authors[1].Share", "140"));
        var answer = await author.Post("/sang-kien/soan", fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("id=\"Authors-1-Share-error\"", answer.Body);
        Assert.DoesNotContain("id=\"Authors-0-Share-error\"", answer.Body);
        Assert.Contains("Tỷ lệ đóng góp từ 0 đến 100%.", answer.Text);
    }

    [Fact]
    public async Task What_is_typed_stays_when_a_date_does_not_exist()
    {
        var author = await app.As(await app.Given.Person(Role.Author));
        var answer = await author.Post("/sang-kien/soan", Given.Fields(Given.CompleteForm(), ("FirstAppliedOn", "31/11/2025")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Ngày không hợp lệ. Ghi như 24/9/2026.", answer.Text);
        Assert.Equal("31/11/2025", answer.Field("FirstAppliedOn"));
        Assert.Equal("Quầy một cửa lưu động ở chợ Sắt", answer.Field("Title"));
        Assert.Equal(0, await app.Rows(db => db.Initiatives.CountAsync()));
    }

    [Fact]
    public async Task An_account_chosen_for_an_author_fills_what_the_row_leaves_empty_and_lets_him_in()
    {
        var author = await app.Given.Person(Role.Author);
        var coauthor = await app.Given.Person(Role.Author, name: "Lê Văn Nam");
        var place = await (await app.As(author)).Done("/sang-kien/soan", Given.Fields(Given.CompleteForm(), ("Authors[1].PersonId", $"{coauthor.Id}"), ("Authors[1].Share", "0")));
        var stored = await Stored(IdIn(place));
        Assert.Equal("Lê Văn Nam", stored.Authors.Single(item => item.PersonId == coauthor.Id).Name);
        await (await app.As(coauthor)).Page($"/sang-kien/{stored.Id}/soan");
    }

    [Fact]
    public async Task Somebody_of_another_unit_cannot_be_linked_as_author()
    {
        var author = await app.Given.Person(Role.Author);
        var stranger = await app.Given.Person(Role.Author, unit: "SKHCN");
        var place = await (await app.As(author)).Done("/sang-kien/soan", Given.Fields(Given.CompleteForm(), ("Authors[0].PersonId", $"{stranger.Id}")));
        Assert.Null((await Stored(IdIn(place))).Authors[0].PersonId);
    }

    [Theory]
    [InlineData(Role.UnitHead, "11311")]
    [InlineData(Role.Author, "11311")]
    [InlineData(Role.UnitOfficer, "SKHCN")]
    public async Task A_draft_is_unreadable_for_head_fellow_author_and_other_unit(Role role, string unit)
    {
        var saved = await app.Given.CompleteDraft(await app.Given.Person(Role.Author), "Tên không ai khác được biết");
        var stranger = await app.As(await app.Given.Person(role, unit));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get($"/sang-kien/{saved.Id}")).Status);
        Assert.DoesNotContain("Tên không ai khác được biết", (await stranger.Page("/sang-kien")).Body);
        if (role == Role.UnitHead) return;
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get($"/sang-kien/{saved.Id}/soan")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Post($"/sang-kien/{saved.Id}/soan", Given.Fields(Given.CompleteForm()))).Status);
    }

    [Theory]
    [InlineData(Role.UnitHead)]
    [InlineData(Role.Appraiser)]
    [InlineData(Role.CouncilMember)]
    public async Task Only_authors_and_officers_write(Role role)
    {
        var person = await app.As(await app.Given.Person(role));
        Assert.Equal(HttpStatusCode.Forbidden, (await person.Get("/sang-kien/soan")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await person.Post("/sang-kien/soan", Given.Fields(Given.CompleteForm()))).Status);
    }

    [Fact]
    public async Task The_list_counts_sections_and_finds_without_marks()
    {
        var author = await app.Given.Person(Role.Author);
        await app.Given.CompleteDraft(author, "Quầy một cửa lưu động ở chợ Sắt");
        await app.Send(Given.CompleteForm("Bảng chờ khám trạm y tế") with { Effects = [] }, author.Actor);
        var user = await app.As(author);
        var found = await user.Page("/sang-kien?q=QUAY+mot+cua");
        Assert.Contains("Quầy một cửa lưu động ở chợ Sắt", found.Text);
        Assert.DoesNotContain("Bảng chờ khám", found.Text);
        var all = await user.Page("/sang-kien");
        Assert.Contains("8/8 mục", all.Text);
        Assert.Contains("7/8 mục", all.Text);
        Assert.Contains("Không có hồ sơ nào khớp", (await user.Page("/sang-kien?trangThai=Recognised")).Text);
    }
}
