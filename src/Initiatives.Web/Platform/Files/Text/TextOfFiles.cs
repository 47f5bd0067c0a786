using System.IO.Compression;
using System.Text;
using System.Xml;
using Initiatives.Domain.Text;
using Initiatives.Web.Data.Rows;
using Initiatives.Web.Platform.Files.Inspection;
using UglyToad.PdfPig;

namespace Initiatives.Web.Platform.Files.Text;

/// <summary>
/// Takes the words out of PDF, DOCX, PPTX and XLSX. Reads what was checked when it came in, and is bounded all the same:
/// in time by the stream it is given, in what is kept by <see cref="FileText.Longest"/>.
/// </summary>
public static class TextOfFiles
{
    private const int MostPages = 500;
    private const long MostOfPart = 64L << 20;

    /// <summary>True for the types that hold words.</summary>
    public static bool HasText(string contentType) => contentType == "application/pdf" || contentType.StartsWith("application/vnd.openxmlformats-", StringComparison.Ordinal);

    /// <summary>The words, a paragraph or row a line, in composed Unicode; empty: there are none.</summary>
    /// <exception cref="Exception">Whatever the parser throws at a file that it cannot read.</exception>
    public static string Read(Stream content, string contentType)
    {
        var text = new StringBuilder();
        if (contentType == "application/pdf") Pdf(content, text);
        else Office(content, contentType, text);
        return VietnameseText.Normalize(text.Length > FileText.Longest ? text.ToString(0, FileText.Longest) : text.ToString());
    }

    private static void Pdf(Stream content, StringBuilder text)
    {
        using var document = PdfDocument.Open(content, PdfInspector.Options());
        for (var number = 1; number <= Math.Min(document.NumberOfPages, MostPages) && text.Length < FileText.Longest; number++)
        {
            foreach (var word in document.GetPage(number).GetWords()) text.Append(word.Text).Append(' ');
            text.Append('\n');
        }
    }

    private static void Office(Stream content, string contentType, StringBuilder text)
    {
        using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        var package = new OfficePackage(zip);
        if (!package.Read()) return;
        foreach (var name in Parts(package, contentType)) Part(package, name, text);
    }

    /// <summary>The parts that hold what people wrote, in their order.</summary>
    private static IEnumerable<string> Parts(OfficePackage package, string contentType)
    {
        if (contentType.EndsWith("wordprocessingml.document", StringComparison.Ordinal))
            return new[] { package.Main }.OfType<string>().Concat(package.Names.Where(name => name.StartsWith("word/", StringComparison.OrdinalIgnoreCase) && Path.GetFileName(name) is "footnotes.xml" or "endnotes.xml"));
        var folders = contentType.EndsWith("presentation", StringComparison.Ordinal) ? new[] { "ppt/slides/", "ppt/notesSlides/" } : ["xl/sharedStrings", "xl/worksheets/"];
        return folders.SelectMany(folder => package.Names
            .Where(name => name.StartsWith(folder, StringComparison.OrdinalIgnoreCase) && name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
            .OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal));
    }

    /// <summary>Texts stand in elements called t; what ends a paragraph, a cell or a row ends a line.</summary>
    private static void Part(OfficePackage package, string name, StringBuilder text)
    {
        using var xml = package.Open(name, MostOfPart);
        var isText = false;
        while (text.Length < FileText.Longest && xml.Read())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when xml.LocalName == "t":
                    isText = !xml.IsEmptyElement;
                    break;
                case XmlNodeType.Element when xml.LocalName is "tab" or "br":
                    text.Append(' ');
                    break;
                case XmlNodeType.EndElement when xml.LocalName == "t":
                    isText = false;
                    break;
                case XmlNodeType.EndElement when xml.LocalName is "p" or "si" or "row":
                    text.Append('\n');
                    break;
                case XmlNodeType.EndElement when xml.LocalName is "c":
                    text.Append(' ');
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when isText:
                    text.Append(xml.Value);
                    break;
            }
        }
    }
}
