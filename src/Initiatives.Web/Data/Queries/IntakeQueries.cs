using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data.Queries;

/// <summary>The cycles that an actor may see, the one that closes last at the end, and the extensions of those that can be sent to. Not tracked.</summary>
internal sealed record IntakeCalendar(Actor Actor, IReadOnlyList<Cycle> Cycles, IReadOnlyList<ExtensionNotice> Extensions);

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
        var calendar = await db.CalendarAsync(actor, cancellationToken);
        return [.. calendar.Cycles.Where(cycle => cycle.LaunchedAt is not null).Select(cycle => IntakeWindow.Of(cycle, calendar.Extensions, unitId))];
    }

    /// <summary>Read once a request: its page and the strip above it ask the same.</summary>
    internal static async Task<IntakeCalendar> CalendarAsync(this AppDb db, Actor actor, CancellationToken cancellationToken)
    {
        if (db.Calendar is { } known && known.Actor == actor) return known;
        var cycles = await db.For(actor).Cycles.AsNoTracking().OrderBy(cycle => cycle.ClosesAt).ToListAsync(cancellationToken);
        return db.Calendar = new IntakeCalendar(actor, cycles, await db.For(actor).ExtensionsAsync(cycles, cancellationToken));
    }

    /// <summary>The window that takes what arrives at an instant; else the last one, which says since when it is closed.</summary>
    public static IntakeWindow? At(this IReadOnlyList<IntakeWindow> windows, DateTime at) =>
        windows.FirstOrDefault(window => window.Accepts(at)) ?? windows.LastOrDefault();
}
