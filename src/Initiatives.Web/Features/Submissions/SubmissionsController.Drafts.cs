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

    /// <summary>200 once the text is committed, 409 when somebody else saved meanwhile, 422 with what cannot be right and where.</summary>
    private Task<IActionResult> SaveItself(SaveDraft.Command command) => Do(command, saved => Json(DraftAnswer.Of(saved)), async () =>
    {
        if (!IsStale) return Json(new { problems = Problems });
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Json(await Ask(new StaleDraft.Query { Id = command.Id, FormKey = command.FormKey }));
    });

    /// <summary>What was typed is shown again: beside the refusals, or beside what somebody else saved.</summary>
    private Task<IActionResult> Refused(SaveDraft.Command command) => Form(command.Id, command);

    private bool IsStale => ModelState.TryGetValue(nameof(Initiative.Version), out var entry) && entry.Errors.Count > 0;

    private IEnumerable<object> Problems => ModelState
        .SelectMany(pair => pair.Value!.Errors.Select(error => new { field = pair.Key, message = error.ErrorMessage }));
}
