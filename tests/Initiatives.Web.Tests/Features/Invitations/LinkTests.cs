using System.Net;
using System.Text.RegularExpressions;
using Initiatives.Domain.People;
using Initiatives.Web.Data;
using Initiatives.Web.Features.Accounts;
using Initiatives.Web.Features.Invitations;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Invitations;

/// <summary>One-use links: who gets one, what it opens, and when it opens nothing.</summary>
public sealed class LinkTests : IDisposable
{
    private const string Chosen = "hai-au-bay-xa-7";

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private Task<TestPerson> Administrator() => app.Given.Person(Role.Administrator, unit: "SKHCN", name: "Cao Văn Mạnh");

    private async Task<TestPerson> Newcomer(string email = "moi@hongbang.example")
    {
        var made = Given.Sure(await app.Send(new CreateAccount.Command { Name = "Vũ Thị Ngọc Ánh", Email = email, UnitId = await app.Given.UnitId("11311"), Post = "Chuyên viên", Roles = [Role.Author] }));
        var person = await app.Rows(db => db.People.SingleAsync(item => item.Id == made.Value));
        return new TestPerson(person.Id, person.Name, email, person.AsActor());
    }

    /// <summary>The paths on a page of slips, in their order.</summary>
    private static List<string> Paths(Answer slips) =>
        [.. Regex.Matches(slips.Text, @"vào localhost(/tai-khoan/(?:nhan|dat-lai)) rồi gõ ([a-z0-9-]{29})").Select(match => $"{match.Groups[1].Value}/{match.Groups[2].Value}")];

    private async Task<string> Slip(TestUser admin, TestPerson person)
    {
        var answer = await admin.Post("/quan-tri/tai-khoan/phieu", ("Ids", $"{person.Id}"));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return Assert.Single(Paths(answer));
    }

    private Task<Answer> Choose(string path, string password = Chosen) => app.Anybody().Post(path, ("Password", password), ("Again", password));

    private async Task<HttpStatusCode> SignIn(string email, string password) => (await app.Anybody().Post("/dang-nhap", ("Email", email), ("Password", password))).Status;

    [Fact]
    public async Task A_newcomer_chooses_his_password_by_the_slip_and_is_in()
    {
        var admin = await app.As(await Administrator());
        var person = await Newcomer();
        Assert.Contains("Chưa mời", (await admin.Page("/quan-tri/tai-khoan?tt=chua-moi")).Text);
        var path = await Slip(admin, person);
        Assert.StartsWith("/tai-khoan/nhan/", path, StringComparison.Ordinal);
        Assert.Contains("phiếu 15/9/2026, dùng đến 29/9/2026", (await admin.Page("/quan-tri/tai-khoan?tt=da-moi")).Text);

        var page = await app.Anybody().Page(path);
        Assert.Contains("Vũ Thị Ngọc Ánh, đăng nhập bằng moi@hongbang.example", page.Text);
        Assert.Equal("no-store", $"{page.Message.Headers.CacheControl}".Split(',')[0]);
        var user = app.Anybody();
        var answer = await user.Post(path, ("Password", Chosen), ("Again", Chosen));
        Assert.Equal("/viec", answer.Location);
        Assert.Equal(HttpStatusCode.OK, (await user.Get("/viec")).Status);
        Assert.Equal(HttpStatusCode.Redirect, await SignIn(person.Email, Chosen));
        Assert.Contains("vào lần cuối 15/9/2026", (await admin.Page("/quan-tri/tai-khoan?q=ngoc+anh")).Text);
    }

    [Fact]
    public async Task The_token_stands_in_no_row_of_the_database()
    {
        var admin = await app.As(await Administrator());
        var slip = (await Slip(admin, await Newcomer())).Split('/')[^1];
        await admin.Done("/quan-tri/tai-khoan/thu-moi", ("Ids", $"{(await Newcomer("thu@hongbang.example")).Id}"));
        await app.DrainJobs();
        var mailed = Regex.Match(app.Mails().Single().Text, "[a-z0-9]{4}(-[a-z0-9]{4}){5}").Value;
        Assert.Equal(29, mailed.Length);
        var kept = await app.Rows(async db => string.Join('\n',
        [
            .. await db.AccountLinks.Select(link => link.TokenDigest).ToListAsync(),
            .. await db.Jobs.Select(job => job.Payload + job.Key + job.LastError).ToListAsync(),
            .. await db.Journal.Select(entry => entry.Details).ToListAsync(),
        ]));
        foreach (var token in new[] { slip, mailed, slip.Replace("-", "", StringComparison.Ordinal), mailed.Replace("-", "", StringComparison.Ordinal) }) Assert.DoesNotContain(token, kept);
    }

    [Fact]
    public async Task A_mailed_link_opens_the_account_of_its_reader()
    {
        var admin = await app.As(await Administrator());
        var person = await Newcomer();
        await admin.Done("/quan-tri/tai-khoan/thu-moi", ("Ids", $"{person.Id}"));
        Assert.Contains("thư đang gửi", (await admin.Page("/quan-tri/tai-khoan?q=ngoc+anh")).Text);
        await app.DrainJobs();
        var mail = Assert.Single(app.Mails());
        Assert.Equal((person.Email, "Mời dùng hệ thống Sáng Kiến thành phố Hải Phòng"), (mail.To, mail.Subject));
        Assert.Contains("09:00 ngày 29/9/2026", mail.Text);
        Assert.Equal("/viec", (await Choose(Regex.Match(mail.Text, "/tai-khoan/nhan/[a-z0-9-]+").Value)).Location);
    }

    [Fact]
    public async Task A_link_opens_once()
    {
        var admin = await app.As(await Administrator());
        var person = await Newcomer();
        var path = await Slip(admin, person);
        await Choose(path);
        Assert.Equal(HttpStatusCode.Gone, (await app.Anybody().Get(path)).Status);
        var thief = await Choose(path, "mat-khau-ke-trom-9");
        Assert.Equal(HttpStatusCode.Gone, thief.Status);
        Assert.Contains("Liên kết này đã được dùng", thief.Text);
        Assert.DoesNotContain(person.Email, thief.Text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await SignIn(person.Email, "mat-khau-ke-trom-9"));
    }

    [Fact]
    public async Task Two_who_use_one_link_at_once_make_one_password()
    {
        var path = await Slip(await app.As(await Administrator()), await Newcomer());
        var answers = await Task.WhenAll(Enumerable.Range(1, 6).Select(number => Choose(path, $"mat-khau-so-{number}-dai")));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Redirect);
        Assert.Equal(5, answers.Count(answer => answer.Status == HttpStatusCode.Gone));
    }

    [Fact]
    public async Task An_invitation_ends_after_fourteen_days_and_a_reset_after_one()
    {
        var admin = await app.As(await Administrator());
        var (invitation, reset) = (await Slip(admin, await Newcomer()), await Slip(admin, await app.Given.Person(Role.Author)));
        Assert.StartsWith("/tai-khoan/dat-lai/", reset, StringComparison.Ordinal);
        app.Clock.Now = TestClock.Start.AddDays(1);
        var over = await app.Anybody().Get(reset);
        Assert.Equal(HttpStatusCode.Gone, over.Status);
        Assert.Contains("Liên kết này đã hết hạn Hạn dùng đến 09:00 ngày 16/9/2026.", over.Text);
        app.Clock.Now = TestClock.Start.AddDays(14).AddSeconds(-1);
        Assert.Equal(HttpStatusCode.OK, (await app.Anybody().Get(invitation)).Status);
        app.Clock.Now = TestClock.Start.AddDays(14);
        Assert.Equal(HttpStatusCode.Gone, (await Choose(invitation)).Status);
    }

    [Fact]
    public async Task A_newer_link_a_revocation_and_a_closed_account_end_a_link()
    {
        var admin = await app.As(await Administrator());
        var person = await Newcomer();
        var first = await Slip(admin, person);
        var second = await Slip(admin, person);
        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.OK), ((await app.Anybody().Get(first)).Status, (await app.Anybody().Get(second)).Status));
        await admin.Done("/quan-tri/tai-khoan/thu-hoi", ("Ids", $"{person.Id}"));
        Assert.Contains("Liên kết này đã được thay hoặc thu hồi", (await Choose(second)).Text);
        Assert.Contains("đã thu hồi", (await admin.Page("/quan-tri/tai-khoan?tt=loi-moi-het")).Text);
        var third = await Slip(admin, person);
        await admin.Done("/quan-tri/tai-khoan/dong", ("Ids", $"{person.Id}"));
        Assert.Equal(HttpStatusCode.Gone, (await Choose(third)).Status);
        await admin.Done("/quan-tri/tai-khoan/mo", ("Ids", $"{person.Id}"));
        Assert.Equal(HttpStatusCode.Gone, (await Choose(third)).Status);
    }

    [Fact]
    public async Task A_link_of_one_kind_is_nothing_where_the_other_is_received()
    {
        var admin = await app.As(await Administrator());
        var invitation = await Slip(admin, await Newcomer());
        var elsewhere = invitation.Replace("/nhan/", "/dat-lai/", StringComparison.Ordinal);
        var (answer, unknown) = (await app.Anybody().Get(elsewhere), await app.Anybody().Get("/tai-khoan/dat-lai/abcd-efgh-jkmn-pqrs-tuvw-xyz2"));
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal(unknown.Comparable, answer.Comparable.Replace(elsewhere, "/tai-khoan/dat-lai/abcd-efgh-jkmn-pqrs-tuvw-xyz2", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await Choose(elsewhere)).Status);
        Assert.Equal("/viec", (await Choose(invitation)).Location);
    }

    [Fact]
    public async Task A_new_password_ends_every_other_link_and_every_session()
    {
        var admin = await app.As(await Administrator());
        var person = await app.Given.Person(Role.Author);
        var session = await app.As(person);
        var slip = await Slip(admin, person);
        await session.Done("/tai-khoan/mat-khau", ("Current", Given.Password), ("Password", Chosen), ("Again", Chosen));
        Assert.Equal(HttpStatusCode.OK, (await session.Get("/viec")).Status);
        Assert.Equal(HttpStatusCode.Gone, (await Choose(slip, "mat-khau-ke-trom-9")).Status);

        var other = app.Anybody();
        await other.Post("/dang-nhap", ("Email", person.Email), ("Password", Chosen));
        Assert.Equal("/viec", (await Choose(await Slip(admin, person), "mot-cau-khac-8")).Location);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), ((await session.Get("/viec")).Status, (await other.Get("/viec")).Status));
    }

    [Theory]
    [InlineData("ngan1", "Mật khẩu cần ít nhất 10 ký tự, có chữ và số.")]
    [InlineData("Matkhau@2026", "nằm trong danh sách hay bị thử")]
    [InlineData("vu-thi-ngoc-anh-1", "Mật khẩu chứa họ tên của bạn")]
    [InlineData("aaaaaaaaaa1", "lặp lại quá ít ký tự")]
    public async Task A_weak_password_is_refused_in_words_and_the_link_stays(string password, string sentence)
    {
        var path = await Slip(await app.As(await Administrator()), await Newcomer());
        var answer = await Choose(path, password);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(sentence, answer.Text);
        Assert.DoesNotContain(password, answer.Body);
        var twice = await app.Anybody().Post(path, ("Password", Chosen), ("Again", Chosen + "x"));
        Assert.Contains("Hai lần gõ không giống nhau.", twice.Text);
        Assert.Equal("/viec", (await Choose(path)).Location);
    }

    [Fact]
    public async Task All_who_were_never_invited_get_a_slip_at_once()
    {
        var admin = await app.As(await Administrator());
        var ids = new List<int>();
        for (var i = 0; i < 40; i++) ids.Add((await Newcomer($"moi{i}@hongbang.example")).Id);
        var list = await admin.Page("/quan-tri/tai-khoan?tt=chua-moi");
        var slips = await admin.Post("/quan-tri/tai-khoan/phieu", ("All", list.Field("All")), ("Whole", "true"));
        Assert.Equal(40, Paths(slips).Distinct().Count());
        Assert.Equal(40, Regex.Count(slips.Body, "class=\"qr\""));
        Assert.Contains("Chưa mời 0 Đã mời 40", (await admin.Page("/quan-tri/tai-khoan")).Text);
    }

    [Fact]
    public async Task Nobody_is_ticked_and_a_closed_account_gets_nothing()
    {
        var admin = await app.As(await Administrator());
        var person = await Newcomer();
        await admin.Done("/quan-tri/tai-khoan/phieu");
        Assert.Contains("Chọn ít nhất một tài khoản.", (await admin.Page("/quan-tri/tai-khoan")).Text);
        await admin.Done("/quan-tri/tai-khoan/dong", ("Ids", $"{person.Id}"));
        await admin.Done("/quan-tri/tai-khoan/phieu", ("Ids", $"{person.Id}"));
        Assert.Contains("Các tài khoản đã chọn đều đang đóng.", (await admin.Page("/quan-tri/tai-khoan")).Text);
        Assert.Equal(0, await app.Rows(db => db.AccountLinks.CountAsync()));
    }

    [Fact]
    public async Task A_code_typed_from_paper_leads_to_its_link()
    {
        var path = await Slip(await app.As(await Administrator()), await Newcomer());
        var typed = path.Split('/')[^1].Replace('-', ' ').ToUpperInvariant();
        Assert.Equal(path, (await app.Anybody().Get($"/tai-khoan/nhan?ma={Uri.EscapeDataString(typed)}")).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Anybody().Get("/tai-khoan/nhan/sai-ma")).Status);
    }

    [Fact]
    public async Task Only_administrators_issue_and_close()
    {
        var person = await Newcomer();
        var lead = await app.As(await app.Given.Lead());
        foreach (var path in new[] { "phieu", "thu-moi", "thu-hoi", "dong", "mo" })
            Assert.Equal(HttpStatusCode.Forbidden, (await lead.Post($"/quan-tri/tai-khoan/{path}", ("Ids", $"{person.Id}"))).Status);
        var admin = await Administrator();
        var user = await app.As(admin);
        await user.Done("/quan-tri/tai-khoan/dong", ("Ids", $"{admin.Id}"));
        Assert.Contains("Bạn không đóng được tài khoản của chính mình.", (await user.Page("/quan-tri/tai-khoan")).Text);
    }
}
