using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Scoring;

/// <summary>The secretary ends the blind period: sheets are locked, what was not handed in does not count.</summary>
public static class CloseScoring
{
    public sealed record Command : IRequest<Result>
    {
        public int CycleId { get; init; }

        /// <summary>The page asks for it, because there is no way back.</summary>
        [Range(typeof(bool), "true", "true", ErrorMessage = "Đánh dấu vào ô xác nhận để chốt điểm.")]
        public bool Confirm { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var cycle = await db.Cycles.SingleOrNotFound(item => item.Id == request.CycleId, cancellationToken);
            var council = await db.Councils.SingleOrDefaultAsync(item => item.CycleId == cycle.Id, cancellationToken);
            if (council?.IsSecretary(actor.Value) != true) return Result.Fail("", "Chỉ ủy viên thư ký của Hội đồng này được chốt điểm.");
            var now = clock.GetUtcNow().UtcDateTime;
            var closed = cycle.CloseScoring(now);
            if (!closed.Ok) return closed;
            var sheets = await db.For(actor.Value).LockableSheets.Where(sheet => sheet.CycleId == cycle.Id).ToListAsync(cancellationToken);
            var dossiers = await db.For(actor.Value).MovedInitiatives.IgnoreAutoIncludes()
                .Where(item => item.CycleId == cycle.Id && item.Status == InitiativeStatus.Judging).ToListAsync(cancellationToken);
            if (cycle.Settings.ScoringInSession && dossiers.Count > 0) return Result.Fail("", $"Kỳ này chốt điểm từng hồ sơ tại phiên họp, sau trình bày và hỏi đáp; còn {dossiers.Count} hồ sơ chưa chốt.");
            foreach (var sheet in sheets) sheet.Lock();
            foreach (var moved in dossiers.Select(dossier => dossier.CloseJudging(now)))
                if (!moved.Ok) return moved;
            db.Record(actor.Value, JournalActions.ScoringClosed, cycle, $"{sheets.Count(sheet => sheet.IsValid)}/{sheets.Count} phiếu đã nộp");
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
    }
}
