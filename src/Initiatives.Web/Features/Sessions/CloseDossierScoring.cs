using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Sessions;

/// <summary>Where scoring happens in the session: locks the sheets of one dossier. With the last dossier the cycle's scoring is closed.</summary>
public static class CloseDossierScoring
{
    public sealed record Command : ItemCommand
    {
        /// <summary>That these sheets are missing was read and confirmed.</summary>
        public bool Confirm { get; init; }
        public int Missing { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var loaded = await ItemDesk.LoadAsync(db, actor.Value, request, cancellationToken);
            if (!loaded.Ok) return loaded;
            var desk = loaded.Value;
            if (!desk.Cycle.Settings.ScoringInSession) return Result.Fail("", "Kỳ này chốt điểm mọi hồ sơ trước phiên họp.");
            var open = desk.Session.MustBeOpen();
            if (!open.Ok) return open;
            if (desk.Initiative.Status != InitiativeStatus.Judging) return Result.Fail("", "Hồ sơ này đã chốt điểm.");
            if (desk.Item.PresentedAt is null || desk.Item.QuestionedAt is null) return Result.Fail("", "Ghi phần trình bày và hỏi đáp trước khi chốt điểm hồ sơ này.");
            var now = clock.GetUtcNow().UtcDateTime;
            var doors = db.For(actor.Value);
            var sheets = await doors.SheetsToLock.Where(sheet => sheet.InitiativeId == desk.Initiative.Id).ToListAsync(cancellationToken);
            var missing = await doors.Progress.CountAsync(sheet => sheet.InitiativeId == desk.Initiative.Id && sheet.Status != SheetStatus.Submitted, cancellationToken);
            if (missing > 0 && !(request.Confirm && request.Missing == missing)) return Result.Fail(nameof(request.Confirm), $"Còn {missing} phiếu chưa nộp. Đánh dấu vào ô xác nhận để chốt điểm mà không có các phiếu đó.");
            foreach (var sheet in sheets) sheet.Lock();
            var closed = desk.Initiative.CloseJudging(now);
            if (closed.Ok && await doors.CountJudgingAsync(desk.Cycle.Id, cancellationToken) == 1) closed = desk.Cycle.CloseScoring(now);
            if (!closed.Ok) return closed;
            db.Guard(desk.Cycle);   // the last two dossiers may be closing at once
            db.Record(actor.Value, JournalActions.DossierScoringClosed, desk.Initiative, $"{sheets.Count(sheet => sheet.IsValid)}/{sheets.Count} phiếu đã nộp");
            if (desk.Cycle.ScoringClosedAt is not null) db.Record(actor.Value, JournalActions.ScoringClosed, desk.Cycle, "Hồ sơ cuối cùng đã chốt điểm tại phiên họp");
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
    }
}
