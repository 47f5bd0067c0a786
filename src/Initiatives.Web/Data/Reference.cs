using System.Collections.Frozen;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data;

/// <summary>Rows that every page names and hardly anything changes. They are shared: nobody changes them here.</summary>
/// <param name="Units">In Vietnamese alphabetical order.</param>
/// <param name="Fields">As the letter orders them.</param>
public sealed record Reference(IReadOnlyList<Unit> Units, IReadOnlyList<ReformField> Fields, IReadOnlyList<PerformanceIndex> Indices)
{
    private readonly FrozenDictionary<int, Unit> byId = Units.ToFrozenDictionary(unit => unit.Id);

    public Unit Unit(int id) => byId[id];

    /// <summary>Null: none is chosen, or there is no such code.</summary>
    public ReformField? Field(string? code) => Fields.FirstOrDefault(field => field.Code == code);

    /// <summary>The name of the part that names a code which is in no list; null when all are known.</summary>
    public string? UnknownPart(DraftContent content) =>
        content.FieldCode is { } code && Field(code) is null ? nameof(content.FieldCode)
        : content.Indices.All(index => Indices.Any(known => known.Code == index)) ? null
        : nameof(content.Indices);
}

/// <summary>
/// Keeps them for a minute: a save of this process forgets them at once, one of another node or of a verb is seen within
/// the minute.
/// </summary>
public sealed class ReferenceRows(TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private volatile Kept? kept;

    private sealed record Kept(Reference Rows, long At);

    public async ValueTask<Reference> ReadAsync(AppDb db, CancellationToken cancellationToken)
    {
        if (kept is { } known && clock.GetElapsedTime(known.At) < Longest) return known.Rows;
        var at = clock.GetTimestamp();
        var rows = new Reference(
            await db.Units.AsNoTracking().OrderBy(unit => unit.SortKey).ThenBy(unit => unit.Id).ToListAsync(cancellationToken),
            await db.Fields.AsNoTracking().OrderBy(field => field.Order).ToListAsync(cancellationToken),
            await db.Indices.AsNoTracking().OrderBy(index => index.Order).ToListAsync(cancellationToken));
        kept = new Kept(rows, at);
        return rows;
    }

    public void Forget() => kept = null;
}
