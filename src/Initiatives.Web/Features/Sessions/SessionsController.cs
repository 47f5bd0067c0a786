using Initiatives.Domain.Access;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Web.Features.Sessions;

public sealed class SessionsController(IMediator mediator) : FeatureController(mediator)
{
    [HttpGet("/phien-hop/{year:int}"), Needs(Permission.ReadRanking), ReadsScores]
    public async Task<IActionResult> SessionPage(int year) => View(await Ask(new SessionPage.Query(year)));

    [HttpGet("/phien-hop/{year:int}/diem-danh"), Needs(Permission.RunSession), ReadsScores]
    public async Task<IActionResult> RecordSession(int year) => View(await Ask(new SessionPage.Query(year)));

    [HttpPost("/phien-hop/{year:int}/diem-danh"), Needs(Permission.RunSession)]
    public async Task<IActionResult> RecordSession(int year, RecordSession.Command command)
    {
        var room = await Ask(new SessionPage.Query(year));
        return await Do(command with { CycleId = room.Cycle.Id }, _ => Back(year, "Đã ghi điểm danh."), () => Task.FromResult<IActionResult>(View(room)));
    }

    [HttpGet("/phien-hop/{year:int}/{initiativeId:int}/ket-luan"), Needs(Permission.RunSession), ReadsScores]
    public async Task<IActionResult> DossierVote(int year, int initiativeId) => View(await Ask(new DossierVote.Query(year, initiativeId)));

    [HttpPost("/phien-hop/{year:int}/{initiativeId:int}/ket-luan"), Needs(Permission.RunSession)]
    public Task<IActionResult> ConcludeInitiative(int year, int initiativeId, ConcludeInitiative.Command command) =>
        Do(command with { InitiativeId = initiativeId }, () => Concluded(year, initiativeId), async () => View("DossierVote", await Ask(new DossierVote.Query(year, initiativeId))));

    [HttpPost("/phien-hop/{year:int}/ket-thuc"), Needs(Permission.RunSession)]
    public async Task<IActionResult> EndSession(int year)
    {
        var room = await Ask(new SessionPage.Query(year));
        return await Do(new EndSession.Command { CycleId = room.Cycle.Id }, () => Back(year, "Phiên họp đã kết thúc. Sở KH&CN soạn được dự thảo quyết định."), () => Task.FromResult<IActionResult>(View("SessionPage", room)));
    }

    [HttpGet("/phien-hop/{year:int}/bien-ban.pdf"), Needs(Permission.ReadRanking), ReadsScores]
    public async Task<IActionResult> SessionMinutes(int year)
    {
        var answer = await Ask(new SessionMinutes.Query(year));
        return File(answer.Content, "application/pdf", answer.FileName);
    }

    private RedirectResult Concluded(int year, int initiativeId) => Back(year, "Đã ghi kết quả biểu quyết và kết luận.", $"#hs-{initiativeId}");

    private RedirectResult Back(int year, string sentence, string place = "")
    {
        Say(sentence);
        return Redirect($"/phien-hop/{year}{place}");
    }
}
