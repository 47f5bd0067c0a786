using Initiatives.Domain.Access;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Web.Features.Remonstrances;

public sealed class RemonstrancesController(IMediator mediator) : FeatureController(mediator)
{
    [HttpGet("/kien-nghi/gui"), Needs(Permission.WriteRemonstrance)]
    public async Task<IActionResult> RemonstranceForm(int hoSo) => View(nameof(RemonstranceForm), await Ask(new RemonstranceForm.Query(hoSo)));

    [HttpPost("/kien-nghi/gui"), RequestSizeLimit(PageSetup.Upload), Needs(Permission.WriteRemonstrance)]
    public Task<IActionResult> WriteRemonstrance(WriteRemonstrance.Command command, List<IFormFile>? tep) =>
        Do(command with { Files = Of(tep) }, id => Redirect($"/kien-nghi/bien-nhan/{id}"), () => Again(tep, () => RemonstranceForm(command.HoSo)));

    [HttpGet("/kien-nghi/bien-nhan/{id:int}"), Needs(Permission.ReadOwnInitiatives)]
    public async Task<IActionResult> RemonstranceReceipt(int id) => View(await Ask(new RemonstranceReceipt.Query(id)));

    [HttpGet("/kien-nghi/tep/{fileId:int}"), Needs(Permission.SignedIn)]
    public async Task<IActionResult> RemonstranceDownload(int fileId)
    {
        var file = await Ask(new RemonstranceDownload.Query(fileId));
        return File(file.Content, file.ContentType, file.FileName);
    }

    [HttpGet("/kien-nghi"), Needs(Permission.ReadRemonstrances)]
    public async Task<IActionResult> RemonstranceList(int trang = 1) => View(await Ask(new RemonstranceList.Query(trang)));

    [HttpGet("/kien-nghi/ghi"), Needs(Permission.RegisterRemonstrance)]
    public IActionResult RecordRemonstrance() => View();

    [HttpPost("/kien-nghi/ghi"), RequestSizeLimit(PageSetup.Upload), Needs(Permission.RegisterRemonstrance)]
    public Task<IActionResult> RecordRemonstrance(RecordRemonstrance.Command command, List<IFormFile>? tep) =>
        Do(command with { Files = Of(tep) }, id => Told(id, "Đã ghi vào sổ kiến nghị."), () => Again(tep, () => Task.FromResult<IActionResult>(View())));

    [HttpGet("/kien-nghi/{id:int}"), Needs(Permission.ReadRemonstrances)]
    public async Task<IActionResult> RemonstrancePage(int id) => View(nameof(RemonstrancePage), await Ask(new RemonstrancePage.Query(id)));

    [HttpPost("/kien-nghi/{id:int}/chuyen"), Needs(Permission.AnswerRemonstrance)]
    public Task<IActionResult> ForwardRemonstrance(int id, ForwardRemonstrance.Command command) =>
        Do(command with { Id = id }, () => Told(id, "Đã chuyển thư ký Hội đồng."), () => RemonstrancePage(id));

    [HttpPost("/kien-nghi/{id:int}/giai-trinh"), Needs(Permission.ExplainResult)]
    public Task<IActionResult> ExplainResult(int id, ExplainResult.Command command) =>
        Do(command with { Id = id }, () => Told(id, "Đã gửi giải trình tới Sở KH&CN."), () => RemonstrancePage(id));

    [HttpPost("/kien-nghi/{id:int}/cham-lai"), Needs(Permission.OrderRescoring)]
    public Task<IActionResult> OrderRescoring(int id, OrderRescoring.Command command) =>
        Do(command with { Id = id }, () => Told(id, "Đã giao chấm lại. Chọn người chấm lại ở dưới."), () => RemonstrancePage(id));

    [HttpPost("/kien-nghi/{id:int}/nguoi-cham"), Needs(Permission.RunRescoring)]
    public Task<IActionResult> NameRescorers(int id, NameRescorers.Command command) =>
        Do(command with { Id = id }, () => Told(id, "Đã chọn người chấm lại. Hồ sơ nằm trên bàn chấm của họ."), () => RemonstrancePage(id));

    [HttpPost("/kien-nghi/{id:int}/chot"), Needs(Permission.RunRescoring)]
    public Task<IActionResult> CloseRescoring(int id) =>
        Do(new CloseRescoring.Command { Id = id }, () => Told(id, "Đã chốt kết quả chấm lại."), () => RemonstrancePage(id));

    [HttpPost("/kien-nghi/{id:int}/soan"), Needs(Permission.AnswerRemonstrance)]
    public Task<IActionResult> DraftAnswer(int id, DraftAnswer.Command command) =>
        Do(command with { Id = id }, () => Told(id, "Đã lưu nội dung trả lời. Xem dự thảo công văn rồi ra công văn ở dưới."), () => RemonstrancePage(id));

    [HttpGet("/kien-nghi/{id:int}/cong-van.pdf"), Needs(Permission.AnswerRemonstrance)]
    public async Task<IActionResult> AnswerPaper(int id)
    {
        var answer = await Ask(new AnswerPaper.Query(id));
        return File(answer.Content, "application/pdf", answer.FileName);
    }

    [HttpPost("/kien-nghi/{id:int}/tra-loi"), Needs(Permission.AnswerRemonstrance)]
    public Task<IActionResult> SendAnswer(int id, SendAnswer.Command command) =>
        Do(command with { Id = id }, () => Told(id, "Đã ra công văn trả lời. Người kiến nghị và đơn vị đọc được ngay, và nhận thư."), () => RemonstrancePage(id));

    private static IReadOnlyList<UploadedFile> Of(List<IFormFile>? files) => [.. (files ?? []).Select(file => UploadedFile.Of(file)!)];

    private Task<IActionResult> Again(List<IFormFile>? files, Func<Task<IActionResult>> page)
    {
        AskForFileAgain(Filing.Field, files is { Count: > 0 } ? files[0].FileName : null);
        return page();
    }

    private RedirectResult Told(int id, string sentence)
    {
        Say(sentence);
        return Redirect($"/kien-nghi/{id}");
    }
}
