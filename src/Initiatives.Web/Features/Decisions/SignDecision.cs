using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;

namespace Initiatives.Web.Features.Decisions;

/// <summary>The city's leader signs: the frozen bytes are now the decision.</summary>
public static class SignDecision
{
    public sealed record Command : IRequest<Result>
    {
        public int Id { get; init; }

        /// <summary>Version of the page on which the leader read it: taken back and changed since, it is not signed unseen; null: not compared.</summary>
        public int? Version { get; init; }

        /// <summary>The page asks for it, because there is no way back.</summary>
        [Range(typeof(bool), "true", "true", ErrorMessage = "Đánh dấu vào ô xác nhận để ký quyết định.")]
        public bool Confirm { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var decision = await db.For(actor.Value).Decisions.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            if (decision.IsStill(request.Version, "ký") is { Ok: false } changed) return changed;
            var result = decision.Sign(actor.Value, clock.GetUtcNow().UtcDateTime);
            if (!result.Ok) return result;
            db.Record(actor.Value, JournalActions.DecisionSigned, decision, $"Số {decision.Number}");
            await db.SaveChangesAsync(cancellationToken);
            return result;
        }
    }
}
