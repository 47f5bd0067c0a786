using Initiatives.Domain.Councils;
using Initiatives.Domain.Scoring;
using Initiatives.Web.Features.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests;

public sealed partial class Given
{
    /// <summary>A dossier given to a member to review; answers the id of the assignment.</summary>
    public Task<int> Review(Judging judging, TestPerson reviewer, int initiativeId) => app.Rows(async db =>
    {
        // The plan may have given it to him already.
        if (await db.ReviewAssignments.Where(item => item.InitiativeId == initiativeId && item.PersonId == reviewer.Id).Select(item => (int?)item.Id).SingleOrDefaultAsync() is { } id) return id;
        var given = Need(ReviewAssignment.Give(judging.CycleId, initiativeId, new JudgeFacts(reviewer.Id, reviewer.Actor.UnitId, reviewer.Name), null, app.Clock.Now));
        db.Add(given);
        await db.SaveChangesAsync();
        return given.Id;
    });

    /// <summary>The same with a review that is handed in.</summary>
    public async Task<int> WrittenReview(Judging judging, TestPerson reviewer, int initiativeId, string strengths = "Quy trình rõ, đã chạy thử.")
    {
        var id = await Review(judging, reviewer, initiativeId);
        Need(await app.Send(new WriteReview.Command { Id = id, Strengths = strengths, Limits = "Chưa có số liệu cả năm.", Questions = "Chi phí mỗi hồ sơ?", Proposal = ReviewProposal.Improve, ProposalText = "Bổ sung số liệu.", Op = "nop" }, reviewer.Actor));
        return id;
    }
}
