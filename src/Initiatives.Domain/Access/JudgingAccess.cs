using System.Linq.Expressions;
using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Sessions;
using Initiatives.Domain.Submissions;

namespace Initiatives.Domain.Access;

/// <summary>Which sheets, conclusions and decisions a person may read.</summary>
public static class JudgingAccess
{
    /// <summary>Whoever follows the progress of every council; a secretary follows his own.</summary>
    public const Role ReadsAllProgress = Role.IntakeOfficer | Role.Appraiser | Role.DepartmentLead | Role.CityLeader | Role.HomeAffairs;

    /// <summary>A judge's own sheets; nobody else's, whatever his post.</summary>
    public static Expression<Func<ScoreSheet, bool>> OwnSheets(Actor actor)
    {
        var person = actor.PersonId;
        var member = actor.Is(Role.CouncilMember);
        return sheet => member && sheet.PersonId == person;
    }

    /// <summary>Sheets of the dossiers that one reads in the council, and only once they are locked.</summary>
    public static Expression<Func<ScoreSheet, bool>> ClosedSheets(IQueryable<Initiative> council) =>
        sheet => sheet.Round == 1 && sheet.Status == SheetStatus.Locked && council.Any(initiative => initiative.Id == sheet.InitiativeId);

    /// <summary>Sheets which the secretary of their council locks when scoring closes; nothing on them is shown to him before that.</summary>
    public static Expression<Func<ScoreSheet, bool>> LockableSheets(IQueryable<Council> kept) =>
        sheet => sheet.Round == 1 && sheet.Status != SheetStatus.Locked && kept.Any(council => council.CycleId == sheet.CycleId);

    /// <summary>In the council: conclusions on the dossiers that one reads there.</summary>
    public static Expression<Func<Conclusion, bool>> Conclusions(IQueryable<Initiative> council) =>
        conclusion => council.Any(initiative => initiative.Id == conclusion.InitiativeId);

    /// <summary>
    /// As the Department, which drafts the decisions: all conclusions of cycles whose council has ended its work. Authors are
    /// told after publication, by the initiative itself.
    /// </summary>
    public static Expression<Func<Conclusion, bool>> ConclusionsToDecide(Actor actor, IQueryable<Cycle> cycles)
    {
        var drafter = actor.Has(Permission.DraftDecision);
        return conclusion => drafter && cycles.Any(cycle => cycle.Id == conclusion.CycleId && cycle.Phase >= CyclePhase.Deciding);
    }

    /// <summary>Published decisions for everybody; drafts for the Department, for Sở Nội vụ a merit draft, for the leader what awaits his signature.</summary>
    public static Expression<Func<Decision, bool>> Decisions(Actor actor)
    {
        var (drafter, opinion, signer) = (actor.Has(Permission.DraftDecision), actor.Has(Permission.GiveMeritOpinion), actor.Has(Permission.SignDecision));
        return decision => decision.Status == DecisionStatus.Published
            || drafter
            || (opinion && decision.Kind == DecisionKind.Merit)
            || (signer && decision.Status != DecisionStatus.Drafting);
    }
}
