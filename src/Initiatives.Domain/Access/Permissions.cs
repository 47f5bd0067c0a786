using Initiatives.Domain.People;

namespace Initiatives.Domain.Access;

/// <summary>What an action needs. The name is the policy on the action; which roles hold it stands in <see cref="Permissions"/>.</summary>
public enum Permission
{
    /// <summary>Any signed-in person.</summary>
    SignedIn,
    WriteInitiative,
    ReadOwnInitiatives,
    EndorseInitiative,

    /// <summary>Makes a unit's letter and uploads it signed.</summary>
    PrepareLetter,
    ReadLetters,
    ReadReceived,
    RegisterOutside,
    ConfirmOutside,

    /// <summary>The dossiers of one's unit over the years, for its officers and heads.</summary>
    ReadUnitBoard,
    AppraiseInitiative,
    ApproveEligibility,
    ManageCycle,
    ManageCouncil,

    /// <summary>Who is in conflict with what, and who stands in: those who prepare the council, and its secretary.</summary>
    ManageConflicts,
    ScoreInitiative,
    CloseScoring,
    ReadRanking,
    RunSession,

    /// <summary>Reads, and where it is his to hold counts, the secret ballot among tied dossiers; who of these holds it, <see cref="Sessions.TieHolder"/> says.</summary>
    HoldTieBallot,
    DraftDecision,
    GiveMeritOpinion,
    SignDecision,
    ReadDecisions,
    ReadProgress,
    ManageAccounts,
    ReadJournal,

    // Screening.
    AssignAppraiser,
    IssueNotice,
    AnswerOpinion,
    AcknowledgeLaunch,
    ChaseUnits,

    /// <summary>Mails judges who have open sheets.</summary>
    RemindJudges,

    // The desk.
    WriteReview,

    /// <summary>Submitted reviews of all dossiers, as the council's secretary or the Department's lead.</summary>
    ReadReviews,

    /// <summary>Types and compares what absent members signed on paper.</summary>
    EnterPaperSheets,

    /// <summary>Versions of a sheet: one's own, and of others once scoring is closed.</summary>
    ReadSheetHistory,

    // After the council's work.
    /// <summary>Posts the proposed list and answers the remarks on it.</summary>
    ManagePosting,

    /// <summary>The Department's letters on results.</summary>
    SendResults,
    WriteRemonstrance,

    /// <summary>Records a remonstrance that came on paper.</summary>
    RegisterRemonstrance,
    ReadRemonstrances,

    /// <summary>Forwards and answers remonstrances.</summary>
    AnswerRemonstrance,
    OrderRescoring,

    /// <summary>Explains a result to the Department.</summary>
    ExplainResult,

    /// <summary>Names those who score anew, and closes their scoring.</summary>
    RunRescoring,
}

/// <summary>The one table of who may do what (DESIGN § 8, DOMAIN § 6). Rows are checked beside it: <see cref="InitiativeAccess"/>.</summary>
public static class Permissions
{
    private const Role Department = Role.IntakeOfficer | Role.Appraiser | Role.DepartmentLead;

    private static readonly Dictionary<Permission, Role> Table = new()
    {
        [Permission.WriteInitiative] = Role.Author | Role.UnitOfficer,
        [Permission.ReadOwnInitiatives] = Role.Author | Role.UnitOfficer | Role.UnitHead,
        [Permission.EndorseInitiative] = Role.UnitHead,
        [Permission.PrepareLetter] = Role.UnitOfficer,
        [Permission.ReadLetters] = Role.UnitOfficer | Role.UnitHead | Department,
        [Permission.ReadReceived] = Department,
        [Permission.RegisterOutside] = Role.IntakeOfficer,
        [Permission.ConfirmOutside] = Role.UnitOfficer | Role.UnitHead,
        [Permission.ReadUnitBoard] = Role.UnitOfficer | Role.UnitHead,
        [Permission.AppraiseInitiative] = Role.Appraiser,
        [Permission.ApproveEligibility] = Role.DepartmentLead,
        [Permission.ManageCycle] = Role.IntakeOfficer | Role.DepartmentLead,
        [Permission.ManageCouncil] = Role.IntakeOfficer | Role.DepartmentLead,
        [Permission.ManageConflicts] = Role.IntakeOfficer | Role.DepartmentLead | Role.CouncilSecretary,
        [Permission.ScoreInitiative] = Role.CouncilMember,
        [Permission.CloseScoring] = Role.CouncilSecretary,
        [Permission.ReadRanking] = Role.CouncilSecretary | Role.DepartmentLead,
        [Permission.RunSession] = Role.CouncilSecretary,
        [Permission.HoldTieBallot] = Role.CouncilMember | Role.CouncilSecretary | Role.DepartmentLead,
        [Permission.DraftDecision] = Role.IntakeOfficer | Role.DepartmentLead,
        [Permission.GiveMeritOpinion] = Role.HomeAffairs,
        [Permission.SignDecision] = Role.CityLeader,
        [Permission.ReadDecisions] = Role.IntakeOfficer | Role.DepartmentLead | Role.HomeAffairs | Role.CityLeader,
        [Permission.ReadProgress] = Department | Role.CouncilSecretary | Role.CityLeader | Role.HomeAffairs,
        [Permission.ManageAccounts] = Role.Administrator,
        [Permission.ReadJournal] = Role.Administrator,

        [Permission.AssignAppraiser] = Department,
        [Permission.IssueNotice] = Role.IntakeOfficer | Role.DepartmentLead,
        [Permission.AnswerOpinion] = Role.UnitOfficer | Role.UnitHead,
        [Permission.AcknowledgeLaunch] = Role.UnitOfficer | Role.UnitHead,
        [Permission.ChaseUnits] = Role.IntakeOfficer | Role.DepartmentLead,

        [Permission.RemindJudges] = Role.IntakeOfficer | Role.DepartmentLead | Role.CouncilSecretary,
        [Permission.WriteReview] = Role.CouncilMember,
        [Permission.ReadReviews] = Role.CouncilSecretary | Role.DepartmentLead,
        [Permission.EnterPaperSheets] = Role.Secretariat | Role.CouncilSecretary,
        [Permission.ReadSheetHistory] = Role.CouncilMember | Role.CouncilSecretary | Role.DepartmentLead,

        [Permission.ManagePosting] = Role.IntakeOfficer | Role.DepartmentLead,
        [Permission.SendResults] = Role.IntakeOfficer | Role.DepartmentLead,
        [Permission.WriteRemonstrance] = Role.Author | Role.UnitOfficer | Role.UnitHead,
        [Permission.RegisterRemonstrance] = Role.IntakeOfficer,
        [Permission.ReadRemonstrances] = Role.IntakeOfficer | Role.DepartmentLead | Role.CouncilSecretary,
        [Permission.AnswerRemonstrance] = Role.IntakeOfficer | Role.DepartmentLead,
        [Permission.OrderRescoring] = Role.DepartmentLead,
        [Permission.ExplainResult] = Role.CouncilSecretary,
        [Permission.RunRescoring] = Role.CouncilSecretary | Role.DepartmentLead,
    };

    /// <summary>Roles that hold it; none for <see cref="Permission.SignedIn"/>, which needs none.</summary>
    public static Role RolesOf(Permission permission) => Table.GetValueOrDefault(permission);

    /// <summary>True when the actor holds a role to which the table gives the permission.</summary>
    public static bool Has(this Actor actor, Permission permission) =>
        permission == Permission.SignedIn ? actor.IsSignedIn : actor.Is(Table[permission]);
}
