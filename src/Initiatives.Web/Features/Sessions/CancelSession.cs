using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Security;
using MediatR;

namespace Initiatives.Web.Features.Sessions;

/// <summary>Calls off a session that has not met.</summary>
public static class CancelSession
{
    public sealed record Command : IRequest<Result>
    {
        public int CycleId { get; init; }
        public int Number { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var loaded = await SessionDesk.LoadAsync(db, actor.Value, request.CycleId, request.Number, cancellationToken);
            if (!loaded.Ok) return loaded;
            var cancelled = loaded.Value.Session.Cancel(clock.GetUtcNow().UtcDateTime);
            if (cancelled.Ok) cancelled = await CouncilWorkEnds.WithAsync(db, actor.Value, loaded.Value.Cycle, loaded.Value.Session, cancellationToken);
            if (!cancelled.Ok) return cancelled;
            db.Record(actor.Value, JournalActions.SessionCancelled, loaded.Value.Session, $"Phiên {request.Number}");
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
    }
}
