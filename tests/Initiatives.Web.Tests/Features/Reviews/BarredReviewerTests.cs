using Initiatives.Domain.Councils;
using Initiatives.Web.Features.Recusals;

namespace Initiatives.Web.Tests.Features.Reviews;

/// <summary>A reviewer of whom it comes out that he is in conflict.</summary>
public sealed class BarredReviewerTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task What_he_wrote_is_no_longer_before_those_who_judge_until_the_conflict_is_lifted()
    {
        var judging = await app.Given.OpenScoring(dossiers: 1, judges: 4);
        await app.Given.WrittenReview(judging, judging.Judges[3], judging.Initiatives[0], "KHEN: bài viết của người thân tác giả.");
        var judge = await app.As(judging.Judge);
        var (secretary, desk) = (await app.As(judging.Secretary), $"/cham-diem/{await app.Given.SheetId(judging.Judge, judging.Initiatives[0])}");
        Assert.Contains("KHEN:", (await judge.Page(desk)).Text);
        Given.Sure(await app.Send(new SetConflict.Command { Year = 2026, InitiativeId = judging.Initiatives[0], PersonId = judging.Judges[3].Id, Kind = ConflictKind.Family, Note = "Em ruột của tác giả" }, judging.Lead.Actor));
        Assert.DoesNotContain("KHEN:", (await judge.Page(desk)).Text);
        var page = await secretary.Page("/hoi-dong/2026/xung-dot");
        var id = System.Text.RegularExpressions.Regex.Match(page.Body, "/hoi-dong/2026/xung-dot/(\\d+)/go").Groups[1].Value;
        await secretary.Done($"/hoi-dong/2026/xung-dot/{id}/go", ("LiftReason", "Nhầm người trùng tên"));
        Assert.Contains("KHEN:", (await judge.Page(desk)).Text);
    }
}
