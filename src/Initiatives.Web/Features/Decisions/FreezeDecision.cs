using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Documents;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Platform.Security;
using MediatR;

namespace Initiatives.Web.Features.Decisions;

/// <summary>Sends a decision to be signed: its PDF is rendered now and from here on only these bytes exist.</summary>
public static class FreezeDecision
{
    public sealed record Command : IRequest<Result>
    {
        public int Id { get; init; }

        /// <summary>Version of the draft that was read; null: not compared.</summary>
        public int? Version { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, Fonts fonts, FileStore files, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var decision = await db.For(actor.Value).Decisions.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            if (decision.IsStill(request.Version, "trình ký") is { Ok: false } changed) return changed;
            var may = await Preparing.CheckAsync(db, actor.Value, decision, cancellationToken);
            if (!may.Ok) return may;
            var now = clock.GetUtcNow().UtcDateTime;
            var today = VietnamTime.Today(now);
            var missing = decision.Missing(today);
            if (missing.Count > 0) return Result.Fail(missing);
            var posted = await PostedFirst.CheckAsync(db, actor.Value, decision, now, cancellationToken);
            if (!posted.Ok) return posted;
            var rendered = await DecisionPaper.RenderAsync(db, fonts, decision, actor.Value, today, cancellationToken);
            if (!rendered.Ok) return rendered;
            var sha256 = await files.KeepPaperAsync(db, rendered.Value, now, cancellationToken);
            var frozen = decision.Freeze(sha256, now);
            if (!frozen.Ok) return frozen;
            db.Record(actor.Value, JournalActions.DecisionFrozen, decision, $"Số {decision.Number}, SHA-256 {sha256}");
            await db.SaveChangesAsync(cancellationToken);
            return frozen;
        }
    }
}
