using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;

namespace Initiatives.Web.Features.Submissions;

/// <summary>Puts a complete dossier before the head of the unit.</summary>
public static class SendToHead
{
    public sealed record Command : IRequest<Result>
    {
        public int Id { get; init; }
        public int Version { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var initiative = await db.For(actor.Value).OwnInitiatives.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var sent = initiative.SendToHead(request.Version, clock.GetUtcNow().UtcDateTime);
            if (!sent.Ok) return sent;
            db.Record(actor.Value, JournalActions.SentToHead, initiative);
            await db.SaveChangesAsync(cancellationToken);
            return sent;
        }
    }
}
