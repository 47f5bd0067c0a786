using Initiatives.Domain.Cycles;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Postings;

/// <summary>The list before it is posted, and until when it would be.</summary>
public static class PostingForm
{
    public sealed record Query(int Year) : IRequest<View>;

    /// <param name="Former">The last posting; null: none yet.</param>
    /// <param name="Changed">The list differs from that one.</param>
    public sealed record View(int Year, CyclePhase Phase, int Days, DateTime WouldClose, DateOnly DueOn, IReadOnlyList<PostedInitiative> Items, Posting? Former, bool Changed)
    {
        public bool MayPost => Phase == CyclePhase.Deciding && Days > 0 && Items.Count > 0 && Changed;
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var (doors, now) = (db.For(actor.Value), clock.GetUtcNow().UtcDateTime);
            var cycle = await doors.Cycles.AsNoTracking().SingleOrNotFound(item => item.Year == request.Year, cancellationToken);
            var former = await doors.Postings.AsNoTracking().Where(item => item.CycleId == cycle.Id).OrderByDescending(item => item.Number).FirstOrDefaultAsync(cancellationToken);
            var items = cycle.Phase == CyclePhase.Deciding ? await RecommendedList.OfAsync(db, doors, cycle.Id, cancellationToken) : [];
            var sorted = items.OrderBy(item => VietnameseText.SortKey(item.Title), StringComparer.Ordinal).ThenBy(item => item.InitiativeId).Select((item, i) => item with { Number = i + 1 }).ToList();
            return new View(cycle.Year, cycle.Phase, cycle.Settings.PostingWorkingDays,
                VietnamTime.EndOfDay(VietnamTime.AddWorkingDays(VietnamTime.Today(now), cycle.Settings.PostingWorkingDays)), cycle.RecognitionDueOn, sorted, former, former is null || !former.Items.SequenceEqual(sorted));
        }
    }
}
