using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Initiatives.Domain.Cycles;

namespace Initiatives.Web.Platform.Files.Inspection;

/// <summary>
/// DOCX, XLSX, PPTX: a whole zip, the right main part that reads to its end, and nothing that acts. Pictures, links and
/// the workbook behind a chart may be in it; macros, OLE objects, ActiveX, DDE and templates from elsewhere may not.
/// </summary>
internal static partial class OfficeInspector
{
    private const long MostOfPart = ZipInspector.MostOfEntry;
    private const long MostOfChartData = 16L << 20;

    private static readonly Dictionary<string, FileFormats> Mains = new(StringComparer.OrdinalIgnoreCase)
    {
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"] = FileFormats.Docx,
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"] = FileFormats.Xlsx,
        ["application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"] = FileFormats.Pptx,
    };

    private static readonly string[] MacroTypes = ["macroEnabled", "vbaProject", "vbaData", "macrosheet", "dialogsheet"];
    private static readonly string[] MacroKinds = ["vbaProject", "wordVbaData", "xlMacrosheet", "xlIntlMacrosheet"];
    private static readonly string[] EmbeddedKinds = ["oleObject", "control", "activeXControlBinary", "attachedToolbars", "aFChunk", "subDocument", "frame"];

    /// <summary>What the package is, or why it is not taken.</summary>
    public static (FileFormats Format, string? Flaw) Look(Stream content)
    {
        if (ZipInspector.FlawOfEnd(content) is { } broken) return (FileFormats.None, broken);
        content.Position = 0;
        using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        if (ZipInspector.FlawOf(zip) is { } flaw) return (FileFormats.None, flaw);
        var package = new OfficePackage(zip);
        if (!package.Read()) return (FileFormats.None, Flaws.Archive);
        if (IsMacro(package)) return (FileFormats.None, Flaws.Macro);
        if (package.Main is not { } main) return (FileFormats.None, Flaws.Damaged);
        var format = Mains.GetValueOrDefault(package.TypeOf(main));
        if (format == FileFormats.None) return (FileFormats.None, null);
        return (format, Acts(package, isNested: false) ?? ZipInspector.FlawOfContent(zip) ?? Reads(package, main));
    }

    /// <summary>By the types and by the names: a document that was only renamed still says what it is.</summary>
    private static bool IsMacro(OfficePackage package) =>
        package.Types.Any(type => MacroTypes.Any(mark => type.Contains(mark, StringComparison.OrdinalIgnoreCase)))
        || package.Names.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || name.Contains("/macrosheets/", StringComparison.OrdinalIgnoreCase));

    private static string? Acts(OfficePackage package, bool isNested)
    {
        if (package.Types.Any(type => type.Contains("activeX", StringComparison.OrdinalIgnoreCase) || type.Contains("oleObject", StringComparison.OrdinalIgnoreCase))
            && package.Names.Any(name => name.Contains("activeX", StringComparison.OrdinalIgnoreCase) || name.Contains("oleObject", StringComparison.OrdinalIgnoreCase))) return Flaws.Embedded;
        foreach (var relation in package.AllRelations)
        {
            if (MacroKinds.Contains(relation.Kind)) return Flaws.Macro;
            if (relation.IsExternal && (relation.Kind is "oleObject" or "frame" or "subDocument" || (relation.Kind == "attachedTemplate" && IsElsewhere(relation.Target)) || IsHandler(relation.Target))) return Flaws.Remote;
            if (EmbeddedKinds.Contains(relation.Kind)) return Flaws.Embedded;
            if (relation.Kind == "package" && (isNested || FlawOfChartData(package, relation.Target) is not null)) return Flaws.Embedded;
        }

        return package.Names.Any(name => name.StartsWith("xl/externalLinks/", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && HasElement(package, name, "ddeLink", "oleLink")) ? Flaws.Remote : null;
    }

    /// <summary>Behind a chart stands a small workbook: it is looked at as a document of its own, one level deep.</summary>
    private static string? FlawOfChartData(OfficePackage package, string target)
    {
        if (package.Find(target) is not { } name || package.LengthOf(name) > MostOfChartData) return Flaws.Embedded;
        using var copy = new MemoryStream();
        using (var part = package.OpenPart(name)) CopyAtMost(part, copy);
        if (!copy.GetBuffer().AsSpan(0, (int)copy.Length).StartsWith("PK\u0003\u0004"u8) || ZipInspector.FlawOfEnd(copy) is not null) return Flaws.Embedded;
        copy.Position = 0;
        using var zip = new ZipArchive(copy, ZipArchiveMode.Read);
        var inner = new OfficePackage(zip);
        if (ZipInspector.FlawOf(zip) is not null || !inner.Read() || IsMacro(inner) || inner.Main is not { } main || !Mains.ContainsKey(inner.TypeOf(main))) return Flaws.Embedded;
        return Acts(inner, isNested: true);
    }

    private static void CopyAtMost(Stream from, Stream to)
    {
        var buffer = new byte[64 << 10];
        int read;
        while (to.Length <= MostOfChartData && (read = from.Read(buffer)) > 0) to.Write(buffer, 0, read);
        to.Position = 0;
    }

    /// <summary>The main part is read to its end; what a field of it would ask another program for is looked at on the way.</summary>
    private static string? Reads(OfficePackage package, string main)
    {
        var fields = new StringBuilder();
        using var xml = package.Open(main, MostOfPart);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || fields.Length > 1 << 20) continue;
            if (xml.LocalName == "fldSimple") fields.Append(' ').Append(xml.GetAttribute("instr", xml.NamespaceURI)).Append(' ');
            else if (xml.LocalName == "fldChar") fields.Append(' ');
            else if (xml.LocalName == "instrText" && !xml.IsEmptyElement && xml.Read() && xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace) fields.Append(xml.Value);
        }

        return DdeField().IsMatch(fields.ToString()) ? Flaws.Remote : null;
    }

    private static bool HasElement(OfficePackage package, string name, params string[] elements)
    {
        using var xml = package.Open(name, MostOfPart);
        while (xml.Read())
            if (xml.NodeType == XmlNodeType.Element && elements.Contains(xml.LocalName)) return true;
        return false;
    }

    /// <summary>A template on another machine; one on the writer's own disk is only a path that leads nowhere here.</summary>
    private static bool IsElsewhere(string target) =>
        target.StartsWith(@"\\", StringComparison.Ordinal)
        || (Uri.TryCreate(target, UriKind.Absolute, out var address) && (!address.IsFile || (address.Host.Length > 0 && address.Host != "localhost")));

    /// <summary>Addresses that start a program when they are followed.</summary>
    private static bool IsHandler(string target) =>
        target.StartsWith("mhtml:", StringComparison.OrdinalIgnoreCase) || target.StartsWith("ms-", StringComparison.OrdinalIgnoreCase)
        || target.StartsWith("search-ms", StringComparison.OrdinalIgnoreCase) || target.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)
        || target.StartsWith("vbscript:", StringComparison.OrdinalIgnoreCase) || target.Contains("!x-usc:", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"(?:^|\s)DDE(?:AUTO)?\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DdeField();
}
