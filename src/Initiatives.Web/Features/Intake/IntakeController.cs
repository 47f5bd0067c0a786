using Initiatives.Domain.Access;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

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

    [HttpGet("/bien-nhan/{code}"), AllowAnonymous, EnableRateLimiting(RateLimits.Lookup)]
    public async Task<IActionResult> ReceiptCheck(ReceiptCheck.Query query) => View(await Ask(query));

    [HttpGet("/tiep-nhan"), Needs(Permission.ReadReceived)]
    public async Task<IActionResult> RegisterPage(RegisterPage.Query query) => View(await Ask(query));

    [HttpGet("/tiep-nhan.xlsx"), Needs(Permission.ReadReceived)]
    public async Task<IActionResult> RegisterFile(RegisterFile.Query query)
    {
        var file = await Ask(query);
        return File(file.Content, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", file.FileName);
    }

    [HttpGet("/tiep-nhan/nhap"), Needs(Permission.RegisterOutside)]
    public async Task<IActionResult> EnterOutside(int? donVi) => View(await Ask(new EnterOutside.Query { DonVi = donVi }));

    [HttpPost("/tiep-nhan/nhap"), RequestSizeLimit(PageSetup.Upload), Needs(Permission.RegisterOutside)]
    public Task<IActionResult> EnterOutside(EnterOutside.Command command, IFormFile? scan) => Do(
        command with { Scan = UploadedFile.Of(scan) },
        id => Told($"/tiep-nhan/{id}/xac-nhan", "Đã vào sổ và cấp số. Đơn vị được mời xác nhận nội dung."),
        async () => View(await Ask(new EnterOutside.Query { Typed = command })));

    [HttpGet("/tiep-nhan/{id:int}/xac-nhan"), Needs(Permission.SignedIn)]
    public async Task<IActionResult> ConfirmOutside(int id) => View(await Ask(new ConfirmOutside.Query { Id = id }));

    [HttpPost("/tiep-nhan/{id:int}/xac-nhan"), Needs(Permission.ConfirmOutside)]
    public Task<IActionResult> ConfirmOutside(int id, ConfirmOutside.Command command) => Do(
        command with { Id = id },
        () => Told($"/tiep-nhan/{id}/xac-nhan", command.Op == "dung" ? "Đã xác nhận nội dung." : "Đã báo Sở KH&CN sửa."),
        () => ConfirmOutside(id));

    [HttpGet("/tiep-nhan/{id:int}/sua"), Needs(Permission.RegisterOutside)]
    public async Task<IActionResult> CorrectOutside(int id) =>
        await Ask(new CorrectOutside.Query { Id = id }) is { IsOpen: true } page ? View(page) : Redirect($"/tiep-nhan/{id}/xac-nhan");

    [HttpPost("/tiep-nhan/{id:int}/sua"), Needs(Permission.RegisterOutside)]
    public Task<IActionResult> CorrectOutside(int id, CorrectOutside.Command command) => Do(
        command with { Id = id },
        () => Told($"/tiep-nhan/{id}/xac-nhan", "Đã sửa. Đơn vị được mời xác nhận lại."),
        async () => View(await Ask(new CorrectOutside.Query { Id = id, Typed = command })));

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
