using System.Text.RegularExpressions;

namespace Initiatives.Web.Tests.Architecture;

/// <summary>The rules of DESIGN § 3 and § 10 as functions: sources in, sentences about offenders out.</summary>
internal static class Rules
{
    private const string DomainRoot = "src/Initiatives.Domain/";
    private const string WebRoot = "src/Initiatives.Web/";
    private const string FeaturesRoot = WebRoot + "Features/";

    /// <summary>Folders of Domain by the step at which they stand; a folder imports its own step and those before.</summary>
    private static readonly string[][] Steps =
    [
        ["Text", "Time"], ["People"], ["Journal"], ["Cycles"], ["Submissions"], ["Novelty", "Councils"], ["Assigning", "Scoring"],
        ["Ranking"], ["Sessions"], ["Recognition"], ["Replication"], ["ParIndex"], ["Access"],
    ];

    /// <summary>What each part of Web may import of Web, itself apart. Components and Documents are leaves on Domain.</summary>
    private static readonly Dictionary<string, string[]> Layers = new()
    {
        ["Components"] = [],
        ["Documents"] = [],
        ["Data"] = [],
        ["Mails"] = ["Components"],
        ["Platform"] = ["Data", "Documents", "Components", "Mails"],
        ["Features"] = ["Data", "Documents", "Components", "Platform"],
        ["Seeding"] = ["Data", "Documents", "Components", "Platform", "Features"],
    };

    public static IEnumerable<string> DomainFoldersNeverImportBackwards(IReadOnlyList<Source> tree)
    {
        var all = Steps.SelectMany(step => step).ToArray();
        foreach (var file in tree.Where(file => file.Path.StartsWith(DomainRoot, StringComparison.Ordinal)))
        {
            var folder = file.FolderUnder(DomainRoot);
            var own = folder.Length == 0 ? -1 : Array.FindIndex(Steps, step => step.Contains(folder));
            if (folder.Length > 0 && own < 0) yield return $"{file.Path}: folder {folder} has no place in the order.";
            foreach (var other in all.Where(other => other != folder && Array.FindIndex(Steps, step => step.Contains(other)) is var step && (step > own || (step == own && step > 0))))
                if (Regex.IsMatch(file.Code, $@"Initiatives\.Domain\.{other}\b|(?<![\w.]){other}\.[A-Z]")) yield return $"{file.Path} imports {other}.";
        }
    }

    public static IEnumerable<string> NotOfTheSystem(IEnumerable<string> assemblies) =>
        assemblies.Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && name is not ("System" or "netstandard" or "mscorlib"));

    public static IEnumerable<string> DomainProjectIsEmpty(IReadOnlyList<Source> tree) => tree
        .Where(file => file.Path.StartsWith(DomainRoot, StringComparison.Ordinal) && file.Path.EndsWith(".csproj", StringComparison.Ordinal) && Regex.IsMatch(file.Text, "PackageReference|ProjectReference|FrameworkReference"))
        .Select(file => $"{file.Path} refers to something.");

    public static IEnumerable<string> DomainIsPure(IReadOnlyList<Source> tree) => tree
        .Where(file => file.Path.StartsWith(DomainRoot, StringComparison.Ordinal))
        .SelectMany(file => Regex.Matches(file.Code, @"\basync\b|\bTask\b|\bTimeProvider\b|\bDateTime\.(?:Utc)?Now\b|\bSystem\.IO\b|\bFile\.[A-Z]|\bHttp\w+").Select(match => $"{file.Path} knows {match.Value}."));

    public static IEnumerable<string> LayersOnlyLookDown(IReadOnlyList<Source> tree)
    {
        foreach (var file in tree)
        {
            var layer = file.FolderUnder(WebRoot);
            if (layer is "" or "Properties" or "wwwroot") continue;
            if (!Layers.TryGetValue(layer, out var allowed))
            {
                yield return $"{file.Path}: {layer} has no place in the table.";
                continue;
            }

            foreach (var other in Layers.Keys.Where(other => other != layer && !allowed.Contains(other)))
                if (Regex.IsMatch(file.Code, $@"Initiatives\.Web\.{other}\b|(?<![\w.]){other}\.[A-Z]\w*\.[A-Z]")) yield return $"{file.Path} imports {other}.";
        }
    }

    /// <summary>A slice of another feature is reached neither by its namespace nor by the short name that shares our root. The shell of every page, Shared, may ask Home.</summary>
    public static IEnumerable<string> FeaturesNeverImportEachOther(IReadOnlyList<Source> tree)
    {
        var features = tree.ToLookup(file => file.FolderUnder(FeaturesRoot));
        var names = features.Select(group => group.Key).Where(name => name.Length > 0).ToArray();
        foreach (var file in names.SelectMany(name => features[name]))
        {
            var own = file.FolderUnder(FeaturesRoot);
            foreach (var other in names.Where(other => other != own && !(own == "Shared" && other == "Home")))
            {
                var slices = string.Join('|', features[other].Select(slice => Regex.Escape(slice.Name)).Distinct());
                if (Regex.IsMatch(file.Code, $@"Initiatives\.Web\.Features\.{other}\b|(?<![\w.])(?:Features\.)?{other}\.(?:{slices})\b")) yield return $"{file.Path} imports {other}.";
            }
        }
    }

    public static IEnumerable<string> HandlersKnowNoMvc(IReadOnlyList<Source> tree) => tree
        .Where(file => file.Path.StartsWith(FeaturesRoot, StringComparison.Ordinal) && file.Path.EndsWith(".cs", StringComparison.Ordinal) && !file.Name.EndsWith("Controller", StringComparison.Ordinal))
        .Where(file => file.Code.Contains("Microsoft.AspNetCore.Mvc", StringComparison.Ordinal) || Regex.IsMatch(file.Code, @"\bIActionResult\b|\bModelState\b|\bHttpContext\b"))
        .Select(file => $"{file.Path} knows MVC.");

    /// <summary>A tag helper is what the framework calls it.</summary>
    public static IEnumerable<string> NamesSayWhatThingsDo(IReadOnlyList<Source> tree) => tree
        .Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal))
        .SelectMany(file => Regex.Matches(file.Code, @"\b(?:class|record|struct|interface|enum)\s+(\w*?(?:Service|Manager|(?<!Tag)Helper|Util)s?)\b").Select(match => $"{file.Path} names {match.Groups[1].Value}."));

    public static IEnumerable<string> OnlyCleanedHtmlIsPrintedRaw(IReadOnlyList<Source> tree)
    {
        foreach (var file in tree.Where(file => file.Path.StartsWith(WebRoot, StringComparison.Ordinal)))
        {
            foreach (var match in Regex.Matches(file.Code, @"Html\.Raw\(([^\n]*)").Cast<Match>())
                if (!Regex.IsMatch(match.Groups[1].Value, @"^[\w.!?]+\.Html\)")) yield return $"{file.Path} prints raw: {match.Groups[1].Value.Trim()}";
            foreach (var match in Regex.Matches(file.Code, @"\(MarkupString\)([^\n]*)").Cast<Match>())
                if (!Regex.IsMatch(match.Groups[1].Value, @"^(?:[\w.!?]+\.Html\)|(?:Icons|StatusChips)\.)")) yield return $"{file.Path} prints raw: {match.Groups[1].Value.Trim()}";
        }
    }

    public static IEnumerable<string> FilesStayShort(IReadOnlyList<Source> tree) => tree
        .Select(file => (file.Path, Lines: file.Text.TrimEnd().Split('\n').Length))
        .Where(file => file.Lines > 350)
        .Select(file => $"{file.Path} has {file.Lines} lines.");

    /// <summary>A mail is read where no style sheet of ours is.</summary>
    public static IEnumerable<string> ViewsHoldNoStyleAndNoScript(IReadOnlyList<Source> tree) => tree
        .Where(file => file.IsView && !file.Path.StartsWith(WebRoot + "Mails/", StringComparison.Ordinal))
        .SelectMany(file => Regex.Matches(file.Text, @"\sstyle\s*=\s*[""'@]|\son[a-z]+\s*=\s*[""']|<script(?![^>]*\ssrc=)|<style\b|javascript:").Select(match => $"{file.Path} holds {match.Value.Trim()}."));

    public static IEnumerable<string> NothingIsLeftForLater(IReadOnlyList<Source> tree) => tree
        .Where(file => !file.Path.Contains("/Architecture/", StringComparison.Ordinal))
        .SelectMany(file => Regex.Matches(file.Text, @"\bTODO\b|\bFIXME\b|\(\s*Skip\s*=|pragma warning disable").Select(match => $"{file.Path} holds {match.Value}."));
}
