using Initiatives.Domain.Access;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Recognition;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Decisions;

/// <summary>The decisions of every cycle, and what waits for whom.</summary>
public static class DecisionList
{
    public sealed record Query : IRequest<View>;

    /// <param name="MayDraft">This person may draft what is still missing.</param>
    public sealed record View(IReadOnlyList<CycleBlock> Cycles, bool MayDraft);

    /// <param name="Phase">Where the cycle stands now.</param>
    /// <param name="DueOn">Last day for the recognition decision.</param>
    /// <param name="Supplements">Supplementary decisions, oldest first.</param>
    /// <param name="Reconsidered">Initiatives for which one may be drafted now.</param>
    public sealed record CycleBlock(int Id, int Year, CyclePhase Phase, DateOnly DueOn, Row? Recognition, Row? Merit, IReadOnlyList<Row> Supplements, int Reconsidered)
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
            var rows = decisions.OrderBy(item => item.Id).Select(item => (item.CycleId, Row: new Row(
                item.Id, item.Year, item.Kind, item.Status, item.Number, item.Form.Date, item.Named.Count(), item.OpinionAt is not null, item.PublishedAt))).ToLookup(item => (item.CycleId, item.Row.Kind), item => item.Row);
            var cycles = await db.For(actor.Value).Cycles.AsNoTracking().OrderByDescending(cycle => cycle.Year).ToListAsync(cancellationToken);
            var (mayDraft, blocks) = (actor.Value.Has(Permission.DraftDecision), new List<CycleBlock>());
            foreach (var cycle in cycles.Where(cycle => cycle.Phase >= CyclePhase.Judging))
            {
                var supplements = rows[(cycle.Id, DecisionKind.Supplement)].ToList();
                var reconsidered = mayDraft && supplements.TrueForAll(row => row.Status == DecisionStatus.Published) ? (await ReconsideredDossiers.OfAsync(db, db.For(actor.Value), cycle, cancellationToken)).Count : 0;
                blocks.Add(new CycleBlock(cycle.Id, cycle.Year, cycle.PhaseAt(now), cycle.RecognitionDueOn, rows[(cycle.Id, DecisionKind.Recognition)].SingleOrDefault(), rows[(cycle.Id, DecisionKind.Merit)].SingleOrDefault(), supplements, reconsidered));
            }

            return new View(blocks, mayDraft);
        }
    }
}
