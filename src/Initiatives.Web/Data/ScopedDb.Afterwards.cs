using Initiatives.Domain.Access;
using Initiatives.Domain.Councils;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Sessions;
using Initiatives.Domain.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data;

/// <summary>The doors of what follows the council's work: the posted list and its remarks, published results, remonstrances.</summary>
public sealed partial class ScopedDb
{
    /// <summary>As anybody: lists that are or were posted.</summary>
    public IQueryable<Posting> Postings => db.Postings;

    /// <summary>As the Department: every remark, with who left it.</summary>
    public IQueryable<Remark> Remarks => db.Remarks.Where(AfterwardsAccess.Remarks(actor));

    /// <summary>As whoever holds a remark's code: that one.</summary>
    public IQueryable<Remark> RemarkOf(string code) => db.Remarks.Where(remark => remark.Code == code);

    /// <summary>As whoever sent a form: what it has made already.</summary>
    public IQueryable<Remark> RemarkOf(Guid formKey) => db.Remarks.Where(remark => remark.FormKey == formKey);

    /// <summary>As author, officer or head: one's own dossiers whose outcome is published.</summary>
    public IQueryable<Initiative> OwnResults => OwnInitiatives.Where(AfterwardsAccess.IsOut());

    /// <summary>As the Department, which sends the letters on them: all dossiers whose outcome is published.</summary>
    public IQueryable<Initiative> SentResults => db.Initiatives.Where(AfterwardsAccess.Sent(actor)).Where(AfterwardsAccess.IsOut());

    /// <summary>Sheets behind published results that the actor may read as owner or sends as Department. Whose they are is never shown.</summary>
    public IQueryable<ScoreSheet> ResultSheets
    {
        get
        {
            var (own, sent) = (OwnResults, SentResults);
            return db.Sheets.Where(AfterwardsAccess.IsOfResult())
                .Where(sheet => own.Any(initiative => initiative.Id == sheet.InitiativeId) || sent.Any(initiative => initiative.Id == sheet.InitiativeId));
        }
    }

    /// <summary>To how many such a dossier was given.</summary>
    public IQueryable<ScoringAssignment> ResultAssignments
    {
        get
        {
            var (own, sent) = (OwnResults, SentResults);
            return db.Assignments.Where(item => item.Round == 1 && (own.Any(initiative => initiative.Id == item.InitiativeId) || sent.Any(initiative => initiative.Id == item.InitiativeId)));
        }
    }

    /// <summary>What the council concluded on such a dossier.</summary>
    public IQueryable<Conclusion> ResultConclusions
    {
        get
        {
            var (own, sent) = (OwnResults, SentResults);
            return db.Conclusions.Where(item => own.Any(initiative => initiative.Id == item.InitiativeId) || sent.Any(initiative => initiative.Id == item.InitiativeId));
        }
    }

    /// <summary>As author, officer or head: remonstrances on one's own dossiers. What of them is told, their page says.</summary>
    public IQueryable<Remonstrance> OwnRemonstrances
    {
        get
        {
            var own = OwnInitiatives;
            return db.Remonstrances.Where(item => own.Any(initiative => initiative.Id == item.InitiativeId));
        }
    }

    /// <summary>As the Department: every remonstrance.</summary>
    public IQueryable<Remonstrance> ReceivedRemonstrances => db.Remonstrances.Where(AfterwardsAccess.Received(actor));

    /// <summary>As the council's secretary: those on which he has something to do or had.</summary>
    public IQueryable<Remonstrance> AskedRemonstrances => db.Remonstrances.Where(AfterwardsAccess.Asked(actor, CouncilInitiatives));

    /// <summary>As the Department, which drafts the decisions: remonstrances after which something may be recognised in addition.</summary>
    public IQueryable<Remonstrance> ReconsideredRemonstrances => db.Remonstrances.Where(AfterwardsAccess.Reconsidered(actor));

    /// <summary>Locked sheets of the round that such a remonstrance led to: what comes of them is computed, none is shown.</summary>
    public IQueryable<ScoreSheet> ReconsideredSheets
    {
        get
        {
            var filed = ReconsideredRemonstrances;
            return db.Sheets.Where(sheet => sheet.Status == SheetStatus.Locked && filed.Any(item => item.InitiativeId == sheet.InitiativeId && item.Round == sheet.Round));
        }
    }

    /// <summary>To how many such a round was given.</summary>
    public IQueryable<ScoringAssignment> ReconsideredAssignments
    {
        get
        {
            var filed = ReconsideredRemonstrances;
            return db.Assignments.Where(given => filed.Any(item => item.InitiativeId == given.InitiativeId && item.Round == given.Round));
        }
    }

    /// <summary>As secretary or lead: those on which others score anew.</summary>
    public IQueryable<Remonstrance> RescoredRemonstrances
    {
        get
        {
            var council = CouncilInitiatives;
            return db.Remonstrances.Where(item => item.RescoringOrderedAt != null && council.Any(initiative => initiative.Id == item.InitiativeId));
        }
    }

    /// <summary>As secretary or lead: assignments of later rounds.</summary>
    public IQueryable<ScoringAssignment> RescoringAssignments
    {
        get
        {
            var council = CouncilInitiatives;
            return db.Assignments.Where(item => item.Round > 1 && council.Any(initiative => initiative.Id == item.InitiativeId));
        }
    }

    /// <summary>As secretary or lead: sheets of later rounds, once the round is closed.</summary>
    public IQueryable<ScoreSheet> RescoredSheets
    {
        get
        {
            var council = CouncilInitiatives;
            return db.Sheets.Where(sheet => sheet.Round > 1 && sheet.Status == SheetStatus.Locked && council.Any(initiative => initiative.Id == sheet.InitiativeId));
        }
    }

    /// <summary>Open sheets of later rounds, to be locked by whoever closes the round, loaded without their points and comments.</summary>
    public IQueryable<ScoreSheet> LockableRescoring
    {
        get
        {
            var council = CouncilInitiatives;
            return db.Sheets.Where(sheet => sheet.Round > 1 && sheet.Status != SheetStatus.Locked && council.Any(initiative => initiative.Id == sheet.InitiativeId)).IgnoreAutoIncludes();
        }
    }
}
