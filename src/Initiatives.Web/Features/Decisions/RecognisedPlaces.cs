using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Decisions;

/// <summary>The recognised initiatives of a cycle by the rank on which the council concluded; not what a supplementary decision recognised, which gives no place.</summary>
public static class RecognisedPlaces
{
    public static async Task<IReadOnlyList<(int InitiativeId, int Rank)>> OfAsync(AppDb db, Actor actor, int cycleId, CancellationToken cancellationToken)
    {
        var seen = db.For(actor);
        var rows = await (from conclusion in seen.ConclusionsToDecide
                          join initiative in seen.PublishedInitiatives on conclusion.InitiativeId equals initiative.Id
                          where conclusion.CycleId == cycleId && conclusion.IsRecommended && initiative.Status == InitiativeStatus.Recognised
                          orderby conclusion.Rank, initiative.Id
                          select new { initiative.Id, conclusion.Rank }).ToListAsync(cancellationToken);
        return [.. rows.Select(row => (row.Id, row.Rank))];
    }
}
