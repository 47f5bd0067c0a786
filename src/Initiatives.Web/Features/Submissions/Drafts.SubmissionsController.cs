using Initiatives.Domain.Access;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Web.Features.Submissions;

/// <summary>The form that saves itself.</summary>
public sealed partial class SubmissionsController
{
    /// <summary>Where signing in again ends while a form waits in another window.</summary>
    [HttpGet("/sang-kien/da-dang-nhap"), Needs(Permission.SignedIn)]
    public IActionResult SignedInAgain() => View();

    [HttpPost("/sang-kien/{id:int}/chep"), Needs(Permission.WriteInitiative)]
    public Task<IActionResult> CopyInitiative(int id, CopyInitiative.Command command) =>
        Do(command with { Id = id }, copy => Told($"/sang-kien/{copy}/soan", "Đã chép nội dung sang hồ sơ mới. Tệp kèm theo không chép: tải lại những tệp còn dùng."), () => Dossier(id));

    /// <summary>What was pasted from a word processor, as the form will keep it.</summary>
    [HttpPost("/sang-kien/lam-sach"), RequestSizeLimit(PageSetup.Texts), Needs(Permission.WriteInitiative)]
    public async Task<IActionResult> CleanPaste(CleanPaste.Command command) =>
        await Do(command, html => Content(html.Html, "text/plain; charset=utf-8"), () => Task.FromResult<IActionResult>(UnprocessableEntity()));

    /// <summary>200 once the text is committed, 409 when somebody else saved meanwhile, 422 with what cannot be right and where.</summary>
    private Task<IActionResult> SaveItself(SaveDraft.Command command) => Do(command, saved => Json(DraftAnswer.Of(saved)), async () =>
    {
        if (!IsStale) return Json(new { problems = Problems });
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Json(await Ask(new StaleDraft.Query { Id = command.Id, FormKey = command.FormKey }));
    });

    [HttpPost("/sang-kien/{id:int}/tron"), RequestSizeLimit(PageSetup.Texts), Needs(Permission.WriteInitiative)]
    public Task<IActionResult> MergeDraft(int id, MergeDraft.Command command) => Merge(command with { Id = id, Mine = command.Mine with { Id = id } });

    private Task<IActionResult> Merge(MergeDraft.Command command) =>
        Do(command, saved => Told($"/sang-kien/{saved.Id}/soan", $"Đã trộn và lưu bản {saved.Version}."), () => MergeAgain(command));

    /// <summary>Somebody saved once more: the same page over the newer version. What cannot be right is put right in the form.</summary>
    private async Task<IActionResult> MergeAgain(MergeDraft.Command command)
    {
        var again = await Ask(new MergeForm.Query { Typed = command.Mine, Again = command });
        return again is not null && IsStale ? View("MergeForm", again) : await Form(command.Id, again?.Mine ?? command.Mine);
    }

    /// <summary>What was typed is shown again: beside the refusals, or beside what somebody else saved.</summary>
    private async Task<IActionResult> Refused(SaveDraft.Command command) =>
        IsStale && await Ask(new MergeForm.Query { Typed = command }) is { } merge ? View("MergeForm", merge) : await Form(command.Id, command);

    private bool IsStale => ModelState.TryGetValue(nameof(Initiative.Version), out var entry) && entry.Errors.Count > 0;

    private IEnumerable<object> Problems => ModelState
        .SelectMany(pair => pair.Value!.Errors.Select(error => new { field = pair.Key, message = error.ErrorMessage }));
}
