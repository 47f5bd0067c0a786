using Initiatives.Domain.Access;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Home;

/// <summary>Intake, appraisers and the Department's lead.</summary>
internal static class DepartmentWork
{
    public static async Task<IReadOnlyList<WorkList.Item>> Of(WorkDesk desk, CancellationToken cancellationToken)
    {
        var items = new List<WorkList.Item>();
        if (!desk.Actor.Has(Permission.ReadReceived)) return items;
        if (desk.Actor.Has(Permission.ManageCycle)) Cycles(desk, items);

        var counts = await desk.Doors.ReceivedInitiatives.AsNoTracking()
            .GroupBy(item => new { item.CycleId, item.Status })
            .Select(group => new { group.Key.CycleId, group.Key.Status, Count = group.Count() }).ToListAsync(cancellationToken);
        foreach (var cycle in desk.Cycles)
        {
            int Count(InitiativeStatus status) => counts.Where(item => item.CycleId == cycle.Id && item.Status == status).Sum(item => item.Count);
            var (submitted, appraised, eligible) = (Count(InitiativeStatus.Submitted), Count(InitiativeStatus.Appraised), Count(InitiativeStatus.Eligible));
            var (checking, due) = ($"kiểm tra xong {VietnamTime.Short(cycle.ScreeningDueOn)}", $"ký chậm nhất {VietnamTime.Short(cycle.RecognitionDueOn)}");
            if (desk.Actor.Has(Permission.AppraiseInitiative) && submitted > 0)
                items.Add(new(2, "harbour", "clipboard-check", $"Thẩm định {submitted} hồ sơ kỳ {cycle.Year}", "hai điều kiện 3a, 3b, mỗi điều kiện ghi căn cứ", checking, $"/tham-dinh?ky={cycle.Year}", "Thẩm định"));
            if (desk.Actor.Has(Permission.ApproveEligibility) && appraised > 0)
                items.Add(new(1, "amber", "check2-circle", $"Duyệt {appraised} đề xuất thẩm định kỳ {cycle.Year}", "duyệt cả danh sách một lần", checking, "/tham-dinh/duyet", "Duyệt"));
            if (desk.Actor.Has(Permission.ManageCouncil) && eligible > 0 && submitted + appraised == 0 && cycle.PhaseAt(desk.Now) == CyclePhase.Closed)
                items.Add(new(2, "plum", "people", $"Phân công {eligible} hồ sơ cho Hội đồng kỳ {cycle.Year}", "ghi nhận Hội đồng, phân công rồi mở chấm điểm", due, $"/phan-cong/{cycle.Year}", "Phân công"));
            if (submitted + appraised + eligible == 0 && cycle.PhaseAt(desk.Now) == CyclePhase.Judging)
                items.Add(new(6, "plum", "bar-chart", $"Hội đồng đang chấm kỳ {cycle.Year}", "theo dõi tiến độ từng thành viên, không có điểm", cycle.ScoringDueAt is { } at ? VietnamTime.Deadline(at) : "", $"/tien-do/{cycle.Year}", "Xem tiến độ"));
        }

        if (desk.Actor.Has(Permission.ManageCycle)) Extensions(desk, items);
        if (desk.Actor.Has(Permission.RegisterOutside)) await ObjectionsAsync(desk, items, cancellationToken);

        var window = desk.Open;
        if (window is { Cycle: var open })
        {
            var sent = counts.Where(item => item.CycleId == open.Id).Sum(item => item.Count);
            items.Add(new(7, "green", "inbox", $"Kỳ {open.Year} đã nhận {sent} hồ sơ", "đang nhận hồ sơ", VietnamTime.Deadline(window.ClosesAt), $"/tham-dinh?ky={open.Year}", "Xem hàng chờ"));
        }

        if (desk.Actor.Has(Permission.DraftDecision)) await Decisions(desk, items, cancellationToken);
        return items;
    }

    private static void Cycles(WorkDesk desk, List<WorkList.Item> items)
    {
        foreach (var cycle in desk.Cycles.Where(cycle => cycle.Phase == CyclePhase.Preparing))
            items.Add(new(1, "amber", "megaphone", $"Phát động kỳ {cycle.Year}", "soạn công văn, kiểm tra cấu hình rồi mở kỳ", "", $"/ky-xet/{cycle.Year}", "Chuẩn bị"));
        if (desk.Cycles.Count == 0)
            items.Add(new(1, "amber", "calendar-event", "Lập kỳ xét đầu tiên", "đặt ngày mở, hạn nhận hồ sơ và quy tắc công nhận", "", "/ky-xet/lap", "Lập kỳ"));
    }

    /// <summary>What a unit found wrong in what was entered on its behalf.</summary>
    private static async Task ObjectionsAsync(WorkDesk desk, List<WorkList.Item> items, CancellationToken cancellationToken)
    {
        var wrong = await (from arrival in desk.Doors.OutsideArrivals.AsNoTracking()
                           join item in desk.Doors.ReceivedInitiatives on arrival.InitiativeId equals item.Id
                           where arrival.Objection != "" && item.Status == InitiativeStatus.Submitted
                           orderby arrival.Id
                           select new { item.Id, item.Title, arrival.Objection }).Take(8).ToListAsync(cancellationToken);
        items.AddRange(wrong.Select(item => new WorkList.Item(1, "amber", "pencil", $"Sửa nội dung nhập thay: {item.Title}", item.Objection, "", $"/tiep-nhan/{item.Id}/sua", "Sửa")));
    }

    /// <summary>While one unit may still send, scoring does not open: whoever leads the cycle sees until when.</summary>
    private static void Extensions(WorkDesk desk, List<WorkList.Item> items)
    {
        foreach (var cycle in desk.Cycles.Where(cycle => cycle.Phase == CyclePhase.Open && desk.Now < IntakeWindow.LastClosing(cycle, desk.Extensions) && cycle.ClosesAt < IntakeWindow.LastClosing(cycle, desk.Extensions)))
            items.Add(new(5, "amber", "clock", $"Kỳ {cycle.Year} có gia hạn nhận hồ sơ", "chưa mở chấm điểm được trước giờ gia hạn cuối cùng", VietnamTime.Deadline(IntakeWindow.LastClosing(cycle, desk.Extensions)), $"/ky-xet/{cycle.Year}/gia-han", "Xem gia hạn"));
    }

    private static async Task Decisions(WorkDesk desk, List<WorkList.Item> items, CancellationToken cancellationToken)
    {
        var decisions = await desk.Doors.Decisions.AsNoTracking().IgnoreAutoIncludes().ToListAsync(cancellationToken);
        foreach (var cycle in desk.Cycles.Where(cycle => cycle.Phase == CyclePhase.Deciding && decisions.TrueForAll(item => item.CycleId != cycle.Id)))
            items.Add(new(1, "amber", "file-earmark-text", $"Soạn quyết định công nhận kỳ {cycle.Year}", "Hội đồng đã kết luận xong", $"ký chậm nhất {VietnamTime.Short(cycle.RecognitionDueOn)}", "/quyet-dinh", "Soạn"));
        foreach (var cycle in desk.Cycles.Where(cycle => cycle.Phase == CyclePhase.Published && !decisions.Exists(item => item.CycleId == cycle.Id && item.Kind == DecisionKind.Merit)))
            items.Add(new(2, "amber", "award", $"Đề nghị Bằng khen kỳ {cycle.Year}", "chọn tối đa năm sáng kiến đã công nhận", "", "/quyet-dinh", "Soạn"));
        foreach (var decision in decisions.Where(item => item.Status is DecisionStatus.Drafting or DecisionStatus.Signed))
            items.Add(new(1, "amber", "file-earmark-text", decision.Status == DecisionStatus.Signed ? $"Công bố quyết định {decision.Number}" : $"Hoàn thiện dự thảo quyết định kỳ {decision.Year}",
                $"quyết định {DecisionKinds.Name(decision.Kind)}", "", $"/quyet-dinh/{decision.Id}", "Mở"));
    }
}
