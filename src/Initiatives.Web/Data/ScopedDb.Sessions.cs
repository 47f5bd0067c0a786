using Initiatives.Domain.Access;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Ranking;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Sessions;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data;

/// <summary>The doors of the council's sessions: what hangs on a dossier is there only for those who read it in council capacity.</summary>
public sealed partial class ScopedDb
{
    /// <summary>Agenda items of the dossiers that the actor reads for the council.</summary>
    public IQueryable<AgendaItem> AgendaItems
    {
        get
        {
            var council = CouncilInitiatives;
            return db.AgendaItems.Where(item => council.Any(initiative => initiative.Id == item.InitiativeId));
        }
    }

    /// <summary>Announced votes, and one's own entries before they are announced.</summary>
    public IQueryable<Vote> Votes
    {
        get
        {
            var council = CouncilInitiatives;
            return db.Votes.Where(SessionAccess.Votes(actor)).Where(vote => council.Any(initiative => initiative.Id == vote.InitiativeId));
        }
    }

    /// <summary>Counts that are not announced, as whoever acts as secretary on the dossier throws them away, also those of a former stand-in. Shown to nobody but their enterer.</summary>
    public IQueryable<Vote> VotesToDiscard
    {
        get
        {
            var council = CouncilInitiatives;
            return db.Votes.Where(vote => actor.Has(Permission.RunSession) && vote.AnnouncedAt == null && council.Any(initiative => initiative.Id == vote.InitiativeId));
        }
    }

    /// <summary>Resolutions for another outcome than the rules give.</summary>
    public IQueryable<CouncilResolution> Resolutions
    {
        get
        {
            var council = CouncilInitiatives;
            return db.Resolutions.Where(item => council.Any(initiative => initiative.Id == item.InitiativeId));
        }
    }

    /// <summary>Dissenting opinions.</summary>
    public IQueryable<DissentingOpinion> Dissents
    {
        get
        {
            var council = CouncilInitiatives;
            return db.Dissents.Where(item => council.Any(initiative => initiative.Id == item.InitiativeId));
        }
    }

    /// <summary>Secret ballots among tied dossiers, for those who read every dossier of the cycle: the places they are about tell of each that stands above.</summary>
    public IQueryable<TieBallot> TieBallots
    {
        get
        {
            var council = CouncilInitiatives;
            return db.TieBallots.Where(ballot => !db.Initiatives.Any(initiative => initiative.CycleId == ballot.CycleId && initiative.CouncilCode != null && !council.Any(seen => seen.Id == initiative.Id)));
        }
    }

    /// <summary>
    /// All that a session has on its dossiers, whoever ends it, to find what is not finished and to be closed with it. What of it
    /// he must not see is not shown to him.
    /// </summary>
    public async Task<(IReadOnlyList<AgendaItem> Items, IReadOnlyList<Vote> Votes, IReadOnlySet<int> Concluded)> SessionRowsAsync(CouncilSession session, CancellationToken cancellationToken) =>
        (await db.AgendaItems.Where(item => item.SessionId == session.Id).ToListAsync(cancellationToken),
         await db.Votes.AsNoTracking().Where(item => item.SessionId == session.Id).ToListAsync(cancellationToken),
         (await db.Conclusions.Where(item => item.CycleId == session.CycleId).Select(item => item.InitiativeId).ToListAsync(cancellationToken)).ToHashSet());

    /// <summary>Whether the council's result has left it: its list is posted, or a decision drafted from it.</summary>
    public async Task<bool> IsPutUpAsync(int cycleId, CancellationToken cancellationToken) =>
        await db.Postings.AnyAsync(item => item.CycleId == cycleId, cancellationToken) || await db.Decisions.AnyAsync(item => item.CycleId == cycleId, cancellationToken);

    /// <summary>Sheets that whoever acts as secretary on a dossier locks in the session, loaded without their points and comments.</summary>
    public IQueryable<ScoreSheet> SheetsToLock
    {
        get
        {
            var council = CouncilInitiatives;
            return db.Sheets.Where(sheet => actor.Has(Permission.CloseScoring) && sheet.Status != SheetStatus.Locked && council.Any(initiative => initiative.Id == sheet.InitiativeId)).IgnoreAutoIncludes();
        }
    }

    /// <summary>
    /// Dossiers of a cycle without a conclusion, for putting them on an agenda or telling whether the council has done its
    /// work: ids alone, also of those that the one who acts must not see. Nothing of them is shown.
    /// </summary>
    public async Task<IReadOnlyList<int>> UnconcludedIdsAsync(int cycleId, CancellationToken cancellationToken) =>
        await db.Initiatives.Where(item => item.CycleId == cycleId && (item.Status == InitiativeStatus.Judging || item.Status == InitiativeStatus.Judged))
            .OrderBy(item => item.Id).Select(item => item.Id).ToListAsync(cancellationToken);

    /// <summary>Who leaves the room for which dossier, for ordering an agenda, whoever orders it. Nothing of it is shown.</summary>
    public async Task<ILookup<int, int>> AgendaConflictsAsync(int cycleId, CancellationToken cancellationToken) =>
        (await db.Conflicts.Where(item => item.CycleId == cycleId && item.LiftedAt == null).Select(item => new { item.InitiativeId, item.PersonId }).Distinct().ToListAsync(cancellationToken))
        .ToLookup(item => item.InitiativeId, item => item.PersonId);

    /// <summary>How many dossiers of a cycle are still being scored, whoever asks; for the end of scoring, never shown.</summary>
    public Task<int> CountJudgingAsync(int cycleId, CancellationToken cancellationToken) =>
        db.Initiatives.CountAsync(item => item.CycleId == cycleId && item.Status == InitiativeStatus.Judging, cancellationToken);

    /// <summary>
    /// The council's work ends: every conclusion gets its place in the official ranking, whoever acts; none, while a tie across the
    /// last place of merit is open. What the act itself changes counts already. Nothing is shown to him.
    /// </summary>
    /// <returns>False while there is such a tie.</returns>
    public async Task<bool> PlaceConclusionsAsync(Cycle cycle, RubricContent rubric, CancellationToken cancellationToken)
    {
        var conclusions = await db.Conclusions.Where(item => item.CycleId == cycle.Id).ToDictionaryAsync(item => item.InitiativeId, cancellationToken);
        var inputs = await RankingQueries.OfficialInputsAsync(db, cycle, cancellationToken);
        var places = Ranker.Rank([.. inputs.Select(input => conclusions.TryGetValue(input.InitiativeId, out var voted) ? input with { Approving = voted.Approving } : input)], rubric, cycle.Settings);
        var isOpen = CutTie.Find([.. places.Where(place => conclusions.TryGetValue(place.InitiativeId, out var found) && found.IsRecommended)], cycle.Settings.MaxMerit) is not null;
        foreach (var place in places)
            if (conclusions.TryGetValue(place.InitiativeId, out var conclusion)) conclusion.TakePlace(isOpen ? 0 : place.Rank);
        return !isOpen;
    }
}
