using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;

namespace Initiatives.Web.Features.Decisions;

/// <summary>Takes a decision that waits for its signature back to be changed.</summary>
public static class ReopenDecision
{
    public sealed record Command : IRequest<Result>
    {
        public int Id { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var decision = await db.For(actor.Value).Decisions.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var result = decision.Reopen();
            if (!result.Ok) return result;
            db.Record(actor.Value, JournalActions.DecisionReopened, decision, $"Số {decision.Number}");
            await db.SaveChangesAsync(cancellationToken);
            return result;
        }
    }
}
