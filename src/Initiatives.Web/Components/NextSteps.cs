using Initiatives.Domain.Cycles;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;

namespace Initiatives.Web.Components;

/// <summary>What is still to come for a dossier, who must act and by when, as far as it is known.</summary>
public static class NextSteps
{
    /// <param name="shown">The status as its owners see it.</param>
    /// <param name="window">The unit's window in the dossier's cycle; for a draft in the one that is open.</param>
    public static IReadOnlyList<TimelineStep> Of(InitiativeStatus shown, IntakeWindow? window)
    {
        var cycle = window?.Cycle;
        var due = cycle is null ? "" : $", chậm nhất ngày {VietnamTime.Short(cycle.RecognitionDueOn)}";
        var steps = new (InitiativeStatus Before, TimelineStep Step)[]
        {
            (InitiativeStatus.Draft, new("Trình thủ trưởng đơn vị", "Tác giả hoặc cán bộ đầu mối, khi đủ 8 mục")),
            (InitiativeStatus.AwaitingEndorsement, new("Xác nhận và gửi Sở KH&CN",
                "Thủ trưởng đơn vị" + (window is null ? ", khi có kỳ mở nhận hồ sơ" : $", {VietnamTime.Deadline(window.ClosesAt)}"))),
            (InitiativeStatus.Submitted, new("Kiểm tra hai điều kiện 3a, 3b", "Sở KH&CN")),
            (InitiativeStatus.Judging, new("Hội đồng chấm điểm và họp",
                cycle?.ScoringDueAt is { } scoring ? $"Ủy viên Hội đồng chấm {VietnamTime.Deadline(scoring)}" : "Hội đồng sáng kiến")),
            (InitiativeStatus.Recognised, new("Công bố kết quả", "Chủ tịch UBND thành phố ký quyết định" + due)),
        };
        var place = shown switch
        {
            InitiativeStatus.Draft => 0,
            InitiativeStatus.AwaitingEndorsement => 1,
            InitiativeStatus.Submitted or InitiativeStatus.Supplementing => 2,
            InitiativeStatus.Eligible or InitiativeStatus.Judging => 3,
            _ => steps.Length,
        };
        return [.. steps.Skip(place).Select(item => item.Step)];
    }
}
