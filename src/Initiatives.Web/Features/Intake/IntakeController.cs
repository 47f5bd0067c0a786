using Initiatives.Domain;
using Initiatives.Domain.Access;
using Initiatives.Domain.Submissions;
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
    public async Task<IActionResult> ReceiptCheck(ReceiptCheck.Query query)
    {
        var view = await Ask(query);
        if (view is { IsAsked: true, Found: null }) Response.StatusCode = StatusCodes.Status404NotFound;
        return View(nameof(ReceiptCheck), view);
    }

    [HttpGet("/bien-nhan"), AllowAnonymous, EnableRateLimiting(RateLimits.Lookup)]
    public async Task<IActionResult> AskReceipt(string? ma) =>
        ReceiptCode.Read(ma) is { } code ? Redirect($"/bien-nhan/{code}") : await ReceiptCheck(new ReceiptCheck.Query { Code = ma ?? "" });

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
    public async Task<IActionResult> EnterOutside(EnterOutside.Command command, IFormFile? scan)
    {
        command = command with { Scan = UploadedFile.Of(scan) };
        if (!ModelState.IsValid) TellTheRest(await Ask(new EnterOutside.Check(command)));
        return await Do(command, id => Told($"/tiep-nhan/{id}/xac-nhan", "Đã vào sổ và cấp số. Đơn vị được mời xác nhận nội dung."), () => EnterAgain(command));
    }

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

    /// <summary>Beside what could not be read: no second refusal of a field, nor of a sum of which a part could not be read.</summary>
    private void TellTheRest(Result rest)
    {
        var told = ModelState.Where(pair => pair.Value!.Errors.Count > 0).Select(pair => pair.Key).ToList();
        foreach (var problem in rest.Problems.Where(problem => !told.Exists(key => key == problem.Field || (problem.Field.Length > 0 && key.StartsWith(problem.Field + "[", StringComparison.Ordinal)))))
            ModelState.AddModelError(problem.Field, problem.Message);
    }

    private async Task<IActionResult> EnterAgain(EnterOutside.Command command)
    {
        AskForFileAgain(nameof(command.Scan), command.Scan?.FileName);
        return View(await Ask(new EnterOutside.Query { Typed = command }));
    }

    private async Task<IActionResult> Extensions(int year) => View("ExtensionList", await Ask(new ExtensionList.Query { Year = year }));

    private RedirectResult Told(string path, string sentence)
    {
        Say(sentence);
        return Redirect(path);
    }

    /// <summary>The site's own address, as it is printed: configured, or in a trial the host that was asked.</summary>
    private string Site => configuration.SiteAddress() ?? $"{Request.Scheme}://{Request.Host}{Request.PathBase}";
}
