using System.Text.RegularExpressions;
using Initiatives.Web.Documents;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Initiatives.Web.Tests.Documents;

/// <summary>A PDF read back: what a reader's program finds in it.</summary>
public sealed class Pdf
{
    private const double Mm = 72 / 25.4;
    private static readonly Lazy<Fonts> Faces = new(() => new Fonts(Path.Combine(Root(), "src/Initiatives.Web/wwwroot/assets/fonts/doc")));

    private Pdf(byte[] bytes)
    {
        Bytes = bytes;
        using var document = PdfDocument.Open(bytes);
        Title = document.Information.Title ?? "";
        Author = document.Information.Author ?? "";
        Pages = [.. document.GetPages().Select(page => new PdfPage(page.Width / Mm, page.Height / Mm,
            [.. page.Letters.Select(letter => new Glyph(letter, page.Height))]))];
    }

    public byte[] Bytes { get; }

    public string Title { get; }

    public string Author { get; }

    public IReadOnlyList<PdfPage> Pages { get; }

    public string Text => string.Join('\n', Pages.Select(page => page.Text));

    public static Fonts Fonts => Faces.Value;

    public static Pdf Of(Action<Fonts, Stream> write)
    {
        using var stream = new MemoryStream();
        write(Fonts, stream);
        return new Pdf(stream.ToArray());
    }

    /// <summary>A PDF that came over the wire.</summary>
    public static Pdf Read(byte[] bytes) => new(bytes);

    public static Pdf Of(RecognitionDecisionModel model) => Of((fonts, stream) => RecognitionDecisionDocument.Write(model, fonts, stream));

    /// <summary>Asserts that the texts follow one another in the order in which the document draws them.</summary>
    public void Reads(params string[] texts)
    {
        var from = 0;
        var all = Regex.Replace(Text, @"\s+", " ");
        foreach (var text in texts)
        {
            var at = all.IndexOf(text, from, StringComparison.Ordinal);
            Assert.True(at >= 0, $"“{text}” does not follow in: {all[from..Math.Min(all.Length, from + 400)]}");
            from = at + text.Length;
        }
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Initiatives.sln"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("Initiatives.sln is above no folder of the tests.");
    }

    /// <summary>A letter; millimetres from the upper left corner of the page.</summary>
    public sealed record Glyph(string Value, double Left, double Right, double Baseline, double Size, string Font)
    {
        internal Glyph(Letter letter, double pageHeight)
            : this(letter.Value, letter.StartBaseLine.X / Mm, letter.EndBaseLine.X / Mm, (pageHeight - letter.StartBaseLine.Y) / Mm,
                Math.Round(letter.PointSize, 2), letter.FontName ?? "")
        {
        }

        public bool Bold => Font.Contains("Bold", StringComparison.Ordinal);

        public bool Italic => Font.Contains("Italic", StringComparison.Ordinal);
    }

    /// <summary>A page; millimetres.</summary>
    public sealed record PdfPage(double Width, double Height, IReadOnlyList<Glyph> Glyphs)
    {
        public string Text { get; } = string.Concat(Glyphs.Select(glyph => glyph.Value));

        /// <summary>What stands in the top margin.</summary>
        public string TopMargin => string.Concat(Glyphs.Where(glyph => glyph.Baseline < 19).Select(glyph => glyph.Value)).Trim();

        /// <summary>The letters of the first place where <paramref name="text"/> stands.</summary>
        public IReadOnlyList<Glyph> Find(string text)
        {
            var at = Text.IndexOf(text, StringComparison.Ordinal);
            Assert.True(at >= 0, $"“{text}” is not in: {Text}");
            return [.. Glyphs.Skip(Text[..at].Length).Take(text.Length)];
        }
    }
}
