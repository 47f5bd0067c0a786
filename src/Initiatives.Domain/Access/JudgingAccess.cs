using System.Linq.Expressions;
using Initiatives.Domain.Councils;
using Initiatives.Domain.People;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Sessions;

namespace Initiatives.Domain.Access;

/// <summary>Which sheets, conclusions and decisions a person may read.</summary>
public static class JudgingAccess
{
    /// <summary>A judge's own sheets; nobody else's, whatever his post.</summary>
    public static Expression<Func<ScoreSheet, bool>> OwnSheets(Actor actor)
    {
        var person = actor.PersonId;
        var member = actor.Is(Role.CouncilMember);
        return sheet => member && sheet.PersonId == person;
    }

    /// <summary>All sheets of a cycle's own scoring, for those who read the ranking, and only once the secretary has closed scoring.</summary>
    public static Expression<Func<ScoreSheet, bool>> ClosedSheets(Actor actor, IQueryable<Council> councils, IQueryable<CouncilMember> members)
    {
        var person = actor.PersonId;
        var (secretary, lead) = (actor.Is(Role.CouncilSecretary), actor.Is(Role.DepartmentLead));
        return sheet => sheet.Round == 1 && sheet.Status == SheetStatus.Locked
            && (lead || (secretary && councils.Any(council => council.CycleId == sheet.CycleId
                && members.Any(member => member.CouncilId == council.Id && member.PersonId == person && member.Post == CouncilPost.Secretary))));
    }

    /// <summary>Sheets which the secretary of their council locks when scoring closes; nothing on them is shown to him before that.</summary>
    public static Expression<Func<ScoreSheet, bool>> LockableSheets(Actor actor, IQueryable<Council> councils, IQueryable<CouncilMember> members)
    {
        var person = actor.PersonId;
        var secretary = actor.Has(Permission.CloseScoring);
        return sheet => secretary && sheet.Round == 1 && sheet.Status != SheetStatus.Locked && councils.Any(council => council.CycleId == sheet.CycleId
            && members.Any(member => member.CouncilId == council.Id && member.PersonId == person && member.Post == CouncilPost.Secretary));
    }

    /// <summary>Conclusions: the secretary and the Department's lead. Authors are told after publication, by the initiative itself.</summary>
    public static Expression<Func<Conclusion, bool>> Conclusions(Actor actor)
    {
        var reader = actor.Has(Permission.ReadRanking) || actor.Has(Permission.DraftDecision);
        return conclusion => reader;
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
