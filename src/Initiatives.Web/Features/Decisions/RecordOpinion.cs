using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;

namespace Initiatives.Web.Features.Decisions;

/// <summary>Sở Nội vụ says what it thinks of the proposed certificates of merit (công văn 2345, mục 5b).</summary>
public static class RecordOpinion
{
    public sealed record Command : IRequest<Result>
    {
        public int Id { get; init; }

        /// <summary>Version of the list that was read; null: not compared.</summary>
        public int? Version { get; init; }

        [StringLength(2000, ErrorMessage = "Ý kiến dài tối đa 2.000 ký tự.")]
        public string Opinion { get; init; } = "";
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var decision = await db.For(actor.Value).Decisions.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            if (decision.IsStill(request.Version, "ghi ý kiến") is { Ok: false } changed) return changed;
            var result = decision.RecordOpinion(request.Opinion ?? "", actor.Value.Name, clock.GetUtcNow().UtcDateTime);
            if (!result.Ok) return result;
            db.Record(actor.Value, JournalActions.OpinionRecorded, decision);
            await db.SaveChangesAsync(cancellationToken);
            return result;
        }
    }
}
