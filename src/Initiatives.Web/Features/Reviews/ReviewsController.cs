using Initiatives.Domain.Access;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Web.Features.Reviews;

public sealed class ReviewsController(IMediator mediator) : FeatureController(mediator)
{
    [HttpGet("/phan-bien"), Needs(Permission.WriteReview)]
    public async Task<IActionResult> ReviewList(int? nam) => View(await Ask(new ReviewList.Query(nam)));

    [HttpGet("/phan-bien/{id:int}"), Needs(Permission.WriteReview)]
    public async Task<IActionResult> ReviewForm(int id) => View(await Ask(new ReviewForm.Query(id)));

    [HttpPost("/phan-bien/{id:int}"), Needs(Permission.WriteReview)]
    public Task<IActionResult> ReviewForm(int id, WriteReview.Command command) => Do(command with { Id = id }, saved =>
    {
        Say(saved.IsSubmitted ? "Đã nộp nhận xét phản biện. Các ủy viên chấm hồ sơ đọc được từ bây giờ." : "Đã lưu nháp nhận xét.");
        return Redirect(saved.IsSubmitted ? "/phan-bien" : $"/phan-bien/{id}");
    }, async () => View(await Ask(new ReviewForm.Query(id))));

    [HttpGet("/phan-bien/{id:int}/phieu.pdf"), Needs(Permission.WriteReview)]
    public async Task<IActionResult> ReviewPdf(int id)
    {
        var answer = await Ask(new ReviewPdf.Query(id));
        return File(answer.Content, "application/pdf", answer.FileName);
    }

    /// <summary>What reviewers have handed in, for the council's secretary and the Department's lead.</summary>
    [HttpGet("/phan-bien/ky/{year:int}"), Needs(Permission.ReadReviews)]
    public async Task<IActionResult> CouncilReviews(int year) => View(await Ask(new CouncilReviews.Query(year)));
}
