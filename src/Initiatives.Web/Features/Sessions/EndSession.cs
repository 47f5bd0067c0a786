using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Sessions;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Sessions;

/// <summary>Ends a session. With the last one, when every dossier has its conclusion, the council's work ends and the cycle goes on to its decisions.</summary>
public static class EndSession
{
    public sealed record Command : IRequest<Result>
    {
        public int CycleId { get; init; }

        /// <summary>Null: the one that is open.</summary>
        public int? Number { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var loaded = await SessionDesk.LoadAsync(db, actor.Value, request.CycleId, request.Number, cancellationToken);
            if (!loaded.Ok) return loaded;
            var (cycle, _, session) = loaded.Value;
            var doors = db.For(actor.Value);
            var votes = await doors.Votes.AsNoTracking().Where(item => item.SessionId == session.Id).OrderBy(item => item.Id).ToListAsync(cancellationToken);
            if (await Unfinished(session, votes, cancellationToken) is { } refused) return refused;
            var ended = session.End(clock.GetUtcNow().UtcDateTime);
            if (!ended.Ok) return ended;
            var conclusions = await doors.Conclusions.AsNoTracking().Where(item => item.SessionId == session.Id).ToListAsync(cancellationToken);
            db.Record(actor.Value, JournalActions.SessionConcluded, session,
                $"Phiên {session.Number}: {conclusions.Count(item => item.IsRecommended)}/{conclusions.Count} hồ sơ được đề nghị công nhận");
            var done = await CouncilWorkEnds.WithAsync(db, actor.Value, cycle, session, cancellationToken);
            if (!done.Ok) return done;
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }

        /// <summary>A count that is not announced, or one that no longer agrees with the attendance of its moment.</summary>
        private async Task<Failure?> Unfinished(CouncilSession session, List<Vote> votes, CancellationToken cancellationToken)
        {
            var last = votes.GroupBy(item => item.InitiativeId).Select(group => group.Last()).ToList();
            var open = last.Where(item => item.AnnouncedAt is null).Select(item => item.InitiativeId).ToList();
            if (open.Count > 0) return Result.Fail("", $"Còn số phiếu đã nhập chưa công bố của: {await Codes(open, cancellationToken)}.");
            var stale = last.Where(item => item.Present != session.PresentAt(item.EnteredAt)).Select(item => item.InitiativeId).ToList();
            return stale.Count > 0 ? Result.Fail("", $"Điểm danh đã sửa cho thời điểm biểu quyết. Đính chính số phiếu của: {await Codes(stale, cancellationToken)}.") : null;
        }

        private async Task<string> Codes(List<int> ids, CancellationToken cancellationToken) =>
            string.Join(", ", await db.For(actor.Value).CouncilInitiatives.Where(item => ids.Contains(item.Id)).OrderBy(item => item.CouncilCode).Select(item => item.CouncilCode).ToListAsync(cancellationToken));
    }
}
