using Initiatives.Domain.Access;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Home;

/// <summary>What screening waits for: supplements of a unit, opinions of another, and what then lies before the appraiser.</summary>
internal static class ScreeningWork
{
    public static async Task<IReadOnlyList<WorkList.Item>> Of(WorkDesk desk, CancellationToken cancellationToken)
    {
        var items = new List<WorkList.Item>();
        if (desk.Actor.Has(Permission.WriteInitiative)) await Supplements(desk, items, cancellationToken);
        if (desk.Actor.Has(Permission.AnswerOpinion)) await Opinions(desk, items, cancellationToken);
        if (desk.Actor.Has(Permission.AppraiseInitiative)) await Answered(desk, items, cancellationToken);
        if (desk.Actor.Has(Permission.IssueNotice)) await Notices(desk, items, cancellationToken);
        return items;
    }

    private static async Task Supplements(WorkDesk desk, List<WorkList.Item> items, CancellationToken cancellationToken)
    {
        var asked = await (from request in desk.Doors.OwnSupplements.AsNoTracking()
                           join initiative in desk.Doors.OwnInitiatives on request.InitiativeId equals initiative.Id
                           where request.Status == SupplementStatus.Open
                           orderby request.DueAt, request.Id
                           select new { request.InitiativeId, request.DueAt, initiative.Title, Count = request.Items.Count }).Take(20).ToListAsync(cancellationToken);
        items.AddRange(asked.Select(item => item.DueAt > desk.Now
            ? new WorkList.Item(0, "amber", "arrow-return-left", $"Bổ sung: {item.Title}", $"Sở KH&CN cần {item.Count} mục", VietnamTime.Remaining(item.DueAt - desk.Now), $"/sang-kien/{item.InitiativeId}/bo-sung", "Trả lời")
            : new WorkList.Item(4, "brick", "clock", $"Quá hạn bổ sung: {item.Title}", "Sở KH&CN gia hạn hoặc thẩm định tiếp với hồ sơ đã có", "đã hết hạn", $"/sang-kien/{item.InitiativeId}/bo-sung", "Xem")));
    }

    private static async Task Opinions(WorkDesk desk, List<WorkList.Item> items, CancellationToken cancellationToken)
    {
        var asked = await (from request in desk.Doors.AskedOpinions.AsNoTracking()
                           join initiative in desk.Doors.ConsultedInitiatives on request.InitiativeId equals initiative.Id
                           where request.Status == OpinionStatus.Open
                           orderby request.DueAt, request.Id
                           select new { request.Id, request.DueAt, initiative.Title }).Take(20).ToListAsync(cancellationToken);
        items.AddRange(asked.Select(item => new WorkList.Item(item.DueAt > desk.Now ? 1 : 0, item.DueAt > desk.Now ? "amber" : "brick", "chat-left-text", $"Cho ý kiến: {item.Title}", "Sở KH&CN hỏi đơn vị bạn",
            item.DueAt > desk.Now ? VietnamTime.Remaining(item.DueAt - desk.Now) : "quá hạn", $"/y-kien/{item.Id}", "Đọc và trả lời")));
    }

    /// <summary>What an appraiser asked for and has got, or did not get in time.</summary>
    private static async Task Answered(WorkDesk desk, List<WorkList.Item> items, CancellationToken cancellationToken)
    {
        var (me, now) = (desk.Actor.PersonId, desk.Now);
        var mine = desk.Doors.ReceivedSupplements.IgnoreAutoIncludes().AsNoTracking().Where(request => request.RequestedById == me);
        var sent = await (from request in mine
                          join initiative in desk.Doors.ReceivedInitiatives on request.InitiativeId equals initiative.Id
                          where request.Status == SupplementStatus.Answered || (request.Status == SupplementStatus.Open && request.DueAt <= now)
                          orderby request.DueAt, request.Id
                          select new { request.InitiativeId, request.Status, initiative.Title, initiative.RegisterNumber }).Take(20).ToListAsync(cancellationToken);
        items.AddRange(sent.Select(item => item.Status == SupplementStatus.Answered
            ? new WorkList.Item(1, "harbour", "arrow-return-left", $"Xem bổ sung: hồ sơ số {item.RegisterNumber} {item.Title}", "so sánh cũ và mới, chấp nhận từng mục", "", $"/tham-dinh/{item.InitiativeId}/bo-sung", "Xem")
            : new WorkList.Item(1, "brick", "clock", $"Quá hạn bổ sung: hồ sơ số {item.RegisterNumber} {item.Title}", "gia hạn hoặc thẩm định tiếp", "", $"/tham-dinh/{item.InitiativeId}/bo-sung", "Quyết định")));
    }

    private static async Task Notices(WorkDesk desk, List<WorkList.Item> items, CancellationToken cancellationToken)
    {
        var told = desk.Doors.ReceivedNotices.SelectMany(notice => notice.Items);
        foreach (var cycle in desk.Cycles)
        {
            var waiting = await desk.Doors.ReceivedInitiatives.CountAsync(item => item.CycleId == cycle.Id && item.Status == InitiativeStatus.Ineligible && !told.Any(one => one.InitiativeId == item.Id), cancellationToken);
            if (waiting > 0) items.Add(new(2, "amber", "file-earmark-text", $"Ra thông báo cho {waiting} hồ sơ không đủ điều kiện kỳ {cycle.Year}", "ghi số, ngày, người ký; đơn vị tải về được", "", $"/thong-bao?ky={cycle.Year}", "Ra thông báo"));
        }
    }
}
