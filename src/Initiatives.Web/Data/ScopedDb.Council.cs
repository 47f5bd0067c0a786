using Initiatives.Domain.Access;
using Initiatives.Domain.Councils;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Sessions;
using Initiatives.Domain.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data;

/// <summary>
/// The doors of the council. Whatever it knows of a dossier is reached through the dossier, so that the wall of conflicts
/// stands once: what lies behind it is not in lists, counts or averages either.
/// </summary>
public sealed partial class ScopedDb
{
    /// <summary>The wall: what the actor is in no conflict with. Never a door by itself.</summary>
    private IQueryable<Initiative> Unbarred => db.Initiatives.Where(InitiativeAccess.Unbarred(actor, db.Conflicts));

    /// <summary>Councils whose secretary the actor is.</summary>
    private IQueryable<Council> KeptCouncils => db.Councils.Where(CouncilAccess.Kept(actor));

    /// <summary>As whoever prepares the council: what was sent, without what he is in conflict with.</summary>
    public IQueryable<Initiative> AssignableInitiatives => Unbarred.Where(InitiativeAccess.Received(actor));

    /// <summary>Dossiers for which a conflict may be set: as whoever prepares the council, or as its secretary.</summary>
    public IQueryable<Initiative> RecusableInitiatives => actor.Has(Permission.ManageCouncil) ? AssignableInitiatives : CouncilInitiatives;

    /// <summary>As the council's secretary: every dossier of the cycle, to be moved with all others. Nothing of it is shown to him.</summary>
    public IQueryable<Initiative> MovedInitiatives => db.Initiatives.Where(InitiativeAccess.Moved(KeptCouncils));

    /// <summary>Who judges what: those who prepare the council, those who read in it, and of the others everybody his own.</summary>
    public IQueryable<ScoringAssignment> Assignments
    {
        get
        {
            var (seen, own) = (actor.Has(Permission.ManageCouncil) ? AssignableInitiatives : CouncilInitiatives, AssignedInitiatives);
            return db.Assignments.Where(item => item.Round == 1 && (seen.Any(initiative => initiative.Id == item.InitiativeId)
                || (item.PersonId == actor.PersonId && own.Any(initiative => initiative.Id == item.InitiativeId))));
        }
    }

    /// <summary>As whoever prepares the council: all assignments of a cycle, to open scoring on them. They are shown to nobody.</summary>
    public IQueryable<ScoringAssignment> OpeningAssignments => db.Assignments.Where(item => actor.Has(Permission.ManageCouncil));

    /// <summary>Conflicts as those read them who may come near the dossier: who prepares the council, and who reads in it.</summary>
    public IQueryable<Conflict> Conflicts
    {
        get
        {
            var seen = RecusableInitiatives;
            return db.Conflicts.Where(item => seen.Any(initiative => initiative.Id == item.InitiativeId));
        }
    }

    /// <summary>As whoever prepares the council: all that was recorded, to be brought up to date. Shown to nobody.</summary>
    public IQueryable<Conflict> RecordedConflicts => db.Conflicts.Where(item => actor.Has(Permission.ManageCouncil));

    /// <summary>Who stands in for whom, as conflicts are read.</summary>
    public IQueryable<StandIn> StandIns
    {
        get
        {
            var seen = RecusableInitiatives;
            return db.StandIns.Where(item => seen.Any(initiative => initiative.Id == item.InitiativeId));
        }
    }

    /// <summary>A judge's own sheets of dossiers that he is in no conflict with.</summary>
    public IQueryable<ScoreSheet> OwnSheets
    {
        get
        {
            var unbarred = Unbarred;
            return db.Sheets.Where(JudgingAccess.OwnSheets(actor)).Where(sheet => unbarred.Any(initiative => initiative.Id == sheet.InitiativeId));
        }
    }

    /// <summary>Sheets of the dossiers that one reads in the council, once they are locked.</summary>
    public IQueryable<ScoreSheet> ClosedSheets => db.Sheets.Where(JudgingAccess.ClosedSheets(CouncilInitiatives));

    /// <summary>Sheets to be locked by the secretary who closes scoring, loaded without their points and comments.</summary>
    public IQueryable<ScoreSheet> LockableSheets => db.Sheets
        .Where(JudgingAccess.LockableSheets(KeptCouncils))
        .IgnoreAutoIncludes();

    /// <summary>Who has handed in what, without points: sheets of judges who are assigned, of dossiers that one is in no conflict with; a secretary those of his own council.</summary>
    public IQueryable<SheetProgress> Progress
    {
        get
        {
            var (unbarred, council, all) = (Unbarred, CouncilInitiatives, actor.Is(JudgingAccess.ReadsAllProgress));
            return from sheet in db.Sheets
                   where sheet.Round == 1 && (all || council.Any(initiative => initiative.Id == sheet.InitiativeId))
                       && db.Assignments.Any(item => item.InitiativeId == sheet.InitiativeId && item.PersonId == sheet.PersonId)
                       && unbarred.Any(initiative => initiative.Id == sheet.InitiativeId)
                   select new SheetProgress
                   {
                       CycleId = sheet.CycleId,
                       InitiativeId = sheet.InitiativeId,
                       PersonId = sheet.PersonId,
                       Status = sheet.SubmittedAt != null ? SheetStatus.Submitted : sheet.Status,
                       IsAwaited = sheet.DueAt != null && sheet.SubmittedAt == null,
                       IsEntered = sheet.EnteredById != null,
                       SavedAt = sheet.SavedAt,
                   };
        }
    }

    /// <summary>Sessions of the councils in which the actor has something to do: as secretary, as lead, as who stands in on a dossier.</summary>
    public IQueryable<CouncilSession> Sessions => db.Sessions.Where(SessionAccess.Sessions(actor, KeptCouncils, db.StandIns));

    /// <summary>In the council.</summary>
    public IQueryable<Conclusion> Conclusions => db.Conclusions.Where(JudgingAccess.Conclusions(CouncilInitiatives));

    /// <summary>As the Department, which drafts the decisions from all of them.</summary>
    public IQueryable<Conclusion> ConclusionsToDecide => db.Conclusions.Where(JudgingAccess.ConclusionsToDecide(actor, db.Cycles));

    /// <summary>
    /// Whether the actor writes for the council on this dossier: its secretary, unless he is in conflict with it, or who stands
    /// in for him. The dossier came through <see cref="CouncilInitiatives"/>, so a conflict has been looked at.
    /// </summary>
    public async Task<bool> ActsAsSecretaryAsync(Initiative initiative, CancellationToken cancellationToken) =>
        actor.Has(Permission.RunSession)
        && (await MovedInitiatives.AnyAsync(item => item.Id == initiative.Id, cancellationToken)
            || await Seconded.AnyAsync(item => item.InitiativeId == initiative.Id, cancellationToken));

    /// <summary>Where the actor stands in for the secretary. Who stands in for a lead reads, as the lead would, and writes nothing.</summary>
    internal IQueryable<StandIn> Seconded => db.StandIns.Where(item => item.PersonId == actor.PersonId && item.EndedAt == null
        && db.Councils.Any(council => council.CycleId == item.CycleId && council.Members.Any(member => member.PersonId == item.ForPersonId && member.Post == CouncilPost.Secretary)));

    /// <summary>Ends what a change of a person's conflicts ends on one dossier, which came through a door: his own standing in, once he is barred himself; that others stand in for him, once he no longer is.</summary>
    public async Task EndStandInsAsync(Initiative initiative, int personId, bool isBarred, DateTime now, CancellationToken cancellationToken)
    {
        var ended = await db.StandIns.Where(item => item.InitiativeId == initiative.Id && (isBarred ? item.PersonId : item.ForPersonId) == personId).ToListAsync(cancellationToken);
        foreach (var item in ended) item.End(now);
    }
}
