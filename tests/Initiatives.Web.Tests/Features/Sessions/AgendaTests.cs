using System.Net;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Sessions;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Features.Sessions;
using Initiatives.Web.Tests.Documents;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Sessions;

/// <summary>Several sessions a cycle, their agendas and lives.</summary>
public sealed class AgendaTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private Task<CyclePhase> Phase() => app.Rows(async db => (await db.Cycles.SingleAsync()).Phase);

    private static Task<string> Plan(TestUser user, params int[] dossiers) => user.Done("/phien-hop/2026/lap",
        [("Date", "13/11/2026"), ("Time", "8:30"), ("Place", "Phòng họp số 2"), .. dossiers.Select(id => ("InitiativeIds", $"{id}"))]);

    private async Task Attend(TestUser user, Judging judging, int number) => await user.Done($"/phien-hop/2026/{number}/diem-danh",
    [
        ("Version", "1"), ("Date", "13/11/2026"), ("Time", "8:30"), ("Place", "Phòng họp số 2"),
        .. judging.Judges.SelectMany((judge, i) => new[] { ($"Members[{i}].PersonId", $"{judge.Id}"), ($"Members[{i}].IsPresent", "true") }),
    ]);

    private async Task<string> Minutes(Judging judging) => Pdf.Read((await app.Send(new SessionMinutes.Query(2026, 1), judging.Secretary.Actor)).Content).Text;

    private static Task<string> Vote(TestUser user, Judging judging, int dossier, int number) => user.Done(Given.Path(judging, dossier, number) + "/bieu-quyet",
        ("Method", "ShowOfHands"), ("Approving", "3"), ("Against", "0"), ("Abstaining", "0"), ("Reason", "Kết luận của Hội đồng."));

    [Fact]
    public async Task A_postponed_dossier_is_concluded_in_the_next_session_and_only_the_last_one_moves_the_cycle_on()
    {
        var judging = await app.Given.OpenSession(dossiers: 2, judges: 3);
        var user = await app.As(judging.Secretary);
        await Vote(user, judging, 0, 1);
        Assert.Contains("Ghi lý do hoãn, để đưa vào biên bản.", (await user.Post(Given.Path(judging, 1) + "/hoan", ("PostponeReason", ""))).Text);
        await user.Done(Given.Path(judging, 1) + "/hoan", ("PostponeReason", "Chờ số liệu quý III"));
        Assert.Equal("/phien-hop/2026/2", await Plan(user, judging.Initiatives[1]));
        await user.Done("/phien-hop/2026/1/ket-thuc", ("Confirm", "true"));
        Assert.Equal(CyclePhase.Deliberating, await Phase());

        app.Clock.Now = Given.Hour(9).AddDays(1);
        user = await app.As(judging.Secretary);
        Assert.Equal(HttpStatusCode.NotFound, (await user.Get(Given.Path(judging, 0, 2))).Status);
        await Attend(user, judging, 2);
        await Vote(user, judging, 1, 2);
        await user.Done("/phien-hop/2026/2/ket-thuc", ("Confirm", "true"));
        Assert.Equal(CyclePhase.Deciding, await Phase());
        Assert.Equal([1, 2], await app.Rows(db => db.Conclusions.OrderBy(item => item.InitiativeId).Join(db.Sessions, item => item.SessionId, session => session.Id, (item, session) => session.Number).ToListAsync()));
        Assert.DoesNotContain(0, await app.Rows(db => db.Conclusions.Select(item => item.Rank).ToListAsync()));
    }

    [Fact]
    public async Task A_session_is_not_ended_without_a_tick_and_its_minutes_keep_what_it_did_not_come_to()
    {
        var judging = await app.Given.OpenSession(dossiers: 2, judges: 3);
        var user = await app.As(judging.Secretary);
        Assert.Equal("/phien-hop/2026/2", await Plan(user, [.. judging.Initiatives]));   // the first is concluded before that session, and is not left over by it
        await Vote(user, judging, 0, 1);
        Assert.Contains("Còn 1 hồ sơ chưa có kết luận:", (await user.Page("/phien-hop/2026/1")).Text);
        Assert.Contains("Đánh dấu vào ô xác nhận để kết thúc phiên họp.", (await user.Post("/phien-hop/2026/1/ket-thuc")).Text);
        Assert.Equal(SessionStatus.Open, await app.Rows(async db => (await db.Sessions.SingleAsync(item => item.Number == 1)).Status));
        await user.Done("/phien-hop/2026/1/ket-thuc", ("Confirm", "true"));
        var code = await app.Rows(db => db.Initiatives.Where(item => item.Id == judging.Initiatives[1]).Select(item => item.CouncilCode).SingleAsync());
        var page = await user.Page("/phien-hop/2026/1");
        Assert.Contains($"1/2 hồ sơ có kết luận, 1 được đề nghị công nhận. Chuyển phiên sau: {code}.", page.Text);
        var minutes = await Minutes(judging);
        Assert.Contains("chưa xét, chuyển phiên sau", minutes, StringComparison.Ordinal);

        app.Clock.Now = Given.Hour(9).AddDays(1);
        user = await app.As(judging.Secretary);
        await Attend(user, judging, 2);
        await Vote(user, judging, 1, 2);
        await user.Done("/phien-hop/2026/2/ket-thuc", ("Confirm", "true"));
        Assert.Contains("1/1 hồ sơ có kết luận, 1 được đề nghị công nhận. Kết quả", (await user.Page("/phien-hop/2026/2")).Text);
        Assert.Equal(minutes, await Minutes(judging));
        Assert.Contains($"Chuyển phiên sau: {code}.", (await user.Page("/phien-hop/2026/1")).Text);
    }

    [Fact]
    public async Task What_is_on_a_planned_agenda_is_named_and_not_ticked_for_the_next_one()
    {
        var judging = await app.Given.OpenSession(dossiers: 2, judges: 3);
        var user = await app.As(judging.Secretary);
        await Plan(user, judging.Initiatives[0]);
        var body = (await user.Page("/phien-hop/2026/lap")).Body;
        Assert.Contains("đã ở nghị trình phiên 2", WebUtility.HtmlDecode(body));
        Assert.Contains($"value=\"{judging.Initiatives[1]}\" checked", body);
        Assert.DoesNotContain($"value=\"{judging.Initiatives[0]}\" checked", body);
    }

    [Fact]
    public async Task Of_two_clicks_on_one_plan_the_second_makes_no_session()
    {
        var judging = await app.Given.OpenSession(dossiers: 2, judges: 3);
        var user = await app.As(judging.Secretary);
        await Plan(user, judging.Initiatives[0]);
        var again = await user.Post("/phien-hop/2026/lap", ("Date", "13/11/2026"), ("Time", "8h30"), ("Place", "Phòng họp số 2"), ("InitiativeIds", $"{judging.Initiatives[0]}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("Giờ này đã có phiên 2", again.Text);
        Assert.Equal(2, await app.Rows(db => db.Sessions.CountAsync()));
        await user.Done("/phien-hop/2026/2/huy");
        Assert.Equal("/phien-hop/2026/3", await Plan(user, judging.Initiatives[0]));
    }

    [Fact]
    public async Task An_earlier_session_does_not_end_the_council_s_work_while_another_is_planned()
    {
        var judging = await app.Given.OpenSession(dossiers: 1, judges: 3);
        var user = await app.As(judging.Secretary);
        await Plan(user, judging.Initiatives[0]);
        await Vote(user, judging, 0, 1);
        await user.Done("/phien-hop/2026/1/ket-thuc", ("Confirm", "true"));
        Assert.Equal(CyclePhase.Deliberating, await Phase());
        Assert.Equal("/phien-hop/2026", await user.Done("/phien-hop/2026/2/huy"));
        Assert.Equal(CyclePhase.Deciding, await Phase());
        Assert.Contains("Đã hủy", (await user.Page("/phien-hop/2026")).Text);
    }

    [Fact]
    public async Task A_session_ends_with_a_dossier_left_and_the_cycle_waits_for_it()
    {
        var judging = await app.Given.OpenSession(dossiers: 2, judges: 3);
        var user = await app.As(judging.Secretary);
        await Vote(user, judging, 0, 1);
        await user.Done("/phien-hop/2026/1/ket-thuc", ("Confirm", "true"));
        Assert.Equal(CyclePhase.Deliberating, await Phase());
        Assert.Contains("Còn 1 hồ sơ chưa có kết luận", (await user.Page("/phien-hop/2026")).Text);
        Assert.Equal(InitiativeStatus.Judged, await app.Rows(async db => (await db.Initiatives.SingleAsync(item => item.Id == judging.Initiatives[1])).Status));
    }

    [Fact]
    public async Task Two_sessions_are_not_open_at_once()
    {
        var judging = await app.Given.OpenSession(dossiers: 2, judges: 3);
        var user = await app.As(judging.Secretary);
        await Plan(user, judging.Initiatives[0]);
        app.Clock.Now = Given.Hour(9).AddDays(1);
        user = await app.As(judging.Secretary);
        var answer = await user.Post("/phien-hop/2026/2/diem-danh", ("Version", "1"), ("Date", "13/11/2026"), ("Time", "8:30"), ("Place", "Phòng họp số 2"));
        Assert.Contains("Phiên 1 đang họp. Kết thúc phiên đó trước.", answer.Text);
    }

    [Fact]
    public async Task The_order_is_changed_by_hand_and_the_current_dossier_is_marked()
    {
        var judging = await app.Given.OpenSession(dossiers: 3, judges: 3);
        var user = await app.As(judging.Secretary);
        Task<List<int>> Order() => app.Rows(db => db.AgendaItems.OrderBy(item => item.Order).Select(item => item.InitiativeId).ToListAsync());
        var before = await Order();
        await user.Done($"/phien-hop/2026/1/{before[2]}/thu-tu", ("Up", "true"));
        Assert.Equal([before[0], before[2], before[1]], await Order());
        await user.Done($"/phien-hop/2026/1/{before[0]}/thu-tu", ("Up", "true"));
        Assert.Equal([before[0], before[2], before[1]], await Order());
        await user.Done($"/phien-hop/2026/1/{before[0]}/thu-tu", ("Up", "false"));
        Assert.Equal([before[2], before[0], before[1]], await Order());
        Assert.Equal($"/phien-hop/2026/1/{before[1]}", await user.Done($"/phien-hop/2026/1/{before[1]}/xet"));
        Assert.Contains("· đang xét", (await user.Page("/phien-hop/2026/1")).Text);
    }

    [Fact]
    public async Task The_course_of_the_discussion_is_written_down_with_its_hours()
    {
        var judging = await app.Given.OpenSession(dossiers: 1, judges: 3);
        var user = await app.As(judging.Secretary);
        await user.Done(Given.Path(judging) + "/xet");
        app.Clock.Now = Given.Hour(9, 5);
        await user.Done(Given.Path(judging) + "/dien-bien", ("NotesVersion", "1"), ("Presenter", "Chị Hoa, tác giả"), ("Presentation", "Giải pháp và số liệu"), ("Reviews", "Phản biện nhất trí"), ("Questions", ""));
        var stale = await user.Post(Given.Path(judging) + "/dien-bien", ("NotesVersion", "1"), ("Presenter", "Người khác"));
        Assert.Contains("Diễn biến vừa được ghi ở nơi khác. Kiểm tra lại rồi ghi.", stale.Text);
        Assert.Equal("Người khác", stale.Field("Presenter"));
        var item = await app.Rows(db => db.AgendaItems.SingleAsync());
        Assert.Equal(("Chị Hoa, tác giả", Given.Hour(9), Given.Hour(9, 5), (DateTime?)null), (item.Presenter, item.TakenUpAt, item.PresentedAt, item.QuestionedAt));
        Assert.Contains("2 Trình bày 09:05", (await user.Page(Given.Path(judging))).Text);
    }

    [Fact]
    public async Task Where_scoring_is_in_the_session_each_dossier_is_closed_after_its_questions()
    {
        var judging = await app.Given.OpenScoring(dossiers: 2, judges: 3, settings: new CycleSettings { ScoringInSession = true });
        foreach (var judge in judging.Judges) await app.Given.HandIn(judge, (await app.Given.SheetId(judge, judging.Initiatives[0]))!.Value, 0.8m);
        var user = await app.As(judging.Secretary);
        await Plan(user, [.. judging.Initiatives]);
        app.Clock.Now = Given.Hour(9).AddDays(1);
        user = await app.As(judging.Secretary);
        await Attend(user, judging, 1);
        Assert.Contains("3/3 phiếu đã nộp", (await user.Page(Given.Path(judging))).Text);
        Assert.Contains("Ghi phần trình bày và hỏi đáp trước khi chốt điểm hồ sơ này.", (await user.Post(Given.Path(judging) + "/chot-diem")).Text);
        Assert.Contains("Hồ sơ chưa chốt điểm.", (await user.Post(Given.Path(judging) + "/bieu-quyet", ("Approving", "3"), ("Reason", "Kết luận"))).Text);
        for (var dossier = 0; dossier < 2; dossier++)
        {
            await user.Done(Given.Path(judging, dossier) + "/dien-bien", ("NotesVersion", "0"), ("Presenter", "Tác giả"), ("Questions", "Không có câu hỏi"));
            if (dossier == 1) Assert.Contains("Còn 3 phiếu chưa nộp. Đánh dấu vào ô xác nhận", (await user.Post(Given.Path(judging, dossier) + "/chot-diem", ("Confirm", "true"), ("Missing", "2"))).Text);
            await user.Done(Given.Path(judging, dossier) + "/chot-diem", ("Confirm", "true"), ("Missing", $"{dossier * 3}"));
            Assert.Equal(dossier == 0 ? CyclePhase.Judging : CyclePhase.Deliberating, await Phase());
            if (dossier == 0) await Vote(user, judging, 0, 1);
        }

        Assert.Contains("Hồ sơ này đã chốt điểm.", (await user.Post(Given.Path(judging) + "/chot-diem")).Text);
        Assert.Equal(InitiativeStatus.Recommended, await app.Rows(async db => (await db.Initiatives.SingleAsync(item => item.Id == judging.Initiatives[0])).Status));
        Assert.Equal(6, await app.Rows(db => db.Sheets.CountAsync(sheet => sheet.Status == Initiatives.Domain.Scoring.SheetStatus.Locked)));
    }

    [Fact]
    public async Task Without_that_setting_a_session_does_not_open_before_scoring_is_closed()
    {
        var judging = await app.Given.OpenScoring(dossiers: 1, judges: 3);
        var user = await app.As(judging.Secretary);
        await Plan(user, judging.Initiatives[0]);
        app.Clock.Now = Given.Hour(9).AddDays(1);
        user = await app.As(judging.Secretary);
        var answer = await user.Post("/phien-hop/2026/1/diem-danh", ("Version", "1"), ("Date", "13/11/2026"), ("Time", "8:30"), ("Place", "Phòng họp số 2"));
        Assert.Contains("Chốt điểm trước khi ghi phiên họp.", answer.Text);
        Assert.Equal(SessionStatus.Planned, await app.Rows(async db => (await db.Sessions.SingleAsync()).Status));
    }
}
