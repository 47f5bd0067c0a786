using Initiatives.Domain.Access;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Web.Features.Results;

public sealed class ResultsController(IMediator mediator) : FeatureController(mediator)
{
    [HttpGet("/ket-qua/{id:int}"), Needs(Permission.ReadOwnInitiatives)]
    public async Task<IActionResult> ResultPage(int id) => View(await Ask(new ResultPage.Query(id)));

    [HttpGet("/ket-qua/{id:int}/thong-bao.pdf"), Needs(Permission.SignedIn)]
    public async Task<IActionResult> ResultPaper(int id)
    {
        var answer = await Ask(new ResultPaper.Query(id));
        return File(answer.Content, "application/pdf", answer.FileName);
    }

    [HttpGet("/ket-qua/ky/{year:int}"), Needs(Permission.SendResults)]
    public async Task<IActionResult> ResultList(int year) => View(await Ask(new ResultList.Query(year)));
}
