using Initiatives.Domain.Access;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Home;

/// <summary>What follows the council's work: the posted list, results, remonstrances.</summary>
internal static class AfterwardsWork
{
    public static async Task<IReadOnlyList<WorkList.Item>> Of(WorkDesk desk, CancellationToken cancellationToken)
    {
        var items = new List<WorkList.Item>();
        if (desk.Actor.Has(Permission.ManagePosting)) await PostingsAsync(desk, items, cancellationToken);
        if (desk.Actor.Has(Permission.SendResults)) await LettersAsync(desk, items, cancellationToken);
        if (desk.Actor.Has(Permission.ReadRemonstrances)) await RemonstrancesAsync(desk, items, cancellationToken);
        if (desk.Actor.Has(Permission.ScoreInitiative)) await RescoringAsync(desk, items, cancellationToken);
        if (desk.Actor.Has(Permission.ReadOwnInitiatives)) await ResultsAsync(desk, items, cancellationToken);
        if (desk.Actor.Has(Permission.ReadOwnInitiatives)) await AnswersAsync(desk, items, cancellationToken);
        return items;
    }

    /// <summary>A decision cannot go to be signed before its list was posted, the days are over and every remark is answered.</summary>
    private static async Task PostingsAsync(WorkDesk desk, List<WorkList.Item> items, CancellationToken cancellationToken)
    {
        foreach (var cycle in desk.Cycles.Where(cycle => cycle.Phase == CyclePhase.Deciding && cycle.Settings.PostingWorkingDays > 0))
        {
            var last = await desk.Doors.Postings.AsNoTracking().Where(item => item.CycleId == cycle.Id).OrderByDescending(item => item.Number).FirstOrDefaultAsync(cancellationToken);
            var open = await desk.Doors.Remarks.CountAsync(item => item.CycleId == cycle.Id && item.AnsweredAt == null, cancellationToken);
            if (last is null)
                items.Add(new(0, "amber", "megaphone", $"Niêm yết danh sách dự kiến kỳ {cycle.Year}", $"{cycle.Settings.PostingWorkingDays} ngày làm việc trước khi trình ký quyết định", $"ký chậm nhất {VietnamTime.Short(cycle.RecognitionDueOn)}", $"/lay-y-kien/{cycle.Year}/niem-yet", "Niêm yết"));
            if (open > 0)
                items.Add(new(1, "amber", "chat-left-text", $"Trả lời {open} góp ý về danh sách kỳ {cycle.Year}", "trả lời hết rồi mới trình ký được", last is null ? "" : $"niêm yết đến {VietnamTime.Short(last.ClosesAt.AddTicks(-1))}", $"/lay-y-kien/{cycle.Year}/gop-y", "Trả lời"));
            else if (last is not null && last.TakesRemarksAt(desk.Now))
                items.Add(new(5, "harbour", "megaphone", $"Đang lấy ý kiến danh sách kỳ {cycle.Year}", "trình ký được sau khi hết hạn", VietnamTime.Deadline(last.ClosesAt), $"/lay-y-kien/{cycle.Year}/gop-y", "Xem góp ý"));
        }
    }

    /// <summary>Whoever was not recognised gets a letter; all of a cycle are issued in one act.</summary>
    private static async Task LettersAsync(WorkDesk desk, List<WorkList.Item> items, CancellationToken cancellationToken)
    {
        var told = desk.Doors.ReceivedNotices.Where(letter => letter.Kind == DepartmentNoticeKind.NotRecognised).SelectMany(letter => letter.Items);
        foreach (var cycle in desk.Cycles.Where(cycle => cycle.Phase == CyclePhase.Published))
        {
            var waiting = await desk.Doors.SentResults.CountAsync(item => item.CycleId == cycle.Id && item.Status == InitiativeStatus.NotRecognised && !told.Any(one => one.InitiativeId == item.Id), cancellationToken);
            if (waiting > 0) items.Add(new(2, "amber", "send-check", $"Ra {waiting} công văn kết quả kỳ {cycle.Year}", "cho sáng kiến không được công nhận, một lần cho tất cả", "", $"/ket-qua/ky/{cycle.Year}", "Ra công văn"));
        }
    }

    private static async Task RemonstrancesAsync(WorkDesk desk, List<WorkList.Item> items, CancellationToken cancellationToken)
    {
        if (desk.Actor.Has(Permission.AnswerRemonstrance))
        {
            var open = await desk.Doors.ReceivedRemonstrances.AsNoTracking().IgnoreAutoIncludes().Where(item => item.AnsweredAt == null).OrderBy(item => item.DueAt).ThenBy(item => item.Id).Take(8).ToListAsync(cancellationToken);
            items.AddRange(open.Select(item => new WorkList.Item(1, item.IsOverdueAt(desk.Now) ? "brick" : "amber", "envelope-paper", $"Trả lời kiến nghị {item.Code}", $"của {item.WriterName}",
                item.IsOverdueAt(desk.Now) ? $"quá hạn {VietnamTime.Short(item.DueAt.AddTicks(-1))}" : $"hạn {VietnamTime.Short(item.DueAt.AddTicks(-1))}", $"/kien-nghi/{item.Id}", "Xem và trả lời")));
            if (open.Count == 0 && await desk.Doors.ReceivedRemonstrances.AnyAsync(cancellationToken))
                items.Add(new(7, "green", "envelope-paper", "Sổ kiến nghị", "mọi kiến nghị đã trả lời", "", "/kien-nghi", "Mở sổ"));
        }

        if (!desk.Actor.Has(Permission.ExplainResult)) return;
        var asked = await desk.Doors.AskedRemonstrances.AsNoTracking().IgnoreAutoIncludes().Where(item => item.AnsweredAt == null).OrderBy(item => item.DueAt).ThenBy(item => item.Id).Take(8).ToListAsync(cancellationToken);
        foreach (var item in asked)
        {
            if (item.AwaitsExplanation) items.Add(Asked(item, "chat-left-text", $"Giải trình kiến nghị {item.Code}", "Sở KH&CN hỏi kết quả được lập thế nào", "Giải trình"));
            else if (item.AwaitsRescorers) items.Add(Asked(item, "people", $"Chọn người chấm lại theo kiến nghị {item.Code}", "thành viên chưa chấm và không có xung đột", "Chọn"));
            else if (item.IsRescoring) items.Add(Asked(item, "lock", $"Chốt chấm lại theo kiến nghị {item.Code}", "khi đủ phiếu hoặc hết hạn", "Xem"));
        }
    }

    private static WorkList.Item Asked(Remonstrance item, string icon, string what, string line, string button) =>
        new(1, "amber", icon, what, line, $"Sở trả lời trước {VietnamTime.Short(item.DueAt.AddTicks(-1))}", $"/kien-nghi/{item.Id}", button);

    private static async Task RescoringAsync(WorkDesk desk, List<WorkList.Item> items, CancellationToken cancellationToken)
    {
        var open = await desk.Doors.OwnSheets.Where(sheet => sheet.Round > 1 && sheet.Status != SheetStatus.Locked && sheet.SubmittedAt == null && sheet.DueAt != null)
            .OrderBy(sheet => sheet.DueAt).Select(sheet => new { sheet.Id, sheet.DueAt }).ToListAsync(cancellationToken);
        if (open.Count > 0) items.Add(new(1, "plum", "arrow-repeat", $"Chấm lại {open.Count} hồ sơ theo kiến nghị", "hồ sơ mà bạn chưa chấm", VietnamTime.Remaining(open[0].DueAt!.Value - desk.Now), $"/cham-diem/{open[0].Id}", "Chấm lại"));
    }

    /// <summary>Answers to one's own remonstrances, for a month.</summary>
    private static async Task AnswersAsync(WorkDesk desk, List<WorkList.Item> items, CancellationToken cancellationToken)
    {
        var since = desk.Now.AddDays(-30);
        var own = await desk.Doors.OwnRemonstrances.AsNoTracking().IgnoreAutoIncludes().Where(item => item.AnsweredAt > since).OrderByDescending(item => item.Id).Take(4).ToListAsync(cancellationToken);
        items.AddRange(own.Select(item => new WorkList.Item(4, "harbour", "envelope-paper", $"Kiến nghị {item.Code} đã được trả lời", RemonstranceWords.Of(item.Outcome!.Value), $"trả lời {VietnamTime.Short(item.AnsweredAt!.Value)}", $"/kien-nghi/bien-nhan/{item.Id}", "Đọc trả lời")));
    }

    /// <summary>One's own results of the newest published cycle, for some months.</summary>
    private static async Task ResultsAsync(WorkDesk desk, List<WorkList.Item> items, CancellationToken cancellationToken)
    {
        if (desk.In(CyclePhase.Published) is not { PublishedAt: { } published } cycle || desk.Now > published.AddDays(90)) return;
        var own = await desk.Doors.OwnResults.AsNoTracking().Where(item => item.CycleId == cycle.Id).OrderBy(item => item.Id).Select(item => new { item.Id, item.Title, item.Status }).Take(6).ToListAsync(cancellationToken);
        items.AddRange(own.Select(item => new WorkList.Item(4, item.Status == InitiativeStatus.NotRecognised ? "slate" : "green", "clipboard-data", $"Kết quả: {item.Title}", "điểm trung bình, lý do, nhận xét theo tiêu chí", $"công bố {VietnamTime.Short(published)}", $"/ket-qua/{item.Id}", "Xem kết quả")));
    }
}
