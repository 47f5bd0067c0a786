namespace Initiatives.Web.Documents;

/// <summary>A column beside others.</summary>
/// <param name="WidthMm">Width in millimetres.</param>
/// <param name="Blocks">Content from top to bottom.</param>
public sealed record Column(float WidthMm, params IReadOnlyList<Block> Blocks);

/// <summary>Columns side by side, never cut by the end of a page; read column by column.</summary>
/// <param name="Parts">The columns from left to right.</param>
public sealed record Columns(params IReadOnlyList<Column> Parts) : Block
{
    /// <summary>Space above in points.</summary>
    public float Before { get; init; }

    /// <summary>Space below in points.</summary>
    public float After { get; init; }

    /// <inheritdoc />
    public override IReadOnlyList<Slab> Lay(Ink ink, Room room)
    {
        var stacks = Parts
            .Select(part => new Stack(part.Blocks, ink, room with { Width = part.WidthMm * Ink.Mm }))
            .ToList();
        return
        [
            new Slab(stacks.Max(stack => stack.Height), (x, y) =>
            {
                for (var i = 0; i < stacks.Count; i++)
                {
                    stacks[i].Draw(x, y);
                    x += Parts[i].WidthMm * Ink.Mm;
                }
            })
            { Before = Before, After = After, KeepWithNext = KeepWithNext },
        ];
    }
}
