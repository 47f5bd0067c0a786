using Initiatives.Domain.Access;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Components;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Web.Features.Attachments;

public sealed class AttachmentsController(IMediator mediator) : FeatureController(mediator)
{
    /// <summary>What became of the files of one request, for whoever asked with script.</summary>
    public sealed record Outcome(List<Outcome.Added> Files, List<string> Problems)
    {
        /// <summary>A file that is there now.</summary>
        public sealed record Added(int Id, string Name, string Size, string Sha256, string Icon, bool HasPreview);
    }

    [HttpGet("/sang-kien/{id:int}/tai-lieu"), Needs(Permission.ReadOwnInitiatives)]
    public Task<IActionResult> AttachmentPage(int id) => Files(new AttachmentPage.Query { Id = id });

    /// <summary>Fields in this order: the token (or its header), Loai, then one or more files Tep.</summary>
    [HttpPost("/sang-kien/{id:int}/tep"), StreamedForm, RequestSizeLimit(PageSetup.Upload), Needs(Permission.WriteInitiative)]
    public async Task<IActionResult> AttachFile(int id)
    {
        var form = StreamedForm.Of(HttpContext);
        var outcome = new Outcome([], []);
        await foreach (var file in form.FilesAsync(HttpContext.RequestAborted)) await Attach(outcome, new AttachFile.Command { Id = id, Kind = KindOf(form), File = new UploadedFile(file.FileName, file.Content) });
        return await Answer(id, outcome);
    }

    [HttpPost("/tep/{id:int}/xoa"), Needs(Permission.WriteInitiative)]
    public Task<IActionResult> RemoveFile(int id) => Do(
        new RemoveFile.Command { Id = id },
        dossier => IsScript ? Json(new { dossier }) : Told(dossier, "Đã bỏ tệp."),
        () => IsScript ? Refused() : Files(new AttachmentPage.Query { FileId = id }));

    [HttpGet("/tep/{id:int}"), Needs(Permission.SignedIn)]
    public async Task<IActionResult> DownloadFile(int id)
    {
        var file = await Ask(new DownloadFile.Query { Id = id });
        return File(file.Content, file.ContentType, file.FileName);
    }

    private bool IsScript => Request.Headers.Accept.ToString().Contains("application/json", StringComparison.OrdinalIgnoreCase);

    private async Task<IActionResult> Files(AttachmentPage.Query query) => View("AttachmentPage", await Ask(query));

    /// <summary>One file of several: those that were taken stay, whatever becomes of the others.</summary>
    private async Task Attach(Outcome outcome, AttachFile.Command command)
    {
        var result = await SendAgainOnRace(command);
        outcome.Problems.AddRange(result.Problems.Select(problem => problem.Message));
        foreach (var problem in result.Problems) ModelState.AddModelError(problem.Field, problem.Message);
        if (command.File.MayBeSentAgain) Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        if (!result.Ok) return;
        var file = result.Value;
        outcome.Files.Add(new Outcome.Added(file.Id, file.FileName, file.SizeText, file.Sha256, FileViews.Icon(file.ContentType), FileViews.HasPreview(file.ContentType)));
    }

    private async Task<IActionResult> Answer(int id, Outcome outcome)
    {
        if (outcome.Files.Count + outcome.Problems.Count == 0)
        {
            outcome.Problems.Add("Chọn tệp cần tải lên.");
            ModelState.AddModelError("Tep", outcome.Problems[0]);
        }

        if (outcome.Problems.Count > 0 && Response.StatusCode == StatusCodes.Status200OK) Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        if (IsScript) return Json(outcome);
        return outcome.Problems.Count > 0 ? await Files(new AttachmentPage.Query { Id = id }) : Told(id, outcome.Files.Count == 1 ? "Đã thêm tệp." : $"Đã thêm {outcome.Files.Count} tệp.");
    }

    private Task<IActionResult> Refused() => Task.FromResult<IActionResult>(Json(new { problems = ModelState.Values.SelectMany(entry => entry.Errors).Select(error => error.ErrorMessage) }));

    private IActionResult Told(int dossier, string sentence)
    {
        Say(sentence);
        return Redirect($"/sang-kien/{dossier}/tai-lieu");
    }

    private static AttachmentKind KindOf(StreamedForm form) => Enum.TryParse<AttachmentKind>(form.Field("Loai"), out var kind) ? kind : AttachmentKind.Evidence;
}
