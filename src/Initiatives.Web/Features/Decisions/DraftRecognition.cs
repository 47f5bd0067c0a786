using Initiatives.Domain;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Decisions;

/// <summary>Drafts the recognition decision from what the council recommended, in order of rank.</summary>
public static class DraftRecognition
{
    public sealed record Command : IRequest<Result<int>>
    {
        public int CycleId { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Command, Result<int>>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var seen = db.For(actor.Value);
            var cycle = await db.Cycles.SingleOrNotFound(item => item.Id == request.CycleId, cancellationToken);
            if (cycle.Phase != CyclePhase.Deciding) return Result.Fail("", cycle.Phase > CyclePhase.Deciding ? $"{cycle.Name} đã công bố quyết định công nhận." : "Chỉ soạn quyết định khi Hội đồng đã kết luận xong mọi hồ sơ.");
            if (await seen.Decisions.AnyAsync(item => item.CycleId == cycle.Id && item.Kind == DecisionKind.Recognition, cancellationToken))
                return Result.Fail("", $"{cycle.Name} đã có dự thảo quyết định công nhận.");
            var recommended = await (from conclusion in seen.ConclusionsToDecide
                                     join initiative in seen.ReceivedInitiatives on conclusion.InitiativeId equals initiative.Id
                                     where conclusion.CycleId == cycle.Id && initiative.Status == InitiativeStatus.Recommended
                                     select new { initiative.Id, conclusion.Rank }).ToListAsync(cancellationToken);
            var decision = Decision.DraftRecognition(cycle.Id, cycle.Year, recommended.Select(item => (item.Id, item.Rank)));
            var may = await Preparing.CheckAsync(db, actor.Value, decision, cancellationToken);
            if (!may.Ok) return Result.Fail(may.Problems);
            db.Add(decision);
            db.Guard(cycle);   // a vote may be in correction
            db.Record(actor.Value, JournalActions.DecisionDrafted, decision, $"Công nhận {recommended.Count} sáng kiến");
            await db.SaveChangesAsync(cancellationToken);
            return decision.Id;
        }
    }
}
