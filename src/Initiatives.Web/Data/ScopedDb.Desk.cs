using Initiatives.Domain.Access;
using Initiatives.Domain.Councils;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data;

/// <summary>How many sheets of a dossier are handed in: a number by which a judge's next dossier is chosen, shown to nobody.</summary>
public sealed record SheetCount
{
    public required int InitiativeId { get; init; }
    public required int Count { get; init; }
}

/// <summary>A total of some other judge, without the dossier it belongs to.</summary>
public sealed record PoolTotal
{
    public required int PersonId { get; init; }
    public required decimal Total { get; init; }
}

/// <summary>The doors of the desk: reviews, papers, what one's sheets are compared with, who read scores.</summary>
public sealed partial class ScopedDb
{
    /// <summary>As a reviewer: the dossiers given to him to review, without what he is in conflict with.</summary>
    public IQueryable<Initiative> ReviewedInitiatives => Unbarred.Where(DeskAccess.Reviewed(actor, db.ReviewAssignments));

    /// <summary>What is given to the actor to review.</summary>
    public IQueryable<ReviewAssignment> OwnReviewAssignments
    {
        get
        {
            var reviewed = ReviewedInitiatives;
            return db.ReviewAssignments.Where(item => item.PersonId == actor.PersonId && reviewed.Any(initiative => initiative.Id == item.InitiativeId));
        }
    }

    /// <summary>The actor's own reviews, drafts too.</summary>
    public IQueryable<Review> OwnReviews
    {
        get
        {
            var reviewed = ReviewedInitiatives;
            return db.Reviews.Where(DeskAccess.OwnReviews(actor)).Where(review => reviewed.Any(initiative => initiative.Id == review.InitiativeId));
        }
    }

    /// <summary>As a judge: what reviewers have handed in on the dossiers assigned to him, without that of a reviewer who turned out to be in conflict.</summary>
    public IQueryable<Review> AssignedReviews
    {
        get
        {
            var assigned = AssignedInitiatives;
            return db.Reviews.Where(review => review.SubmittedAt != null && assigned.Any(initiative => initiative.Id == review.InitiativeId)
                && !db.Conflicts.Any(item => item.InitiativeId == review.InitiativeId && item.PersonId == review.PersonId && item.LiftedAt == null));
        }
    }

    /// <summary>As the council's secretary or the Department's lead: who reviews what.</summary>
    public IQueryable<ReviewAssignment> CouncilReviewAssignments
    {
        get
        {
            var council = CouncilInitiatives;
            return db.ReviewAssignments.Where(item => council.Any(initiative => initiative.Id == item.InitiativeId));
        }
    }

    /// <summary>As the council's secretary or the Department's lead: what reviewers have handed in.</summary>
    public IQueryable<Review> CouncilReviews
    {
        get
        {
            var council = CouncilInitiatives;
            return db.Reviews.Where(review => review.SubmittedAt != null && council.Any(initiative => initiative.Id == review.InitiativeId));
        }
    }

    /// <summary>As a judge: how many sheets the dossiers assigned to him have; where there is none, no row.</summary>
    public IQueryable<SheetCount> SheetCounts
    {
        get
        {
            var assigned = AssignedInitiatives;
            return db.Sheets.Where(sheet => sheet.SubmittedAt != null && assigned.Any(initiative => initiative.Id == sheet.InitiativeId)
                    && db.Assignments.Any(item => item.InitiativeId == sheet.InitiativeId && item.PersonId == sheet.PersonId))
                .GroupBy(sheet => sheet.InitiativeId)
                .Select(group => new SheetCount { InitiativeId = group.Key, Count = group.Count() });
        }
    }

    /// <summary>As a judge, once scoring is closed: totals of the others' valid sheets on the dossiers for which he handed in one.</summary>
    public IQueryable<PoolTotal> PoolTotals(int cycleId)
    {
        var (own, assigned) = (OwnSheets, AssignedInitiatives);
        return db.Sheets
            .Where(sheet => sheet.CycleId == cycleId && sheet.Status == SheetStatus.Locked && sheet.SubmittedAt != null && sheet.PersonId != actor.PersonId
                && own.Any(mine => mine.InitiativeId == sheet.InitiativeId && mine.SubmittedAt != null && mine.Status == SheetStatus.Locked)
                && assigned.Any(initiative => initiative.Id == sheet.InitiativeId)
                && db.Assignments.Any(item => item.InitiativeId == sheet.InitiativeId && item.PersonId == sheet.PersonId))
            .Select(sheet => new PoolTotal { PersonId = sheet.PersonId, Total = sheet.Total });
    }

    /// <summary>Versions of one's own sheets, and of those that are open to the secretary and the lead.</summary>
    public IQueryable<ScoreSheetVersion> SheetVersions
    {
        get
        {
            var (own, council) = (OwnSheets, ClosedSheets);
            return db.SheetVersions.Where(version => own.Any(sheet => sheet.Id == version.SheetId) || council.Any(sheet => sheet.Id == version.SheetId));
        }
    }

    /// <summary>As the secretariat: dossiers for which a paper may come in, without what one is in conflict with.</summary>
    public IQueryable<Initiative> PaperInitiatives => Unbarred.Where(DeskAccess.Papers(actor, db.Councils, KeptCouncils))
        .Where(DeskAccess.OwnIsHandedIn(actor, db.Sheets, db.Assignments));

    /// <summary>As the secretariat: sheets that a paper may stand for. Nothing of what is on them is shown.</summary>
    public IQueryable<ScoreSheet> PaperTargets
    {
        get
        {
            var dossiers = PaperInitiatives;
            return db.Sheets.Where(DeskAccess.PaperTargets(actor)).Where(sheet => dossiers.Any(initiative => initiative.Id == sheet.InitiativeId));
        }
    }

    /// <summary>As the secretariat: papers that were typed, but never one's own.</summary>
    public IQueryable<PaperSheet> PaperSheets
    {
        get
        {
            var dossiers = PaperInitiatives;
            return db.PaperSheets.Where(paper => paper.PersonId != actor.PersonId && dossiers.Any(initiative => initiative.Id == paper.InitiativeId));
        }
    }

    /// <summary>Who was shown scores of others: the administrator's.</summary>
    public IQueryable<ScoreReading> ScoreReadings => db.ScoreReadings.Where(DeskAccess.Readings(actor));

    /// <summary>What seals them: the administrator's.</summary>
    public IQueryable<ReadingSeal> ReadingSeals => db.ReadingSeals.Where(seal => actor.Has(Permission.ReadJournal));
}
