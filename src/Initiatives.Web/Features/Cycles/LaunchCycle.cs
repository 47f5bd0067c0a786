using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;

namespace Initiatives.Web.Features.Cycles;

/// <summary>Opens the cycle to everybody; from its opening day on, dossiers may be sent.</summary>
public static class LaunchCycle
{
    public sealed record Command : IRequest<Result>
    {
        public int CycleId { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var cycle = await db.For(actor.Value).Cycles.SingleOrNotFound(item => item.Id == request.CycleId, cancellationToken);
            var launched = cycle.Launch(clock.GetUtcNow().UtcDateTime);
            if (!launched.Ok) return launched;
            db.Record(actor.Value, JournalActions.CycleLaunched, cycle,
                $"Công văn số {cycle.Notice.Number}. Nhận hồ sơ từ {VietnamTime.Short(cycle.OpensAt)} đến {VietnamTime.Deadline(cycle.ClosesAt)}.");
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
    }
}
