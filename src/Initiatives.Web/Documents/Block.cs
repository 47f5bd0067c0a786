namespace Initiatives.Web.Documents;

/// <summary>The room that a block is laid in, in points.</summary>
/// <param name="Width">Width of the text body or of the column.</param>
/// <param name="Height">Height of an empty page's text body: nothing taller than this stays in one piece.</param>
public readonly record struct Room(float Width, float Height);

/// <summary>
/// What cannot be cut by the end of a page: one line of a paragraph, one row of a table, one picture.
/// </summary>
/// <param name="Height">Height in points, without the space around.</param>
/// <param name="Draw">Draws with the upper left corner at (x, y).</param>
public sealed record Slab(float Height, Action<float, float> Draw)
{
    /// <summary>Space above in points; dropped at the top of a page.</summary>
    public float Before { get; init; }

    /// <summary>Space below in points; dropped at the foot of a page.</summary>
    public float After { get; init; }

    /// <summary>Never the last on a page when something follows.</summary>
    public bool KeepWithNext { get; init; }

    /// <summary>Drawn again above this slab when a new page begins with it: the head of a table.</summary>
    public Slab? Head { get; init; }
}

/// <summary>A piece of a document that lays itself out in a given width.</summary>
public abstract record Block
{
    /// <summary>The last line stays on the page of the next block.</summary>
    public bool KeepWithNext { get; init; }

    /// <summary>The first line stays on the page of the block before: a signature never stands alone.</summary>
    public bool KeepWithPrevious { get; init; }

    /// <summary>Cuts the block into slabs, in reading order.</summary>
    public abstract IReadOnlyList<Slab> Lay(Ink ink, Room room);
}

/// <summary>White space.</summary>
/// <param name="Height">Height in points.</param>
public sealed record Gap(float Height) : Block
{
    /// <inheritdoc />
    public override IReadOnlyList<Slab> Lay(Ink ink, Room room) =>
        [new Slab(0, (_, _) => { }) { After = Height, KeepWithNext = KeepWithNext }];
}

/// <summary>White space that takes its part of the room left on a page filled by <see cref="Sheet.Spread"/>.</summary>
public sealed record Spring : Block
{
    /// <inheritdoc />
    public override IReadOnlyList<Slab> Lay(Ink ink, Room room) => [];
}

/// <summary>Slabs one under the other: the content of a cell or of a column.</summary>
internal sealed class Stack
{
    private readonly IReadOnlyList<Slab> slabs;

    internal Stack(IReadOnlyList<Slab> slabs)
    {
        this.slabs = slabs;
        Height = slabs.Sum(slab => slab.Before + slab.Height + slab.After);
    }

    internal Stack(IEnumerable<Block> blocks, Ink ink, Room room)
        : this([.. blocks.SelectMany(block => block.Lay(ink, room))])
    {
    }

    internal float Height { get; }

    internal void Draw(float x, float y)
    {
        foreach (var slab in slabs)
        {
            slab.Draw(x, y + slab.Before);
            y += slab.Before + slab.Height + slab.After;
        }
    }

    /// <summary>Cuts off what fits in <paramref name="height"/>, at least one slab.</summary>
    internal (Stack Upper, Stack Lower) Split(float height)
    {
        var count = 0;
        var used = 0f;
        while (count < slabs.Count)
        {
            used += slabs[count].Before + slabs[count].Height + slabs[count].After;
            if (count > 0 && used > height) break;
            count++;
        }

        return (new Stack([.. slabs.Take(count)]), new Stack([.. slabs.Skip(count)]));
    }
}
