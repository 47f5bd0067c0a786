using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data.Queries;

/// <summary>The one place that answers until when a unit may send: cut-off and extensions together.</summary>
public static class IntakeQueries
{
    /// <summary>Extensions of these cycles, as everybody may know them; asks nothing when none of them can be sent to.</summary>
    public static async Task<IReadOnlyList<ExtensionNotice>> ExtensionsAsync(this ScopedDb doors, IEnumerable<Cycle> cycles, CancellationToken cancellationToken)
    {
        var ids = cycles.Where(cycle => cycle.Phase == CyclePhase.Open).Select(cycle => cycle.Id).ToList();
        if (ids.Count == 0) return [];
        return await doors.ExtensionNotices.Where(row => ids.Contains(row.CycleId)).OrderBy(row => row.Id).ToListAsync(cancellationToken);
    }

    /// <summary>The windows of a person's unit in cycles that were read already.</summary>
    public static async Task<IReadOnlyList<IntakeWindow>> WindowsAsync(this AppDb db, IReadOnlyList<Cycle> cycles, Actor actor, CancellationToken cancellationToken)
    {
        var extensions = await db.For(actor).ExtensionsAsync(cycles, cancellationToken);
        return [.. cycles.Select(cycle => IntakeWindow.Of(cycle, extensions, actor.UnitId))];
    }

    /// <summary>The windows of a unit in every launched cycle, the one that closes last at the end.</summary>
    public static async Task<IReadOnlyList<IntakeWindow>> WindowsAsync(this AppDb db, Actor actor, int? unitId, CancellationToken cancellationToken)
    {
        var cycles = await db.Cycles.AsNoTracking().Where(cycle => cycle.LaunchedAt != null).OrderBy(cycle => cycle.ClosesAt).ToListAsync(cancellationToken);
        var extensions = await db.For(actor).ExtensionsAsync(cycles, cancellationToken);
        return cycles.ConvertAll(cycle => IntakeWindow.Of(cycle, extensions, unitId));
    }

    /// <summary>The window that takes what arrives at an instant; else the last one, which says since when it is closed.</summary>
    public static IntakeWindow? At(this IReadOnlyList<IntakeWindow> windows, DateTime at) =>
        windows.FirstOrDefault(window => window.Accepts(at)) ?? windows.LastOrDefault();
}
