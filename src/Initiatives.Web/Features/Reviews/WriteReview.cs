using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Scoring;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Reviews;

/// <summary>Saves a reviewer's own review, and hands it in when asked. Every version that the members could read is kept.</summary>
public static class WriteReview
{
    private const string TooLong = "Phần này dài tối đa 10.000 ký tự.";

    public sealed record Command : IRequest<Result<Saved>>
    {
        /// <summary>Of the assignment.</summary>
        public int Id { get; init; }
        public int Version { get; init; }

        [StringLength(10_000, ErrorMessage = TooLong)]
        public string Strengths { get; init; } = "";

        [StringLength(10_000, ErrorMessage = TooLong)]
        public string Limits { get; init; } = "";

        [StringLength(10_000, ErrorMessage = TooLong)]
        public string Questions { get; init; } = "";
        public ReviewProposal? Proposal { get; init; }

        [StringLength(10_000, ErrorMessage = TooLong)]
        public string ProposalText { get; init; } = "";

        /// <summary>"luu" or "nop".</summary>
        [StringLength(10)]
        public string Op { get; init; } = "luu";
    }

    public sealed record Saved(int Version, bool IsSubmitted);

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result<Saved>>
    {
        public async Task<Result<Saved>> Handle(Command request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var given = await doors.OwnReviewAssignments.AsNoTracking().SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var cycle = await db.Cycles.AsNoTracking().SingleAsync(item => item.Id == given.CycleId, cancellationToken);
            var stored = await doors.OwnReviews.SingleOrDefaultAsync(item => item.InitiativeId == given.InitiativeId, cancellationToken);
            var review = stored ?? Review.Start(given);
            var content = new ReviewContent(request.Strengths, request.Limits, request.Questions, request.Proposal, request.ProposalText);
            var written = review.Write(cycle, content, request.Op == "nop", request.Version, clock.GetUtcNow().UtcDateTime);
            if (!written.Ok) return Result.Fail(written.Problems);
            if (stored is null) db.Add(review);
            if (review.IsSubmitted) AddVersion(review, stored is null);
            db.Record(actor.Value, review.IsSubmitted ? JournalActions.ReviewSubmitted : JournalActions.ReviewSaved, review, $"Bản {review.Version}");
            await db.SaveChangesAsync(cancellationToken);
            return new Saved(review.Version, review.IsSubmitted);
        }

        private void AddVersion(Review review, bool isNew)
        {
            var version = ReviewVersion.Of(review);
            if (isNew) db.AddUnder(review, version, nameof(ReviewVersion.ReviewId));
            else db.Add(version);
        }
    }
}
