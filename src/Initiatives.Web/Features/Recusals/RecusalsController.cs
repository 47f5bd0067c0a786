using Initiatives.Domain.Access;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Web.Features.Recusals;

public sealed class RecusalsController(IMediator mediator) : FeatureController(mediator)
{
    [HttpGet("/hoi-dong/{year:int}/xung-dot"), Needs(Permission.ManageConflicts)]
    public async Task<IActionResult> ConflictBoard(int year) => View(nameof(ConflictBoard), await Ask(new ConflictBoard.Query(year)));

    [HttpPost("/hoi-dong/{year:int}/xung-dot"), Needs(Permission.ManageConflicts)]
    public Task<IActionResult> SetConflict(int year, SetConflict.Command command) =>
        Do(command, () => Back(year, "Đã ghi xung đột lợi ích."), () => ConflictBoard(year));

    [HttpPost("/hoi-dong/{year:int}/xung-dot/{id:int}/go"), Needs(Permission.ManageConflicts)]
    public Task<IActionResult> LiftConflict(int year, int id, LiftConflict.Command command) =>
        Do(command with { Id = id }, () => Back(year, "Đã gỡ xung đột lợi ích. Phân công lại nếu người này cần chấm hồ sơ."), () => ConflictBoard(year));

    [HttpPost("/hoi-dong/{year:int}/nguoi-thay"), Needs(Permission.ManageCouncil)]
    public Task<IActionResult> NameStandIn(int year, NameStandIn.Command command) =>
        Do(command, () => Back(year, "Đã cử người thay."), () => ConflictBoard(year));

    [HttpGet("/cham-diem/{sheetId:int}/xung-dot"), Needs(Permission.ScoreInitiative)]
    public async Task<IActionResult> DeclareConflict(int sheetId) => View(nameof(DeclareConflict), await Ask(new DeclareConflict.Query(sheetId)));

    [HttpPost("/cham-diem/{sheetId:int}/xung-dot"), Needs(Permission.ScoreInitiative)]
    public Task<IActionResult> DeclareConflict(int sheetId, DeclareConflict.Command command) =>
        Do(command with { SheetId = sheetId }, Declared, () => DeclareConflict(sheetId));

    private RedirectResult Back(int year, string said)
    {
        Say(said);
        return Redirect($"/hoi-dong/{year}/xung-dot");
    }

    private RedirectResult Declared()
    {
        Say("Đã ghi nhận xung đột lợi ích. Hồ sơ không còn trên bàn chấm của bạn.");
        return Redirect("/cham-diem");
    }
}
