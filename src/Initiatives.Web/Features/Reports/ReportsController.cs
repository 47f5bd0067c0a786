using Initiatives.Domain.Access;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Web.Features.Reports;

public sealed class ReportsController(IMediator mediator) : FeatureController(mediator)
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [HttpGet("/don-vi"), Needs(Permission.ReadUnitBoard)]
    public async Task<IActionResult> UnitBoard(int? nam) => View(await Ask(new UnitBoard.Query(nam)));

    [HttpGet("/don-vi/danh-sach.xlsx"), Needs(Permission.ReadUnitBoard)]
    public async Task<IActionResult> UnitListFile(int? nam)
    {
        var file = await Ask(new UnitListFile.Query(nam));
        return File(file.Content, Xlsx, file.FileName);
    }

    [HttpGet("/don-vi/bao-cao-quy"), Needs(Permission.ReadUnitBoard)]
    public async Task<IActionResult> QuarterReport(int? nam, int? quy) => View(await Ask(new QuarterReport.Query(nam, quy)));

    [HttpGet("/don-vi/bao-cao-quy.xlsx"), Needs(Permission.ReadUnitBoard)]
    public async Task<IActionResult> QuarterReportFile(int? nam, int? quy)
    {
        var file = await Ask(new QuarterReportFile.Query(nam, quy));
        return File(file.Content, Xlsx, file.FileName);
    }
}
