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

    [HttpGet("/phan-cong/{year:int}"), Needs(Permission.ManageCouncil)]
    public async Task<IActionResult> AssignmentMatrix(int year) => View(nameof(AssignmentMatrix), await Ask(new AssignmentMatrix.Query(year)));

    [HttpPost("/phan-cong/{year:int}"), Needs(Permission.ManageCouncil)]
    public async Task<IActionResult> AssignJudges(int year)
    {
        var page = await Ask(new AssignmentMatrix.Query(year));
        return await Do(new AssignJudges.Command { CycleId = page.CycleId }, count => Assigned(year, count), () => AssignmentMatrix(year));
    }

    [HttpPost("/phan-cong/{year:int}/mo-cham"), Needs(Permission.ManageCouncil)]
    public async Task<IActionResult> OpenScoring(int year, OpenScoring.Command command)
    {
        var page = await Ask(new AssignmentMatrix.Query(year));
        return await Do(command with { CycleId = page.CycleId }, () => Opened(year), () => AssignmentMatrix(year));
    }

    private RedirectResult Recorded(int year)
    {
        Say("Đã ghi nhận Hội đồng. Các thành viên có quyền vào bàn chấm khi mở chấm.");
        return Redirect($"/hoi-dong/{year}");
    }

    private RedirectResult Assigned(int year, int count)
    {
        Say($"Đã phân công {count} lượt chấm, trừ các xung đột.");
        return Redirect($"/phan-cong/{year}");
    }

    private RedirectResult Opened(int year)
    {
        Say("Đã mở chấm điểm. Bộ tiêu chí, Hội đồng và phân công từ nay không đổi.");
        return Redirect($"/phan-cong/{year}");
    }
}
