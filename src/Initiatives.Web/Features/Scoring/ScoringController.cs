using Initiatives.Domain.Access;
using Initiatives.Domain.Text;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Web.Features.Scoring;

public sealed class ScoringController(IMediator mediator) : FeatureController(mediator)
{
    [HttpGet("/cham-diem"), Needs(Permission.ScoreInitiative)]
    public async Task<IActionResult> MyDesk(int? nam) => View(await Ask(new MyDesk.Query(nam)));

    [HttpGet("/cham-diem/{sheetId:int}"), Needs(Permission.ScoreInitiative)]
    public async Task<IActionResult> ScoreDesk(int sheetId) => View(await Ask(new ScoreDesk.Query(sheetId)));

    [HttpPost("/cham-diem/{sheetId:int}"), Needs(Permission.ScoreInitiative)]
    public Task<IActionResult> ScoreDesk(int sheetId, SaveScoreSheet.Command command, string? sau) =>
        Do(command with { Id = sheetId }, saved => Saved(saved, command.Op == SaveScoreSheet.Submit, sau is not null), async () => View(await Ask(new ScoreDesk.Query(sheetId))));

    [HttpGet("/cham-diem/{sheetId:int}/phieu.pdf"), Needs(Permission.ScoreInitiative)]
    public async Task<IActionResult> ScoreSheetPdf(int sheetId)
    {
        var answer = await Ask(new ScoreSheetPdf.Query(sheetId));
        return File(answer.Content, "application/pdf", answer.FileName);
    }

    [HttpGet("/tien-do/{year:int}"), Needs(Permission.ReadProgress)]
    public async Task<IActionResult> Progress(int year) => View(await Ask(new Progress.Query(year)));

    [HttpPost("/tien-do/{year:int}/chot"), Needs(Permission.CloseScoring)]
    public async Task<IActionResult> CloseScoring(int year, CloseScoring.Command command)
    {
        var page = await Ask(new Progress.Query(year));
        return await Do(command with { CycleId = page.CycleId }, () => Closed(year), () => Task.FromResult<IActionResult>(View("Progress", page)));
    }

    private RedirectResult Saved(SaveScoreSheet.Saved saved, bool isSubmitted, bool goesOn)
    {
        Say($"{(isSubmitted ? "Đã nộp" : "Đã lưu nháp")} phiếu {saved.Code}: {VietnameseNumber.Format(saved.Total)} điểm.");
        return isSubmitted || goesOn ? Redirect(saved.NextId is { } next ? $"/cham-diem/{next}" : "/cham-diem") : Redirect($"/cham-diem/{saved.Id}");
    }

    private RedirectResult Closed(int year)
    {
        Say("Đã chốt điểm. Các phiếu được khóa, bảng xếp hạng đã mở.");
        return Redirect($"/xep-hang/{year}");
    }
}
