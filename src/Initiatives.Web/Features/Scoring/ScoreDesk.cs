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

    /// <summary>A level of one maximum with the points that choosing it offers: the middle of its range, on the step.</summary>
    public sealed record Level(string Name, decimal From, decimal To, decimal Offer, string Text, bool IsCurrent);

    public sealed record Part(string Code, string Name, string Hint, decimal Max, decimal? Points, IReadOnlyList<Level> Levels);

    public sealed record Group(string Code, string Name, string ShortName, decimal Max, decimal Total, string Comment, IReadOnlyList<Part> Parts)
    {
        public int Scored => Parts.Count(part => part.Points is not null);
    }

    /// <param name="CanEdit">Scoring is open and the sheet is not locked.</param>
    /// <param name="Left">"còn 3 ngày 2 giờ"; empty when scoring is closed.</param>
    public sealed record View(
        int SheetId, int Version, SheetStatus Status, bool IsSubmitted, bool CanEdit, DateTime? SavedAt, decimal Total, decimal Max, decimal Step,
        IReadOnlyList<Group> Groups, string Code, Dossier Dossier, int Position, int Count, int Done, int? PreviousId, int? FollowingId, string Left);

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var sheet = await doors.OwnSheets.AsNoTracking().SingleOrNotFound(item => item.Id == request.SheetId, cancellationToken);
            var initiative = await doors.AssignedInitiatives.AsNoTracking().SingleOrNotFound(item => item.Id == sheet.InitiativeId, cancellationToken);
            var cycle = await db.Cycles.AsNoTracking().SingleAsync(item => item.Id == sheet.CycleId, cancellationToken);
            var rubric = (await db.Rubrics.AsNoTracking().SingleAsync(item => item.Id == cycle.RubricId, cancellationToken)).Content;
            var dossier = await db.DossierAsync(initiative, doors.DossierAttachments, cancellationToken);
            var queue = (await db.SheetQueueAsync(actor.Value, sheet.CycleId, sheet.Round, cancellationToken)).ToList();
            var here = queue.FindIndex(item => item.SheetId == sheet.Id);
            var canEdit = sheet.IsOpenIn(cycle);
            return new View(
                sheet.Id, sheet.Version, sheet.Status, sheet.IsValid, canEdit, sheet.SavedAt, sheet.Total, rubric.Max, rubric.Step,
                GroupsOf(rubric, sheet), initiative.CouncilCode ?? "", dossier,
                here + 1, queue.Count, queue.Count(item => item.IsValid),
                here > 0 ? queue[here - 1].SheetId : null,
                here < queue.Count - 1 ? queue[here + 1].SheetId : null,
                canEdit && sheet.DueIn(cycle) is { } due ? VietnamTime.Remaining(due - clock.GetUtcNow().UtcDateTime) : "");
        }

        private static List<Group> GroupsOf(RubricContent rubric, ScoreSheet sheet)
        {
            var points = sheet.Points.ToDictionary(item => item.Code, item => item.Points);
            var scores = sheet.Criteria.ToDictionary(item => item.Code);
            return [.. rubric.Criteria.Select(criterion => new Group(
                criterion.Code, criterion.Name, criterion.ShortName, criterion.Max,
                scores.GetValueOrDefault(criterion.Code)?.Total ?? 0, scores.GetValueOrDefault(criterion.Code)?.Comment ?? "",
                [.. criterion.SubCriteria.Select(part => new Part(part.Code, part.Name, part.Hint, part.Max,
                    points.TryGetValue(part.Code, out var value) ? value : null, LevelsOf(rubric, criterion, part, points.TryGetValue(part.Code, out var given) ? given : null)))]))];
        }

        private static List<Level> LevelsOf(RubricContent rubric, Criterion criterion, SubCriterion part, decimal? points) =>
            [.. rubric.BandsOf(part.Max).Reverse().Select(range => new Level(range.Band.Name, range.From, range.To, rubric.OfferOf(range),
                $"{range.Band.Name}: {criterion.Descriptors.GetValueOrDefault(range.Band.Key)}", points >= range.From && points <= range.To))];
    }
}
