using Initiatives.Domain.Access;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Web.Features.Intake;

public sealed class IntakeController(IMediator mediator, IConfiguration configuration) : FeatureController(mediator)
{
    [HttpGet("/sang-kien/{id:int}/bien-nhan"), Needs(Permission.SignedIn)]
    public async Task<IActionResult> Receipt(int id) => View(await Ask(new Receipt.Query { Id = id, Site = Site }));

    [HttpGet("/sang-kien/{id:int}/bien-nhan.pdf"), Needs(Permission.SignedIn)]
    public async Task<IActionResult> ReceiptFile(int id)
    {
        var file = await Ask(new ReceiptFile.Query { Id = id, Site = Site });
        return File(file.Content, "application/pdf", file.FileName);
    }

    /// <summary>The server's clock, for a page whose own count was interrupted by sleep.</summary>
    [HttpGet("/gio-may-chu"), AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    public async Task<IActionResult> ServerTime() => Json(new { now = await Ask(new ServerTime.Query()) });

    [HttpGet("/ky-xet/{year:int}/gia-han"), Needs(Permission.ManageCycle)]
    public Task<IActionResult> ExtensionList(int year) => Extensions(year);

    [HttpPost("/ky-xet/{year:int}/gia-han"), Needs(Permission.ManageCycle)]
    public Task<IActionResult> GrantExtension(int year, GrantExtension.Command command) =>
        Do(command with { Year = year }, () => Told($"/ky-xet/{year}/gia-han", "Đã gia hạn. Mọi đơn vị thấy giờ mới và văn bản cho phép."), () => Extensions(year));

    [HttpGet("/ky-xet/{year:int}/gia-han/{id:int}/ket-thuc"), Needs(Permission.ManageCycle)]
    public async Task<IActionResult> EndExtension(int year, int id) => View(await Ask(new EndExtension.Query { Year = year, Id = id }));

    [HttpPost("/ky-xet/{year:int}/gia-han/{id:int}/ket-thuc"), Needs(Permission.ManageCycle)]
    public Task<IActionResult> EndExtension(int year, int id, EndExtension.Command command) =>
        Do(command with { Year = year, Id = id }, () => Told($"/ky-xet/{year}/gia-han", "Đã kết thúc gia hạn."), async () => View(await Ask(new EndExtension.Query { Year = year, Id = id })));

    private async Task<IActionResult> Extensions(int year) => View("ExtensionList", await Ask(new ExtensionList.Query { Year = year }));

    private RedirectResult Told(string path, string sentence)
    {
        Say(sentence);
        return Redirect(path);
    }

    /// <summary>The site's own address, as it is printed: configured, or in a trial the host that was asked.</summary>
    private string Site => configuration.SiteAddress() ?? $"{Request.Scheme}://{Request.Host}{Request.PathBase}";
}
