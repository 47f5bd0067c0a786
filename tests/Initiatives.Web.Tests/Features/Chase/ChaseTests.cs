using System.Net;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Web.Features.Submissions;
using Initiatives.Web.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Chase;

/// <summary>The Department chases units: it counts, it never reads.</summary>
public sealed class ChaseTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private async Task<TestUser> Department()
    {
        await app.Given.OpenCycle();
        return await app.As(await app.Given.Lead());
    }

    /// <summary>The row of one unit as a person reads it.</summary>
    private static string RowOf(Answer page, string unit)
    {
        var row = page.Body.Split("<tr>").Single(part => part.Contains($"<th scope=\"row\">{unit}</th>", StringComparison.Ordinal));
        return (page with { Body = row }).Text;
    }

    [Fact]
    public async Task Each_unit_stands_where_it_is()
    {
        var lead = await Department();
        var officer = await app.Given.Person(Role.UnitOfficer, "11383", name: "Đoàn Thị Phượng");
        await app.Given.Acknowledged(officer);
        await app.Given.CompleteDraft(await app.Given.Person(Role.Author, "11383"));
        await app.Given.AwaitingDossier("10804");
        await app.Given.SubmittedInitiative("11311");

        var page = await lead.Page("/ky-xet/2026/don-doc?tab=tat-ca");
        Assert.Equal("Phường Lê Chân Đã nhận Đoàn Thị Phượng, 09:00 ngày 15/9/2026 1 0 0 1 người chưa", RowOf(page, "Phường Lê Chân"));
        Assert.EndsWith("Chưa xác nhận 0 0 1 1 người chưa", RowOf(page, "Phường Hồng Bàng"), StringComparison.Ordinal);
        foreach (var (tab, count) in new[] { ("Chưa xác nhận", 134), ("Chưa có nháp", 132), ("Chờ thủ trưởng", 1), ("Chưa nộp", 134), ("Đã nộp", 1), ("Tất cả", 135) })
            Assert.Contains($"{tab} {count}", page.Text);
        Assert.Contains("Đã xác nhận công văn 1/135", page.Text);
        Assert.Contains("Đã nộp hồ sơ 1/135", page.Text);
    }

    [Fact]
    public async Task The_list_tells_nothing_of_a_draft_but_that_it_is_there()
    {
        var lead = await Department();
        var author = await app.Given.Person(Role.Author);
        await app.Given.Person(Role.UnitOfficer);
        var draft = await app.Given.CompleteDraft(author, "Tên hồ sơ bí mật thứ nhất");
        string[] paths = ["/ky-xet/2026/don-doc", "/ky-xet/2026/don-doc?tab=tat-ca&q=hong+bang", "/ky-xet/2026/don-doc/thu?q=hong+bang", "/ky-xet/2026", "/viec"];
        var before = new List<string>();
        foreach (var path in paths) before.Add((await lead.Page(path)).Comparable);
        Assert.All(before, page => Assert.DoesNotContain("bí mật", page));

        var other = Given.CompleteForm("Một việc khác hẳn, dài hơn nhiều") with { Id = draft.Id, Version = draft.Version, Summary = "Nội dung khác hẳn để so sánh." };
        Assert.True((await app.Send(other, author.Actor)).Ok);
        for (var i = 0; i < paths.Length; i++) Assert.Equal(before[i], (await lead.Page(paths[i])).Comparable);
    }

    [Fact]
    public async Task A_draft_of_long_ago_counts_while_intake_is_open_and_not_for_a_cycle_that_is_over()
    {
        var author = await app.Given.Person(Role.Author);
        app.Clock.Now = new DateTime(2026, 2, 1, 2, 0, 0, DateTimeKind.Utc);
        Assert.True((await app.Send(Given.CompleteForm() with { FirstAppliedOn = new DateOnly(2026, 1, 5) }, author.Actor)).Ok);
        app.Clock.Now = TestClock.Start;
        var lead = await Department();
        Assert.EndsWith("1 0 0 chưa ai có tài khoản chưa", RowOf(await lead.Page("/ky-xet/2026/don-doc?tab=tat-ca"), "Phường Hồng Bàng"), StringComparison.Ordinal);
        app.Clock.Now = new DateTime(2026, 10, 2, 2, 0, 0, DateTimeKind.Utc);
        lead = await app.As(await app.Given.Lead());
        Assert.EndsWith("0 0 0 chưa ai có tài khoản chưa", RowOf(await lead.Page("/ky-xet/2026/don-doc?tab=tat-ca"), "Phường Hồng Bàng"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_text_for_a_group_names_units_hour_and_address()
    {
        var lead = await Department();
        await app.Given.AwaitingDossier("11311");
        var page = await lead.Page("/ky-xet/2026/don-doc?tab=cho-thu-truong");
        Assert.Contains("Kỳ xét sáng kiến cải cách hành chính năm 2026: đến 09:00 ngày 15/9/2026 còn 1 đơn vị có hồ sơ chờ thủ trưởng xác nhận:\n1. Phường Hồng Bàng\nHạn nhận hồ sơ: hết 23:59:59 ngày 30/9/2026 (còn 15 ngày 15 giờ).\nVào làm: http://localhost:5080/viec</textarea>",
            WebUtility.HtmlDecode(page.Body).ReplaceLineEndings("\n"));
        Assert.DoesNotContain("Đoạn chữ gửi nhóm Zalo", (await lead.Page("/ky-xet/2026/don-doc?tab=da-nop")).Text);
    }

    [Fact]
    public async Task Mail_goes_as_previewed_to_officers_and_heads_who_have_something_to_do()
    {
        var lead = await Department();
        var officer = await app.Given.Person(Role.UnitOfficer, name: "Trần Thị Kim");
        var head = await app.Given.Head();
        await app.Given.CompleteDraft(await app.Given.Person(Role.Author));
        var done = await app.Given.Person(Role.UnitOfficer, "11383");
        await app.Given.Acknowledged(done);
        await app.Given.SubmittedInitiative("11383");

        var preview = await lead.Page("/ky-xet/2026/don-doc/thu?tab=tat-ca");
        Assert.Contains("2 thư tới 1 đơn vị", preview.Text);
        Assert.Contains("1 đơn vị: Không còn việc gì phải làm.", preview.Text);
        await lead.Done("/ky-xet/2026/don-doc/thu", ("Dv", preview.Field("Dv")), ("Shown", preview.Field("Shown")));
        await app.DrainJobs();
        var letters = app.Mails().Where(mail => !mail.Subject.StartsWith("Giấy biên nhận", StringComparison.Ordinal)).ToList();
        Assert.Equal([officer.Email, head.Email], letters.Select(mail => mail.To));
        Assert.All(letters, mail => Assert.Equal("Phường Hồng Bàng: việc còn lại của kỳ xét sáng kiến 2026", mail.Subject));
        Assert.All(letters, mail => Assert.Contains("hết 23:59:59 ngày 30/9/2026 (còn 15 ngày 15 giờ)", mail.Text));
        Assert.Contains("1 bản nháp chưa trình thủ trưởng", letters[0].Text);
        Assert.DoesNotContain("nháp", letters[1].Text);   // a head does not hear of what is not before him
        var entry = await app.Rows(db => db.Journal.SingleAsync(item => item.Action == JournalActions.UnitsChased.Code));
        Assert.Equal("2 thư tới 1 đơn vị: Hồng Bàng", entry.Details);
    }

    [Fact]
    public async Task The_same_letter_does_not_go_twice_within_a_day_but_another_one_does()
    {
        var lead = await Department();
        var officer = await app.Given.Person(Role.UnitOfficer);
        async Task<Answer> Send()
        {
            var preview = await lead.Page("/ky-xet/2026/don-doc/thu?tab=tat-ca&q=hong+bang");
            var answer = await lead.Post("/ky-xet/2026/don-doc/thu", ("Dv", preview.Field("Dv")), ("Shown", preview.Field("Shown")));
            await app.DrainJobs();
            return answer;
        }

        Assert.Equal(HttpStatusCode.Redirect, (await Send()).Status);
        Assert.Contains("Đã gửi thư này trong 24 giờ qua", (await lead.Page("/ky-xet/2026/don-doc/thu?tab=tat-ca&q=hong+bang")).Text);
        var again = await Send();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Single(app.Mails());
        await app.Given.Acknowledged(officer);
        await Send();
        Assert.Equal(2, app.Mails().Count);
        app.Clock.Now = app.Clock.Now.AddDays(1);
        lead = await app.As(await app.Given.Lead());
        await Send();
        Assert.Equal(3, app.Mails().Count);
    }

    [Fact]
    public async Task What_changed_since_the_preview_is_shown_again_instead_of_sent()
    {
        var lead = await Department();
        var officer = await app.Given.Person(Role.UnitOfficer);
        var preview = await lead.Page("/ky-xet/2026/don-doc/thu?tab=tat-ca&q=hong+bang");
        await app.Given.Acknowledged(officer);
        var answer = await lead.Post("/ky-xet/2026/don-doc/thu", ("Dv", preview.Field("Dv")), ("Shown", preview.Field("Shown")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Xem lại danh sách dưới đây rồi gửi.", answer.Text);
        await app.DrainJobs();
        Assert.Empty(app.Mails());
    }

    [Fact]
    public async Task After_the_cut_off_nobody_is_chased()
    {
        var lead = await Department();
        await app.Given.Person(Role.UnitOfficer);
        app.Clock.Now = new DateTime(2026, 9, 30, 17, 0, 0, DateTimeKind.Utc);
        lead = await app.As(await app.Given.Lead());
        Assert.Contains("Không có thư nào cần gửi", (await lead.Page("/ky-xet/2026/don-doc/thu?tab=tat-ca")).Text);
        Assert.DoesNotContain("Xem trước thư nhắc", (await lead.Page("/ky-xet/2026/don-doc")).Text);
    }

    [Fact]
    public async Task The_list_is_the_Department_s_and_comes_as_a_spreadsheet()
    {
        var lead = await Department();
        await app.Given.Acknowledged(await app.Given.Person(Role.UnitOfficer, name: "=HYPERLINK(1)"));
        foreach (var role in new[] { Role.UnitHead, Role.Appraiser, Role.Administrator })
            Assert.Equal(HttpStatusCode.Forbidden, (await (await app.As(await app.Given.Person(role))).Get("/ky-xet/2026/don-doc.xlsx")).Status);
        var answer = await lead.Page("/ky-xet/2026/don-doc.xlsx?tab=tat-ca&q=hong+bang");
        using var content = new MemoryStream(await answer.Message.Content.ReadAsByteArrayAsync());
        var sheet = Assert.Single(WorkbookReader.Read(content, "don-doc.xlsx", "").Value);
        Assert.Equal("Phường Hồng Bàng", sheet.Rows[2].Cells[1]);
        Assert.Equal("=HYPERLINK(1), 09:00:00 ngày 15/9/2026", sheet.Rows[2].Cells[2]);
    }
}
