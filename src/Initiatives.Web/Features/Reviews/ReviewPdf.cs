using Initiatives.Domain.Councils;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Documents;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Reviews;

/// <summary>A reviewer's own review as A4 for his signature (DOMAIN § 4 no. 10).</summary>
public static class ReviewPdf
{
    /// <param name="Id">Of the assignment.</param>
    public sealed record Query(int Id) : IRequest<Answer>;

    public sealed record Answer(byte[] Content, string FileName);

    public sealed class Handler(AppDb db, CurrentActor actor, Fonts fonts) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var given = await doors.OwnReviewAssignments.AsNoTracking().SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var review = await doors.OwnReviews.AsNoTracking().SingleOrNotFound(item => item.InitiativeId == given.InitiativeId, cancellationToken);
            var dossier = await doors.ReviewedInitiatives.AsNoTracking().IgnoreAutoIncludes().SingleOrNotFound(item => item.Id == given.InitiativeId, cancellationToken);
            var cycle = await db.Cycles.AsNoTracking().SingleAsync(item => item.Id == given.CycleId, cancellationToken);
            var council = await db.Councils.AsNoTracking().SingleAsync(item => item.CycleId == cycle.Id, cancellationToken);
            var field = (await db.ReferenceAsync(cancellationToken)).Field(dossier.FieldCode)?.Name ?? "";
            var member = council.Members.FirstOrDefault(item => item.PersonId == actor.Value.PersonId);
            using var stream = new MemoryStream();
            ReviewDocument.Write(new ReviewModel(CouncilHead.Of(council), council.Name, cycle.Year, member?.Name ?? actor.Value.Name, CouncilNames.Post(member?.Post ?? CouncilPost.Reviewer),
                dossier.CouncilCode ?? "", dossier.Title, field, review.Content.Strengths, review.Content.Limits, review.Content.Questions,
                review.Content.Proposal is { } proposal ? ReviewProposals.Name(proposal) : "", review.Content.ProposalText, "Hải Phòng",
                review.SubmittedAt is { } at ? VietnamTime.Today(at) : null, cycle.IsDemo), fonts, stream);
            return new Answer(stream.ToArray(), $"phan-bien-{dossier.CouncilCode}.pdf");
        }
    }
}
