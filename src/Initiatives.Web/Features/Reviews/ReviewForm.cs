using Initiatives.Domain.Cycles;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Reviews;

/// <summary>A dossier and the reviewer's own review of it, side by side. No points.</summary>
public static class ReviewForm
{
    /// <param name="Id">Of the assignment.</param>
    public sealed record Query(int Id) : IRequest<View>;

    public sealed record View(int Id, int Version, string Code, ReviewContent Content, DateTime? SavedAt, bool IsSubmitted, bool CanEdit, bool IsBlind, Dossier Dossier);

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var given = await doors.OwnReviewAssignments.AsNoTracking().SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var cycle = await db.Cycles.AsNoTracking().SingleAsync(item => item.Id == given.CycleId, cancellationToken);
            if (cycle.ScoringOpenedAt is null) throw new RowNotFoundException(nameof(ReviewAssignment));   // nobody reads dossiers as the council before it begins
            var dossier = await db.JudgedDossierAsync(doors.ReviewedInitiatives, doors.DossierAttachments, given.InitiativeId, cycle.Settings, cancellationToken);
            var code = await doors.ReviewedInitiatives.Where(item => item.Id == given.InitiativeId).Select(item => item.CouncilCode).SingleAsync(cancellationToken);
            var review = await doors.OwnReviews.AsNoTracking().SingleOrDefaultAsync(item => item.InitiativeId == given.InitiativeId, cancellationToken);
            return new View(given.Id, review?.Version ?? 0, code ?? "", review?.Content ?? new ReviewContent("", "", "", null, ""), review?.SavedAt, review?.IsSubmitted == true,
                cycle.Phase == CyclePhase.Judging, cycle.Settings.Blind, dossier);
        }
    }
}
