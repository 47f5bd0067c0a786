using System.Linq.Expressions;
using Initiatives.Domain.Councils;
using Initiatives.Domain.People;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Submissions;

namespace Initiatives.Domain.Access;

/// <summary>
/// Which initiatives a person may open, one rule for each capacity he may act in. Queries and checks use the same
/// expressions. A capacity never lends its sight to another: a judge reading as a judge sees what he was assigned, though
/// as an author he sees more of his own.
/// </summary>
public static class InitiativeAccess
{
    /// <summary>
    /// As author, unit officer or head: one's own, one's unit's. The head sees what was put before him, unless it is a draft
    /// again; what never was stays its authors', also once they have withdrawn it.
    /// </summary>
    public static Expression<Func<Initiative, bool>> Own(Actor actor)
    {
        var (person, unit) = (actor.PersonId, actor.UnitId);
        var (author, officer, head) = (actor.Is(Role.Author), actor.Is(Role.UnitOfficer), actor.Is(Role.UnitHead));
        return initiative =>
            (author && (initiative.CreatedById == person || initiative.Authors.Any(item => item.PersonId == person)))
            || (officer && initiative.UnitId == unit)
            || (head && initiative.UnitId == unit && initiative.FirstSentToHeadAt != null && initiative.Status != InitiativeStatus.Draft);
    }

    /// <summary>
    /// Those who write: one's own as author, one's unit's as its officer. What was saved on the way to a dossier is theirs
    /// alone: the head reads what is put before him, never how it came to be.
    /// </summary>
    public static Expression<Func<Initiative, bool>> Written(Actor actor)
    {
        var (person, unit) = (actor.PersonId, actor.UnitId);
        var (author, officer) = (actor.Is(Role.Author), actor.Is(Role.UnitOfficer));
        return initiative =>
            (author && (initiative.CreatedById == person || initiative.Authors.Any(item => item.PersonId == person)))
            || (officer && initiative.UnitId == unit);
    }

    /// <summary>As the Department: everything that was sent.</summary>
    public static Expression<Func<Initiative, bool>> Received(Actor actor)
    {
        var department = actor.Is(Role.IntakeOfficer | Role.Appraiser | Role.DepartmentLead);
        return initiative => department && initiative.SubmittedAt != null;
    }

    /// <summary>
    /// The wall: dossiers that the actor is in no conflict with, and those whose outcome is published. What he does for the
    /// council goes through it in every capacity that the council gives him.
    /// </summary>
    public static Expression<Func<Initiative, bool>> Unbarred(Actor actor, IQueryable<Conflict> conflicts)
    {
        var person = actor.PersonId;
        InitiativeStatus[] published = [.. InitiativeStatuses.Published];
        return initiative => published.Contains(initiative.Status)
            || !conflicts.Any(item => item.InitiativeId == initiative.Id && item.PersonId == person && item.LiftedAt == null);
    }

    /// <summary>As a judge: what was assigned to him.</summary>
    public static Expression<Func<Initiative, bool>> Assigned(Actor actor, IQueryable<ScoringAssignment> assignments)
    {
        var person = actor.PersonId;
        var member = actor.Is(Role.CouncilMember);
        return initiative => member && assignments.Any(item => item.InitiativeId == initiative.Id && item.PersonId == person);
    }

    /// <summary>
    /// In the council: the dossiers of the cycle from scoring on, for its secretary and the Department's lead; one dossier for
    /// whoever stands in for either of them on it and still holds the role that it gives.
    /// </summary>
    /// <param name="kept">Councils whose secretary he is: <see cref="CouncilAccess.Kept"/>.</param>
    public static Expression<Func<Initiative, bool>> Council(Actor actor, IQueryable<Council> kept, IQueryable<StandIn> standIns)
    {
        var (person, secretary, lead) = (actor.PersonId, actor.Is(Role.CouncilSecretary), actor.Is(Role.DepartmentLead));
        return initiative => initiative.CouncilCode != null
            && (lead
                || kept.Any(council => council.CycleId == initiative.CycleId)
                || (secretary && standIns.Any(item => item.InitiativeId == initiative.Id && item.PersonId == person && item.EndedAt == null)));
    }

    /// <summary>As the secretary of its council: every dossier of the cycle, to be moved with all others. Nothing of it is shown.</summary>
    public static Expression<Func<Initiative, bool>> Moved(IQueryable<Council> kept) =>
        initiative => initiative.CouncilCode != null && kept.Any(council => council.CycleId == initiative.CycleId);

    /// <summary>Everybody: what a published decision recognised, also after it was revoked.</summary>
    public static Expression<Func<Initiative, bool>> Published() =>
        initiative => initiative.Status == InitiativeStatus.Recognised || initiative.Status == InitiativeStatus.Revoked;

    /// <summary>Whoever reads a decision before it is out: the initiatives it names.</summary>
    public static Expression<Func<Initiative, bool>> Decided(Actor actor, IQueryable<DecisionItem> items)
    {
        var reader = actor.Has(Permission.ReadDecisions);
        return initiative => reader && items.Any(item => item.InitiativeId == initiative.Id);
    }
}
