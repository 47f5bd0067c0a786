namespace Initiatives.Domain.Submissions;

/// <summary>The life of an initiative (DESIGN § 6).</summary>
public enum InitiativeStatus
{
    Draft = 0,
    AwaitingEndorsement = 1,
    Submitted = 2,
    Supplementing = 3,
    Appraised = 4,
    Eligible = 5,
    Ineligible = 6,
    Judging = 7,
    Judged = 8,
    Recommended = 9,
    NotRecommended = 10,
    Recognised = 11,
    NotRecognised = 12,
    Revoked = 13,
    Withdrawn = 14,
}

/// <summary>The one table of legal moves, and what of a status may be shown before publication.</summary>
public static class InitiativeStatuses
{
    private static readonly Dictionary<InitiativeStatus, InitiativeStatus[]> Moves = new()
    {
        [InitiativeStatus.Draft] = [InitiativeStatus.AwaitingEndorsement, InitiativeStatus.Withdrawn],
        [InitiativeStatus.AwaitingEndorsement] = [InitiativeStatus.Draft, InitiativeStatus.Submitted, InitiativeStatus.Withdrawn],
        [InitiativeStatus.Submitted] = [InitiativeStatus.Supplementing, InitiativeStatus.Appraised, InitiativeStatus.Withdrawn],
        [InitiativeStatus.Supplementing] = [InitiativeStatus.Submitted, InitiativeStatus.Withdrawn],
        [InitiativeStatus.Appraised] = [InitiativeStatus.Appraised, InitiativeStatus.Eligible, InitiativeStatus.Ineligible, InitiativeStatus.Withdrawn],
        [InitiativeStatus.Eligible] = [InitiativeStatus.Judging, InitiativeStatus.Withdrawn],
        [InitiativeStatus.Ineligible] = [],
        [InitiativeStatus.Judging] = [InitiativeStatus.Judged],
        [InitiativeStatus.Judged] = [InitiativeStatus.Recommended, InitiativeStatus.NotRecommended],
        [InitiativeStatus.Recommended] = [InitiativeStatus.Recognised, InitiativeStatus.NotRecommended],
        [InitiativeStatus.NotRecommended] = [InitiativeStatus.NotRecognised, InitiativeStatus.Recommended],
        [InitiativeStatus.Recognised] = [InitiativeStatus.Revoked],
        [InitiativeStatus.NotRecognised] = [InitiativeStatus.Recognised],
        [InitiativeStatus.Revoked] = [],
        [InitiativeStatus.Withdrawn] = [],
    };

    /// <summary>True when the life of an initiative may go from one state to the other.</summary>
    public static bool CanMove(InitiativeStatus from, InitiativeStatus to) => Moves[from].Contains(to);

    /// <summary>
    /// What authors, units and everybody outside the Department and the council see: a proposal that is not approved and
    /// an outcome that is not published do not exist for them.
    /// </summary>
    public static InitiativeStatus Shown(InitiativeStatus status) => status switch
    {
        InitiativeStatus.Appraised => InitiativeStatus.Submitted,
        InitiativeStatus.Judged or InitiativeStatus.Recommended or InitiativeStatus.NotRecommended => InitiativeStatus.Judging,
        _ => status,
    };

    /// <summary>An outcome that everybody concerned may know: it was published.</summary>
    public static IReadOnlyList<InitiativeStatus> Published { get; } = [InitiativeStatus.Recognised, InitiativeStatus.NotRecognised, InitiativeStatus.Revoked];

    /// <summary>True once the dossier is with the Department.</summary>
    public static bool IsSent(InitiativeStatus status) =>
        status is not (InitiativeStatus.Draft or InitiativeStatus.AwaitingEndorsement);

    /// <summary>True while the Department may still change what it finds: received, and nothing approved.</summary>
    public static bool IsBeingScreened(InitiativeStatus status) =>
        status is InitiativeStatus.Submitted or InitiativeStatus.Supplementing or InitiativeStatus.Appraised;

    /// <summary>True once the lead has found it eligible, whatever became of it later.</summary>
    public static bool IsFoundEligible(InitiativeStatus status) =>
        status is >= InitiativeStatus.Eligible and <= InitiativeStatus.Revoked and not InitiativeStatus.Ineligible;

    /// <summary>Who must act next on a dossier in this shown status; empty when nobody must.</summary>
    public static string WaitsFor(InitiativeStatus shown) => shown switch
    {
        InitiativeStatus.Draft => "Tác giả, đầu mối đơn vị",
        InitiativeStatus.AwaitingEndorsement => "Thủ trưởng đơn vị",
        InitiativeStatus.Supplementing => "Đơn vị bổ sung",
        InitiativeStatus.Submitted or InitiativeStatus.Appraised => "Sở KH&CN kiểm tra",
        InitiativeStatus.Eligible => "Sở KH&CN mở chấm điểm",
        InitiativeStatus.Judging or InitiativeStatus.Judged or InitiativeStatus.Recommended or InitiativeStatus.NotRecommended => "Hội đồng",
        _ => "",
    };

    /// <summary>The Vietnamese word on the chip.</summary>
    public static string Name(InitiativeStatus status) => status switch
    {
        InitiativeStatus.Draft => "Nháp",
        InitiativeStatus.AwaitingEndorsement => "Chờ thủ trưởng",
        InitiativeStatus.Submitted => "Đã nộp",
        InitiativeStatus.Supplementing => "Chờ bổ sung",
        InitiativeStatus.Appraised => "Đã đề xuất",
        InitiativeStatus.Eligible => "Đủ điều kiện",
        InitiativeStatus.Ineligible => "Không đủ điều kiện",
        InitiativeStatus.Judging => "Đang chấm",
        InitiativeStatus.Judged => "Chờ họp",
        InitiativeStatus.Recommended => "Đề nghị công nhận",
        InitiativeStatus.NotRecommended => "Không đề nghị",
        InitiativeStatus.Recognised => "Công nhận",
        InitiativeStatus.NotRecognised => "Không công nhận",
        InitiativeStatus.Revoked => "Đã hủy bỏ",
        _ => "Đã rút",
    };
}
