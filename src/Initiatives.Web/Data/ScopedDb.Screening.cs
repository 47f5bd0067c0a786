using Initiatives.Domain.Access;
using Initiatives.Domain.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data;

/// <summary>The doors of screening: the Department's own notes, what a unit is asked to supplement, what another unit is asked about.</summary>
public sealed partial class ScopedDb
{
    /// <summary>Who appraises what: the Department's.</summary>
    public IQueryable<ScreeningAssignment> ScreeningAssignments
    {
        get
        {
            var received = ReceivedInitiatives;
            return db.ScreeningAssignments.Where(item => received.Any(initiative => initiative.Id == item.InitiativeId));
        }
    }

    /// <summary>Checklists: the Department's.</summary>
    public IQueryable<ChecklistEntry> ChecklistEntries
    {
        get
        {
            var received = ReceivedInitiatives;
            return db.ChecklistEntries.Where(item => received.Any(initiative => initiative.Id == item.InitiativeId));
        }
    }

    /// <summary>Proposals being written: the Department's.</summary>
    public IQueryable<AppraisalDraft> AppraisalDrafts
    {
        get
        {
            var received = ReceivedInitiatives;
            return db.AppraisalDrafts.Where(item => received.Any(initiative => initiative.Id == item.InitiativeId));
        }
    }

    /// <summary>As author, officer or head: what one's own dossiers are asked to supplement.</summary>
    public IQueryable<SupplementRequest> OwnSupplements
    {
        get
        {
            var own = OwnInitiatives;
            return db.SupplementRequests.Where(item => own.Any(initiative => initiative.Id == item.InitiativeId));
        }
    }

    /// <summary>As the Department: every request for a supplement.</summary>
    public IQueryable<SupplementRequest> ReceivedSupplements
    {
        get
        {
            var received = ReceivedInitiatives;
            return db.SupplementRequests.Where(item => received.Any(initiative => initiative.Id == item.InitiativeId));
        }
    }

    /// <summary>One's own answers, sent or being written.</summary>
    public IQueryable<SupplementAnswer> OwnSupplementAnswers
    {
        get
        {
            var own = OwnInitiatives;
            return db.SupplementAnswers.Where(item => own.Any(initiative => initiative.Id == item.InitiativeId));
        }
    }

    /// <summary>As the Department: answers that were sent.</summary>
    public IQueryable<SupplementAnswer> ReceivedSupplementAnswers
    {
        get
        {
            var received = ReceivedInitiatives;
            return db.SupplementAnswers.Where(ScreeningAccess.SentAnswers()).Where(item => received.Any(initiative => initiative.Id == item.InitiativeId));
        }
    }

    /// <summary>Files of one's own answers, sent or not.</summary>
    public IQueryable<SupplementFile> OwnSupplementFiles
    {
        get
        {
            var own = OwnInitiatives;
            return db.SupplementFiles.Where(item => own.Any(initiative => initiative.Id == item.InitiativeId));
        }
    }

    /// <summary>As the Department: files that were sent.</summary>
    public IQueryable<SupplementFile> ReceivedSupplementFiles
    {
        get
        {
            var received = ReceivedInitiatives;
            return db.SupplementFiles.Where(ScreeningAccess.SentFiles()).Where(item => received.Any(initiative => initiative.Id == item.InitiativeId));
        }
    }

    /// <summary>As the Department: every question to another unit.</summary>
    public IQueryable<OpinionRequest> ReceivedOpinions
    {
        get
        {
            var received = ReceivedInitiatives;
            return db.OpinionRequests.Where(item => received.Any(initiative => initiative.Id == item.InitiativeId));
        }
    }

    /// <summary>As the unit that is asked.</summary>
    public IQueryable<OpinionRequest> AskedOpinions => db.OpinionRequests.Where(ScreeningAccess.AskedOpinions(actor));

    /// <summary>As the unit that is asked: the dossier. What of it is shared stands in the request.</summary>
    public IQueryable<Initiative> ConsultedInitiatives => db.Initiatives.Where(ScreeningAccess.Consulted(AskedOpinions));

    /// <summary>As the unit that is asked: files, where they are shared.</summary>
    public IQueryable<Attachment> ConsultedAttachments => db.Attachments.Where(ScreeningAccess.ConsultedFiles(AskedOpinions, ConsultedInitiatives));

    /// <summary>As author, officer or head: notices that name a dossier of one's own.</summary>
    public IQueryable<DepartmentNotice> OwnNotices
    {
        get
        {
            var own = OwnInitiatives;
            return db.ScreeningNotices.Where(notice => notice.Items.Any(item => own.Any(initiative => initiative.Id == item.InitiativeId)));
        }
    }

    /// <summary>As the Department: every notice.</summary>
    public IQueryable<DepartmentNotice> ReceivedNotices => db.ScreeningNotices.Where(notice => actor.Has(Permission.ReadReceived));
}
