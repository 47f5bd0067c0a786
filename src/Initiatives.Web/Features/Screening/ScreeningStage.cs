using Initiatives.Domain.Cycles;
using Initiatives.Domain.Submissions;

namespace Initiatives.Web.Features.Screening;

/// <summary>Where a received dossier stands in the Department's screening. The council's outcome is not the Department's to see here.</summary>
public enum ScreeningStage
{
    /// <summary>Nobody has proposed yet.</summary>
    Waiting,

    /// <summary>The unit is asked to supplement.</summary>
    Supplementing,

    /// <summary>Proposed, not approved.</summary>
    Proposed,
    Eligible,
    Ineligible,
    Withdrawn,
}

internal static class ScreeningStages
{
    public static readonly IReadOnlyList<(ScreeningStage Stage, string Key, string Name)> All =
    [
        (ScreeningStage.Waiting, "cho", "Chưa đề xuất"),
        (ScreeningStage.Supplementing, "bo-sung", "Chờ bổ sung"),
        (ScreeningStage.Proposed, "de-xuat", "Chờ lãnh đạo duyệt"),
        (ScreeningStage.Eligible, "dat", "Đủ điều kiện"),
        (ScreeningStage.Ineligible, "khong-dat", "Không đủ điều kiện"),
        (ScreeningStage.Withdrawn, "rut", "Đã rút"),
    ];

    public static ScreeningStage Of(InitiativeStatus status) => status switch
    {
        InitiativeStatus.Submitted => ScreeningStage.Waiting,
        InitiativeStatus.Supplementing => ScreeningStage.Supplementing,
        InitiativeStatus.Appraised => ScreeningStage.Proposed,
        InitiativeStatus.Ineligible => ScreeningStage.Ineligible,
        InitiativeStatus.Withdrawn => ScreeningStage.Withdrawn,
        _ => ScreeningStage.Eligible,
    };

    public static List<InitiativeStatus> Statuses(ScreeningStage stage) => [.. Enum.GetValues<InitiativeStatus>().Where(status => Of(status) == stage)];

    /// <summary>The chip of the Department's pages: a proposal shows, an outcome of the council does not.</summary>
    public static InitiativeStatus Chip(InitiativeStatus status) =>
        status == InitiativeStatus.Appraised ? status : InitiativeStatuses.Shown(status);

    /// <summary>The cycle that is asked for, or the one whose dossiers are being screened, or the last one launched.</summary>
    public static Cycle? Choose(IReadOnlyList<Cycle> newestFirst, int? year, DateTime now) =>
        year is not null ? newestFirst.FirstOrDefault(cycle => cycle.Year == year)
        : newestFirst.FirstOrDefault(cycle => cycle.PhaseAt(now) == CyclePhase.Closed)
            ?? newestFirst.FirstOrDefault(cycle => cycle.PhaseAt(now) == CyclePhase.Open)
            ?? newestFirst.FirstOrDefault(cycle => cycle.LaunchedAt is not null)
            ?? newestFirst.FirstOrDefault();
}
