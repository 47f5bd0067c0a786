using Initiatives.Domain.Councils;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data.Queries;

/// <summary>Somebody who must not come near a dossier, and why.</summary>
public sealed record Recusal(int PersonId, ConflictKind Kind);

/// <summary>The one place that says who is in conflict with which dossier: for the meeting, and for scoring anew.</summary>
public static class RecusalQueries
{
    /// <summary>Standing conflicts by dossier, of the dossiers that the actor reads for the council; a person once, by the first that was recorded.</summary>
    public static async Task<ILookup<int, Recusal>> RecusalsAsync(this ScopedDb doors, int cycleId, CancellationToken cancellationToken) =>
        (await doors.Conflicts.Where(item => item.CycleId == cycleId && item.LiftedAt == null).OrderBy(item => item.Id)
            .Select(item => new { item.InitiativeId, item.PersonId, item.Kind }).ToListAsync(cancellationToken))
        .DistinctBy(item => (item.InitiativeId, item.PersonId))
        .ToLookup(item => item.InitiativeId, item => new Recusal(item.PersonId, item.Kind));
}
