using Initiatives.Domain.Access;
using Initiatives.Web.Platform.Security;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Web.Features.Scoring;

/// <summary>What became of a sheet.</summary>
public sealed partial class ScoringController
{
    [HttpGet("/phieu/{sheetId:int}/lich-su"), Needs(Permission.ReadSheetHistory), ReadsScores]
    public async Task<IActionResult> SheetHistory(int sheetId) => View(await Ask(new SheetHistory.Query(sheetId)));

    [HttpPost("/phieu/{sheetId:int}/mo-lai"), Needs(Permission.CloseScoring)]
    public Task<IActionResult> ReopenSheet(int sheetId, ReopenSheet.Command command) => Do(command with { SheetId = sheetId }, () =>
    {
        Say("Đã mở lại phiếu.");
        return Redirect($"/phieu/{sheetId}/lich-su");
    }, async () => View("SheetHistory", await Ask(new SheetHistory.Query(sheetId))));
}
