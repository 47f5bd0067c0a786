using Initiatives.Domain.Access;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Web.Features.Screening;

public sealed class ScreeningController(IMediator mediator) : FeatureController(mediator)
{
    [HttpGet("/tham-dinh"), Needs(Permission.ReadReceived)]
    public async Task<IActionResult> ScreeningQueue(ScreeningQueue.Query query) => View(nameof(ScreeningQueue), await Ask(query));

    [HttpGet("/tham-dinh/{id:int}"), Needs(Permission.ReadReceived)]
    public async Task<IActionResult> ScreeningPage(int id) => View(nameof(ScreeningPage), await Ask(new ScreeningPage.Query(id)));

    [HttpPost("/tham-dinh/{id:int}"), Needs(Permission.AppraiseInitiative)]
    public Task<IActionResult> ProposeAppraisal(int id, ProposeAppraisal.Command command) =>
        Do(command with { Id = id }, () => Proposed(id), () => ScreeningPage(id));

    [HttpPost("/tham-dinh/{id:int}/nhap"), Needs(Permission.AppraiseInitiative)]
    public Task<IActionResult> KeepAppraisalDraft(int id, KeepAppraisalDraft.Command command) =>
        Do(command with { Id = id }, () => Told($"/tham-dinh/{id}#de-xuat", "Đã lưu nháp đề xuất."), () => ScreeningPage(id));

    /// <summary>A script saves one item and reads the answer as JSON; the form saves all and comes back.</summary>
    [HttpPost("/tham-dinh/{id:int}/bang-kiem"), Needs(Permission.AppraiseInitiative)]
    public Task<IActionResult> SaveChecklist(int id, SaveChecklist.Command command) =>
        Do(command with { Id = id }, saved => WantsJson ? Json(saved) : Told($"/tham-dinh/{id}#bang-kiem", "Đã lưu bảng kiểm."), () => ScreeningPage(id));

    [HttpPost("/tham-dinh/giao"), Needs(Permission.AssignAppraiser)]
    public Task<IActionResult> AssignAppraisers(AssignAppraisers.Command command, ScreeningQueue.Query query, string? tiep) =>
        Do(command, who => Told(LocalOr(tiep, "/tham-dinh"), $"Đã giao: {who}."), () => ScreeningQueue(query));

    [HttpGet("/tham-dinh/duyet"), Needs(Permission.ApproveEligibility)]
    public async Task<IActionResult> ProposalList(int? ky, string? loai) => View(nameof(ProposalList), await Ask(new ProposalList.Query(ky, loai)));

    [HttpPost("/tham-dinh/duyet"), Needs(Permission.ApproveEligibility)]
    public Task<IActionResult> ApproveEligibility(ApproveEligibility.Command command, int? ky, string? loai) =>
        Do(command, count => Approved(count, ky), () => ProposalList(ky, loai));

    private bool WantsJson => Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal);

    private RedirectResult Told(string path, string sentence)
    {
        Say(sentence);
        return Redirect(path);
    }

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
