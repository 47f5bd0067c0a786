using Initiatives.Domain.Access;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Web.Features.Councils;

public sealed class CouncilsController(IMediator mediator) : FeatureController(mediator)
{
    [HttpGet("/hoi-dong/{year:int}"), Needs(Permission.ManageCouncil)]
    public async Task<IActionResult> CouncilPage(int year) => View(await Ask(new CouncilPage.Query(year)));

    [HttpGet("/hoi-dong/{year:int}/ghi"), Needs(Permission.ManageCouncil)]
    public async Task<IActionResult> CouncilForm(int year, bool chep) => View(await Ask(new CouncilForm.Query(year, chep)));

    [HttpPost("/hoi-dong/{year:int}/ghi"), Needs(Permission.ManageCouncil)]
    public async Task<IActionResult> RecordCouncil(int year, RecordCouncil.Command command)
    {
        var page = await Ask(new CouncilForm.Query(year, false, command));
        return await Do(command with { CycleId = page.Form.CycleId }, _ => Recorded(year), () => Task.FromResult<IActionResult>(View(nameof(CouncilForm), page)));
    }

    /// <summary>Saves nothing: the answer is the form itself with what was found.</summary>
    [HttpPost("/hoi-dong/{year:int}/xem-truoc"), Needs(Permission.ManageCouncil)]
    public async Task<IActionResult> PreviewConflicts(int year, RecordCouncil.Command command)
    {
        var page = await Ask(new CouncilForm.Query(year, false, command));
        return View(nameof(CouncilForm), page with { Preview = await Ask(new PreviewConflicts.Query(page.Form)) });
    }

    private RedirectResult Recorded(int year)
    {
        Say("Đã ghi nhận Hội đồng. Các thành viên có quyền vào bàn chấm khi mở chấm.");
        return Redirect($"/hoi-dong/{year}");
    }
}
