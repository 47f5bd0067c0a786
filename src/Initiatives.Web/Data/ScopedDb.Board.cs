using Initiatives.Domain.Access;
using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data;

/// <summary>Boards of closed scoring: what the actor sees decides which of the kept ones is his.</summary>
public sealed partial class ScopedDb
{
    /// <summary>What <paramref name="make"/> computes through these doors, kept for whoever sees the same dossiers of the cycle.</summary>
    public async Task<T> KeptAsync<T>(KeptBoards boards, Cycle cycle, Func<Task<T>> make, CancellationToken cancellationToken)
        where T : class
    {
        var visible = await CouncilInitiatives.Where(item => item.CycleId == cycle.Id).OrderBy(item => item.Id).Select(item => item.Id).ToArrayAsync(cancellationToken);
        return await boards.OfAsync(db, cycle.Id, visible, make, cancellationToken);
    }

    /// <summary>In the council: what judges were asked about sheets of the dossiers that one reads there.</summary>
    public IQueryable<OutlierQuestion> OutlierQuestions
    {
        get
        {
            var council = CouncilInitiatives;
            return db.OutlierQuestions.Where(item => council.Any(initiative => initiative.Id == item.InitiativeId));
        }
    }

    /// <summary>As a judge: what he is asked about his own sheets.</summary>
    public IQueryable<OutlierQuestion> OwnQuestions
    {
        get
        {
            var own = OwnSheets;
            return db.OutlierQuestions.Where(item => item.PersonId == actor.PersonId && own.Any(sheet => sheet.Id == item.SheetId));
        }
    }

    /// <summary>Members who must not come near a dossier that the actor reads in the council.</summary>
    public IQueryable<Conflict> CouncilConflicts
    {
        get
        {
            var council = CouncilInitiatives;
            return db.Conflicts.Where(item => item.LiftedAt == null && council.Any(initiative => initiative.Id == item.InitiativeId));
        }
    }

    /// <summary>In the council: who judges the dossiers that one reads there.</summary>
    public IQueryable<ScoringAssignment> CouncilAssignments
    {
        get
        {
            var council = CouncilInitiatives;
            return db.Assignments.Where(item => council.Any(initiative => initiative.Id == item.InitiativeId));
        }
    }

    /// <summary>
    /// Who was reminded when, where the actor knows of a sheet that was open then: a reminder of dossiers that he is in conflict
    /// with would tell that there are such.
    /// </summary>
    public IQueryable<ScoreReminder> ScoreReminders
    {
        get
        {
            var unbarred = Unbarred;
            return db.ScoreReminders.Where(item => actor.Has(Permission.ReadProgress) && db.Sheets.Any(sheet =>
                sheet.CycleId == item.CycleId && sheet.PersonId == item.PersonId && (sheet.SubmittedAt == null || sheet.SubmittedAt > item.SentAt)
                && unbarred.Any(initiative => initiative.Id == sheet.InitiativeId)));
        }
    }
}
