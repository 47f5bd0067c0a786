using System.Net;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Scoring;
using Initiatives.Web.Features.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Sessions;

/// <summary>Each dossier is scored in the session: what that leaves open and what not.</summary>
public sealed class ScoringInSessionTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private async Task<(Judging Judging, TestUser Secretary)> Met()
    {
        var judging = await app.Given.OpenScoring(dossiers: 2, judges: 3, settings: new CycleSettings { ScoringInSession = true });
        foreach (var judge in judging.Judges) await app.Given.HandIn(judge, (await app.Given.SheetId(judge, judging.Initiatives[0]))!.Value, 0.8m);
        await app.Given.Meets(judging);
        return (judging, await app.As(judging.Secretary));
    }

    private static async Task Close(TestUser secretary, Judging judging, int dossier)
    {
        await secretary.Done($"{Given.Path(judging, dossier)}/dien-bien", ("NotesVersion", "0"), ("Presenter", "Tác giả"), ("Questions", "Không có câu hỏi"));
        await secretary.Done($"{Given.Path(judging, dossier)}/chot-diem");
    }

    [Fact]
    public async Task Scoring_is_not_closed_for_all_at_once_while_dossiers_wait_for_their_questions()
    {
        var (judging, secretary) = await Met();
        var refused = await secretary.Post("/tien-do/2026/chot", ("Confirm", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Kỳ này chốt điểm từng hồ sơ tại phiên họp, sau trình bày và hỏi đáp; còn 2 hồ sơ chưa chốt.", refused.Text);
        Assert.Equal(CyclePhase.Judging, await app.Rows(db => db.Cycles.Where(item => item.Id == judging.CycleId).Select(item => item.Phase).SingleAsync()));
        Assert.Equal(0, await app.Rows(db => db.Sheets.CountAsync(item => item.Status == SheetStatus.Locked)));
    }

    [Fact]
    public async Task A_sheet_that_is_reopened_is_changed_though_other_dossiers_are_still_being_scored()
    {
        var (judging, secretary) = await Met();
        await Close(secretary, judging, 0);
        var sheet = (await app.Given.SheetId(judging.Judge, judging.Initiatives[0]))!.Value;
        await secretary.Done($"/phieu/{sheet}/mo-lai", ("Reason", "Cộng nhầm mục E1"));
        var judge = await app.As(judging.Judge);
        var version = await app.Rows(db => db.Sheets.Where(item => item.Id == sheet).Select(item => item.Version).SingleAsync());
        await judge.Done($"/cham-diem/{sheet}", [("Version", $"{version}"), ("Op", "luu"), ("Reason", "Cộng nhầm mục E1"), .. await app.Given.Points(0.9m)]);
        Assert.Equal(SheetStatus.Locked, await app.Rows(db => db.Sheets.Where(item => item.Id == sheet).Select(item => item.Status).SingleAsync()));

        await secretary.Done($"/phieu/{sheet}/mo-lai", ("Reason", "Xem lại mục N1"));
        Given.Sure(await app.Send(new ConcludeInitiative.Command { InitiativeId = judging.Initiatives[0], Approving = 3, Against = 0, Abstaining = 0, Reason = "Đạt mọi điều kiện" }, judging.Secretary.Actor));
        var refused = await judge.Post($"/cham-diem/{sheet}", [("Version", $"{version + 2}"), ("Op", "luu"), ("Reason", "Xem lại mục N1"), .. await app.Given.Points(0.2m)]);
        Assert.Contains("Hội đồng đã kết luận hồ sơ này, phiếu không sửa được nữa.", refused.Text);
        Assert.DoesNotContain("Kết luận của hồ sơ", await app.Given.Check());
    }
}
