using Initiatives.Domain.Cycles;
using Initiatives.Domain.Recognition;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Decisions;

/// <summary>What may be recognised in addition in a published cycle, for <see cref="DraftSupplement"/>.</summary>
internal static class ReconsideredDossiers
{
    public static async Task<IReadOnlyList<Reconsidered>> OfAsync(AppDb db, ScopedDb doors, Cycle cycle, CancellationToken cancellationToken)
    {
        var filed = await doors.ReconsideredRemonstrances.AsNoTracking().IgnoreAutoIncludes().Where(item => item.CycleId == cycle.Id).OrderBy(item => item.Id).ToListAsync(cancellationToken);
        if (filed.Count == 0) return [];
        var ids = filed.ConvertAll(item => item.InitiativeId);
        var rubric = (await db.Rubrics.AsNoTracking().SingleAsync(item => item.Id == cycle.RubricId, cancellationToken)).Content;
        var statuses = await doors.ReceivedInitiatives.Where(item => ids.Contains(item.Id)).ToDictionaryAsync(item => item.Id, item => item.Status, cancellationToken);
        var means = await doors.ConclusionsToDecide.Where(item => ids.Contains(item.InitiativeId)).ToDictionaryAsync(item => item.InitiativeId, item => item.Mean, cancellationToken);
        var found = new List<Reconsidered>();
        foreach (var item in filed.Where(item => means.ContainsKey(item.InitiativeId)))
        {
            var again = await doors.ReconsideredAsync(cycle, rubric, item.InitiativeId, item.Round!.Value, cancellationToken);
            if (Reconsidered.From(item, statuses[item.InitiativeId], means[item.InitiativeId], again) is { } one && !found.Exists(other => other.InitiativeId == one.InitiativeId)) found.Add(one);
        }

        return found;
    }
}
