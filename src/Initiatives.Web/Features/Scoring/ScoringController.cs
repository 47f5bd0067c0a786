using Initiatives.Domain.Access;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Web.Features.Scoring;

public sealed partial class ScoringController(IMediator mediator) : FeatureController(mediator)
{
    [HttpGet("/cham-diem"), Needs(Permission.ScoreInitiative)]
    public async Task<IActionResult> MyDesk(int? nam) => View(await Ask(new MyDesk.Query(nam)));

    /// <summary>Goes on to the dossier with the fewest sheets.</summary>
    [HttpPost("/cham-diem/tiep"), Needs(Permission.ScoreInitiative)]
    public async Task<IActionResult> NextSheet(NextSheet.Query query) => Redirect(DeskOf(await Ask(query)));

    [HttpGet("/cham-diem/{sheetId:int}"), Needs(Permission.ScoreInitiative)]
    public async Task<IActionResult> ScoreDesk(int sheetId) => View(await Ask(new ScoreDesk.Query(sheetId)));

    [HttpPost("/cham-diem/{sheetId:int}"), Needs(Permission.ScoreInitiative)]
    public async Task<IActionResult> ScoreDesk(int sheetId, SaveScoreSheet.Command command, string? sau)
    {
        if (Request.WantsJson()) return await SaveItself(command with { Id = sheetId });
        SaveScoreSheet.Saved? saved = null;
        var answer = await Do(command with { Id = sheetId }, done => Redirect(DeskOf((saved = done).Id)), async () => View(await Ask(new ScoreDesk.Query(sheetId))));
        if (saved is null) return answer;
        SaySaved(saved, command.Op);
        return sau is not null || command.Op != "luu" ? Redirect(DeskOf(await Ask(new NextSheet.Query { SheetId = sheetId }))) : answer;
    }

    [HttpPost("/cham-diem/hoi-lai/{id:int}"), Needs(Permission.ScoreInitiative)]
    public Task<IActionResult> AnswerQuestion(int id, AnswerQuestion.Command command) => Do(command with { Id = id }, answered =>
    {
        Say(answered.Revises ? "Phiếu đã mở lại cho bạn. Sửa rồi lưu kèm lý do." : "Đã gửi trả lời: phiếu giữ nguyên.");
        return Redirect(answered.Revises ? DeskOf(answered.SheetId) : "/cham-diem");
    }, async () => View("MyDesk", await Ask(new MyDesk.Query())));

    [HttpGet("/cham-diem/{sheetId:int}/phieu.pdf"), Needs(Permission.ScoreInitiative)]
    public async Task<IActionResult> ScoreSheetPdf(int sheetId)
    {
        var answer = await Ask(new ScoreSheetPdf.Query(sheetId));
        return File(answer.Content, "application/pdf", answer.FileName);
    }

    [HttpGet("/tien-do/{year:int}"), Needs(Permission.ReadProgress)]
    public async Task<IActionResult> Progress(int year, Progress.Query query) => View(await Ask(query with { Year = year }));

    [HttpPost("/tien-do/{year:int}/chot"), Needs(Permission.CloseScoring)]
    public async Task<IActionResult> CloseScoring(int year, CloseScoring.Command command)
    {
        var page = await Ask(new Progress.Query(year));
        return await Do(command with { CycleId = page.CycleId }, () => Closed(year), () => Task.FromResult<IActionResult>(View("Progress", page)));
    }

    [HttpGet("/tien-do/{year:int}/nhac"), Needs(Permission.RemindJudges)]
    public async Task<IActionResult> SendScoreReminders(int year, string? tt) => View(await Ask(new SendScoreReminders.Query(year, tt)));

    [HttpPost("/tien-do/{year:int}/nhac"), Needs(Permission.RemindJudges)]
    public Task<IActionResult> SendScoreReminders(int year, SendScoreReminders.Command command) => Do(command with { Year = year }, mails =>
    {
        Say($"Đã gửi {mails} thư nhắc.");
        return Redirect($"/tien-do/{year}");
    }, async () => View(await Ask(new SendScoreReminders.Query(year, command.Tt))));

    /// <summary>200 once the sheet is committed, 409 with what is stored when another window saved meanwhile, 422 with what cannot be right and where.</summary>
    private Task<IActionResult> SaveItself(SaveScoreSheet.Command command) => Do(command with { Op = "luu" },
        saved => Json(new { saved.Version, Clock = saved.SavedAt is { } at ? VietnamTime.Clock(at) : "" }),
        async () =>
        {
            if (!ModelState.TryGetValue(nameof(ScoreSheet.Version), out var stale) || stale.Errors.Count == 0)
                return Json(new { problems = ModelState.SelectMany(pair => pair.Value!.Errors.Select(error => new { field = pair.Key, message = error.ErrorMessage })) });
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Json(await Ask(new StaleSheet.Query(command.Id)));
        });

    private static string DeskOf(int? sheetId) => sheetId is { } id ? $"/cham-diem/{id}" : "/cham-diem";

    private void SaySaved(SaveScoreSheet.Saved saved, string op) => Say(op == SaveScoreSheet.PutAside
        ? $"Đã để lại hồ sơ {saved.Code}; hồ sơ này quay lại cuối cùng."
        : $"{(saved.IsSubmitted ? op == SaveScoreSheet.Submit ? "Đã nộp" : "Đã lưu thay đổi" : "Đã lưu nháp")} phiếu {saved.Code}: {VietnameseNumber.Format(saved.Total)} điểm.");

    private RedirectResult Closed(int year)
    {
        Say("Đã chốt điểm. Các phiếu được khóa, bảng xếp hạng đã mở.");
        return Redirect($"/xep-hang/{year}");
    }
}
