using Initiatives.Domain.Cycles;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Scoring;

/// <summary>Every version of a sheet with who, when, why and what changed: for its judge always, for the secretary and the lead once scoring is closed.</summary>
public static class SheetHistory
{
    public sealed record Query(int SheetId) : IRequest<View>;

    /// <param name="Step">Points against the version before; null for the first.</param>
    /// <param name="Changes">"E1: 12 → 10"; a comment is only said to have changed.</param>
    public sealed record Row(int Version, DateTime At, string By, bool IsByOther, SheetStatus Status, decimal Total, decimal? Step, IReadOnlyList<string> Changes, string Reason);

    /// <param name="CanReopen">The actor is the secretary, the sheet is locked and the council has not concluded on the dossier.</param>
    public sealed record View(int SheetId, int DossierId, bool IsOwn, string Code, string Title, string Judge, int Year, bool IsEntered, bool IsReopened, bool CanReopen, IReadOnlyList<Row> Rows) : IShownScores
    {
        int? IShownScores.InitiativeId => DossierId;
        bool IShownScores.AreOthers => !IsOwn;
    }

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var own = await doors.OwnSheets.AsNoTracking().SingleOrDefaultAsync(item => item.Id == request.SheetId, cancellationToken);
            var sheet = own ?? await doors.ClosedSheets.AsNoTracking().SingleOrNotFound(item => item.Id == request.SheetId, cancellationToken);
            var initiatives = own is null ? doors.CouncilInitiatives : doors.AssignedInitiatives;
            var dossier = await initiatives.AsNoTracking().IgnoreAutoIncludes().SingleOrNotFound(item => item.Id == sheet.InitiativeId, cancellationToken);
            var cycle = await db.Cycles.AsNoTracking().SingleAsync(item => item.Id == sheet.CycleId, cancellationToken);
            var rubric = (await db.Rubrics.AsNoTracking().SingleAsync(item => item.Id == cycle.RubricId, cancellationToken)).Content;
            var versions = await doors.SheetVersions.AsNoTracking().Where(item => item.SheetId == sheet.Id).OrderBy(item => item.Version).ToListAsync(cancellationToken);
            var ids = versions.Select(item => item.SavedById).Append(sheet.PersonId).Distinct().ToList();
            var names = await db.People.AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
            var rows = versions.Select((version, index) => RowOf(rubric, version, index == 0 ? null : versions[index - 1], names, sheet.PersonId)).Reverse().ToList();
            return new View(sheet.Id, sheet.InitiativeId, own is not null, dossier.CouncilCode ?? "", dossier.Title, names[sheet.PersonId], cycle.Year, sheet.IsEntered, sheet.IsReopened,
                own is null && sheet is { Status: SheetStatus.Locked, IsReopened: false } && dossier.Status == InitiativeStatus.Judged && await doors.ActsAsSecretaryAsync(dossier, cancellationToken), rows);
        }

        private static Row RowOf(RubricContent rubric, ScoreSheetVersion version, ScoreSheetVersion? before, Dictionary<int, string> names, int judge) => new(
            version.Version, version.SavedAt, names.GetValueOrDefault(version.SavedById, ""), version.SavedById != judge, version.Status, version.Total,
            before is null ? null : version.Total - before.Total, before is null ? [] : [.. Changes(rubric, before.Content, version.Content)], version.Reason);

        private static IEnumerable<string> Changes(RubricContent rubric, SheetContent before, SheetContent after)
        {
            foreach (var code in rubric.SubCriteria.Select(part => part.Code))
            {
                var (old, now) = (Said(before, code), Said(after, code));
                if (old != now) yield return $"{code}: {old} → {now}";
            }

            foreach (var criterion in rubric.Criteria)
                if (before.Comments.GetValueOrDefault(criterion.Code, "") != after.Comments.GetValueOrDefault(criterion.Code, "")) yield return $"nhận xét {criterion.ShortName}";
        }

        private static string Said(SheetContent content, string code) => content.Points.TryGetValue(code, out var points) ? VietnameseNumber.Format(points) : "trống";
    }
}
