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

    [HttpGet("/ket-qua/du-thao/{id:int}.pdf"), Needs(Permission.SendResults)]
    public async Task<IActionResult> ResultDraft(int id)
    {
        var answer = await Ask(new ResultDraft.Query(id));
        return File(answer.Content, "application/pdf", answer.FileName);
    }

    [HttpGet("/ket-qua/ky/{year:int}"), Needs(Permission.SendResults)]
    public async Task<IActionResult> ResultList(int year) => View(nameof(ResultList), await Ask(new ResultList.Query(year)));

    [HttpPost("/ket-qua/ky/{year:int}"), Needs(Permission.SendResults)]
    public Task<IActionResult> IssueResultLetters(int year, IssueResultLetters.Command command) =>
        Do(command with { Year = year }, count => Issued(year, count), () => ResultList(year));

    private RedirectResult Issued(int year, int count)
    {
        Say($"Đã ra {count} công văn. Tác giả và đơn vị tải được ngay và nhận thư.");
        return Redirect($"/ket-qua/ky/{year}");
    }
}
