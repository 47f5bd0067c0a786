using Initiatives.Domain.Cycles;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Scoring;

/// <summary>One dossier and a judge's own sheet for it, side by side.</summary>
public static class ScoreDesk
{
    public sealed record Query(int SheetId) : IRequest<View>;

    /// <summary>A review that its reviewer has handed in.</summary>
    public sealed record Reviewed(string Name, ReviewContent Content, DateTime At);

    /// <summary>Where the sheet stands in the judge's own pile.</summary>
    /// <param name="Left">"còn 3 ngày 2 giờ"; empty when scoring is closed.</param>
    public sealed record Pile(int Position, int Count, int Done, int? PreviousId, int? FollowingId, string Left);

    /// <param name="CanEdit">Scoring is open and the sheet is not locked, or the secretary has reopened it.</param>
    /// <param name="NeedsReason">It was handed in or reopened: nothing saves itself.</param>
    /// <param name="ReopenReason">Why the secretary lets it be changed; empty while he does not.</param>
    public sealed record View(
        int SheetId, int OwnerId, int Version, SheetStatus Status, bool IsSubmitted, bool CanEdit, bool NeedsReason, DateTime? SavedAt, decimal Total, decimal Max, decimal Step,
        IReadOnlyList<SheetGroup> Groups, string Code, Dossier Dossier, Pile Pile)
    {
        public required int Year { get; init; }
        public string ReopenReason { get; init; } = "";
        public bool IsPutAside { get; init; }

        /// <summary>Typed by the secretariat from a signed paper.</summary>
        public bool IsEntered { get; init; }
        public bool IsBlind { get; init; }
        public IReadOnlyList<Reviewed> Reviews { get; init; } = [];
        public JudgeComparison? Comparison { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var sheet = await doors.OwnSheets.AsNoTracking().SingleOrNotFound(item => item.Id == request.SheetId, cancellationToken);
            var cycle = await db.Cycles.AsNoTracking().SingleAsync(item => item.Id == sheet.CycleId, cancellationToken);
            var dossier = await db.JudgedDossierAsync(doors.AssignedInitiatives, doors.DossierAttachments, sheet.InitiativeId, cycle.Settings, cancellationToken);
            var rubric = (await db.Rubrics.AsNoTracking().SingleAsync(item => item.Id == cycle.RubricId, cancellationToken)).Content;
            var queue = (await db.SheetQueueAsync(actor.Value, sheet.CycleId, sheet.Round, cancellationToken)).ToList();
            var here = queue.FindIndex(item => item.SheetId == sheet.Id);
            var stands = await doors.AssignedInitiatives.Where(item => item.Id == sheet.InitiativeId).Select(item => item.Status).SingleAsync(cancellationToken);
            var isOpen = sheet.IsOpenIn(cycle) && sheet.CanStillCount(stands).Ok;
            return new View(
                sheet.Id, actor.Value.PersonId, sheet.Version, sheet.Status, sheet.IsValid, sheet.CanPut(cycle, sheet.Version).Ok && sheet.CanStillCount(stands).Ok, sheet.NeedsReason, sheet.SavedAt, sheet.Total, rubric.Max, rubric.Step,
                SheetGroup.Of(rubric, sheet.Content()), queue[here].Code, dossier,
                new Pile(here + 1, queue.Count, queue.Count(item => item.IsValid),
                    here > 0 ? queue[here - 1].SheetId : null,
                    here < queue.Count - 1 ? queue[here + 1].SheetId : null,
                    isOpen && sheet.DueIn(cycle) is { } due ? VietnamTime.Remaining(due - clock.GetUtcNow().UtcDateTime) : ""))
            {
                ReopenReason = sheet.IsReopened ? sheet.ReopenReason : "",
                IsPutAside = sheet.IsPutAside,
                IsEntered = sheet.IsEntered,
                IsBlind = cycle.Settings.Blind,
                Reviews = await ReviewsAsync(doors, sheet.InitiativeId, cancellationToken),
                Comparison = isOpen ? null : await db.ComparisonAsync(actor.Value, cycle, cancellationToken),   // not above a sheet that is being filled in
                Year = cycle.Year,
            };
        }

        private async Task<IReadOnlyList<Reviewed>> ReviewsAsync(ScopedDb doors, int initiativeId, CancellationToken cancellationToken) =>
            await (from review in doors.AssignedReviews.AsNoTracking()
                   join person in db.People on review.PersonId equals person.Id
                   where review.InitiativeId == initiativeId
                   orderby review.SubmittedAt, review.Id
                   select new Reviewed(person.Name, review.Content, review.SubmittedAt!.Value)).ToListAsync(cancellationToken);
    }
}
