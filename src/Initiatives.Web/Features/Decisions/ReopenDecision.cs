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

        /// <summary>Version of the page from which it is taken back; null: not compared.</summary>
        public int? Version { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var decision = await db.For(actor.Value).Decisions.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            if (decision.IsStill(request.Version, "lấy lại") is { Ok: false } changed) return changed;
            var may = await Preparing.CheckAsync(db, actor.Value, decision, cancellationToken);
            if (!may.Ok) return may;
            var result = decision.Reopen();
            if (!result.Ok) return result;
            db.Record(actor.Value, JournalActions.DecisionReopened, decision, $"Số {decision.Number}");
            await db.SaveChangesAsync(cancellationToken);
            return result;
        }
    }
}
