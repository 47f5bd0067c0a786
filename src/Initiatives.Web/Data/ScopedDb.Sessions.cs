using Initiatives.Domain.Access;
using Initiatives.Domain.Cycles;
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

    /// <summary>Secret ballots among tied dossiers, all of which the actor reads: one that he must not know of hides the ballot.</summary>
    public IQueryable<TieBallot> TieBallots
    {
        get
        {
            var council = CouncilInitiatives;
            return db.TieBallots.Where(ballot => ballot.Lines.All(line => council.Any(initiative => initiative.Id == line.InitiativeId)));
        }
    }

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

    /// <summary>The council's work ends: every conclusion gets its place in the official ranking, whoever acts. Nothing is shown to him.</summary>
    public async Task PlaceConclusionsAsync(Cycle cycle, RubricContent rubric, CancellationToken cancellationToken)
    {
        var places = await RankingQueries.OfficialAsync(db, cycle, rubric, cancellationToken);
        var ranks = places.ToDictionary(place => place.InitiativeId, place => place.Rank);
        foreach (var conclusion in await db.Conclusions.Where(item => item.CycleId == cycle.Id).ToListAsync(cancellationToken))
            conclusion.TakePlace(ranks[conclusion.InitiativeId]);
    }
}
