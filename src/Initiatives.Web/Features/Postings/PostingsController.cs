using Initiatives.Domain.Access;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Initiatives.Web.Features.Postings;

public sealed class PostingsController(IMediator mediator) : FeatureController(mediator)
{
    [HttpGet("/lay-y-kien/{year:int}"), AllowAnonymous]
    public async Task<IActionResult> PostingPage(int year) => View(nameof(PostingPage), await Ask(new PostingPage.Query(year)));

    [HttpPost("/lay-y-kien/{year:int}"), AllowAnonymous, EnableRateLimiting(RateLimits.Remark)]
    public Task<IActionResult> LeaveRemark(int year, LeaveRemark.Command command) =>
        Do(command with { Year = year }, code => Redirect($"/lay-y-kien/ma/{code}"), () => PostingPage(year));

    [HttpGet("/lay-y-kien/ma/{code}"), AllowAnonymous, EnableRateLimiting(RateLimits.Lookup)]
    public async Task<IActionResult> RemarkReceipt(string code)
    {
        var found = await Ask(new RemarkReceipt.Query { Code = code });
        if (found is { IsAsked: true, Found: null }) Response.StatusCode = StatusCodes.Status404NotFound;
        return View(nameof(RemarkReceipt), found);
    }

    [HttpGet("/lay-y-kien/ma"), AllowAnonymous, EnableRateLimiting(RateLimits.Lookup)]
    public Task<IActionResult> FindRemark(string? ma) => RemarkReceipt(ma ?? "");

    [HttpGet("/lay-y-kien/{year:int}/niem-yet"), Needs(Permission.ManagePosting)]
    public async Task<IActionResult> PostingForm(int year) => View(nameof(PostingForm), await Ask(new PostingForm.Query(year)));

    [HttpPost("/lay-y-kien/{year:int}/niem-yet"), Needs(Permission.ManagePosting)]
    public Task<IActionResult> PostList(int year, PostList.Command command) =>
        Do(command with { Year = year }, () => Told($"/lay-y-kien/{year}/gop-y", "Đã niêm yết danh sách. Ai cũng xem và góp ý được cho đến hết hạn."), () => PostingForm(year));

    [HttpGet("/lay-y-kien/{year:int}/gop-y"), Needs(Permission.ManagePosting)]
    public async Task<IActionResult> RemarkList(int year, int trang = 1) => View(nameof(RemarkList), await Ask(new RemarkList.Query(year, trang)));

    [HttpPost("/lay-y-kien/{year:int}/gop-y/{id:int}"), Needs(Permission.ManagePosting)]
    public Task<IActionResult> AnswerRemark(int year, int id, AnswerRemark.Command command) =>
        Do(command with { Id = id }, () => Told($"/lay-y-kien/{year}/gop-y", "Đã ghi cách xử lý góp ý."), () => RemarkList(year));

    private RedirectResult Told(string path, string sentence)
    {
        Say(sentence);
        return Redirect(path);
    }
}
