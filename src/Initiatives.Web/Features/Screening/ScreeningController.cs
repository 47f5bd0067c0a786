using Initiatives.Domain.Access;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Web.Features.Screening;

public sealed class ScreeningController(IMediator mediator) : FeatureController(mediator)
{
    [HttpGet("/tham-dinh"), Needs(Permission.ReadReceived)]
    public async Task<IActionResult> ScreeningQueue(ScreeningQueue.Query query) => View(await Ask(query));

    [HttpGet("/tham-dinh/{id:int}"), Needs(Permission.ReadReceived)]
    public async Task<IActionResult> ScreeningPage(int id) => View(nameof(ScreeningPage), await Ask(new ScreeningPage.Query(id)));

    [HttpPost("/tham-dinh/{id:int}"), Needs(Permission.AppraiseInitiative)]
    public Task<IActionResult> ProposeAppraisal(int id, ProposeAppraisal.Command command) =>
        Do(command with { Id = id }, () => Proposed(id), () => ScreeningPage(id));

    [HttpGet("/tham-dinh/duyet"), Needs(Permission.ApproveEligibility)]
    public async Task<IActionResult> ProposalList(int? ky) => View(nameof(ProposalList), await Ask(new ProposalList.Query(ky)));

    [HttpPost("/tham-dinh/duyet"), Needs(Permission.ApproveEligibility)]
    public Task<IActionResult> ApproveEligibility(ApproveEligibility.Command command, int? ky) =>
        Do(command, count => Approved(count, ky), () => ProposalList(ky));

    private RedirectResult Proposed(int id)
    {
        Say("Đã ghi đề xuất. Tác giả và đơn vị chỉ biết kết quả sau khi lãnh đạo Sở duyệt.");
        return Redirect($"/tham-dinh/{id}");
    }

    private RedirectResult Approved(int count, int? year)
    {
        Say($"Đã duyệt {count} hồ sơ. Tác giả và đơn vị thấy kết quả ngay.");
        return Redirect(year is null ? "/tham-dinh/duyet" : $"/tham-dinh/duyet?ky={year}");
    }
}
