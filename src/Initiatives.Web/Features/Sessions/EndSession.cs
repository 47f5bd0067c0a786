using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Sessions;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Sessions;

/// <summary>Ends the session: every dossier has its conclusion, votes agree with attendance, the cycle goes on to its decisions.</summary>
public static class EndSession
{
    public sealed record Command : IRequest<Result>
    {
        public int CycleId { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var cycle = await db.Cycles.SingleOrNotFound(item => item.Id == request.CycleId, cancellationToken);
            var council = await db.Councils.SingleOrNotFound(item => item.CycleId == cycle.Id, cancellationToken);
            if (!council.IsSecretary(actor.Value)) return Result.Fail("", "Chỉ ủy viên thư ký của Hội đồng này được kết thúc phiên họp.");
            var session = await doors.Sessions.SingleOrDefaultAsync(item => item.CycleId == cycle.Id, cancellationToken);
            if (session is null) return Result.Fail("", "Chưa điểm danh phiên họp nào.");
            var open = await doors.MovedInitiatives.CountAsync(item => item.CycleId == cycle.Id
                && (item.Status == InitiativeStatus.Judging || item.Status == InitiativeStatus.Judged), cancellationToken);
            var started = cycle.StartDeciding(open);
            if (!started.Ok) return started;
            var quorum = Quorum.Check(session, council, cycle.Settings);
            if (!quorum.Ok) return quorum;
            var conclusions = await doors.Conclusions.AsNoTracking().Where(item => item.CycleId == cycle.Id).ToListAsync(cancellationToken);
            var stale = conclusions.Where(item => !item.AgreesWith(session)).Select(item => item.InitiativeId).ToList();
            if (stale.Count > 0)
            {
                var codes = await doors.CouncilInitiatives.Where(item => stale.Contains(item.Id)).OrderBy(item => item.CouncilCode).Select(item => item.CouncilCode).ToListAsync(cancellationToken);
                return Result.Fail("", $"Điểm danh đã đổi sau khi biểu quyết. Ghi lại số phiếu của: {string.Join(", ", codes)}.");
            }

            var ended = session.End(clock.GetUtcNow().UtcDateTime);
            if (!ended.Ok) return ended;
            db.Record(actor.Value, JournalActions.SessionConcluded, session,
                $"{conclusions.Count(item => item.IsRecommended)}/{conclusions.Count} hồ sơ được đề nghị công nhận");
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
    }
}
