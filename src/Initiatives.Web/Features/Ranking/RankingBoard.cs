using Initiatives.Domain.Cycles;
using Initiatives.Domain.Ranking;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Ranking;

/// <summary>The ranking with the spread of sheets behind each place. Before scoring is closed it holds no number.</summary>
public static class RankingBoard
{
    public sealed record Query(int Year) : IRequest<View>;

    public sealed record Sheet(string Judge, decimal Total, bool IsOutlier);

    public sealed record Row(RankedPlace Place, int InitiativeId, string Code, string Title, string UnitName, InitiativeStatus Status, IReadOnlyList<Sheet> Sheets, bool IsTied);

    /// <param name="IsClosed">False: nothing but who must close scoring.</param>
    /// <param name="Secretary">Who closes it.</param>
    public sealed record View(int Year, bool IsClosed, string Secretary, RubricContent Rubric, CycleSettings Settings, int Submitted, int Assigned, IReadOnlyList<Row> Rows);

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var cycle = await db.For(actor.Value).Cycles.AsNoTracking().SingleOrNotFound(item => item.Year == request.Year, cancellationToken);
            var rubric = (await db.Rubrics.AsNoTracking().SingleAsync(item => item.Id == cycle.RubricId, cancellationToken)).Content;
            var council = await db.Councils.AsNoTracking().SingleOrDefaultAsync(item => item.CycleId == cycle.Id, cancellationToken);
            var names = council?.Members.ToDictionary(member => member.PersonId, member => member.Name) ?? [];
            var secretary = council?.Members.FirstOrDefault(member => member.Post == Domain.Councils.CouncilPost.Secretary)?.Name ?? "";
            if (cycle.ScoringClosedAt is null) return new View(cycle.Year, false, secretary, rubric, cycle.Settings, 0, 0, []);

            var places = await doors.RankAsync(cycle, rubric, cancellationToken);
            var dossiers = await (from initiative in doors.CouncilInitiatives
                                  join unit in db.Units on initiative.UnitId equals unit.Id
                                  where initiative.CycleId == cycle.Id
                                  select new { initiative.Id, initiative.Title, Code = initiative.CouncilCode!, initiative.Status, Unit = unit.ShortName })
                .AsNoTracking().ToDictionaryAsync(item => item.Id, cancellationToken);
            var sheets = (await doors.ClosedSheets.AsNoTracking().Where(sheet => sheet.CycleId == cycle.Id && sheet.SubmittedAt != null)
                .Select(sheet => new { sheet.InitiativeId, sheet.PersonId, sheet.Total }).ToListAsync(cancellationToken)).ToLookup(sheet => sheet.InitiativeId);
            var rows = places.Select(place =>
            {
                var dossier = dossiers[place.InitiativeId];
                var own = sheets[place.InitiativeId].OrderBy(sheet => sheet.Total).ThenBy(sheet => sheet.PersonId).ToList();
                return new Row(place, dossier.Id, dossier.Code, dossier.Title, dossier.Unit, dossier.Status,
                    [.. own.Select(sheet => new Sheet(names.GetValueOrDefault(sheet.PersonId, ""), sheet.Total,
                        Outlier.IsFar(sheet.Total, [.. own.Where(other => other.PersonId != sheet.PersonId).Select(other => other.Total)], cycle.Settings.OutlierPoints)))],
                    place.Tie.Length > 0);
            }).ToList();
            return new View(cycle.Year, true, secretary, rubric, cycle.Settings, rows.Sum(row => row.Place.ValidSheets), rows.Sum(row => row.Place.Assigned), rows);
        }
    }
}
