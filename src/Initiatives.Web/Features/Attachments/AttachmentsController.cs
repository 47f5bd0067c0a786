using Initiatives.Domain.Access;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Web.Features.Attachments;

public sealed class AttachmentsController(IMediator mediator) : FeatureController(mediator)
{
    [HttpGet("/sang-kien/{id:int}/tai-lieu"), Needs(Permission.ReadOwnInitiatives)]
    public Task<IActionResult> AttachmentPage(int id) => Files(new AttachmentPage.Query { Id = id });

    [HttpPost("/sang-kien/{id:int}/tep"), RequestSizeLimit(PageSetup.Upload), Needs(Permission.WriteInitiative)]
    public async Task<IActionResult> AttachFile(int id, List<IFormFile> tep, AttachmentKind loai)
    {
        if (tep.Count == 0) ModelState.AddModelError("Tep", "Chọn tệp cần tải lên.");
        foreach (var file in tep) await Attach(new AttachFile.Command { Id = id, Kind = loai, File = UploadedFile.Of(file)! });
        return ModelState.ErrorCount > 0 ? await Files(new AttachmentPage.Query { Id = id }) : Told(id, tep.Count == 1 ? "Đã thêm tệp." : $"Đã thêm {tep.Count} tệp.");
    }

    [HttpPost("/tep/{id:int}/xoa"), Needs(Permission.WriteInitiative)]
    public Task<IActionResult> RemoveFile(int id) =>
        Do(new RemoveFile.Command { Id = id }, dossier => Told(dossier, "Đã bỏ tệp."), () => Files(new AttachmentPage.Query { FileId = id }));

    [HttpGet("/tep/{id:int}"), Needs(Permission.SignedIn)]
    public async Task<IActionResult> DownloadFile(int id)
    {
        var file = await Ask(new DownloadFile.Query { Id = id });
        return File(file.Content, file.ContentType, file.FileName);
    }

    private async Task<IActionResult> Files(AttachmentPage.Query query) => View("AttachmentPage", await Ask(query));

    /// <summary>One file of several: those that were taken stay, whatever becomes of the others.</summary>
    private async Task Attach(AttachFile.Command command)
    {
        var result = await SendAgainOnRace(command);
        foreach (var problem in result.Problems) ModelState.AddModelError(problem.Field, problem.Message);
        if (!result.Ok) Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
    }

    private RedirectResult Told(int dossier, string sentence)
    {
        Say(sentence);
        return Redirect($"/sang-kien/{dossier}/tai-lieu");
    }
}
