using Initiatives.Domain.Access;
using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data;

/// <summary>One dossier as somebody reads it in the council.</summary>
/// <param name="Writes">He writes for the council on it: its secretary, or who stands in for him.</param>
public sealed record CouncilSeat(Cycle Cycle, int InitiativeId, InitiativeStatus Status, bool Writes)
{
    /// <summary>Scoring of it is closed: its sheets may be read.</summary>
    public bool IsClosed => Status != InitiativeStatus.Judging;

    /// <summary>The council still works on it: judges may be asked, one more may be called.</summary>
    public bool MayAsk => Writes && Status == InitiativeStatus.Judged;
}

/// <summary>Boards of closed scoring: what the actor sees decides which of the kept ones is his.</summary>
public sealed partial class ScopedDb
{
    /// <summary>What <paramref name="make"/> computes through these doors, kept for whoever sees the same dossiers of the cycle.</summary>
    public async Task<T> KeptAsync<T>(KeptBoards boards, Cycle cycle, Func<Task<T>> make, CancellationToken cancellationToken)
        where T : class
    {
        var visible = await CouncilInitiatives.Where(item => item.CycleId == cycle.Id).OrderBy(item => item.Id).Select(item => item.Id).ToArrayAsync(cancellationToken);
        return await boards.OfAsync(db, cycle.Id, visible, isOfDossier: false, make, cancellationToken);
    }

    /// <summary>The same of one dossier, which came through <see cref="SeatAsync"/>.</summary>
    public Task<T> KeptAsync<T>(KeptBoards boards, CouncilSeat seat, Func<Task<T>> make, CancellationToken cancellationToken)
        where T : class => boards.OfAsync(db, seat.Cycle.Id, [seat.InitiativeId], isOfDossier: true, make, cancellationToken);

    /// <summary>What the actor is to one dossier that he reads in the council; null: it is not there for him.</summary>
    public Task<CouncilSeat?> SeatAsync(int year, int initiativeId, CancellationToken cancellationToken)
    {
        var (moved, seconded, writes) = (MovedInitiatives, Seconded, actor.Has(Permission.RunSession));
        return (from initiative in CouncilInitiatives
                join cycle in db.Cycles on initiative.CycleId equals cycle.Id
                where initiative.Id == initiativeId && cycle.Year == year
                select new CouncilSeat(cycle, initiative.Id, initiative.Status, writes && (moved.Any(item => item.Id == initiative.Id)
                    || seconded.Any(item => item.InitiativeId == initiative.Id))))
            .AsNoTracking().SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>As who writes for the council on a dossier: the sheet of somebody who is to judge it again. Nothing of it is shown.</summary>
    public Task<ScoreSheet?> FormerSheetAsync(CouncilSeat seat, int personId, CancellationToken cancellationToken) =>
        db.Sheets.SingleOrDefaultAsync(sheet => seat.MayAsk && sheet.InitiativeId == seat.InitiativeId && sheet.PersonId == personId, cancellationToken);

    /// <summary>Who has read the sheets of one dossier beside the secretary: whoever stands in on it or did, and the Department's leads. They do not judge it afterwards.</summary>
    public async Task<IReadOnlySet<int>> InformedAsync(int initiativeId, CancellationToken cancellationToken) =>
        (await StandIns.Where(item => item.InitiativeId == initiativeId).Select(item => item.PersonId)
            .Union(db.People.Where(person => (person.Roles & Role.DepartmentLead) != 0).Select(person => person.Id)).ToListAsync(cancellationToken)).ToHashSet();

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
            return db.OutlierQuestions.Where(item => own.Any(sheet => sheet.Id == item.SheetId));
        }
    }

    /// <summary>
    /// Who was reminded when, where the actor knows of a sheet that was open then: a reminder of dossiers that he is in conflict
    /// with would tell that there are such, and so to the secretary of another council.
    /// </summary>
    public IQueryable<ScoreReminder> ScoreReminders
    {
        get
        {
            var (unbarred, council, all) = (Unbarred, CouncilInitiatives, actor.Is(JudgingAccess.ReadsAllProgress));
            return db.ScoreReminders.Where(item => db.Sheets.Any(sheet =>
                sheet.CycleId == item.CycleId && sheet.PersonId == item.PersonId && (sheet.SubmittedAt == null || sheet.SubmittedAt > item.SentAt)
                && (all || council.Any(initiative => initiative.Id == sheet.InitiativeId)) && unbarred.Any(initiative => initiative.Id == sheet.InitiativeId)));
        }
    }
}
