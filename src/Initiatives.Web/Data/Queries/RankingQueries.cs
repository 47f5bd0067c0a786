using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Ranking;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Sessions;
using Initiatives.Domain.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data.Queries;

/// <summary>
/// The one place where the ranking is loaded: the board, the session, the decisions and the invariant check rank the same
/// rows. What the caller may see is decided by the sets he passes in.
/// </summary>
public static class RankingQueries
{
    /// <summary>The ranking as this actor may read it: nothing counts before the secretary has closed scoring.</summary>
    public static Task<IReadOnlyList<RankedPlace>> RankAsync(this ScopedDb doors, Cycle cycle, RubricContent rubric, CancellationToken cancellationToken) =>
        RankAsync(cycle, rubric, doors.CouncilInitiatives, doors.ClosedSheets, doors.Assignments, doors.Conclusions, doors.TieBallots, cancellationToken);

    /// <summary>The official ranking over all rows, whoever acts: for places that are kept, and for the invariant check.</summary>
    internal static Task<IReadOnlyList<RankedPlace>> OfficialAsync(AppDb db, Cycle cycle, RubricContent rubric, CancellationToken cancellationToken) =>
        RankAsync(cycle, rubric, db.Initiatives, db.Sheets, db.Assignments, db.Conclusions, db.TieBallots, cancellationToken);

    /// <summary>What the official ranking is made of, over all rows, whoever acts.</summary>
    internal static Task<IReadOnlyList<RankInput>> OfficialInputsAsync(AppDb db, Cycle cycle, CancellationToken cancellationToken) =>
        InputsAsync(cycle, db.Initiatives, db.Sheets, db.Assignments, db.Conclusions, db.TieBallots, cancellationToken);

    /// <summary>What the ranking is made of, as this actor may read it; also for what is shown beside the official one.</summary>
    public static Task<IReadOnlyList<RankInput>> RankInputsAsync(this ScopedDb doors, Cycle cycle, CancellationToken cancellationToken) =>
        InputsAsync(cycle, doors.CouncilInitiatives, doors.ClosedSheets, doors.Assignments, doors.Conclusions, doors.TieBallots, cancellationToken);

    /// <summary>The same for one dossier.</summary>
    public static Task<IReadOnlyList<RankInput>> RankInputsAsync(this ScopedDb doors, Cycle cycle, int initiativeId, CancellationToken cancellationToken) =>
        InputsAsync(cycle, doors.CouncilInitiatives.Where(item => item.Id == initiativeId), doors.ClosedSheets.Where(item => item.InitiativeId == initiativeId),
            doors.Assignments.Where(item => item.InitiativeId == initiativeId), doors.Conclusions.Where(item => item.InitiativeId == initiativeId), doors.TieBallots, cancellationToken);

    /// <summary>The official place of one dossier as secretary and lead read it; its rank among the others is not known here.</summary>
    public static async Task<RankedPlace?> FirstAsync(this ScopedDb doors, Cycle cycle, RubricContent rubric, int initiativeId, CancellationToken cancellationToken) =>
        Ranker.Rank(await doors.RankInputsAsync(cycle, initiativeId, cancellationToken), rubric, cycle.Settings).FirstOrDefault();

    /// <summary>The mean of one dossier by the same rules from a later round alone; null while that round is not closed. It stands beside the official result and changes nothing of it.</summary>
    /// <param name="round">2, 3 …</param>
    public static async Task<RankedPlace?> RescoredAsync(this ScopedDb doors, Cycle cycle, RubricContent rubric, int initiativeId, int round, CancellationToken cancellationToken) =>
        Ranker.Rank(await InputsAsync(cycle, doors.CouncilInitiatives.Where(item => item.Id == initiativeId), doors.RescoredSheets, doors.RescoringAssignments, doors.Conclusions, doors.TieBallots, cancellationToken, round), rubric, cycle.Settings)
            .FirstOrDefault(place => place.ValidSheets > 0);

    /// <summary>The same as the Department drafts a supplementary decision from it.</summary>
    public static async Task<RankedPlace?> ReconsideredAsync(this ScopedDb doors, Cycle cycle, RubricContent rubric, int initiativeId, int round, CancellationToken cancellationToken) =>
        Ranker.Rank(await InputsAsync(cycle, doors.ReceivedInitiatives.Where(item => item.Id == initiativeId), doors.ReconsideredSheets, doors.ReconsideredAssignments, doors.ConclusionsToDecide, doors.TieBallots, cancellationToken, round), rubric, cycle.Settings)
            .FirstOrDefault(place => place.ValidSheets > 0);

    /// <summary>
    /// The place of one dossier whose result is published, as its owners and the Department's letters tell it. Its rank among
    /// the others is not known here.
    /// </summary>
    public static async Task<RankedPlace?> ResultAsync(this ScopedDb doors, Cycle cycle, RubricContent rubric, IQueryable<Initiative> reached, int initiativeId, CancellationToken cancellationToken) =>
        Ranker.Rank(await InputsAsync(cycle, reached.Where(item => item.Id == initiativeId), doors.ResultSheets, doors.ResultAssignments, doors.ResultConclusions, doors.TieBallots, cancellationToken), rubric, cycle.Settings).FirstOrDefault();

    /// <summary>Ranks the judged dossiers of a cycle from valid, locked sheets of assigned judges; approving votes and secret ballots where there are any.</summary>
    public static async Task<IReadOnlyList<RankedPlace>> RankAsync(
        Cycle cycle, RubricContent rubric,
        IQueryable<Initiative> initiatives, IQueryable<ScoreSheet> sheets, IQueryable<ScoringAssignment> assignments, IQueryable<Conclusion> conclusions, IQueryable<TieBallot> ballots,
        CancellationToken cancellationToken) =>
        Ranker.Rank(await InputsAsync(cycle, initiatives, sheets, assignments, conclusions, ballots, cancellationToken), rubric, cycle.Settings);

    private static async Task<IReadOnlyList<RankInput>> InputsAsync(
        Cycle cycle,
        IQueryable<Initiative> initiatives, IQueryable<ScoreSheet> sheets, IQueryable<ScoringAssignment> assignments, IQueryable<Conclusion> conclusions, IQueryable<TieBallot> ballots,
        CancellationToken cancellationToken, int round = 1)
    {
        var ids = await initiatives.Where(item => item.CycleId == cycle.Id && item.CouncilCode != null && item.Status != InitiativeStatus.Judging)
            .Select(item => item.Id).ToListAsync(cancellationToken);
        // A judge who was called later counts once he has handed in.
        var assigned = (await assignments.Where(item => item.CycleId == cycle.Id && item.Round == round
                && (item.DueAt == null || sheets.Any(sheet => sheet.InitiativeId == item.InitiativeId && sheet.PersonId == item.PersonId && sheet.SubmittedAt != null)))
            .Select(item => new { item.InitiativeId, item.PersonId }).ToListAsync(cancellationToken)).ToLookup(item => item.InitiativeId, item => item.PersonId);
        var totals = await sheets.Where(sheet => sheet.CycleId == cycle.Id && sheet.Round == round && sheet.Status == SheetStatus.Locked && sheet.SubmittedAt != null)
            .Select(sheet => new { sheet.InitiativeId, IsEntered = sheet.EnteredById != null, sheet.PersonId, Criteria = sheet.Criteria.Select(score => new { score.Code, score.Total }).ToList() })
            .ToListAsync(cancellationToken);
        var approving = await conclusions.Where(item => item.CycleId == cycle.Id)
            .ToDictionaryAsync(item => item.InitiativeId, item => (int?)item.Approving, cancellationToken);
        var valid = totals.ToLookup(sheet => sheet.InitiativeId,
            sheet => new RankedSheet(sheet.PersonId, sheet.Criteria.ToDictionary(score => score.Code, score => score.Total)) { IsEntered = sheet.IsEntered });
        var secret = TieBallot.VotesOf(await ballots.AsNoTracking().Where(item => item.CycleId == cycle.Id).ToListAsync(cancellationToken));
        return [.. ids.Select(id => new RankInput(
            id, assigned[id].Count(), [.. valid[id].Where(sheet => assigned[id].Contains(sheet.PersonId))], approving.GetValueOrDefault(id),
            secret.TryGetValue(id, out var votes) ? votes : null))];
    }
}
