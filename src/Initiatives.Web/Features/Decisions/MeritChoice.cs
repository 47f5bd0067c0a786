using Initiatives.Domain.Recognition;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Decisions;

/// <summary>The recognised initiatives by rank, for <see cref="ChooseMerit"/>.</summary>
public static class MeritChoice
{
    public sealed record Query(int Id) : IRequest<View>;

    public sealed record View(int Id, int Year, DecisionStatus Status, int Version, int Most, IReadOnlyList<Row> Rows);

    public sealed record Row(int InitiativeId, int Rank, string Title, string UnitName, decimal Mean, bool IsNamed, string SkipReason);

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var seen = db.For(actor.Value);
            var decision = await seen.Decisions.AsNoTracking().SingleOrNotFound(item => item.Id == request.Id && item.Kind == DecisionKind.Merit, cancellationToken);
            var most = (await db.Cycles.AsNoTracking().SingleAsync(item => item.Id == decision.CycleId, cancellationToken)).Settings.MaxMerit;
            var places = await RecognisedPlaces.OfAsync(db, actor.Value, decision.CycleId, cancellationToken);
            var facts = await (from initiative in seen.PublishedInitiatives.AsNoTracking()
                               join unit in db.Units on initiative.UnitId equals unit.Id
                               join conclusion in seen.ConclusionsToDecide on initiative.Id equals conclusion.InitiativeId
                               where initiative.CycleId == decision.CycleId
                               select new { initiative.Id, initiative.Title, unit.ShortName, conclusion.Mean }).ToDictionaryAsync(item => item.Id, cancellationToken);
            var items = decision.Items.ToDictionary(item => item.InitiativeId);
            return new View(decision.Id, decision.Year, decision.Status, decision.Version, most,
                [.. places.Select(place => new Row(place.InitiativeId, place.Rank, facts[place.InitiativeId].Title, facts[place.InitiativeId].ShortName, facts[place.InitiativeId].Mean,
                    items.TryGetValue(place.InitiativeId, out var item) && item.IsNamed, item?.SkipReason ?? ""))]);
        }
    }
}
