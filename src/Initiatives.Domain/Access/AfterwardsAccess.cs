using System.Linq.Expressions;
using Initiatives.Domain.People;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Submissions;

namespace Initiatives.Domain.Access;

/// <summary>What may be read once the council's work is over: postings, results, remonstrances.</summary>
public static class AfterwardsAccess
{
    /// <summary>Remarks on a posted list, with who left them: those who answer them.</summary>
    public static Expression<Func<Remark, bool>> Remarks(Actor actor)
    {
        var manages = actor.Has(Permission.ManagePosting);
        return remark => manages;
    }

    /// <summary>Dossiers whose outcome is published: before that no result of theirs exists.</summary>
    public static Expression<Func<Initiative, bool>> IsOut()
    {
        InitiativeStatus[] published = [.. InitiativeStatuses.Published];
        return initiative => published.Contains(initiative.Status);
    }

    /// <summary>As the Department, once they are out.</summary>
    public static Expression<Func<Initiative, bool>> Sent(Actor actor)
    {
        var sends = actor.Has(Permission.SendResults);
        return initiative => sends;
    }

    /// <summary>Sheets on which a published result rests: the first round, handed in and locked.</summary>
    public static Expression<Func<ScoreSheet, bool>> IsOfResult() =>
        sheet => sheet.Round == 1 && sheet.Status == SheetStatus.Locked && sheet.SubmittedAt != null;

    /// <summary>Remonstrances as the Department receives them.</summary>
    public static Expression<Func<Remonstrance, bool>> Received(Actor actor)
    {
        var answers = actor.Has(Permission.AnswerRemonstrance);
        return remonstrance => answers;
    }

    /// <summary>As the Department, which drafts the decisions: those whose answer proposes to look at the result again, after scoring anew has ended.</summary>
    public static Expression<Func<Remonstrance, bool>> Reconsidered(Actor actor)
    {
        var drafts = actor.Has(Permission.DraftDecision);
        return remonstrance => drafts && remonstrance.AnsweredAt != null && remonstrance.Outcome == RemonstranceOutcome.Reconsider && remonstrance.RescoringClosedAt != null;
    }

    /// <summary>As the council's secretary: those on which he was asked or on which others score anew.</summary>
    /// <param name="council">Dossiers that he reads in council capacity.</param>
    public static Expression<Func<Remonstrance, bool>> Asked(Actor actor, IQueryable<Initiative> council)
    {
        var secretary = actor.Has(Permission.ExplainResult);
        return remonstrance => secretary && (remonstrance.ForwardedAt != null || remonstrance.RescoringOrderedAt != null)
            && council.Any(initiative => initiative.Id == remonstrance.InitiativeId);
    }
}
