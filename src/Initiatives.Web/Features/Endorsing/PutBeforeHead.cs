using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Jobs;
using Initiatives.Web.Platform.Security;
using MediatR;

namespace Initiatives.Web.Features.Endorsing;

/// <summary>Puts a complete dossier before the head of the unit, as the form's and the dossier's page ask.</summary>
public static class PutBeforeHead
{
    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<SendToHead, Result>
    {
        public async Task<Result> Handle(SendToHead request, CancellationToken cancellationToken)
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
