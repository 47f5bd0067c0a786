using Initiatives.Domain.Access;
using Initiatives.Domain.Assigning;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Web.Features.Assigning;

public sealed class AssigningController(IMediator mediator) : FeatureController(mediator)
{
    [HttpGet("/phan-cong/{year:int}"), Needs(Permission.ManageCouncil)]
    public async Task<IActionResult> AssignmentMatrix(int year, int trang = 1, bool thieu = false) => View(nameof(AssignmentMatrix), await Ask(new AssignmentMatrix.Query(year, trang, thieu)));

    [HttpGet("/phan-cong/{year:int}/du-kien"), Needs(Permission.ManageCouncil)]
    public Task<IActionResult> AssignmentPreview(int year, int? seed, int trang = 1) => DryRun(new AssignmentPreview.Query(year, seed, trang));

    [HttpGet("/phan-cong/{year:int}/phan-cong.csv"), Needs(Permission.ManageCouncil)]
    public async Task<IActionResult> AssignmentCsv(int year) => File(await Ask(new AssignmentCsv.Query(year)), "text/csv; charset=utf-8", $"phan-cong-{year}.csv");

    [HttpGet("/phan-cong/{year:int}/ho-so/{id:int}"), Needs(Permission.ManageCouncil)]
    public async Task<IActionResult> DossierJudges(int year, int id) => View(nameof(DossierJudges), await Ask(new DossierJudges.Query(year, id)));

    [HttpPost("/phan-cong/{year:int}"), Needs(Permission.ManageCouncil)]
    public Task<IActionResult> AssignJudges(int year, AssignJudges.Command command) =>
        Do(command with { Year = year }, count => Told(year, $"Đã phân công {count} lượt chấm, trừ các xung đột."), () => command.Digest.Length > 0 ? Seen(year, command) : AssignmentMatrix(year));

    /// <summary>The answer to ticks is the dry run itself: there is nothing to go on to, because nothing was written.</summary>
    [HttpPost("/phan-cong/{year:int}/sua"), Needs(Permission.ManageCouncil)]
    public Task<IActionResult> EditAssignments(int year, EditAssignments.Command command) => Propose(command with { Year = year }, year, RunSource.Hand);

    /// <summary>So is the answer to a file.</summary>
    [HttpPost("/phan-cong/{year:int}/tep"), Needs(Permission.ManageCouncil), RequestSizeLimit(6 << 20)]
    public async Task<IActionResult> UploadAssignments(int year, IFormFile? file)
    {
        await using var content = file?.OpenReadStream();
        return await Propose(new UploadAssignments.Command { Year = year, Content = content, FileName = file?.FileName ?? "" }, year, RunSource.File);
    }

    [HttpPost("/phan-cong/{year:int}/hoan-tac"), Needs(Permission.ManageCouncil)]
    public Task<IActionResult> UndoAssignment(int year, UndoAssignment.Command command) =>
        Do(command with { Year = year }, () => Told(year, "Đã hoàn tác: phân công trở lại như trước lần đó."), () => AssignmentMatrix(year));

    [HttpPost("/phan-cong/{year:int}/mo-cham"), Needs(Permission.ManageCouncil)]
    public Task<IActionResult> OpenScoring(int year, OpenScoring.Command command) =>
        Do(command with { Year = year }, () => Told(year, "Đã mở chấm điểm. Bộ tiêu chí, Hội đồng và phân công từ nay không đổi."), () => AssignmentMatrix(year));

    [HttpPost("/phan-cong/{year:int}/ho-so/{id:int}/goi-them"), Needs(Permission.ManageCouncil)]
    public Task<IActionResult> AddJudge(int year, int id, AddJudge.Command command) =>
        Do(command with { Id = id }, () => Told(year, "Đã gọi thêm người chấm. Phiếu đã mở trên bàn chấm của người đó.", $"/ho-so/{id}"), () => DossierJudges(year, id));

    private async Task<IActionResult> DryRun(AssignmentPreview.Query query) => View(nameof(AssignmentPreview), await Ask(query));

    private async Task<IActionResult> Propose(IRequest<Domain.Result<string>> command, int year, RunSource source)
    {
        var change = "";
        var answer = await Do(command, proposed => Ok(change = proposed), () => AssignmentMatrix(year));
        return change.Length > 0 ? await DryRun(new AssignmentPreview.Query(year, Change: change, Source: source)) : answer;
    }

    /// <summary>What was to be applied, as it would be now.</summary>
    private Task<IActionResult> Seen(int year, AssignJudges.Command command)
    {
        ModelState.Remove(nameof(command.Digest));
        return DryRun(new AssignmentPreview.Query(year, command.Seed, 1, command.Change, command.Source));
    }

    private RedirectResult Told(int year, string sentence, string below = "")
    {
        Say(sentence);
        return Redirect($"/phan-cong/{year}{below}");
    }
}
