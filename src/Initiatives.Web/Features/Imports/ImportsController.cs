using Initiatives.Domain.Access;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Web.Features.Imports;

public sealed class ImportsController(IMediator mediator) : FeatureController(mediator)
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [HttpGet("/quan-tri/tai-khoan/nhap"), Needs(Permission.ManageAccounts)]
    public IActionResult CheckImport() => View(Imports.CheckImport.View.Empty);

    [HttpGet("/quan-tri/tai-khoan/nhap/mau.xlsx"), Needs(Permission.ManageAccounts)]
    public async Task<IActionResult> ImportTemplate() => File(await Ask(new ImportTemplate.Query()), Xlsx, "mau-nhap-tai-khoan.xlsx");

    /// <summary>The answer to the upload is the dry run itself: there is nothing to go on to, because nothing was written.</summary>
    [HttpPost("/quan-tri/tai-khoan/nhap"), Needs(Permission.ManageAccounts), RequestSizeLimit(40 << 20)]
    public async Task<IActionResult> CheckImport(IFormFile? file)
    {
        await using var content = file?.OpenReadStream();
        return await Do(new CheckImport.Command { Content = content, FileName = file?.FileName ?? "" }, view => View(view), Choose);
    }

    [HttpPost("/quan-tri/tai-khoan/nhap/ghi"), Needs(Permission.ManageAccounts), RequestSizeLimit(6 << 20)]
    public Task<IActionResult> ApplyImport(ApplyImport.Command command) => Do(command,
        done => done.Again is { } again ? Again(again) : Told($"Đã nhập: {done.Words}. Tiếp theo: gửi thư mời hoặc in phiếu cho tài khoản chưa mời.", "/quan-tri/tai-khoan?tt=chua-moi"),
        Choose);

    private ViewResult Again(CheckImport.View view)
    {
        Response.StatusCode = StatusCodes.Status409Conflict;
        ModelState.Clear();
        ModelState.AddModelError("", "Từ lúc kiểm tra đến nay danh sách tài khoản đã đổi, nên chưa ghi gì. Xem lại bảng dưới đây rồi nhập.");
        return View(nameof(CheckImport), view);
    }

    private Task<IActionResult> Choose() => Task.FromResult<IActionResult>(View(nameof(CheckImport), Imports.CheckImport.View.Empty));

    private RedirectResult Told(string sentence, string path)
    {
        Say(sentence);
        return Redirect(path);
    }
}
