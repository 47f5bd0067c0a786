using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Recognition;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Decisions;

/// <summary>Drafts the merit decision once recognition is published, with the first places proposed (công văn 2345, mục 5a).</summary>
public static class DraftMerit
{
    public sealed record Command : IRequest<Result<int>>
    {
        public int CycleId { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Command, Result<int>>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var cycle = await db.Cycles.SingleOrNotFound(item => item.Id == request.CycleId, cancellationToken);
            var decisions = await db.For(actor.Value).Decisions.AsNoTracking().Where(item => item.CycleId == cycle.Id).ToListAsync(cancellationToken);
            if (!decisions.Exists(item => item is { Kind: DecisionKind.Recognition, Status: DecisionStatus.Published }))
                return Result.Fail("", "Chỉ soạn quyết định tặng Bằng khen sau khi đã công bố quyết định công nhận.");
            if (decisions.Exists(item => item.Kind == DecisionKind.Merit)) return Result.Fail("", $"{cycle.Name} đã có dự thảo quyết định tặng Bằng khen.");
            var ranked = await RecognisedPlaces.OfAsync(db, actor.Value, cycle.Id, cancellationToken);
            var decision = Decision.DraftMerit(cycle.Id, cycle.Year);
            var chosen = decision.Choose(ranked, Decision.Propose(ranked, cycle.Settings.MaxMerit), new Dictionary<int, string>(), cycle.Settings.MaxMerit);
            if (!chosen.Ok) return Result.Fail(chosen.Problems);
            var may = await Preparing.CheckAsync(db, actor.Value, decision, cancellationToken);
            if (!may.Ok) return Result.Fail(may.Problems);
            db.Add(decision);
            db.Record(actor.Value, JournalActions.DecisionDrafted, decision, $"Đề xuất tặng Bằng khen {decision.Named.Count()} sáng kiến");
            await db.SaveChangesAsync(cancellationToken);
            return decision.Id;
        }
    }
}
