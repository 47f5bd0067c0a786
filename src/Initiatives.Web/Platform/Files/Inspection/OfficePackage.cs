using System.IO.Compression;
using System.Xml;

namespace Initiatives.Web.Platform.Files.Inspection;

/// <summary>How one part of an Office document points to another, or out of it.</summary>
internal sealed record Relation(string Type, string Target, bool IsExternal)
{
    /// <summary>The last word of the type, alike in the transitional and the strict form of the standard.</summary>
    public string Kind => Type[(Type.LastIndexOf('/') + 1)..];
}

/// <summary>
/// An Office document (ISO/IEC 29500) as its package says: which part is of which type, and who points where. XML is read
/// in a stream, without document types and without anything from outside.
/// </summary>
internal sealed class OfficePackage(ZipArchive zip)
{
    private const long MostOfList = 16L << 20;

    private readonly Dictionary<string, ZipArchiveEntry> parts = zip.Entries.ToDictionary(entry => entry.FullName, StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> byExtension = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> byName = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyCollection<string> Names => parts.Keys;

    /// <summary>Every type that the package names.</summary>
    public IEnumerable<string> Types => byExtension.Values.Concat(byName.Values);

    /// <summary>Reads the list of types; false: it has none, so it is a zip and no document.</summary>
    public bool Read()
    {
        if (!parts.ContainsKey("[Content_Types].xml")) return false;
        using var xml = Open("[Content_Types].xml", MostOfList);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            var type = xml.GetAttribute("ContentType") ?? "";
            if (xml.LocalName == "Default") byExtension[xml.GetAttribute("Extension") ?? ""] = type;
            if (xml.LocalName == "Override") byName[(xml.GetAttribute("PartName") ?? "").TrimStart('/')] = type;
        }

        return true;
    }

    public string TypeOf(string name) => byName.GetValueOrDefault(name) ?? byExtension.GetValueOrDefault(Path.GetExtension(name).TrimStart('.')) ?? "";

    /// <summary>The part that the package names as its document; null: none, or it is not there.</summary>
    public string? Main => parts.ContainsKey("_rels/.rels")
        ? Relations("_rels/.rels").Where(item => item.Kind == "officeDocument" && !item.IsExternal).Select(item => Find(item.Target)).FirstOrDefault()
        : null;

    /// <summary>Every relation of every part.</summary>
    public IEnumerable<Relation> AllRelations => parts.Keys.Where(name => name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)).SelectMany(Relations);

    /// <summary>The part of that path, however it is written; null: there is none.</summary>
    public string? Find(string target)
    {
        var name = Uri.UnescapeDataString(target).TrimStart('/');
        while (name.StartsWith("../", StringComparison.Ordinal)) name = name[3..];
        return parts.TryGetValue(name, out var part) ? part.FullName : parts.Keys.FirstOrDefault(key => key.EndsWith('/' + name, StringComparison.OrdinalIgnoreCase));
    }

    public Stream OpenPart(string name) => parts[name].Open();

    public long LengthOf(string name) => parts[name].Length;

    /// <summary>A part as XML; whoever reads more than <paramref name="most"/> characters of it fails.</summary>
    public XmlReader Open(string name, long most) => XmlReader.Create(parts[name].Open(), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = most,
        MaxCharactersFromEntities = 1024,
        CloseInput = true,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    });

    private List<Relation> Relations(string name)
    {
        var relations = new List<Relation>();
        using var xml = Open(name, MostOfList);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "Relationship") continue;
            relations.Add(new Relation(xml.GetAttribute("Type") ?? "", xml.GetAttribute("Target") ?? "", xml.GetAttribute("TargetMode") == "External"));
        }

        return relations;
    }
}
