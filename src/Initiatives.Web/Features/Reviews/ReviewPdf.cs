using Initiatives.Domain.Councils;
using Initiatives.Domain.Scoring;
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
            var paper = CouncilPaper.Of(cycle, council, dossier, field, actor.Value.PersonId, actor.Value.Name, CouncilPost.Reviewer, review.SubmittedAt);
            var content = review.Content;
            using var stream = new MemoryStream();
            ReviewDocument.Write(new ReviewModel(paper, content.Strengths, content.Limits, content.Questions, content.Proposal is { } proposal ? ReviewProposals.Name(proposal) : "", content.ProposalText), fonts, stream);
            return new Answer(stream.ToArray(), $"phan-bien-{dossier.CouncilCode}.pdf");
        }
    }
}
