using System.Net.Http.Headers;
using Initiatives.Domain.Access;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Web.Features.Scoring;

/// <summary>Sheets that come on paper.</summary>
public sealed partial class ScoringController
{
    [HttpGet("/phieu-giay/{year:int}"), Needs(Permission.EnterPaperSheets)]
    public async Task<IActionResult> PaperDesk(int year, int? nguoi, int trang = 1) => View(await Ask(new PaperDesk.Query { Year = year, JudgeId = nguoi, Page = trang }));

    [HttpGet("/phieu-giay/phieu/{sheetId:int}"), Needs(Permission.EnterPaperSheets)]
    public async Task<IActionResult> PaperForm(int sheetId) => View(nameof(PaperForm), await Ask(new PaperForm.Query(sheetId)));

    [HttpGet("/phieu-giay/phieu/{sheetId:int}/trong.pdf"), Needs(Permission.EnterPaperSheets)]
    public async Task<IActionResult> BlankSheetPdf(int sheetId)
    {
        var answer = await Ask(new ScoreSheetPdf.Query(sheetId, IsBlank: true));
        return File(answer.Content, "application/pdf", answer.FileName);
    }

    [HttpPost("/phieu-giay/phieu/{sheetId:int}"), RequestSizeLimit(PageSetup.Upload), Needs(Permission.EnterPaperSheets)]
    public Task<IActionResult> EnterPaperSheet(int sheetId, EnterPaperSheet.Command command, IFormFile? scan) =>
        Do(command with { SheetId = sheetId, Scan = UploadedFile.Of(scan) }, Entered, () =>
        {
            AskForFileAgain(nameof(command.Scan), scan?.FileName);
            return PaperForm(sheetId);
        });

    [HttpGet("/phieu-giay/ban/{id:int}"), Needs(Permission.EnterPaperSheets), ReadsScores]
    public async Task<IActionResult> PaperPage(int id) => View(nameof(PaperPage), await Ask(new PaperPage.Query(id)));

    [HttpGet("/phieu-giay/ban/{id:int}/ban-quet"), Needs(Permission.EnterPaperSheets), ReadsScores]
    public async Task<IActionResult> PaperScan(int id)
    {
        var scan = await Ask(new PaperPage.ScanQuery(id));
        return File(scan.Content, scan.ContentType, scan.FileName);
    }

    /// <summary>A picture as the page's frame shows it; a PDF is handed to the frame that draws it.</summary>
    [HttpGet("/phieu-giay/ban/{id:int}/anh"), Needs(Permission.EnterPaperSheets), ReadsScores]
    public async Task<IActionResult> PaperPicture(int id)
    {
        var scan = await Ask(new PaperPage.ScanQuery(id));
        if (!scan.ContentType.StartsWith("image/", StringComparison.Ordinal))
        {
            await scan.Content.DisposeAsync();
            return NotFound();
        }

        Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";
        Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("inline") { FileNameStar = scan.FileName }.ToString();
        return File(scan.Content, scan.ContentType);
    }

    [HttpPost("/phieu-giay/ban/{id:int}/doi-chieu"), Needs(Permission.EnterPaperSheets)]
    public Task<IActionResult> VerifyPaperSheet(int id, VerifyPaperSheet.Command command) => Do(command with { Id = id }, decided =>
    {
        Say(decided.Counts ? "Đã đối chiếu. Phiếu được tính, ghi là nhập thay." : "Đã trả lại để nhập lại.");
        return Redirect($"/phieu-giay/{decided.Year}");
    }, () => PaperPage(id));

    private RedirectResult Entered(int id)
    {
        Say("Đã nhập phiếu giấy. Một người khác trong tổ thư ký cần đối chiếu với bản quét.");
        return Redirect($"/phieu-giay/ban/{id}");
    }
}
