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
    public async Task The_secretary_records_who_is_present()
    {
        var judging = await app.Given.ClosedScoring(dossiers: 1, judges: 3);
        app.Clock.Now = new DateTime(2026, 11, 12, 3, 0, 0, DateTimeKind.Utc);
        var user = await app.As(judging.Secretary);
        await user.Page("/phien-hop/2026/diem-danh");
        await user.Done("/phien-hop/2026/diem-danh",
        [
            ("Version", "0"), ("Date", "12/11/2026"), ("Time", "8:30"), ("Place", "Phòng họp số 2"),
            .. judging.Judges.SelectMany((judge, i) => new[] { ($"Members[{i}].PersonId", $"{judge.Id}"), ($"Members[{i}].IsPresent", i < 2 ? "true" : "false"), ($"Members[{i}].Reason", i < 2 ? "" : "nghỉ ốm") }),
        ]);
        var page = await user.Page("/phien-hop/2026");
        Assert.Contains("08:30 ngày 12/11/2026, Phòng họp số 2", page.Text);
        Assert.Contains("Có mặt 2/3", page.Text);
        Assert.Contains("Ủy viên · nghỉ ốm", page.Text);
        Assert.Contains("Đủ số họp: cần ít nhất 2/3.", page.Text);
    }

    [Fact]
    public async Task What_was_typed_stays_when_attendance_is_refused()
    {
        var judging = await app.Given.ClosedScoring(dossiers: 1, judges: 3);
        var user = await app.As(judging.Secretary);
        var answer = await user.Post("/phien-hop/2026/diem-danh", ("Version", "0"), ("Date", "12/11/2026"), ("Time", "tám rưỡi"), ("Place", "Phòng họp số 2"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Ghi giờ họp như 08:30.", answer.Text);
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
        Given.Sure(await app.Send(new RecordSession.Command
        {
            CycleId = judging.CycleId,
            Version = 1,
            Date = new DateOnly(2026, 11, 12),
            Time = "08:30",
            Place = "Phòng họp số 2",
            Members = [.. judging.Judges.Select((judge, i) => new RecordSession.AttendanceInput { PersonId = judge.Id, IsPresent = i > 0 })],
        }, judging.Secretary.Actor));
        const string Sentence = "Chủ tịch và Phó Chủ tịch Hội đồng đều vắng. Phải có một người chủ trì mới biểu quyết được.";
        Assert.Contains(Sentence, (await (await app.As(judging.Secretary)).Page("/phien-hop/2026")).Text);
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
    public async Task A_recused_member_does_not_vote_but_counts_in_the_base()
    {
        var judging = await app.Given.OpenSession(dossiers: 1, judges: 9, conflicted: true);
        var user = await app.As(judging.Secretary);
        var page = await user.Page($"/phien-hop/2026/{judging.Initiatives[0]}/ket-luan");
        Assert.Contains($"{judging.Judges[8].Name} ra ngoài và không biểu quyết", page.Text);
        Assert.Contains("8 thành viên có mặt được biểu quyết hồ sơ này; ba số phải cộng đủ 8.", page.Text);
        Assert.Contains("Cần ít nhất 6/9 đồng ý.", page.Text);
        await Vote(judging, 0, 7, 1, 0);
        Assert.Contains("7/9 = 77,78%", (await user.Page($"/phien-hop/2026/{judging.Initiatives[0]}/ket-luan")).Text);
    }

    [Fact]
    public async Task Points_below_the_threshold_outweigh_a_unanimous_vote()
    {
        var judging = await app.Given.OpenSession(dossiers: 1, judges: 3, share: 0.65m);
        await Vote(judging, 0, 3, 0, 0);
        Assert.Equal(InitiativeStatus.NotRecommended, await Status(judging.Initiatives[0]));
    }

    [Fact]
    public async Task A_conclusion_is_corrected_until_the_session_ends()
    {
        var judging = await app.Given.OpenSession(dossiers: 1, judges: 3);
        await Vote(judging, 0, 1, 2, 0);
        await Vote(judging, 1, 3, 0, 0);
        Assert.Equal(InitiativeStatus.Recommended, await Status(judging.Initiatives[0]));
        var user = await app.As(judging.Secretary);
        await user.Done("/phien-hop/2026/ket-thuc");
        var answer = await Vote(judging, 2, 0, 3, 0);
        Assert.Contains("Phiên họp đã kết thúc, không sửa được nữa.", answer.Text);
        Assert.Equal((CyclePhase.Deciding, InitiativeStatus.Recommended), (await app.Rows(async db => (await db.Cycles.SingleAsync()).Phase), await Status(judging.Initiatives[0])));
    }

    [Fact]
    public async Task A_stale_vote_form_is_refused()
    {
        var judging = await app.Given.OpenSession(dossiers: 1, judges: 3);
        await Vote(judging, 0, 3, 0, 0);
        var answer = await Vote(judging, 0, 0, 3, 0);
        Assert.Contains("Kết luận vừa được ghi ở nơi khác. Kiểm tra lại rồi ghi.", answer.Text);
        Assert.Equal(InitiativeStatus.Recommended, await Status(judging.Initiatives[0]));
    }

    [Fact]
    public async Task The_session_does_not_end_with_a_dossier_left()
    {
        var judging = await app.Given.OpenSession(dossiers: 2, judges: 3);
        await Vote(judging, 0, 3, 0, 0);
        var answer = await (await app.As(judging.Secretary)).Post("/phien-hop/2026/ket-thuc");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Còn 1 hồ sơ chưa có kết luận của Hội đồng.", answer.Text);
    }

    [Fact]
    public async Task Attendance_corrected_after_a_vote_asks_for_the_vote_again()
    {
        var judging = await app.Given.OpenSession(dossiers: 1, judges: 3);
        await Vote(judging, 0, 3, 0, 0);
        var recorded = await app.Send(new RecordSession.Command
        {
            CycleId = judging.CycleId,
            Version = 1,
            Date = new DateOnly(2026, 11, 12),
            Time = "08:30",
            Place = "Phòng họp số 2",
            Members = [.. judging.Judges.Select((judge, i) => new RecordSession.AttendanceInput { PersonId = judge.Id, IsPresent = i < 2 })],
        }, judging.Secretary.Actor);
        Assert.True(recorded.Ok);
        var answer = await app.Send(new EndSession.Command { CycleId = judging.CycleId }, judging.Secretary.Actor);
        Assert.StartsWith("Điểm danh đã đổi sau khi biểu quyết. Ghi lại số phiếu của: ", Assert.Single(answer.Problems).Message, StringComparison.Ordinal);
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
        foreach (var path in new[] { "/xep-hang/2026", "/phien-hop/2026", "/phien-hop/2026/bien-ban.pdf", $"/phien-hop/2026/{judging.Initiatives[0]}/ket-luan", "/tien-do/2026", "/cham-diem" })
            Assert.Equal(HttpStatusCode.Forbidden, (await author.Get(path)).Status);
    }

    [Fact]
    public async Task The_minutes_are_a_document()
    {
        var judging = await app.Given.OpenSession(dossiers: 1, judges: 3);
        await Vote(judging, 0, 3, 0, 0);
        var answer = await (await app.As(judging.Secretary)).Get("/phien-hop/2026/bien-ban.pdf");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.StartsWith("%PDF", answer.Body, StringComparison.Ordinal);
    }

    private async Task<Answer> Vote(Judging judging, int version, int approving, int against, int abstaining) =>
        await (await app.As(judging.Secretary)).Post($"/phien-hop/2026/{judging.Initiatives[0]}/ket-luan",
            ("Version", $"{version}"), ("Approving", $"{approving}"), ("Against", $"{against}"), ("Abstaining", $"{abstaining}"), ("Reason", "Kết luận của Hội đồng."));

    private Task<InitiativeStatus> Status(int id) => app.Rows(async db => (await db.Initiatives.SingleAsync(item => item.Id == id)).Status);
}
