using System.Net;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Features.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Scoring;

public sealed class ClosingTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Theory]
    [InlineData("/tien-do/2026")]
    [InlineData("/xep-hang/2026")]
    [InlineData("/phien-hop/2026")]
    public async Task Before_closing_no_page_of_secretary_or_lead_depends_on_points(string path)
    {
        var judging = await app.Given.OpenScoring();
        var readers = new[] { await app.As(judging.Secretary), await app.As(judging.Lead) };
        await FillAll(judging, 0.8m);
        var low = new List<string>();
        foreach (var reader in readers) low.Add((await reader.Page(path)).Comparable);
        await FillAll(judging, 0.95m);
        for (var i = 0; i < readers.Length; i++) Assert.Equal(low[i], (await readers[i].Page(path)).Comparable);
    }

    [Fact]
    public async Task Before_closing_a_judges_own_pages_do_not_depend_on_the_others_points()
    {
        var judging = await app.Given.OpenScoring();
        var user = await app.As(judging.Judge);
        var sheet = await app.Given.SheetId(judging.Judge, judging.Initiatives[0]);
        string[] paths = ["/cham-diem", $"/cham-diem/{sheet}", "/viec"];
        var before = new List<string>();
        foreach (var path in paths) before.Add((await user.Page(path)).Comparable);
        await app.Given.HandIn(judging.Chair, (await app.Given.SheetId(judging.Chair, judging.Initiatives[0]))!.Value, 0.8m);
        for (var i = 0; i < paths.Length; i++) Assert.Equal(before[i], (await user.Page(paths[i])).Comparable);
    }

    [Fact]
    public async Task Progress_counts_sheets_by_judge_and_dossier()
    {
        var judging = await app.Given.OpenScoring(dossiers: 2, judges: 3);
        await app.Given.HandIn(judging.Judge, (await app.Given.SheetId(judging.Judge, judging.Initiatives[0]))!.Value, 0.8m);
        var page = await (await app.As(judging.Secretary)).Page("/tien-do/2026");
        Assert.Contains("1/6 phiếu đã nộp", page.Text);
        Assert.Contains("Còn 5 phiếu chưa nộp.", page.Text);
    }

    [Theory]
    [InlineData("/tien-do/2026")]
    [InlineData("/xep-hang/2026")]
    [InlineData("/phien-hop/2026")]
    public async Task A_plain_member_reads_neither_progress_nor_ranking_nor_session(string path)
    {
        var judging = await app.Given.ClosedScoring(dossiers: 1);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.As(judging.Judge)).Get(path)).Status);
    }

    [Fact]
    public async Task The_secretary_confirms_and_closes_scoring()
    {
        var judging = await app.Given.OpenScoring(dossiers: 1);
        await app.Given.HandIn(judging.Judge, (await app.Given.SheetId(judging.Judge, judging.Initiatives[0]))!.Value, 0.8m);
        var user = await app.As(judging.Secretary);
        var refused = await user.Post("/tien-do/2026/chot");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Đánh dấu vào ô xác nhận để chốt điểm.", refused.Text);
        Assert.Equal("/xep-hang/2026", await user.Done("/tien-do/2026/chot", ("Confirm", "true")));
        var (phase, sheets, dossier) = await app.Rows(async db => (
            (await db.Cycles.SingleAsync()).Phase,
            await db.Sheets.Select(sheet => sheet.Status).Distinct().ToListAsync(),
            (await db.Initiatives.SingleAsync()).Status));
        Assert.Equal((CyclePhase.Deliberating, InitiativeStatus.Judged), (phase, dossier));
        Assert.Equal([SheetStatus.Locked], sheets);
        Assert.Contains("1/3", (await user.Page("/xep-hang/2026")).Text);
    }

    [Fact]
    public async Task Locking_leaves_points_as_they_were()
    {
        var judging = await app.Given.ClosedScoring(dossiers: 1, judges: 3);
        var stored = await app.Rows(db => db.Sheets.ToListAsync());
        Assert.All(stored, sheet => Assert.Equal((10, sheet.Total), (sheet.Points.Count, sheet.Points.Sum(item => item.Points))));
        Assert.Equal(3, judging.Judges.Count);
    }

    [Fact]
    public async Task A_secretary_of_another_council_does_not_close()
    {
        var judging = await app.Given.OpenScoring(dossiers: 1);
        var other = await app.Given.Person(Role.CouncilSecretary | Role.CouncilMember);
        var answer = await app.Send(new CloseScoring.Command { CycleId = judging.CycleId }, other.Actor);
        Assert.Equal("Chỉ ủy viên thư ký của Hội đồng này được chốt điểm.", Assert.Single(answer.Problems).Message);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.As(judging.Lead)).Post("/tien-do/2026/chot", ("Confirm", "true"))).Status);
    }

    [Fact]
    public async Task After_closing_secretary_and_lead_read_the_ranking()
    {
        var judging = await app.Given.ClosedScoring(dossiers: 2, judges: 3, share: 0.8m);
        foreach (var reader in new[] { judging.Secretary, judging.Lead })
        {
            var page = await (await app.As(reader)).Page("/xep-hang/2026");
            Assert.Contains("80,00", page.Text);
            Assert.Contains("Đồng hạng 1: trung bình 80,00 từ 3/3 phiếu hợp lệ, bằng 1 hồ sơ khác ở mọi bước xét nên chỉ bỏ phiếu kín mới phân được.", page.Text);
            Assert.Contains("3/3 phiếu hợp lệ, cần ít nhất 3", page.Text);
        }
    }

    private async Task FillAll(Judging judging, decimal share)
    {
        foreach (var judge in judging.Judges)
            foreach (var initiative in judging.Initiatives)
                await app.Given.HandIn(judge, (await app.Given.SheetId(judge, initiative))!.Value, share);
    }
}
