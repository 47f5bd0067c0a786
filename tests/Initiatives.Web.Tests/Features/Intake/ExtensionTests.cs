using System.Net;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Features.Assigning;
using Initiatives.Web.Features.Councils;
using Initiatives.Web.Features.Intake;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Intake;

public sealed class ExtensionTests : IDisposable
{
    private static readonly DateTime CutOff = new(2026, 9, 30, 17, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Later = new(2026, 10, 2, 10, 0, 0, DateTimeKind.Utc);   // 17:00 on 2/10 in Việt Nam

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private Task<DateTime?> SubmittedAt(int id) => app.Rows(db => db.Initiatives.Where(item => item.Id == id).Select(item => item.SubmittedAt).SingleAsync());

    [Fact]
    public async Task The_unit_sends_to_the_last_instant_of_its_new_hour_and_others_do_not()
    {
        await app.Given.OpenCycle();
        var (own, late, other) = (await app.Given.AwaitingDossier(), await app.Given.AwaitingDossier(), await app.Given.AwaitingDossier("10804"));
        await app.Given.Extension();
        app.Clock.Now = Later.AddMilliseconds(-1);
        var head = await app.As(own.Head);
        Assert.Equal($"/sang-kien/{own.Id}/bien-nhan", await head.Done($"/sang-kien/{own.Id}/gui"));
        var refused = await (await app.As(other.Head)).Post($"/sang-kien/{other.Id}/gui");
        Assert.Contains("Đã quá hạn nhận hồ sơ Kỳ 2026 (hết 23:59:59 ngày 30/9/2026). Yêu cầu của bạn đến máy chủ lúc 16:59:59 ngày 2/10/2026.", refused.Text);
        app.Clock.Now = Later;
        Assert.Contains("Đã quá hạn nhận hồ sơ Kỳ 2026 (17:00 ngày 2/10/2026). Yêu cầu của bạn đến máy chủ lúc 17:00:00 ngày 2/10/2026.", (await head.Post($"/sang-kien/{late.Id}/gui")).Text);
        Assert.Equal([Later.AddMilliseconds(-1), null, null], [await SubmittedAt(own.Id), await SubmittedAt(late.Id), await SubmittedAt(other.Id)]);
    }

    [Fact]
    public async Task After_an_outage_all_units_send_later()
    {
        await app.Given.OpenCycle();
        var dossier = await app.Given.AwaitingDossier("10804");
        await app.Given.Extension(unit: null);
        app.Clock.Now = Later.AddSeconds(-1);
        Assert.Contains("Được gia hạn đến 17:00 ngày 2/10/2026", (await app.Anybody().Page("/")).Text);
        await (await app.As(dossier.Head)).Done($"/sang-kien/{dossier.Id}/gui");
    }

    [Fact]
    public async Task Ended_by_a_new_row_it_no_longer_lets_anything_in_and_stays_to_be_read()
    {
        await app.Given.OpenCycle();
        var dossier = await app.Given.AwaitingDossier();
        await app.Given.Extension();
        var id = await app.Rows(db => db.Extensions.Select(row => row.Id).SingleAsync());
        app.Clock.Now = CutOff.AddHours(1);
        var clerk = await app.As(await app.Given.Clerk());
        Assert.Contains("Ghi lý do kết thúc gia hạn.", (await clerk.Post($"/ky-xet/2026/gia-han/{id}/ket-thuc")).Text);
        await clerk.Done($"/ky-xet/2026/gia-han/{id}/ket-thuc", ("Reason", "Ghi nhầm đơn vị"), ("AllowedBy", "Giám đốc Sở"), ("DocumentNumber", "513/SKHCN-VP"), ("DocumentDate", "1/10/2026"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await app.As(dossier.Head)).Post($"/sang-kien/{dossier.Id}/gui")).Status);
        var page = await clerk.Page("/ky-xet/2026/gia-han");
        Assert.Contains("Đã kết thúc sớm", page.Text);
        Assert.Contains("Mất điện toàn phường từ 20 giờ", page.Text);
        Assert.Equal(2, await app.Rows(db => db.Extensions.CountAsync()));
        Assert.Contains("Gia hạn này đã hết hoặc đã được kết thúc.", (await clerk.Post($"/ky-xet/2026/gia-han/{id}/ket-thuc", ("Reason", "x"), ("AllowedBy", "x"), ("DocumentNumber", "x"), ("DocumentDate", "1/10/2026"))).Text);
    }

    [Fact]
    public async Task The_form_says_what_is_missing_and_keeps_what_was_typed()
    {
        await app.Given.OpenCycle();
        var clerk = await app.As(await app.Given.Clerk());
        var empty = await clerk.Post("/ky-xet/2026/gia-han", ("Reason", "Bão số 5"), ("Hour", "chiều"), ("Day", "2/10/2026"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        foreach (var sentence in new[] { "Chọn đơn vị được gia hạn.", "Ghi giờ như 17:00, hoặc để trống để lấy hết ngày.", "Ghi ai đề nghị gia hạn.", "Ghi người cho phép và chức vụ.", "Ghi số, ký hiệu văn bản cho phép.", "Ghi ngày của văn bản cho phép." })
            Assert.Contains(sentence, empty.Text);
        Assert.Contains("Bão số 5", empty.Body);
        var past = await clerk.Post("/ky-xet/2026/gia-han", ("Unit", ExtensionList.AllUnits), ("Day", "30/9/2026"), ("RequestedBy", "a"), ("Reason", "b"), ("AllowedBy", "c"), ("DocumentNumber", "d"), ("DocumentDate", "14/9/2026"));
        Assert.Contains("Hạn mới phải ở sau hạn đang áp dụng (hết 23:59:59 ngày 30/9/2026).", past.Text);
        Assert.Equal(0, await app.Rows(db => db.Extensions.CountAsync()));
    }

    [Fact]
    public async Task Every_unit_sees_for_whom_until_when_and_by_which_document_and_nothing_of_the_reason()
    {
        async Task<List<string>> Look(string reason)
        {
            using var own = new TestApp();
            await own.Given.OpenCycle();
            var dossier = await own.Given.AwaitingDossier();
            await own.Given.Extension(reason: reason);
            var seen = new List<string>();
            foreach (var person in new[] { dossier.Author, dossier.Head, await own.Given.Person(Role.UnitOfficer, "10804"), await own.Given.Person(Role.CouncilMember, "SNV"), await own.Given.Appraiser() })
            {
                var user = await own.As(person);
                foreach (var path in new[] { "/ky-xet/2026", "/ky-xet", "/viec", "/", $"/sang-kien/{dossier.Id}", "/sang-kien/soan", "/ky-xet/2026/gia-han" })
                    seen.Add(path + (await user.Get(path)).Comparable);
            }

            foreach (var path in new[] { "/", "/ky-xet/2026" }) seen.Add((await own.Anybody().Get(path)).Comparable);
            Assert.All(seen.Where(page => page.StartsWith("/ky-xet/2026OK", StringComparison.Ordinal)), page =>
                Assert.All(new[] { "Giờ mới", "17:00 ngày 2/10/2026", "văn bản số 512/SKHCN-VP ngày 14/9/2026" }, text => Assert.Contains(text, WebUtility.HtmlDecode(page))));
            return [.. seen.Select(page => System.Text.RegularExpressions.Regex.Replace(page, "name=\"FormKey\"[^>]*>", ""))];
        }

        Assert.Equal(await Look("Chánh văn phòng quên nộp"), await Look("Bão số 5 làm đứt cáp quang"));
    }

    [Fact]
    public async Task Only_those_who_lead_the_cycle_grant_it()
    {
        await app.Given.OpenCycle();
        foreach (var person in new[] { await app.Given.Head(), await app.Given.Appraiser(), await app.Given.Person(Role.Administrator, "SKHCN") })
        {
            var user = await app.As(person);
            Assert.Equal(HttpStatusCode.Forbidden, (await user.Get("/ky-xet/2026/gia-han")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await user.Post("/ky-xet/2026/gia-han")).Status);
        }
    }

    [Fact]
    public async Task Its_entry_in_the_journal_says_everything_but_the_reason()
    {
        await app.Given.OpenCycle();
        await app.Given.Extension();
        var entry = await app.Rows(db => db.Journal.SingleAsync(item => item.Action == JournalActions.ExtensionGranted.Code));
        Assert.Equal("Phường Hồng Bàng: đến 17:00 ngày 2/10/2026, theo văn bản số 512/SKHCN-VP ngày 14/9/2026", entry.Details);
    }

    [Fact]
    public async Task Scoring_does_not_open_before_the_last_extension_is_over()
    {
        var ids = await app.Given.EligibleInitiatives(1);
        var cycle = await app.Rows(db => db.Initiatives.Where(item => item.Id == ids[0]).Select(item => item.CycleId!.Value).SingleAsync());
        await app.Given.Council(cycle);
        await app.Given.Extension();
        app.Clock.Now = Later.AddHours(-1);
        var lead = (await app.Given.Lead()).Actor;
        Given.Sure(await app.Send(new AssignJudges.Command { Year = 2026 }, lead));
        var early = await app.Send(new OpenScoring.Command { Year = 2026, DueOn = new DateOnly(2026, 10, 30), Confirm = true }, lead);
        Assert.Equal("Còn đơn vị được gia hạn nhận hồ sơ đến 17:00 ngày 2/10/2026. Mở chấm được sau thời điểm đó.", Assert.Single(early.Problems).Message);
        app.Clock.Now = Later;
        Given.Sure(await app.Send(new OpenScoring.Command { Year = 2026, DueOn = new DateOnly(2026, 10, 30), Confirm = true }, lead));
    }

    [Fact]
    public async Task Nothing_of_a_sent_dossier_changes_by_an_extension()
    {
        await app.Given.OpenCycle();
        var author = await app.Given.Person(Role.Author);
        var id = await app.Given.SubmittedInitiative(author: author);
        await app.Given.Extension();
        app.Clock.Now = CutOff.AddHours(2);
        var version = await app.Rows(db => db.Initiatives.Where(item => item.Id == id).Select(item => item.Version).SingleAsync());
        var answer = await (await app.As(author)).Post($"/sang-kien/{id}/soan", Given.Fields(Given.CompleteForm(), ("Version", $"{version}"), ("Title", "Sửa sau khi gửi")));
        Assert.Contains("Hồ sơ đã trình hoặc đã gửi, không sửa được nữa.", answer.Text);
        Assert.Equal(InitiativeStatus.Submitted, await app.Rows(db => db.Initiatives.Where(item => item.Id == id).Select(item => item.Status).SingleAsync()));
    }
}
