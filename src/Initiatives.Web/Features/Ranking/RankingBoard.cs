using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Ranking;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Html;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Ranking;

/// <summary>The official ranking with the sheets behind each place. Before scoring is closed it holds no number.</summary>
public static class RankingBoard
{
    public sealed record Query(int Year) : IRequest<View>;

    /// <param name="Board">Null before scoring is closed: nothing but who must close it.</param>
    /// <param name="Secretary">Who closes it; known only before that.</param>
    public sealed record View(int Year, CycleSettings Settings, string Secretary, Board? Board);

    /// <summary>The whole ranking as one sees it who sees these dossiers.</summary>
    /// <param name="Rows">Body of the table, ready to be sent.</param>
    /// <param name="Merit">Who gets a certificate by rank, in a sentence; empty where there is none to give.</param>
    public sealed record Board(RubricContent Rubric, int Dossiers, int Sheets, int Assigned, int Flagged, string Merit, IHtmlContent Rows);

    /// <summary>A dossier in its place.</summary>
    /// <param name="Entered">Judges whose sheet was typed from paper.</param>
    /// <param name="IsFlagged">A sheet of it lies far from the others, and its judge has not confirmed it.</param>
    /// <param name="IsRecommended">What the council concluded; null: nothing yet.</param>
    public sealed record Row(RankedPlace Place, string Code, string Title, string UnitName, InitiativeStatus Status, DossierSpread? Spread, IReadOnlySet<int> Entered, bool IsFlagged, bool? IsRecommended);

    public sealed class Handler(AppDb db, CurrentActor actor, KeptBoards boards) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var cycle = await doors.Cycles.AsNoTracking().SingleOrNotFound(item => item.Year == request.Year, cancellationToken);
            if (cycle.ScoringClosedAt is not null)
                return new View(cycle.Year, cycle.Settings, "", await doors.KeptAsync(boards, cycle, () => MakeAsync(doors, cycle, cancellationToken), cancellationToken));
            var council = await db.Councils.AsNoTracking().SingleOrDefaultAsync(item => item.CycleId == cycle.Id, cancellationToken);
            return new View(cycle.Year, cycle.Settings, council?.Members.FirstOrDefault(member => member.Post == CouncilPost.Secretary)?.Name ?? "", null);
        }

        private async Task<Board> MakeAsync(ScopedDb doors, Cycle cycle, CancellationToken cancellationToken)
        {
            var rubric = (await db.Rubrics.AsNoTracking().SingleAsync(item => item.Id == cycle.RubricId, cancellationToken)).Content;
            var council = await db.Councils.AsNoTracking().SingleOrDefaultAsync(item => item.CycleId == cycle.Id, cancellationToken);
            var names = council?.Members.ToDictionary(member => member.PersonId, member => member.Name) ?? [];
            var inputs = await doors.RankInputsAsync(cycle, cancellationToken);
            var sheets = inputs.ToDictionary(input => input.InitiativeId, input => input.Sheets);
            var dossiers = await (from initiative in doors.CouncilInitiatives
                                  join unit in db.Units on initiative.UnitId equals unit.Id
                                  where initiative.CycleId == cycle.Id
                                  select new { initiative.Id, initiative.Title, Code = initiative.CouncilCode!, initiative.Status, Unit = unit.ShortName })
                .AsNoTracking().ToDictionaryAsync(item => item.Id, cancellationToken);
            var confirmed = (await doors.OutlierQuestions.Where(item => item.CycleId == cycle.Id && item.Answer == OutlierAnswer.Confirm)
                .Select(item => new { item.InitiativeId, item.PersonId, item.Total }).ToListAsync(cancellationToken)).Select(item => (item.InitiativeId, item.PersonId, item.Total)).ToHashSet();
            var concluded = await doors.Conclusions.Where(item => item.CycleId == cycle.Id).ToDictionaryAsync(item => item.InitiativeId, item => (bool?)item.IsRecommended, cancellationToken);
            var rows = Ranker.Rank(inputs, rubric, cycle.Settings).Select(place =>
            {
                var dossier = dossiers[place.InitiativeId];
                var spread = Outlier.Of(sheets[place.InitiativeId].Select(sheet => new JudgeTotal(sheet.PersonId, sheet.Total)), cycle.Settings.OutlierPoints);
                return new Row(place, dossier.Code, dossier.Title, dossier.Unit, dossier.Status, spread, sheets[place.InitiativeId].Where(sheet => sheet.IsEntered).Select(sheet => sheet.PersonId).ToHashSet(), spread?.Far.Any(sheet => !confirmed.Contains((place.InitiativeId, sheet.PersonId, sheet.Total))) == true, concluded.GetValueOrDefault(place.InitiativeId));
            }).ToList();
            var cut = MeritCut.Of(rows, cycle.Settings.MaxMerit);
            return new Board(rubric, rows.Count, rows.Sum(row => row.Place.ValidSheets), rows.Sum(row => row.Place.Assigned), rows.Count(row => row.IsFlagged),
                cut.Sentence, new BoardMarkup(cycle.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), rubric, names).Rows(rows, cut));
        }
    }
}
