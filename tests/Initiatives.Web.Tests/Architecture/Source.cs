using System.Text.RegularExpressions;

namespace Initiatives.Web.Tests.Architecture;

/// <summary>A file of the repository, or one that a test plants.</summary>
/// <param name="Path">From the repository's top, with slashes.</param>
public sealed record Source(string Path, string Text)
{
    private static readonly string[] Kinds = [".cs", ".cshtml", ".razor", ".csproj"];

    /// <summary>The code without comment lines: what a comment names is not imported.</summary>
    public string Code { get; } = Regex.Replace(Text, @"^\s*//.*$", "", RegexOptions.Multiline);

    public bool IsView => Path.EndsWith(".cshtml", StringComparison.Ordinal) || Path.EndsWith(".razor", StringComparison.Ordinal);

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The folder right under <paramref name="root"/>; empty for a file in the root itself or elsewhere.</summary>
    public string FolderUnder(string root)
    {
        if (!Path.StartsWith(root, StringComparison.Ordinal)) return "";
        var rest = Path[root.Length..].Split('/');
        return rest.Length > 1 ? rest[0] : "";
    }

    /// <summary>Everything that people wrote under src and tests: no build output, no generated migrations.</summary>
    public static IReadOnlyList<Source> Tree { get; } = [.. new[] { "src", "tests" }
        .SelectMany(top => Directory.EnumerateFiles(Repository.Path(top), "*", SearchOption.AllDirectories))
        .Select(file => (File: file, Path: System.IO.Path.GetRelativePath(Repository.Path(), file).Replace('\\', '/')))
        .Where(item => Kinds.Contains(System.IO.Path.GetExtension(item.Path)) && !Regex.IsMatch(item.Path, "/(bin|obj|Migrations|node_modules|TestResults)/"))
        .OrderBy(item => item.Path, StringComparer.Ordinal)
        .Select(item => new Source(item.Path, File.ReadAllText(item.File)))];
}
