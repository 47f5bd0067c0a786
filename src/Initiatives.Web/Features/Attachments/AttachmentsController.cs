using System.Net.Http.Headers;
using Initiatives.Domain;
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

    [HttpGet("/tep/{id:int}/xem"), Needs(Permission.SignedIn)]
    public async Task<IActionResult> PreviewPage(int id) => View(await Ask(new PreviewPage.Query { Id = id }));

    /// <summary>A picture as the preview's frame shows it; anything else is given out only to be saved.</summary>
    [HttpGet("/tep/{id:int}/noi-dung"), Needs(Permission.SignedIn)]
    public async Task<IActionResult> InlinePicture(int id)
    {
        var file = await Ask(new DownloadFile.Query { Id = id });
        if (!file.ContentType.StartsWith("image/", StringComparison.Ordinal)) return NotFoundAfter(file);
        Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";
        Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("inline") { FileNameStar = file.FileName }.ToString();
        return File(file.Content, file.ContentType);
    }

    /// <summary>The sandboxed page that draws a PDF whose bytes it is handed; it can ask for nothing by itself.</summary>
    [HttpGet("/tep/khung"), Needs(Permission.SignedIn)]
    public IActionResult PdfFrame()
    {
        Response.Headers.ContentSecurityPolicy = "sandbox allow-scripts; default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src data: blob:; font-src data: blob:; frame-ancestors 'self'";
        return View();
    }

    private bool IsScript => Request.Headers.Accept.ToString().Contains("application/json", StringComparison.OrdinalIgnoreCase);

    private async Task<IActionResult> Files(AttachmentPage.Query query) => View("AttachmentPage", await Ask(query));

    /// <summary>One file of several: those that were taken stay, whatever becomes of the others.</summary>
    private async Task Attach(Outcome outcome, AttachFile.Command command)
    {
        var result = await SendOrNull(command);
        var problems = result?.Problems ?? [new Problem("Tep", NotSaved)];
        outcome.Problems.AddRange(problems.Select(problem => problem.Message));
        foreach (var problem in problems) ModelState.AddModelError(problem.Field, problem.Message);
        if (command.File.MayBeSentAgain) Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        if (result is not { Ok: true }) return;
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

    private NotFoundResult NotFoundAfter(DownloadFile.Answer file)
    {
        file.Content.Dispose();
        return NotFound();
    }

    private Task<IActionResult> Refused() => Task.FromResult<IActionResult>(Json(new { problems = ModelState.Values.SelectMany(entry => entry.Errors).Select(error => error.ErrorMessage) }));

    private IActionResult Told(int dossier, string sentence)
    {
        Say(sentence);
        return Redirect($"/sang-kien/{dossier}/tai-lieu");
    }

    private static AttachmentKind KindOf(StreamedForm form) => Enum.TryParse<AttachmentKind>(form.Field("Loai"), out var kind) ? kind : AttachmentKind.Evidence;
}
