using Initiatives.Domain.Access;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Web.Features.Ranking;

public sealed class RankingController(IMediator mediator) : FeatureController(mediator)
{
    [HttpGet("/xep-hang/{year:int}"), Needs(Permission.ReadRanking), ReadsScores]
    public async Task<IActionResult> RankingBoard(int year) => View(await Ask(new RankingBoard.Query(year)));

    [HttpGet("/xep-hang/{year:int}/do-vung"), Needs(Permission.ReadRanking), ReadsScores]
    public async Task<IActionResult> RankingRobustness(int year) => View(await Ask(new RankingRobustness.Query(year)));
}
