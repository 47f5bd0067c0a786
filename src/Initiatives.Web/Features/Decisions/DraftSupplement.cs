using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Recognition;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Decisions;

/// <summary>Drafts the supplementary decision from what was scored anew with success after a remonstrance. It walks as the first one did; the published ranking stays.</summary>
public static class DraftSupplement
{
    public sealed record Command : IRequest<Result<int>>
    {
        public int CycleId { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Command, Result<int>>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var cycle = await db.Cycles.SingleOrNotFound(item => item.Id == request.CycleId, cancellationToken);
            if (await doors.Decisions.AnyAsync(item => item.CycleId == cycle.Id && item.Kind == DecisionKind.Supplement && item.Status != DecisionStatus.Published, cancellationToken))
                return Result.Fail("", $"{cycle.Name} đang có một quyết định bổ sung chưa công bố. Công bố xong rồi mới soạn quyết định sau.");
            var reconsidered = await ReconsideredDossiers.OfAsync(db, doors, cycle, cancellationToken);
            if (reconsidered.Count == 0) return Result.Fail("", "Chưa có sáng kiến nào được đề nghị xem xét lại, chấm lại xong và đạt mọi ngưỡng điểm.");
            var decision = Decision.DraftSupplement(cycle.Id, cycle.Year, reconsidered);
            var may = await Preparing.CheckAsync(db, actor.Value, decision, cancellationToken);
            if (!may.Ok) return Result.Fail(may.Problems);
            db.Add(decision);
            db.Guard(cycle);   // one supplement at a time
            db.Record(actor.Value, JournalActions.DecisionDrafted, decision, $"Công nhận bổ sung {reconsidered.Count} sáng kiến");
            await db.SaveChangesAsync(cancellationToken);
            return decision.Id;
        }
    }
}
