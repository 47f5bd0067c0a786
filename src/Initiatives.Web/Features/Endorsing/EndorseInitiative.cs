using Initiatives.Domain;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Jobs;
using Initiatives.Web.Platform.Security;
using Initiatives.Web.Platform.Time;
using MediatR;

namespace Initiatives.Web.Features.Endorsing;

/// <summary>The head endorses a dossier: this sends it to the Department and gives it its register number.</summary>
public static class EndorseInitiative
{
    public sealed record Command : IRequest<Result<int>>
    {
        public int Id { get; init; }

        /// <summary>Version of the dossier on the page that the head read; null: not compared.</summary>
        public int? Version { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, Arrival arrival, ReceiptPost receipts) : IRequestHandler<Command, Result<int>>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var initiative = await db.For(actor.Value).OwnInitiatives.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var endorsed = await new EndorsementDesk(db, receipts, actor.Value, arrival.At).EndorseAsync(initiative, request.Version, cancellationToken);
            if (!endorsed.Ok) return Result.Fail(endorsed.Problems);
            await db.SaveChangesAsync(cancellationToken);
            return initiative.RegisterNumber!.Value;
        }
    }
}
