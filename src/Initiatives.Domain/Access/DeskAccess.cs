using System.Linq.Expressions;
using Initiatives.Domain.Councils;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Submissions;

namespace Initiatives.Domain.Access;

/// <summary>Which reviews, papers and readings a person may reach.</summary>
public static class DeskAccess
{
    /// <summary>As a reviewer: the dossiers given to him to review.</summary>
    public static Expression<Func<Initiative, bool>> Reviewed(Actor actor, IQueryable<ReviewAssignment> assignments)
    {
        var (person, member) = (actor.PersonId, actor.Has(Permission.WriteReview));
        return initiative => member && assignments.Any(item => item.InitiativeId == initiative.Id && item.PersonId == person);
    }

    /// <summary>
    /// As the secretariat or the secretary of that council: dossiers for which a paper may come in. The role alone opens none:
    /// conflicts are looked for among those whom the council's decision names.
    /// </summary>
    public static Expression<Func<Initiative, bool>> Papers(Actor actor, IQueryable<Council> councils, IQueryable<Council> kept)
    {
        var (person, secretariat) = (actor.PersonId, actor.Is(Role.Secretariat));
        return initiative => initiative.CouncilCode != null
            && ((secretariat && councils.Any(council => council.CycleId == initiative.CycleId && council.Clerks.Any(clerk => clerk.PersonId == person)))
                || kept.Any(council => council.CycleId == initiative.CycleId));
    }

    /// <summary>A judge who has yet to hand in his own sheet of a dossier reads no other's paper of it: he judges first, whatever his post.</summary>
    public static Expression<Func<Initiative, bool>> OwnIsHandedIn(Actor actor, IQueryable<ScoreSheet> sheets, IQueryable<ScoringAssignment> assignments)
    {
        var person = actor.PersonId;
        return initiative => initiative.Status != InitiativeStatus.Judging
            || !assignments.Any(item => item.InitiativeId == initiative.Id && item.PersonId == person)
            || sheets.Any(sheet => sheet.InitiativeId == initiative.Id && sheet.PersonId == person && sheet.SubmittedAt != null);
    }

    /// <summary>Sheets that a paper may stand for: of others, who have not handed in by themselves, or which were reopened.</summary>
    public static Expression<Func<ScoreSheet, bool>> PaperTargets(Actor actor)
    {
        var person = actor.PersonId;
        return sheet => sheet.PersonId != person && (sheet.IsReopened || sheet.SubmittedAt == null || sheet.EnteredById != null);
    }

    /// <summary>A reviewer's own reviews, drafts too; nobody else's.</summary>
    public static Expression<Func<Review, bool>> OwnReviews(Actor actor)
    {
        var person = actor.PersonId;
        return review => review.PersonId == person;
    }

    /// <summary>Who was shown scores: the administrator's.</summary>
    public static Expression<Func<ScoreReading, bool>> Readings(Actor actor)
    {
        var reader = actor.Has(Permission.ReadJournal);
        return reading => reader;
    }
}
