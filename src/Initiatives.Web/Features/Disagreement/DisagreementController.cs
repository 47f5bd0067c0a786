using Initiatives.Domain.Access;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Web.Features.Disagreement;

public sealed class DisagreementController(IMediator mediator) : FeatureController(mediator)
{
    [HttpGet("/bat-dong/{year:int}"), Needs(Permission.ReadRanking), ReadsScores]
    public async Task<IActionResult> DisagreementList(int year, int trang = 1) => View(await Ask(new DisagreementList.Query(year, trang)));

    [HttpGet("/bat-dong/{year:int}/{initiativeId:int}"), Needs(Permission.ReadRanking), ReadsScores]
    public async Task<IActionResult> DisagreementPage(int year, int initiativeId) => View(await Ask(new DisagreementPage.Query(year, initiativeId)));

    [HttpPost("/bat-dong/{year:int}/{initiativeId:int}/hoi"), Needs(Permission.CloseScoring)]
    public Task<IActionResult> AskJudge(int year, int initiativeId, AskJudge.Command command) => Do(command with { Year = year, InitiativeId = initiativeId },
        () => Told(year, initiativeId, "Đã hỏi lại. Câu hỏi nằm trên bàn chấm của thành viên; phiếu vẫn được tính."),
        async () => View("DisagreementPage", await Ask(new DisagreementPage.Query(year, initiativeId))));

    [HttpGet("/bat-dong/{year:int}/{initiativeId:int}/moi"), Needs(Permission.CloseScoring)]
    public async Task<IActionResult> CallJudge(int year, int initiativeId) => View(await Ask(new CallJudge.Query(year, initiativeId)));

    [HttpPost("/bat-dong/{year:int}/{initiativeId:int}/moi"), Needs(Permission.CloseScoring)]
    public Task<IActionResult> CallJudge(int year, int initiativeId, CallJudge.Command command) => Do(command with { Year = year, InitiativeId = initiativeId },
        () => Told(year, initiativeId, "Đã mời chấm thêm. Phiếu mới nằm trên bàn chấm của thành viên."),
        async () => View(await Ask(new CallJudge.Query(year, initiativeId))));

    private RedirectResult Told(int year, int initiativeId, string sentence)
    {
        Say(sentence);
        return Redirect($"/bat-dong/{year}/{initiativeId}");
    }
}
