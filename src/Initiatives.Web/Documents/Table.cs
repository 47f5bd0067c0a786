using SkiaSharp;

namespace Initiatives.Web.Documents;

/// <summary>A cell: blocks over one or more columns.</summary>
/// <param name="Blocks">Content.</param>
public sealed record Cell(params IReadOnlyList<Block> Blocks)
{
    /// <summary>A cell with one paragraph.</summary>
    public Cell(string text, Face face = Face.Regular, Align align = Align.Left, float size = 12)
        : this([new Paragraph(text, face) { Align = align, Size = size, Spacing = 1 }])
    {
    }

    /// <summary>How many columns the cell covers.</summary>
    public int Span { get; init; } = 1;
}

/// <summary>
/// A table. Its head is drawn again on every page; a row is cut only when it is taller than a page.
/// </summary>
/// <param name="WidthsMm">Widths of the columns in millimetres.</param>
/// <param name="Head">The row that is repeated; empty for none.</param>
/// <param name="Rows">The rows.</param>
public sealed record Table(IReadOnlyList<float> WidthsMm, IReadOnlyList<Cell> Head, IReadOnlyList<IReadOnlyList<Cell>> Rows) : Block
{
    /// <summary>Thickness of the lines in points; 0 draws none.</summary>
    public float Border { get; init; } = 0.5f;

    /// <summary>Space between a line and the text beside it, in millimetres.</summary>
    public float PadMm { get; init; } = 1.4f;

    /// <summary>Space between a line and the text below it, in points.</summary>
    public float PadPt { get; init; } = 3;

    /// <summary>All rows stay on one page: a small table whose last row is its sum.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Space above in points.</summary>
    public float Before { get; init; }

    /// <summary>Space below in points.</summary>
    public float After { get; init; } = 6;

    /// <inheritdoc />
    public override IReadOnlyList<Slab> Lay(Ink ink, Room room)
    {
        var head = Head.Count == 0 ? null : Row(ink, Stacks(Head, ink, room), centred: true) with { KeepWithNext = true };
        var limit = room.Height - (head?.Height ?? 0) - 2 * PadPt;
        var slabs = new List<Slab>();
        foreach (var row in Rows)
        {
            var rest = Stacks(row, ink, room);
            while (rest.Any(cell => cell.Content.Height > limit))
            {
                var cuts = rest.Select(cell => (cell.Left, cell.Width, Parts: cell.Content.Split(limit))).ToList();
                slabs.Add(Row(ink, [.. cuts.Select(cut => (cut.Left, cut.Width, cut.Parts.Upper))]) with { Head = head });
                rest = [.. cuts.Select(cut => (cut.Left, cut.Width, cut.Parts.Lower))];
            }

            slabs.Add(Row(ink, rest) with { Head = head });
        }

        if (head is not null) slabs.Insert(0, head);
        if (slabs.Count == 0) return slabs;
        if (IsWhole) slabs = slabs.ConvertAll(slab => slab with { KeepWithNext = true });
        slabs[0] = slabs[0] with { Before = Before };
        slabs[^1] = slabs[^1] with { After = After, KeepWithNext = KeepWithNext };
        return slabs;
    }

    private List<(float Left, float Width, Stack Content)> Stacks(IReadOnlyList<Cell> cells, Ink ink, Room room)
    {
        var stacks = new List<(float, float, Stack)>();
        var column = 0;
        var left = 0f;
        foreach (var cell in cells)
        {
            var width = WidthsMm.Skip(column).Take(cell.Span).Sum() * Ink.Mm;
            var inner = width - 2 * PadMm * Ink.Mm;
            stacks.Add((left, width, new Stack(cell.Blocks, ink, room with { Width = inner })));
            left += width;
            column += cell.Span;
        }

        return stacks;
    }

    private Slab Row(Ink ink, IReadOnlyList<(float Left, float Width, Stack Content)> cells, bool centred = false)
    {
        var height = cells.Max(cell => cell.Content.Height) + 2 * PadPt;
        return new Slab(height, (x, y) =>
        {
            foreach (var (left, width, content) in cells)
            {
                if (Border > 0) ink.Frame(SKRect.Create(x + left, y, width, height), Border, Ink.Black);
                content.Draw(x + left + PadMm * Ink.Mm, y + (centred ? (height - content.Height) / 2 : PadPt));
            }
        });
    }
}
