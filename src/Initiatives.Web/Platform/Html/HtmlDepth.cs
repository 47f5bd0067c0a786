using System.Text.RegularExpressions;

namespace Initiatives.Web.Platform.Html;

/// <summary>How deep HTML nests, told from its tags alone in one pass: asked before a parser is let at it.</summary>
internal static partial class HtmlDepth
{
    /// <summary>These hold nothing, or are closed by the next of their kind: they do not nest by themselves.</summary>
    private static readonly HashSet<string> Flat = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "caption", "option", "optgroup",
    };

    public static int Of(string html)
    {
        var (depth, deepest) = (0, 0);
        foreach (var tag in Tag().EnumerateMatches(html))
        {
            var text = html.AsSpan(tag.Index, tag.Length);
            var isEnd = text[1] == '/';
            var name = text[(isEnd ? 2 : 1)..];
            if (Flat.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name)) continue;
            depth = isEnd ? Math.Max(0, depth - 1) : depth + 1;
            deepest = Math.Max(deepest, depth);
        }

        return deepest;
    }

    /// <summary>The words alone; where a tag stood a line ends.</summary>
    public static string TextOf(string html) => System.Net.WebUtility.HtmlDecode(AnyTag().Replace(html, "\n")).Replace('<', ' ');

    [GeneratedRegex("</?[a-zA-Z][a-zA-Z0-9:]*", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex AnyTag();
}
