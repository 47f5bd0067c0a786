using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Tokens;

namespace Initiatives.Web.Platform.Files.Inspection;

/// <summary>
/// PDF (ISO 32000): begins and ends as one, says nothing of scripts, programs, passwords or files within
/// (<see cref="PdfNames"/>), and every page can be reached and its drawing unpacked.
/// </summary>
internal static class PdfInspector
{
    private const int MostPages = 5000;

    /// <summary>May stand before and after: blanks, the mark of UTF-8, the end mark of DOS.</summary>
    private static readonly System.Buffers.SearchValues<byte> Blank = System.Buffers.SearchValues.Create(0, 9, 10, 12, 13, 26, 32, 0xEF, 0xBB, 0xBF);

    public static string? Find(Stream content)
    {
        var head = content.ReadAt(0, Signatures.Head);
        var start = head.AsSpan().IndexOf("%PDF-"u8);
        if (start < 0 || head.AsSpan(0, start).ContainsAnyExcept(Blank)) return Flaws.Spliced;
        var tail = content.Tail(4096);
        var end = tail.AsSpan().LastIndexOf("%%EOF"u8);
        if (end < 0 || tail.AsSpan(0, end).LastIndexOf("startxref"u8) < 0) return Flaws.Damaged;
        if (tail.AsSpan(end + 5).ContainsAnyExcept(Blank)) return Flaws.Spliced;
        return PdfNames.Find(content) ?? Pages(content);
    }

    private static string? Pages(Stream content)
    {
        content.Position = 0;
        try
        {
            using var document = PdfDocument.Open(content, Options());
            if (document.IsEncrypted) return Flaws.Encrypted;
            if (document.NumberOfPages < 1) return Flaws.Damaged;
            document.AddPageFactory(new PageCheck(document));
            for (var number = 1; number <= Math.Min(document.NumberOfPages, MostPages); number++)
                if (!document.GetPage<PageFacts>(number).IsReadable) return Flaws.Damaged;
            return null;
        }
        catch (UglyToad.PdfPig.Exceptions.PdfDocumentEncryptedException)
        {
            return Flaws.Encrypted;
        }
    }

    /// <summary>How PDFs of strangers are opened, here and where their text is taken out.</summary>
    public static ParsingOptions Options() => new() { UseLenientParsing = true, SkipMissingFonts = true, MaxStackDepth = 128, FilterProvider = new BoundedFilters() };

    private sealed record PageFacts(bool IsReadable);

    /// <summary>Unpacks what a page draws; its fonts and pictures stay packed.</summary>
    private sealed class PageCheck(PdfDocument document) : IPageFactory<PageFacts>
    {
        public PageFacts Create(int number, DictionaryToken dictionary, PageTreeMembers pageTreeMembers, NamedDestinations namedDestinations)
        {
            var scanner = document.Structure.TokenScanner;
            if (dictionary.TryGet(NameToken.Contents, scanner, out StreamToken? single)) return new PageFacts(IsReadable(single));
            if (!dictionary.TryGet(NameToken.Contents, scanner, out ArrayToken? several)) return new PageFacts(true);   // an empty page
            return new PageFacts(several.Data.OfType<IndirectReferenceToken>().All(part => scanner.Get(part.Data)?.Data is StreamToken stream && IsReadable(stream)));
        }

        private bool IsReadable(StreamToken stream)
        {
            _ = stream.Decode(document.Structure.FilterProvider, document.Structure.TokenScanner);
            return true;
        }
    }
}
