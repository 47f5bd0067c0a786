using System.Net;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Features.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Sessions;

public sealed class SessionTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task The_secretary_plans_a_session_and_records_who_is_present()
    {
        var judging = await app.Given.ClosedScoring(dossiers: 1, judges: 3);
        app.Clock.Now = Given.Hour(10);
        var user = await app.As(judging.Secretary);
        await user.Page("/phien-hop/2026/lap");
        Assert.Equal("/phien-hop/2026/1", await user.Done("/phien-hop/2026/lap", ("Date", "12/11/2026"), ("Time", "8h30"), ("Place", "Phòng họp số 2"), ("InitiativeIds", $"{judging.Initiatives[0]}")));
        Assert.Contains("Phiên chưa mở. Điểm danh để bắt đầu.", (await user.Page("/phien-hop/2026/1")).Text);
        Assert.DoesNotContain("checked", (await user.Page("/phien-hop/2026/1/diem-danh")).Body);   // nobody is there, or away, before the secretary has looked
        (string, string)[] start = [("Version", "1"), ("Date", "12/11/2026"), ("Time", "8:30"), ("Place", "Phòng họp số 2")];
        var forgotten = await user.Post("/phien-hop/2026/1/diem-danh", [.. start, .. judging.Judges.SelectMany((judge, i) => new[] { ($"Members[{i}].PersonId", $"{judge.Id}"), ($"Members[{i}].IsPresent", i < 2 ? "true" : "") })]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forgotten.Status);
        Assert.Contains("href=\"#Members-2-IsPresent\"", forgotten.Body);
        Assert.Contains($"{judging.Judges[2].Name}: chọn có mặt hoặc vắng.", forgotten.Text);
        await user.Done("/phien-hop/2026/1/diem-danh",
        [
            .. start,
            .. judging.Judges.SelectMany((judge, i) => new[] { ($"Members[{i}].PersonId", $"{judge.Id}"), ($"Members[{i}].IsPresent", i < 2 ? "true" : "false"), ($"Members[{i}].Reason", i < 2 ? "" : "nghỉ ốm") }),
        ]);
        var page = await user.Page("/phien-hop/2026/1");
        Assert.Contains("08:30 ngày 12/11/2026, Phòng họp số 2", page.Text);
        Assert.Contains("Có mặt 2/3", page.Text);
        Assert.Contains("Ủy viên · nghỉ ốm", page.Text);
        Assert.Contains("Đủ số họp: cần ít nhất 2/3.", page.Text);
        Assert.Contains("Đang họp", (await user.Page("/phien-hop/2026")).Text);
    }

    [Fact]
    public async Task Whose_absence_has_no_reason_the_secretary_is_told_and_is_not_stopped()
    {
        var judging = await app.Given.ClosedScoring(dossiers: 1, judges: 4);
        app.Clock.Now = Given.Hour(10);
        var user = await app.As(judging.Secretary);
        await user.Done("/phien-hop/2026/lap", ("Date", "12/11/2026"), ("Time", "8:30"), ("Place", "Phòng họp số 2"), ("InitiativeIds", $"{judging.Initiatives[0]}"));
        async Task Mark(string version, string reason) => await user.Done("/phien-hop/2026/1/diem-danh",
        [
            ("Version", version), ("Date", "12/11/2026"), ("Time", "8:30"), ("Place", "Phòng họp số 2"),
            .. judging.Judges.SelectMany((judge, i) => new[] { ($"Members[{i}].PersonId", $"{judge.Id}"), ($"Members[{i}].IsPresent", i < 3 ? "true" : "false"), ($"Members[{i}].Reason", i < 3 ? "" : reason) }),
        ]);
        await Mark("1", "");
        var page = await user.Page("/phien-hop/2026/1");
        Assert.Contains($"Chưa ghi lý do vắng: {judging.Judges[3].Name}.", page.Text);
        await Mark((await user.Page("/phien-hop/2026/1/diem-danh")).Field("Version"), "nghỉ ốm");
        Assert.DoesNotContain("Chưa ghi lý do vắng", (await user.Page("/phien-hop/2026/1")).Text);
    }

    [Fact]
    public async Task What_was_typed_stays_when_a_plan_or_attendance_is_refused()
    {
        var judging = await app.Given.OpenSession(dossiers: 1, judges: 3);
        var user = await app.As(judging.Secretary);
        var plan = await user.Post("/phien-hop/2026/lap", ("Date", "12/11/2026"), ("Time", "tám rưỡi"), ("Place", "Phòng họp số 3"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, plan.Status);
        Assert.Contains("Ghi giờ họp như 08:30.", plan.Text);
        Assert.Contains("Chọn ít nhất một hồ sơ cho nghị trình.", plan.Text);
        Assert.Equal(("tám rưỡi", "Phòng họp số 3"), (plan.Field("Time"), plan.Field("Place")));
        var answer = await user.Post("/phien-hop/2026/1/diem-danh", ("Version", "1"), ("Date", "12/11/2026"), ("Time", "tám rưỡi"), ("Place", "Phòng họp số 2"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(("tám rưỡi", "Phòng họp số 2"), (answer.Field("Time"), answer.Field("Place")));
    }

    [Fact]
    public async Task Without_a_quorum_no_vote_is_recorded()
    {
        var judging = await app.Given.OpenSession(dossiers: 1, judges: 9, absent: 4);
        var answer = await Vote(judging, 0, 5, 0, 0);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Có mặt 5/9 thành viên, cần ít nhất 6. Chưa đủ để biểu quyết.", answer.Text);
    }

    [Fact]
    public async Task Without_somebody_in_the_chair_no_vote_is_recorded_and_the_page_says_why()
    {
        var judging = await app.Given.OpenSession(dossiers: 1, judges: 9);
        await Attend(judging, version: 1, "", [.. Enumerable.Range(1, 8)]);
        const string Sentence = "Chủ tịch và Phó Chủ tịch Hội đồng đều vắng. Phải có một người chủ trì mới biểu quyết được.";
        Assert.Contains(Sentence, (await (await app.As(judging.Secretary)).Page("/phien-hop/2026/1")).Text);
        Assert.Contains(Sentence, (await Vote(judging, 0, 8, 0, 0)).Text);
    }

    [Fact]
    public async Task Votes_add_up_to_those_who_may_vote()
    {
        var judging = await app.Given.OpenSession(dossiers: 1, judges: 9, absent: 1);
        var answer = await Vote(judging, 0, 7, 2, 0);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Tổng số phiếu là 9, nhưng có 8 thành viên có mặt được biểu quyết hồ sơ này.", answer.Text);
        Assert.Equal("7", answer.Field("Approving"));
    }

    [Theory]
    [InlineData(6, InitiativeStatus.Recommended)]
    [InlineData(5, InitiativeStatus.NotRecommended)]
    public async Task Six_of_nine_is_two_thirds_and_five_is_not(int approving, InitiativeStatus status)
    {
        var judging = await app.Given.OpenSession(dossiers: 1, judges: 9);
        Assert.Equal(HttpStatusCode.Redirect, (await Vote(judging, 0, approving, 9 - approving, 0)).Status);
        Assert.Equal(status, await Status(judging.Initiatives[0]));
    }

    [Fact]
    public async Task A_recused_member_does_not_vote_but_counts_in_the_base_and_both_shares_are_shown()
    {
        var judging = await app.Given.OpenSession(dossiers: 1, judges: 9, conflicted: true);
        var user = await app.As(judging.Secretary);
        var page = await user.Page(Given.Path(judging));
        Assert.Contains($"{judging.Judges[8].Name} ra ngoài và không biểu quyết hồ sơ này vì xung đột lợi ích (cùng đơn vị).", page.Text);
        Assert.Contains("8 thành viên có mặt được biểu quyết hồ sơ này; ba số phải cộng đủ 8.", page.Text);
        Assert.Contains("Cần ít nhất 6/9 đồng ý.", page.Text);
        await Vote(judging, 0, 7, 1, 0);
        Assert.Contains("7/9 = 77,78% thành viên ghi trong quyết định thành lập; không tính người phải tránh: 7/8 = 87,5%.", (await user.Page(Given.Path(judging))).Text);
    }

    [Fact]
    public async Task Points_below_the_threshold_outweigh_a_unanimous_vote()
    {
        var judging = await app.Given.OpenSession(dossiers: 1, judges: 3, share: 0.65m);
        await Vote(judging, 0, 3, 0, 0);
        Assert.Equal(InitiativeStatus.NotRecommended, await Status(judging.Initiatives[0]));
    }

    [Fact]
    public async Task An_announced_vote_is_corrected_by_a_new_one_with_a_reason_also_after_the_session_until_the_list_is_posted()
    {
        var judging = await app.Given.OpenSession(dossiers: 1, judges: 3);
        await Vote(judging, 0, 1, 2, 0);
        var user = await app.As(judging.Secretary);
        Assert.Contains("Ghi lý do đính chính, ít nhất 5 ký tự.", (await Vote(judging, 1, 3, 0, 0)).Text);
        Assert.Equal(InitiativeStatus.NotRecommended, await Status(judging.Initiatives[0]));
        Assert.Equal(HttpStatusCode.Redirect, (await Vote(judging, 1, 3, 0, 0, "Đếm nhầm hai người")).Status);
        Assert.Equal(InitiativeStatus.Recommended, await Status(judging.Initiatives[0]));
        var page = await user.Page(Given.Path(judging));
        Assert.Contains("Đính chính lúc 09:00: thay kết quả công bố lúc 09:00 (Giơ tay: đồng ý 1, không đồng ý 2, không ý kiến 0), lý do: Đếm nhầm hai người", page.Text);
        await user.Done("/phien-hop/2026/1/ket-thuc", ("Confirm", "true"));
        app.Clock.Now = Given.Hour(15);
        Assert.Contains("Đính chính sau phiên", (await user.Page(Given.Path(judging))).Text);
        Assert.Contains("Ghi lý do đính chính, ít nhất 5 ký tự.", (await Vote(judging, 2, 0, 3, 0)).Text);
        Assert.Equal(HttpStatusCode.Redirect, (await Vote(judging, 2, 1, 2, 0, "Biên bản kiểm phiếu ghi nhầm")).Status);
        Assert.Equal((CyclePhase.Deciding, InitiativeStatus.NotRecommended), (await app.Rows(async db => (await db.Cycles.SingleAsync()).Phase), await Status(judging.Initiatives[0])));
        Assert.Equal([1, 3, 1], await app.Rows(db => db.Votes.OrderBy(vote => vote.Id).Select(vote => vote.Approving).ToListAsync()));
        Assert.Equal(1, await app.Rows(async db => (await db.Conclusions.SingleAsync()).Rank));
        Assert.Contains($"Đính chính sau phiên, 15:00:00 ngày 12/11/2026, {judging.Secretary.Name} ghi: thay kết quả công bố lúc 09:00:00 ngày 12/11/2026 (Giơ tay: đồng ý 3, không đồng ý 0, không ý kiến 0), lý do: Biên bản kiểm phiếu ghi nhầm", (await user.Page(Given.Path(judging))).Text);

        Given.Sure(await app.Send(new Web.Features.Decisions.DraftRecognition.Command { CycleId = judging.CycleId }, judging.Lead.Actor));
        Assert.Contains("đã đưa vào dự thảo quyết định, không đính chính được nữa.", (await Vote(judging, 3, 3, 0, 0, "Đếm nhầm lần nữa")).Text);
        Assert.DoesNotContain("Đính chính sau phiên, kết", (await user.Page(Given.Path(judging))).Text);
    }

    [Fact]
    public async Task A_stale_vote_form_is_refused()
    {
        var judging = await app.Given.OpenSession(dossiers: 1, judges: 3);
        await Vote(judging, 0, 3, 0, 0);
        var answer = await Vote(judging, 0, 0, 3, 0, "Đếm nhầm");
        Assert.Contains("Kết luận vừa được ghi ở nơi khác. Kiểm tra lại rồi ghi.", answer.Text);
        Assert.Equal(InitiativeStatus.Recommended, await Status(judging.Initiatives[0]));
    }

    [Fact]
    public async Task Who_comes_late_votes_from_then_on_and_earlier_votes_keep_their_number()
    {
        var judging = await app.Given.OpenSession(dossiers: 2, judges: 9, absent: 1);
        await app.Given.Concluded(judging, 0, approving: 8);
        app.Clock.Now = Given.Hour(10);
        var user = await app.As(judging.Secretary);
        var refused = await Attend(user, judging, version: 1, "7:00", [.. Enumerable.Range(0, 9)]);
        Assert.Contains("Giờ thay đổi từ 08:30 (bắt đầu họp) đến 10:00 (lúc này).", refused.Text);
        Assert.Equal(HttpStatusCode.Redirect, (await Attend(user, judging, version: 1, "9:45", [.. Enumerable.Range(0, 9)])).Status);
        Assert.Contains($"09:45 {judging.Judges[8].Name} vào họp", (await user.Page("/phien-hop/2026/1")).Text);
        await app.Given.Concluded(judging, 1, approving: 9);
        Assert.Equal([8, 9], await app.Rows(db => db.Votes.OrderBy(vote => vote.Id).Select(vote => vote.Present).ToListAsync()));
        Assert.Equal(HttpStatusCode.Redirect, (await user.Post("/phien-hop/2026/1/ket-thuc", ("Confirm", "true"))).Status);
    }

    [Fact]
    public async Task Attendance_corrected_for_the_moment_of_a_vote_asks_for_the_vote_to_be_corrected()
    {
        var judging = await app.Given.OpenSession(dossiers: 1, judges: 3);
        await app.Given.Concluded(judging, 0, approving: 3);
        await Attend(judging, version: 1, "8:30", [0, 1]);
        var answer = await app.Send(new EndSession.Command { CycleId = judging.CycleId }, judging.Secretary.Actor);
        Assert.StartsWith("Điểm danh đã sửa cho thời điểm biểu quyết. Đính chính số phiếu của: ", Assert.Single(answer.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_author_sees_no_conclusion_before_publication()
    {
        var judging = await app.Given.OpenSession(dossiers: 1, judges: 3);
        var author = await app.As(judging.Author);
        string[] paths = ["/sang-kien", $"/sang-kien/{judging.Initiatives[0]}", "/viec"];
        var before = new List<string>();
        foreach (var path in paths) before.Add((await author.Get(path)).Comparable);
        await Vote(judging, 0, 0, 3, 0);
        for (var i = 0; i < paths.Length; i++) Assert.Equal(before[i], (await author.Get(paths[i])).Comparable);
    }

    [Fact]
    public async Task The_author_does_not_open_the_council_s_pages()
    {
        var judging = await app.Given.OpenSession(dossiers: 1, judges: 3);
        var author = await app.As(judging.Author);
        foreach (var path in new[] { "/xep-hang/2026", "/phien-hop/2026", "/phien-hop/2026/1", "/phien-hop/2026/1/trinh-chieu", "/phien-hop/2026/1/bien-ban.pdf", Given.Path(judging), "/tien-do/2026", "/cham-diem" })
            Assert.Equal(HttpStatusCode.Forbidden, (await author.Get(path)).Status);
    }

    private async Task<Answer> Vote(Judging judging, int version, int approving, int against, int abstaining, string correction = "") =>
        await (await app.As(judging.Secretary)).Post(Given.Path(judging) + "/bieu-quyet",
            ("Version", $"{version}"), ("Method", "ShowOfHands"), ("Approving", $"{approving}"), ("Against", $"{against}"), ("Abstaining", $"{abstaining}"), ("Reason", "Kết luận của Hội đồng."), ("CorrectionReason", correction));

    private async Task Attend(Judging judging, int version, string changed, int[] present) =>
        Assert.Equal(HttpStatusCode.Redirect, (await Attend(await app.As(judging.Secretary), judging, version, changed, present)).Status);

    private static Task<Answer> Attend(TestUser user, Judging judging, int version, string changed, int[] present) => user.Post("/phien-hop/2026/1/diem-danh",
    [
        ("Version", $"{version}"), ("Date", "12/11/2026"), ("Time", "8:30"), ("Place", "Phòng họp số 2"), ("ChangedTime", changed),
        .. judging.Judges.SelectMany((judge, i) => new[] { ($"Members[{i}].PersonId", $"{judge.Id}"), ($"Members[{i}].IsPresent", present.Contains(i) ? "true" : "false") }),
    ]);

    private Task<InitiativeStatus> Status(int id) => app.Rows(async db => (await db.Initiatives.SingleAsync(item => item.Id == id)).Status);
}
