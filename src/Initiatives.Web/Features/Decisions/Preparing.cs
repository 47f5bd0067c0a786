using Initiatives.Domain;
using Initiatives.Domain.People;
using Initiatives.Domain.Recognition;
using Initiatives.Web.Data;

namespace Initiatives.Web.Features.Decisions;

/// <summary>Who is in conflict with what a decision names, or may name, does not prepare it: see <see cref="Decision.MayPrepare"/>.</summary>
internal static class Preparing
{
    public static async Task<Result> CheckAsync(AppDb db, Actor actor, Decision decision, CancellationToken cancellationToken)
    {
        List<int> concerned = [.. decision.Items.Select(item => item.InitiativeId)];
        if (decision.Kind == DecisionKind.Merit) concerned.AddRange((await RecognisedPlaces.OfAsync(db, actor, decision.CycleId, cancellationToken)).Select(place => place.InitiativeId));
        var doors = db.For(actor);
        return await doors.IsBarredFromPreparingAsync(concerned, cancellationToken)
            ? Decision.MayPrepare(true, await doors.OtherDraftersAsync(concerned, cancellationToken))
            : Result.Success;
    }
}
