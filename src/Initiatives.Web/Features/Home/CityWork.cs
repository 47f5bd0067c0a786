using Initiatives.Domain.Access;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Home;

/// <summary>The city's leader, Sở Nội vụ, the press and the administrator.</summary>
internal static class CityWork
{
    public static async Task<IReadOnlyList<WorkList.Item>> Of(WorkDesk desk, CancellationToken cancellationToken)
    {
        var items = new List<WorkList.Item>();
        if (desk.Actor.Has(Permission.SignDecision) || desk.Actor.Has(Permission.GiveMeritOpinion))
        {
            var decisions = await desk.Doors.Decisions.AsNoTracking().IgnoreAutoIncludes().ToListAsync(cancellationToken);
            if (desk.Actor.Has(Permission.SignDecision))
                items.AddRange(decisions.Where(item => item.Status == DecisionStatus.AwaitingSignature).Select(item =>
                    new WorkList.Item(0, "amber", "pen", $"Ký quyết định {item.Number}", $"{DecisionKinds.Name(item.Kind)} kỳ {item.Year}", "", $"/quyet-dinh/{item.Id}", "Xem và ký")));
            if (desk.Actor.Has(Permission.GiveMeritOpinion))
                items.AddRange(decisions.Where(item => item is { Kind: DecisionKind.Merit, Status: DecisionStatus.Drafting, OpinionAt: null }).Select(item =>
                    new WorkList.Item(0, "amber", "chat-left-text", $"Cho ý kiến về Bằng khen kỳ {item.Year}", "Sở KH&CN đã chọn danh sách đề nghị", "", $"/quyet-dinh/{item.Id}", "Cho ý kiến")));
            if (desk.In(CyclePhase.Judging) is { } judging)
            {
                var done = await desk.Doors.Progress.Where(sheet => sheet.CycleId == judging.Id)
                    .GroupBy(sheet => sheet.Status == SheetStatus.Submitted).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
                items.Add(new(4, "plum", "bar-chart", $"Tiến độ kỳ {judging.Year}: Hội đồng đã nộp {done.Where(item => item.Key).Sum(item => item.Count)}/{done.Sum(item => item.Count)} phiếu",
                    $"quyết định công nhận ký chậm nhất {VietnamTime.Short(judging.RecognitionDueOn)}", judging.ScoringDueAt is { } due ? $"hạn chấm {VietnamTime.Short(due.AddTicks(-1))}" : "", $"/tien-do/{judging.Year}", "Xem tiến độ"));
            }
        }

        if (desk.Actor.Is(Role.Press | Role.HomeAffairs | Role.CityLeader) && desk.In(CyclePhase.Published) is { } published)
        {
            var recognised = desk.Doors.PublishedInitiatives.Where(item => item.CycleId == published.Id);
            var (count, units) = (await recognised.CountAsync(cancellationToken), await recognised.Select(item => item.UnitId).Distinct().CountAsync(cancellationToken));
            var path = $"/danh-muc?nam={published.Year}";
            // The launch letter gives each his standing task (section 5, points b and c).
            items.Add(desk.Actor.Is(Role.HomeAffairs) ? new(5, "green", "bar-chart", $"Đưa kết quả kỳ {published.Year} vào chấm điểm cải cách hành chính", $"{count} sáng kiến được công nhận của {units} đơn vị; lọc theo đơn vị trong danh mục", "", path, "Xem theo đơn vị")
                : desk.Actor.Is(Role.Press) ? new(5, "green", "megaphone", $"Tuyên truyền {count} sáng kiến được công nhận kỳ {published.Year}", "tóm tắt, hiệu quả trước và sau, quyết định: chỉ nội dung đã công bố", "", path, "Chọn để viết bài")
                : new(5, "green", "patch-check-fill", $"Kết quả kỳ {published.Year}: {count} sáng kiến được công nhận", "danh sách, hiệu quả, quyết định đã công bố", "", path, "Xem kết quả"));
        }

        if (desk.Actor.Has(Permission.ManageAccounts))
        {
            var people = await desk.Db.People.CountAsync(cancellationToken);
            items.Add(new(4, "harbour", "person-plus", $"{people} người có tài khoản", "tạo tài khoản cho cán bộ đầu mối, thủ trưởng, ủy viên", "", "/quan-tri/tai-khoan", "Mở danh sách"));
        }

        if (desk.Actor.Has(Permission.ReadJournal))
        {
            var entries = await desk.Doors.Journal.CountAsync(cancellationToken);
            items.Add(new(5, "harbour", "journal-text", $"Nhật ký có {Domain.Text.VietnameseNumber.Format(entries)} mục", "ai làm gì, lúc nào, niêm phong nối tiếp", "", "/quan-tri/nhat-ky", "Xem nhật ký"));
        }

        return items;
    }

    /// <summary>What the leader and Sở Nội vụ will have to do in this cycle.</summary>
    public static string Next(Actor actor, Cycle cycle, DateTime now)
    {
        if (cycle.PhaseAt(now) is CyclePhase.Preparing or CyclePhase.Published or CyclePhase.Archived) return "";
        var due = VietnamTime.Short(cycle.RecognitionDueOn);
        if (actor.Has(Permission.SignDecision)) return $"Việc tiếp theo của bạn: ký quyết định công nhận kỳ {cycle.Year} khi Sở KH&CN trình, chậm nhất ngày {due}.";
        return actor.Has(Permission.GiveMeritOpinion) ? $"Việc tiếp theo của bạn: cho ý kiến về Bằng khen kỳ {cycle.Year}, sau khi quyết định công nhận được công bố (chậm nhất ngày {due})." : "";
    }
}
