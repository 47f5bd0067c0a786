using Initiatives.Domain.Access;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Platform.Jobs;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Web.Features.Submissions;

public sealed partial class SubmissionsController(IMediator mediator) : FeatureController(mediator)
{
    [HttpGet("/sang-kien"), Needs(Permission.ReadOwnInitiatives)]
    public async Task<IActionResult> InitiativeList(InitiativeList.Query query) => View("InitiativeList", await Ask(query));

    [HttpGet("/sang-kien/{id:int}"), Needs(Permission.ReadOwnInitiatives)]
    public Task<IActionResult> InitiativePage(int id) => Dossier(id);

    [HttpGet("/sang-kien/soan"), Needs(Permission.WriteInitiative)]
    public async Task<IActionResult> StartDraft() => View("DraftForm", await Ask(new DraftForm.Query()));

    [HttpGet("/sang-kien/{id:int}/soan"), Needs(Permission.WriteInitiative)]
    public async Task<IActionResult> DraftForm(int id) =>
        await Ask(new DraftForm.Query { Id = id }) is { IsDraft: true } page ? View(page) : Redirect($"/sang-kien/{id}");

    [HttpPost("/sang-kien/soan"), RequestSizeLimit(PageSetup.Texts), Needs(Permission.WriteInitiative)]
    public Task<IActionResult> StartDraft(SaveDraft.Command command, string? op) => Save(command with { Id = 0 }, op);

    [HttpPost("/sang-kien/{id:int}/soan"), RequestSizeLimit(PageSetup.Texts), Needs(Permission.WriteInitiative)]
    public Task<IActionResult> SaveDraft(int id, SaveDraft.Command command, string? op) => Save(command with { Id = id }, op);

    [HttpPost("/sang-kien/{id:int}/trinh"), Needs(Permission.WriteInitiative)]
    public Task<IActionResult> SendToHead(int id, int version) => Send(id, version);

    [HttpPost("/sang-kien/{id:int}/rut"), Needs(Permission.ReadOwnInitiatives)]
    public Task<IActionResult> WithdrawInitiative(int id, WithdrawInitiative.Command command) =>
        Do(command with { Id = id }, () => Told($"/sang-kien/{id}", "Đã rút hồ sơ."), () => Dossier(id));

    private async Task<IActionResult> Dossier(int id) => View("InitiativePage", await Ask(new InitiativePage.Query { Id = id }));

    private async Task<IActionResult> Form(int id, SaveDraft.Command? typed = null) => View("DraftForm", await Ask(new DraftForm.Query { Id = id, Typed = typed }));

    private RedirectResult Told(string path, string sentence)
    {
        Say(sentence);
        return Redirect(path);
    }

    /// <summary>First the text is safe, then the rest of what the button means is done.</summary>
    /// <param name="op">luu, trinh, tai-lieu (on to the files), or a section's anchor to come back to.</param>
    private async Task<IActionResult> Save(SaveDraft.Command command, string? op)
    {
        if (Request.WantsJson()) return await SaveItself(command);
        SaveDraft.Saved? saved = null;
        var answer = await Do(command, done => Redirect(After((saved = done).Id, op)), () => Refused(command));
        if (saved is null || op != "trinh") return answer;
        ModelState.Clear();   // what was typed is stored now; the page shows what is stored
        return await Send(saved.Id, saved.Version);
    }

    private Task<IActionResult> Send(int id, int version) => Do(
        new SendToHead(id, version),
        () => Told($"/sang-kien/{id}", "Đã trình thủ trưởng đơn vị. Hồ sơ không sửa được trong lúc chờ xác nhận."),
        () => Form(id));

    private static readonly HashSet<string> Anchors = [.. Completeness.Of(new DraftContent()).Select(section => section.Anchor)];

    private static string After(int id, string? op) => op switch
    {
        null or "luu" or "trinh" => $"/sang-kien/{id}/soan",
        "tai-lieu" => $"/sang-kien/{id}/tai-lieu",
        _ when Anchors.Contains(op) => $"/sang-kien/{id}/soan#{op}",
        _ => $"/sang-kien/{id}/soan",
    };
}
