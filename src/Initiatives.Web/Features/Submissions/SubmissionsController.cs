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
    /// <summary>What else a button of the form does once the draft is saved.</summary>
    /// <param name="Op">luu, trinh, a section's anchor to come back to, or bo-{id}: take that file out.</param>
    public sealed record Extra(string? Op, IFormFile? Tep, AttachmentKind Loai);

    [HttpGet("/sang-kien"), Needs(Permission.ReadOwnInitiatives)]
    public async Task<IActionResult> InitiativeList(InitiativeList.Query query) => View("InitiativeList", await Ask(query));

    [HttpGet("/sang-kien/{id:int}"), Needs(Permission.ReadOwnInitiatives)]
    public Task<IActionResult> InitiativePage(int id) => Dossier(id);

    [HttpGet("/sang-kien/soan"), Needs(Permission.WriteInitiative)]
    public async Task<IActionResult> StartDraft() => View("DraftForm", await Ask(new DraftForm.Query()));

    [HttpGet("/sang-kien/{id:int}/soan"), Needs(Permission.WriteInitiative)]
    public async Task<IActionResult> DraftForm(int id) =>
        await Ask(new DraftForm.Query { Id = id }) is { IsDraft: true } page ? View(page) : Redirect($"/sang-kien/{id}");

    [HttpPost("/sang-kien/soan"), RequestSizeLimit(PageSetup.Upload), Needs(Permission.WriteInitiative)]
    public Task<IActionResult> StartDraft(SaveDraft.Command command, Extra extra) => Save(command with { Id = 0 }, extra);

    [HttpPost("/sang-kien/{id:int}/soan"), RequestSizeLimit(PageSetup.Upload), Needs(Permission.WriteInitiative)]
    public Task<IActionResult> SaveDraft(int id, SaveDraft.Command command, Extra extra) => Save(command with { Id = id }, extra);

    [HttpPost("/sang-kien/{id:int}/trinh"), Needs(Permission.WriteInitiative)]
    public Task<IActionResult> SendToHead(int id, int version) => Send(id, version);

    [HttpPost("/sang-kien/{id:int}/rut"), Needs(Permission.ReadOwnInitiatives)]
    public Task<IActionResult> WithdrawInitiative(int id, WithdrawInitiative.Command command) =>
        Do(command with { Id = id }, () => Told($"/sang-kien/{id}", "Đã rút hồ sơ."), () => Dossier(id));

    [HttpPost("/sang-kien/{id:int}/tep"), RequestSizeLimit(PageSetup.Upload), Needs(Permission.WriteInitiative)]
    public Task<IActionResult> AttachFile(int id, Extra extra) => Attach(id, extra);

    [HttpPost("/tep/{id:int}/xoa"), Needs(Permission.WriteInitiative)]
    public Task<IActionResult> RemoveFile(int id) =>
        Do(new RemoveFile.Command { Id = id }, dossier => Told($"/sang-kien/{dossier}/soan#tai-lieu", "Đã bỏ tệp."), () => InitiativeList(new InitiativeList.Query()));

    [HttpGet("/tep/{id:int}"), Needs(Permission.SignedIn)]
    public async Task<IActionResult> DownloadFile(int id)
    {
        var file = await Ask(new DownloadFile.Query { Id = id });
        return File(file.Content, file.ContentType, file.FileName);
    }

    private async Task<IActionResult> Dossier(int id) => View("InitiativePage", await Ask(new InitiativePage.Query { Id = id }));

    private async Task<IActionResult> Form(int id, SaveDraft.Command? typed = null) => View("DraftForm", await Ask(new DraftForm.Query { Id = id, Typed = typed }));

    private RedirectResult Told(string path, string sentence)
    {
        Say(sentence);
        return Redirect(path);
    }

    /// <summary>First the text is safe, then the rest of what the button means is done.</summary>
    private async Task<IActionResult> Save(SaveDraft.Command command, Extra extra)
    {
        if (Request.WantsJson()) return await SaveItself(command);
        SaveDraft.Saved? saved = null;
        var answer = await Do(command, done => Redirect($"/sang-kien/{(saved = done).Id}/soan{Anchor(extra.Op)}"), () => Refused(command));
        if (saved is null && extra.Tep is not null) ModelState.AddModelError("Tep", "Tệp chưa được gửi. Sửa các chỗ nêu trên rồi chọn lại tệp.");
        if (saved is null) return answer;
        ModelState.Clear();   // what was typed is stored now; the page shows what is stored
        if (extra.Tep is not null && await Attach(saved.Id, extra) is ViewResult refused) return refused;
        if (extra.Op?.StartsWith("bo-", StringComparison.Ordinal) == true && int.TryParse(extra.Op[3..], out var file)) return await RemoveFile(file);
        return extra.Op == "trinh" ? await Send(saved.Id, saved.Version) : answer;
    }

    private async Task<IActionResult> Attach(int id, Extra extra)
    {
        if (extra.Tep is null) ModelState.AddModelError("Tep", "Chọn tệp cần tải lên.");
        await using var content = extra.Tep?.OpenReadStream() ?? Stream.Null;
        var command = new AttachFile.Command { Id = id, Kind = extra.Loai, FileName = extra.Tep?.FileName ?? "", Content = content };
        return await Do(command, _ => Told($"/sang-kien/{id}/soan#tai-lieu", "Đã thêm tệp."), () => Form(id));
    }

    private Task<IActionResult> Send(int id, int version) => Do(
        new SendToHead(id, version),
        () => Told($"/sang-kien/{id}", "Đã trình thủ trưởng đơn vị. Hồ sơ không sửa được trong lúc chờ xác nhận."),
        () => Form(id));

    private static string Anchor(string? op) => op is null or "luu" or "trinh" || op.StartsWith("bo-", StringComparison.Ordinal) ? "" : $"#{Uri.EscapeDataString(op)}";
}
