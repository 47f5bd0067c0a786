using SkiaSharp;

namespace Initiatives.Web.Documents;

/// <summary>Paper and margins in millimetres; the defaults are NĐ 30/2020, Phụ lục I, mục I.1–2 (20/20/30/15, A4).</summary>
public sealed record PageFormat
{
    /// <summary>A4 across the long side.</summary>
    public bool Landscape { get; init; }

    /// <summary>Top margin, 20 to 25 mm.</summary>
    public float Top { get; init; } = 20;

    /// <summary>Bottom margin, 20 to 25 mm.</summary>
    public float Bottom { get; init; } = 20;

    /// <summary>Left margin, 30 to 35 mm.</summary>
    public float Left { get; init; } = 30;

    /// <summary>Right margin, 15 to 20 mm.</summary>
    public float Right { get; init; } = 15;

    /// <summary>Prints the page's number from the second page of the section on.</summary>
    public bool Numbered { get; init; } = true;

    /// <summary>Drawn below the text of every page: a frame.</summary>
    public Action<Ink, SKSize>? Background { get; init; }

    internal SKSize Paper => Landscape ? new SKSize(297 * Ink.Mm, 210 * Ink.Mm) : new SKSize(210 * Ink.Mm, 297 * Ink.Mm);

    internal Room Body => new(Paper.Width - (Left + Right) * Ink.Mm, Paper.Height - (Top + Bottom) * Ink.Mm);
}

/// <summary>What a PDF says about itself.</summary>
/// <param name="Title">Title in the reader's window.</param>
/// <param name="Author">The issuing body.</param>
/// <param name="Watermark">Pale text across every page; null for none.</param>
public sealed record SheetInfo(string Title, string Author, string? Watermark = null)
{
    /// <summary>The mark of demonstration data.</summary>
    public const string Demo = "DỮ LIỆU MINH HỌA";

    /// <summary>Title, author and, for demonstration data, the mark.</summary>
    public static SheetInfo For(string title, string author, bool isDemo) => new(title, author, isDemo ? Demo : null);
}

/// <summary>
/// A document on A4: sections of blocks flow into pages, and each section counts its pages from 1. The same blocks give
/// the same bytes: there is no clock here.
/// </summary>
public sealed class Sheet(Fonts fonts, SheetInfo info)
{
    private static readonly SKColor Pale = new(0xF8, 0xDE, 0xDA);

    private readonly List<(PageFormat Format, List<Block> Blocks)> sections = [];

    /// <summary>Starts a section on a new page, whose numbers begin again.</summary>
    public Sheet Section(PageFormat? format = null)
    {
        sections.Add((format ?? new PageFormat(), []));
        return this;
    }

    /// <summary>Adds blocks to the current section.</summary>
    public Sheet Add(params IEnumerable<Block> blocks)
    {
        if (sections.Count == 0) Section();
        sections[^1].Blocks.AddRange(blocks);
        return this;
    }

    /// <summary>
    /// Fills one page: <paramref name="upper"/> at the top, <paramref name="lower"/> at the foot, the room that is left
    /// shared out over the springs in <paramref name="upper"/> and its end. Where both do not fit,
    /// <paramref name="upper"/> is asked again with a smaller scale, from 1.2 down to 0.6.
    /// </summary>
    public Sheet Spread(Func<float, IReadOnlyList<Block>> upper, Func<float, IReadOnlyList<Block>> lower)
    {
        using var ink = new Ink(fonts);
        var room = sections[^1].Format.Body;
        for (var scale = 1.2f; ; scale -= 0.05f)
        {
            var (above, below) = (upper(scale), lower(scale));
            var free = room.Height - new Stack(above, ink, room).Height - new Stack(below, ink, room).Height;
            if (free < 12 && scale > 0.6f) continue;
            var share = Math.Max(0, free - 1) / (above.Count(block => block is Spring) + 1);
            return Add(above.Append(new Spring()).Select(block => block is Spring ? new Gap(share) : block)).Add(below);
        }
    }

    /// <summary>Lays the document out and writes the PDF; <paramref name="stream"/> stays open.</summary>
    public void Write(Stream stream)
    {
        using var ink = new Ink(fonts);
        using var buffer = new MemoryStream();
        var metadata = new SKDocumentPdfMetadata
        {
            Title = info.Title,
            Author = info.Author,
            Subject = info.Watermark ?? "",
            Creator = "Sáng Kiến",
            Producer = "Sáng Kiến",
            PdfA = true,
            RasterDpi = 300,
            EncodingQuality = 100,
        };
        using (var document = SKDocument.CreatePdf(buffer, metadata))
        {
            foreach (var (format, blocks) in sections) WriteSection(document, ink, format, blocks);
            document.Close();
        }

        PdfFinish.Write(buffer.ToArray(), stream);
    }

    private void WriteSection(SKDocument document, Ink ink, PageFormat format, List<Block> blocks)
    {
        var slabs = Flow.Lay(blocks, ink, format.Body);
        var pages = Flow.Paginate(slabs, format.Body.Height);
        for (var number = 1; number <= pages.Count; number++)
        {
            ink.Canvas = document.BeginPage(format.Paper.Width, format.Paper.Height);
            format.Background?.Invoke(ink, format.Paper);
            if (info.Watermark is { } mark) ink.Watermark(mark, format.Paper, Pale);
            if (number > 1 && format.Numbered) DrawNumber(ink, format, number);
            foreach (var (slab, y) in pages[number - 1])
                slab.Draw(format.Left * Ink.Mm, format.Top * Ink.Mm + y);
            if (info.Watermark is { } words) DrawFoot(ink, format, words);
            document.EndPage();
            ink.Canvas = null;
        }
    }

    /// <summary>The watermark once more, small and as text, in the bottom margin.</summary>
    private static void DrawFoot(Ink ink, PageFormat format, string words)
    {
        const float size = 9;
        var baseline = format.Paper.Height - (format.Bottom < 20 ? 5 : 10) * Ink.Mm;
        ink.Text(words, (format.Paper.Width - ink.Width(words, Face.Bold, size)) / 2, baseline, Face.Bold, size, new SKColor(0x8C, 0x2F, 0x2A));
    }

    /// <summary>Phụ lục I, mục I.7: Arabic, size 13–14, upright, centred in the top margin, not on the first page.</summary>
    private static void DrawNumber(Ink ink, PageFormat format, int number)
    {
        const float size = 14;
        var text = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var center = format.Left * Ink.Mm + format.Body.Width / 2;
        ink.Text(text, center - ink.Width(text, Face.Regular, size) / 2, 14 * Ink.Mm, Face.Regular, size, Ink.Black);
    }
}
