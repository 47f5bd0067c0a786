using Initiatives.Domain.Access;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Web.Features.Confirming;

public sealed class ConfirmingController(IMediator mediator, IConfiguration configuration) : FeatureController(mediator)
{
    [HttpGet("/sang-kien/{id:int}/xac-nhan"), Needs(Permission.WriteInitiative)]
    public Task<IActionResult> ConfirmationPage(int id) => Page(id);

    [HttpPost("/sang-kien/{id:int}/xac-nhan/gui"), Needs(Permission.WriteInitiative)]
    public Task<IActionResult> AskAuthors(int id, AskAuthors.Command command) =>
        Do(command with { Id = id }, asked => Asked(id, asked), () => Page(id));

    [HttpPost("/sang-kien/{id:int}/xac-nhan/toi"), Needs(Permission.WriteInitiative)]
    public Task<IActionResult> AnswerInside(int id, AnswerInside.Command command) => Do(
        command with { Id = id },
        () => Told($"/sang-kien/{id}/xac-nhan", command.IsRight ? "Đã ghi xác nhận của bạn." : "Đã báo người soạn hồ sơ chỗ chưa đúng."),
        () => Page(id));

    [HttpGet("/sang-kien/{id:int}/xac-nhan/ban-in.pdf"), Needs(Permission.WriteInitiative)]
    public async Task<IActionResult> ConfirmationForm(int id)
    {
        var file = await Ask(new ConfirmationForm.Query { Id = id });
        return File(file.Content, "application/pdf", file.FileName);
    }

    [HttpPost("/sang-kien/{id:int}/xac-nhan/ban-ky"), RequestSizeLimit(PageSetup.Upload), Needs(Permission.WriteInitiative)]
    public Task<IActionResult> UploadScan(int id, IFormFile? scan) => Do(
        new UploadScan.Command { Id = id, Scan = UploadedFile.Of(scan) },
        () => Told($"/sang-kien/{id}/xac-nhan", "Đã nhận bản ký, tính là xác nhận của mọi tác giả."),
        () => Page(id));

    /// <summary>For whoever holds the link; its token is the guard.</summary>
    [HttpGet("/xac-nhan/{token}"), AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    public Task<IActionResult> LinkPage(string token) => Link(token);

    [HttpPost("/xac-nhan/{token}"), AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    public Task<IActionResult> AnswerByLink(string token, AnswerByLink.Command command) =>
        Do(command with { Token = token }, () => Redirect($"/xac-nhan/{Uri.EscapeDataString(token)}"), () => Link(token));

    private async Task<IActionResult> Page(int id) => View("ConfirmationPage", await Ask(new ConfirmationPage.Query { Id = id }));

    private async Task<IActionResult> Link(string token)
    {
        var page = await Ask(new LinkPage.Query { Token = token });
        if (page.State == Confirming.LinkPage.LinkState.Unknown) Response.StatusCode = StatusCodes.Status404NotFound;
        return View("LinkPage", page);
    }

    /// <summary>A link that is handed over is shown once, on the next page.</summary>
    private IActionResult Asked(int id, AskAuthors.Asked asked)
    {
        if (asked.Token is null) return Told($"/sang-kien/{id}/xac-nhan", asked.Sentence);
        TempData["link"] = $"{configuration.SiteAddress() ?? $"{Request.Scheme}://{Request.Host}{Request.PathBase}"}/xac-nhan/{asked.Token}";
        TempData["link-name"] = asked.Name;
        return Redirect($"/sang-kien/{id}/xac-nhan#lien-ket");
    }

    private RedirectResult Told(string path, string sentence)
    {
        Say(sentence);
        return Redirect(path);
    }
}
