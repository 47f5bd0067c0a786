using SkiaSharp;

namespace Initiatives.Web.Documents;

/// <summary>How the lines of a paragraph stand.</summary>
public enum Align
{
    /// <summary>Flush on both sides, the last line on the left ("dàn đều cả hai lề").</summary>
    Justify,

    /// <summary>Flush left.</summary>
    Left,

    /// <summary>Centred.</summary>
    Center,

    /// <summary>Flush right.</summary>
    Right,
}

/// <summary>Text in one face.</summary>
/// <param name="Text">Any text; a no-break space holds words together, a line feed ends the line.</param>
/// <param name="Face">The face.</param>
/// <param name="Size">Size in points; null takes the paragraph's.</param>
public sealed record Run(string Text, Face Face = Face.Regular, float? Size = null);

/// <summary>
/// Lines of text. Of a paragraph that goes over the end of a page, two lines at least stay on either side.
/// </summary>
/// <param name="Runs">The text.</param>
public sealed record Paragraph(params IReadOnlyList<Run> Runs) : Block
{
    /// <summary>A paragraph in a single face.</summary>
    public Paragraph(string text, Face face = Face.Regular)
        : this([new Run(text, face)])
    {
    }

    /// <summary>Size in points; the body of a document is 13 to 14 (NĐ 30/2020, Phụ lục I, mục II.6).</summary>
    public float Size { get; init; } = 14;

    /// <summary>How the lines stand.</summary>
    public Align Align { get; init; } = Align.Justify;

    /// <summary>Indent of the first line in millimetres (10 or 12.7: Phụ lục I, mục II.6); negative hangs out.</summary>
    public float FirstLineMm { get; init; }

    /// <summary>Indent of all lines in millimetres.</summary>
    public float LeftMm { get; init; }

    /// <summary>Space above in points.</summary>
    public float Before { get; init; }

    /// <summary>Space below in points.</summary>
    public float After { get; init; }

    /// <summary>Line spacing, in lines: 1 is single, 1.5 the most that the decree allows.</summary>
    public float Spacing { get; init; } = 1.1f;

    /// <summary>Colour of the letters.</summary>
    public SKColor Color { get; init; } = Ink.Black;

    /// <summary>A rule below the last line, as a share of that line's length: 1, or a third to a half; 0 is none.</summary>
    public float RuleShare { get; init; }

    /// <inheritdoc />
    public override IReadOnlyList<Slab> Lay(Ink ink, Room room)
    {
        const float single = 1.149f;    // natural line of Times New Roman, in em
        const float ascent = 0.891f;
        var lines = LineBreaker.Break(this, ink, room.Width - LeftMm * Ink.Mm);
        var slabs = new List<Slab>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var size = Math.Max(line.Size, 1);
            var pitch = size * single * Spacing;
            var baseline = (pitch - size * single) / 2 + size * ascent;
            var rule = i == lines.Count - 1 && RuleShare > 0;
            slabs.Add(new Slab(pitch + (rule ? size * 0.3f : 0), (x, y) => DrawLine(ink, line, x, y + baseline, room.Width, rule))
            {
                Before = i == 0 ? Before : 0,
                After = i == lines.Count - 1 ? After : 0,
                KeepWithNext = i == lines.Count - 1 ? KeepWithNext : i == 0 || i == lines.Count - 2,
            });
        }

        return slabs;
    }

    private void DrawLine(Ink ink, TextLine line, float x, float baseline, float width, bool rule)
    {
        var left = LeftMm * Ink.Mm + line.Indent;
        var slack = width - left - line.Width;
        var stretch = Align == Align.Justify && line.MayStretch ? slack / (line.Words.Count - 1) : 0;
        x += left + Align switch { Align.Center => slack / 2, Align.Right => slack, _ => 0 };
        if (rule)
        {
            var length = line.Width * RuleShare;
            var from = x + (line.Width - length) / 2;
            var y = baseline + line.Size * 0.45f;    // clear of the dots below ạ, ệ, ộ
            ink.Line(from, y, from + length, y, 0.75f, Color);
        }

        foreach (var word in line.Words)
        {
            for (var i = 0; i < word.Pieces.Count; i++)
            {
                var piece = word.Pieces[i];
                var text = i == word.Pieces.Count - 1 && word.SpaceAfter ? piece.Text + " " : piece.Text;
                ink.Text(text, x, baseline, piece.Face, piece.Size, Color);
                x += piece.Width;
            }

            x += word.Space + stretch;
        }
    }
}
