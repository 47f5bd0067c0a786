using Initiatives.Domain.People;
using Initiatives.Web.Data;

namespace Initiatives.Web.Tests.Data;

public sealed partial class CouncilWallTests
{
    /// <summary>A door with the wall of conflicts.</summary>
    /// <param name="Roles">Who finds something behind it in a council to which he does not belong.</param>
    /// <param name="Dossiers">Of what is behind it.</param>
    private sealed record Door(Role Roles, Func<AppDb, ScopedDb, IQueryable<int>> Dossiers);

    private static readonly Dictionary<string, Door> Walled = new()
    {
        ["AssignableInitiatives"] = new(Preparers | Role.Appraiser, (_, db) => db.AssignableInitiatives.Select(item => item.Id)),
        ["RecusableInitiatives"] = new(Preparers, (_, db) => db.RecusableInitiatives.Select(item => item.Id)),
        ["CouncilInitiatives"] = new(Role.DepartmentLead, (_, db) => db.CouncilInitiatives.Select(item => item.Id)),
        ["AssignedInitiatives"] = new(Role.None, (_, db) => db.AssignedInitiatives.Select(item => item.Id)),
        ["ReviewedInitiatives"] = new(Role.None, (_, db) => db.ReviewedInitiatives.Select(item => item.Id)),
        ["PaperInitiatives"] = new(Role.None, (_, db) => db.PaperInitiatives.Select(item => item.Id)),
        ["Assignments"] = new(Preparers, (_, db) => db.Assignments.Select(item => item.InitiativeId)),
        ["Conflicts"] = new(Preparers, (_, db) => db.Conflicts.Select(item => item.InitiativeId)),
        ["StandIns"] = new(Preparers, (_, db) => db.StandIns.Select(item => item.InitiativeId)),
        ["Progress"] = new(Followers, (_, db) => db.Progress.Select(item => item.InitiativeId)),
        ["ScoreReminders"] = new(Followers, (raw, db) => raw.Sheets.Where(sheet => db.ScoreReminders.Any(item => item.PersonId == sheet.PersonId)).Select(sheet => sheet.InitiativeId)),
        ["OwnSheets"] = new(Role.None, (_, db) => db.OwnSheets.Select(item => item.InitiativeId)),
        ["ClosedSheets"] = new(Role.DepartmentLead, (_, db) => db.ClosedSheets.Select(item => item.InitiativeId)),
        ["SheetsToLock"] = new(Role.None, (_, db) => db.SheetsToLock.Select(item => item.InitiativeId)),
        ["SheetCounts"] = new(Role.None, (_, db) => db.SheetCounts.Select(item => item.InitiativeId)),
        ["SheetVersions"] = new(Role.DepartmentLead, (raw, db) => raw.Sheets.Where(sheet => db.SheetVersions.Any(item => item.SheetId == sheet.Id)).Select(sheet => sheet.InitiativeId)),
        ["OwnReviewAssignments"] = new(Role.None, (_, db) => db.OwnReviewAssignments.Select(item => item.InitiativeId)),
        ["OwnReviews"] = new(Role.None, (_, db) => db.OwnReviews.Select(item => item.InitiativeId)),
        ["AssignedReviews"] = new(Role.None, (_, db) => db.AssignedReviews.Select(item => item.InitiativeId)),
        ["CouncilReviewAssignments"] = new(Role.DepartmentLead, (_, db) => db.CouncilReviewAssignments.Select(item => item.InitiativeId)),
        ["CouncilReviews"] = new(Role.DepartmentLead, (_, db) => db.CouncilReviews.Select(item => item.InitiativeId)),
        ["PaperTargets"] = new(Role.None, (_, db) => db.PaperTargets.Select(item => item.InitiativeId)),
        ["PaperSheets"] = new(Role.None, (_, db) => db.PaperSheets.Select(item => item.InitiativeId)),
        ["OutlierQuestions"] = new(Role.DepartmentLead, (_, db) => db.OutlierQuestions.Select(item => item.InitiativeId)),
        ["OwnQuestions"] = new(Role.None, (_, db) => db.OwnQuestions.Select(item => item.InitiativeId)),
        ["AgendaItems"] = new(Role.DepartmentLead, (_, db) => db.AgendaItems.Select(item => item.InitiativeId)),
        ["VotesToDiscard"] = new(Role.None, (_, db) => db.VotesToDiscard.Select(item => item.InitiativeId)),
        ["Votes"] = new(Role.DepartmentLead, (_, db) => db.Votes.Select(item => item.InitiativeId)),
        ["Resolutions"] = new(Role.DepartmentLead, (_, db) => db.Resolutions.Select(item => item.InitiativeId)),
        ["Dissents"] = new(Role.DepartmentLead, (_, db) => db.Dissents.Select(item => item.InitiativeId)),
        ["Conclusions"] = new(Role.DepartmentLead, (_, db) => db.Conclusions.Select(item => item.InitiativeId)),
        ["TieBallots"] = new(Role.DepartmentLead, (_, db) => db.TieBallots.Select(item => item.Lines.Min(line => line.InitiativeId))),   // the hidden one hides the ballot
        ["DossierAttachments"] = new(Preparers | Role.Appraiser, (raw, db) => db.DossierAttachments.Where(file => !raw.Initiatives.Any(item => item.Id == file.InitiativeId && db.ReceivedInitiatives.Any(received => received.Id == item.Id)) || db.AssignableInitiatives.Any(item => item.Id == file.InitiativeId)).Select(file => file.InitiativeId)),
    };

    /// <summary>Doors to all rows at once, which are moved and not shown, and those of what has no dossier: who finds something in a council to which he does not belong.</summary>
    private static readonly Dictionary<string, Door> Unwalled = new()
    {
        ["AssignmentRuns"] = new(Preparers, (_, db) => db.AssignmentRuns.Select(item => item.Id)),
        ["ConclusionsToDecide"] = new(Role.None, (_, db) => db.ConclusionsToDecide.Select(item => item.InitiativeId)),   // not while the council meets
        ["LockableSheets"] = new(Role.None, (_, db) => db.LockableSheets.Select(item => item.InitiativeId)),
        ["MovedInitiatives"] = new(Role.None, (_, db) => db.MovedInitiatives.Select(item => item.Id)),
        ["OpeningAssignments"] = new(Preparers, (_, db) => db.OpeningAssignments.Select(item => item.InitiativeId)),
        ["OpeningReviewAssignments"] = new(Preparers, (_, db) => db.OpeningReviewAssignments.Select(item => item.InitiativeId)),
        ["RecordedConflicts"] = new(Preparers, (_, db) => db.RecordedConflicts.Select(item => item.InitiativeId)),
        ["ReadingSeals"] = new(Role.Administrator, (_, db) => db.ReadingSeals.Select(item => item.ToBatch)),
        ["ScoreReadings"] = new(Role.Administrator, (_, db) => db.ScoreReadings.Select(item => item.Batch)),
        ["Sessions"] = new(Role.DepartmentLead, (_, db) => db.Sessions.Select(item => item.Id)),
    };

    /// <summary>Doors that a conflict does not shut: no council behind them, or the outcome is out.</summary>
    private static readonly string[] Open =
    [
        "AccountLinks", "Acknowledgements", "AppraisalDrafts", "Appraisals", "AskedOpinions", "AuthorConfirmations", "ChaseLetters", "ChecklistEntries", "ConsultedAttachments", "ConsultedInitiatives",
        "Cycles", "DecidedInitiatives", "Decisions", "DossierFileTexts", "Endorsements", "ExtensionNotices", "Extensions", "HeadLooks", "Journal", "OutsideArrivals", "OwnAttachments", "OwnFileTexts",
        "OwnInitiatives", "OwnNotices", "OwnSupplementAnswers", "OwnSupplementFiles", "OwnSupplements", "OwnVersions", "PublishedInitiatives", "ReceivedInitiatives", "ReceivedNotices", "ReceivedOpinions",
        "ReceivedSupplementAnswers", "ReceivedSupplementFiles", "ReceivedSupplements", "ScreeningAssignments", "SentDossiers", "UnitLetters", "WrittenInitiatives",
        "AskedRemonstrances", "LockableRescoring", "OwnRemonstrances", "OwnResults", "Postings", "ReceivedRemonstrances", "Remarks", "RescoredRemonstrances", "RescoredSheets", "RescoringAssignments",
        "ReconsideredAssignments", "ReconsideredRemonstrances", "ReconsideredSheets", "ResultAssignments", "ResultConclusions", "ResultSheets", "SentResults",
    ];
}
