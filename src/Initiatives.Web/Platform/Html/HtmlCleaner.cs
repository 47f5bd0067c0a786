using AngleSharp;
using AngleSharp.Html.Parser;
using Ganss.Xss;
using Initiatives.Domain.Text;

namespace Initiatives.Web.Platform.Html;

/// <summary>The one place where HTML from people becomes <see cref="SafeHtml"/>: structure stays, everything else goes.</summary>
public sealed class HtmlCleaner
{
    private readonly HtmlSanitizer sanitizer = new(new HtmlSanitizerOptions
    {
        AllowedTags = new HashSet<string>
        {
            "p", "br", "strong", "b", "em", "i", "u", "s", "h3", "h4", "ul", "ol", "li", "blockquote",
            "table", "thead", "tbody", "tr", "th", "td",
        },
        AllowedAttributes = new HashSet<string> { "colspan", "rowspan" },
        AllowedCssProperties = new HashSet<string>(),
        AllowedSchemes = new HashSet<string>(),
    });

    private readonly HtmlParser parser = new();

    /// <summary>Nobody writes a list in a list this often; parsing costs the square of the depth. What is deeper keeps its words only.</summary>
    private const int Deepest = 100;

    /// <summary>Elements whose content is no text to be read: they go whole, every other one leaves its text behind.</summary>
    private static readonly HashSet<string> Unread =
        ["script", "style", "noscript", "template", "iframe", "object", "embed", "textarea", "select", "title", "svg", "math", "xmp", "noembed", "noframes", "plaintext"];

    public HtmlCleaner()
    {
        sanitizer.KeepChildNodes = true;
        sanitizer.RemovingTag += (_, removing) =>
        {
            if (Unread.Contains(removing.Tag.LocalName)) removing.Tag.TextContent = "";
        };
    }

    /// <summary>Cleans HTML; plain text (what a browser without script sends) becomes paragraphs.</summary>
    public SafeHtml Clean(string? text)
    {
        var html = VietnameseText.Normalize(text);
        if (html.Length == 0) return SafeHtml.Empty;
        if (HtmlDepth.Of(html) > Deepest) html = HtmlDepth.TextOf(html);
        if (!html.Contains('<', StringComparison.Ordinal)) html = Paragraphs(html);
        if (OfficeHtml.IsForeign(html)) html = OfficeHtml.Straighten(html);
        return SafeHtml.FromCleaned(sanitizer.Sanitize(html).Trim());
    }

    /// <summary>The paragraphs, lists and tables of which cleaned HTML consists, each by itself.</summary>
    public IReadOnlyList<string> Blocks(SafeHtml html) => [.. parser.ParseDocument("<!doctype html><html><body>" + html.Html).Body!.ChildNodes
        .Select(node => node.ToHtml()).Where(block => !string.IsNullOrWhiteSpace(block))];

    private static string Paragraphs(string text) => string.Concat(text
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => $"<p>{System.Net.WebUtility.HtmlEncode(line)}</p>"));
}
