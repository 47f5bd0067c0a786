using Initiatives.Domain.Access;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Recognition;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Decisions;

/// <summary>The two decisions of every cycle, and what waits for whom.</summary>
public static class DecisionList
{
    public sealed record Query : IRequest<View>;

    /// <param name="MayDraft">This person may draft what is still missing.</param>
    public sealed record View(IReadOnlyList<CycleBlock> Cycles, bool MayDraft);

    /// <param name="Phase">Where the cycle stands now.</param>
    /// <param name="DueOn">Last day for the recognition decision.</param>
    public sealed record CycleBlock(int Id, int Year, CyclePhase Phase, DateOnly DueOn, Row? Recognition, Row? Merit)
    {
        public bool RecognitionIsNext => Recognition is null && Phase == CyclePhase.Deciding;
        public bool MeritIsNext => Merit is null && Recognition?.Status == DecisionStatus.Published;
    }

    public sealed record Row(int Id, int Year, DecisionKind Kind, DecisionStatus Status, string Number, DateOnly? Date, int Count, bool HasOpinion, DateTime? PublishedAt);

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var decisions = await db.For(actor.Value).Decisions.AsNoTracking().ToListAsync(cancellationToken);
            var rows = decisions.ToDictionary(item => (item.CycleId, item.Kind), item => new Row(
                item.Id, item.Year, item.Kind, item.Status, item.Number, item.Form.Date, item.Named.Count(), item.OpinionAt is not null, item.PublishedAt));
            var cycles = await db.For(actor.Value).Cycles.AsNoTracking().OrderByDescending(cycle => cycle.Year).ToListAsync(cancellationToken);
            return new View(
                [.. cycles.Where(cycle => cycle.Phase >= CyclePhase.Judging).Select(cycle => new CycleBlock(cycle.Id, cycle.Year, cycle.PhaseAt(now), cycle.RecognitionDueOn,
                    rows.GetValueOrDefault((cycle.Id, DecisionKind.Recognition)), rows.GetValueOrDefault((cycle.Id, DecisionKind.Merit))))],
                actor.Value.Has(Permission.DraftDecision));
        }
    }
}
