using Initiatives.Domain.Cycles;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data.Queries;

public static class UploadQueries
{
    /// <summary>The settings that bound what may be attached now: the open cycle's, else the latest launched one's, else the usual.</summary>
    public static async Task<CycleSettings> UploadSettingsAsync(this AppDb db, DateTime now, CancellationToken cancellationToken)
    {
        var cycles = await db.Cycles.AsNoTracking().Where(cycle => cycle.LaunchedAt != null).OrderByDescending(cycle => cycle.Year).Take(3).ToListAsync(cancellationToken);
        return (cycles.Find(cycle => cycle.PhaseAt(now) == CyclePhase.Open) ?? cycles.FirstOrDefault())?.Settings ?? new CycleSettings();
    }
}
