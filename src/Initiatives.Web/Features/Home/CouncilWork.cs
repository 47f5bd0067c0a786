using Initiatives.Domain.Access;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Home;

/// <summary>Judges and the council's secretary.</summary>
internal static class CouncilWork
{
    public static async Task<IReadOnlyList<WorkList.Item>> Of(WorkDesk desk, CancellationToken cancellationToken)
    {
        var items = new List<WorkList.Item>();
        if (desk.In(CyclePhase.Judging) is { } judging && judging.ScoringDueAt is { } due)
        {
            if (desk.Actor.Has(Permission.ScoreInitiative))
            {
                var mine = await desk.Doors.OwnSheets.Where(sheet => sheet.CycleId == judging.Id).GroupBy(sheet => sheet.SubmittedAt != null)
                    .Select(group => new { Submitted = group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
                var (done, all) = (mine.Where(item => item.Submitted).Sum(item => item.Count), mine.Sum(item => item.Count));
                if (done < all)
                    items.Add(new(1, "plum", "ui-checks", $"Chấm {all - done} hồ sơ kỳ {judging.Year}", $"đã nộp {done}/{all} phiếu", VietnamTime.Remaining(due - desk.Now), "/cham-diem", "Vào bàn chấm"));
                else if (all > 0)
                    items.Add(new(5, "green", "check2-circle", $"Bạn đã nộp đủ {all} phiếu kỳ {judging.Year}", "còn sửa được đến khi thư ký chốt điểm", VietnamTime.Deadline(due), "/cham-diem", "Xem lại"));
            }

            if (desk.Actor.Has(Permission.WriteReview))
            {
                var written = desk.Doors.OwnReviews;
                var open = await desk.Doors.OwnReviewAssignments.CountAsync(given => given.CycleId == judging.Id && !written.Any(review => review.InitiativeId == given.InitiativeId && review.SubmittedAt != null), cancellationToken);
                if (open > 0) items.Add(new(1, "plum", "chat-square-text", $"Viết {open} nhận xét phản biện kỳ {judging.Year}", "các ủy viên đọc trước khi chấm, không có điểm", VietnamTime.Remaining(due - desk.Now), "/phan-bien", "Viết nhận xét"));
            }

            if (await desk.KeepsMinutesAsync(judging, cancellationToken))
            {
                var progress = await desk.Doors.Progress.Where(sheet => sheet.CycleId == judging.Id).GroupBy(sheet => sheet.Status)
                    .Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
                var (done, all) = (progress.Where(item => item.Key == SheetStatus.Submitted).Sum(item => item.Count), progress.Sum(item => item.Count));
                var late = await desk.Doors.Progress.Where(sheet => sheet.CycleId == judging.Id && sheet.Status != SheetStatus.Submitted).Select(sheet => sheet.PersonId).Distinct().CountAsync(cancellationToken);
                items.Add(late == 0 && all > 0
                    ? new(1, "amber", "lock", $"Chốt điểm kỳ {judging.Year}", $"đã nộp đủ {all} phiếu", VietnamTime.Deadline(due), $"/tien-do/{judging.Year}", "Xem và chốt")
                    : new(2, "plum", "bar-chart", $"Nhắc {late} thành viên nộp đủ phiếu kỳ {judging.Year}", $"Hội đồng đã nộp {done}/{all} phiếu; đủ rồi mới chốt điểm", VietnamTime.Deadline(due), $"/tien-do/{judging.Year}", "Xem tiến độ"));
            }
        }

        if (desk.Actor.Has(Permission.EnterPaperSheets)) await PapersAsync(desk, items, cancellationToken);
        if (desk.In(CyclePhase.Deliberating) is { } meeting && desk.Actor.Has(Permission.RunSession))
        {
            var (concluded, seconded) = (desk.Doors.Conclusions, desk.Doors.Seconded);
            var acting = await desk.Doors.StandIns.CountAsync(item => item.CycleId == meeting.Id && seconded.Any(own => own.Id == item.Id) && !concluded.Any(done => done.InitiativeId == item.InitiativeId), cancellationToken);
            if (acting > 0) items.Add(new(1, "amber", "people", $"Ghi kết luận {acting} hồ sơ bạn thay thư ký, kỳ {meeting.Year}", "khi phiên họp xét đến: diễn biến, biểu quyết, kết luận", $"ký chậm nhất {VietnamTime.Short(meeting.RecognitionDueOn)}", $"/phien-hop/{meeting.Year}", "Vào phiên họp"));
            if (await desk.KeepsMinutesAsync(meeting, cancellationToken)) items.Add(new(1, "amber", "people", $"Ghi phiên họp Hội đồng kỳ {meeting.Year}", "điểm danh, biểu quyết, kết luận từng hồ sơ", $"ký chậm nhất {VietnamTime.Short(meeting.RecognitionDueOn)}", $"/phien-hop/{meeting.Year}", "Vào phiên họp"));
        }

        if (desk.In(CyclePhase.Deliberating) is { } tied && desk.Actor.Has(Permission.HoldTieBallot) && await desk.Doors.TieToHoldAsync(tied, cancellationToken) is { } session)
            items.Add(new(0, "amber", "envelope-paper", $"Bỏ phiếu kín chọn suất Bằng khen cuối kỳ {tied.Year}", "các hồ sơ bằng nhau; bạn ghi kết quả kiểm phiếu, phiên họp mới kết thúc được", "", $"/phien-hop/{tied.Year}/{session}/bo-phieu-kin", "Tới bỏ phiếu kín"));
        return items;
    }

    /// <summary>Papers wait for a second person: whoever typed one does not verify it.</summary>
    private static async Task PapersAsync(WorkDesk desk, List<WorkList.Item> items, CancellationToken cancellationToken)
    {
        if ((desk.In(CyclePhase.Judging) ?? desk.In(CyclePhase.Deliberating)) is not { } cycle) return;
        var waiting = await desk.Doors.PaperSheets.CountAsync(paper => paper.CycleId == cycle.Id && paper.Status == PaperStatus.Waiting && paper.EnteredById != desk.Actor.PersonId, cancellationToken);
        var path = $"/phieu-giay/{cycle.Year}";
        if (waiting > 0) items.Add(new(1, "amber", "file-earmark-text", $"Đối chiếu {waiting} phiếu giấy kỳ {cycle.Year}", "người khác đã nhập; đối chiếu với bản quét thì phiếu mới được tính", "", path, "Đối chiếu"));
        else if (cycle.Phase == CyclePhase.Judging) items.Add(new(6, "plum", "file-earmark-text", $"Phiếu giấy kỳ {cycle.Year}", "in phiếu trống, nhập thay phiếu đã ký của ủy viên", cycle.ScoringDueAt is { } due ? VietnamTime.Deadline(due) : "", path, "Mở phiếu giấy"));
    }
}
