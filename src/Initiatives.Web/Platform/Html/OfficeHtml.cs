using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Initiatives.Web.Platform.Html;

/// <summary>
/// HTML as Word, LibreOffice and Google Docs put it on the clipboard, made into plain structure: their lists, headings and
/// emphasis as elements. What comes out still goes through the cleaner.
/// </summary>
internal static partial class OfficeHtml
{
    private static readonly HtmlParser Parser = new();

    /// <summary>True for HTML that says things by styles, classes and other vocabularies; what our own editor writes does not.</summary>
    public static bool IsForeign(string html) => Foreign().IsMatch(html);

    public static string Straighten(string html)
    {
        var body = Parser.ParseDocument("<!doctype html><html><body>" + html).Body!;
        foreach (var comment in body.Descendants<IComment>().ToList()) comment.Remove();
        foreach (var unread in body.QuerySelectorAll("style, script, xml, meta, link, title").ToList()) unread.Remove();
        MakeLists(body);
        foreach (var marker in body.QuerySelectorAll("[style]").Where(element => Style(element, "mso-list").Equals("ignore", StringComparison.OrdinalIgnoreCase)).ToList()) marker.Remove();
        foreach (var element in body.QuerySelectorAll("b, strong, i, em, span").ToList()) Emphasise(element);
        foreach (var element in body.QuerySelectorAll("h1, h2, p.MsoTitle, p.MsoSubtitle").ToList()) Rename(element, "h3");
        foreach (var element in body.QuerySelectorAll("h5, h6").ToList()) Rename(element, "h4");
        foreach (var list in body.QuerySelectorAll("ul > ul, ul > ol, ol > ul, ol > ol").ToList())
            if (list.PreviousElementSibling is { LocalName: "li" } item) item.AppendChild(list);
        foreach (var division in body.QuerySelectorAll("div, section, article, center").Reverse().ToList()) Undivide(division);
        foreach (var paragraph in body.QuerySelectorAll("p, h3, h4").Where(IsBlank).ToList()) paragraph.Remove();
        return body.InnerHtml;
    }

    /// <summary>Word writes an item of a list as a paragraph that names its list and level, and draws its mark by hand.</summary>
    private static void MakeLists(IElement body)
    {
        foreach (var first in body.QuerySelectorAll("p, h1, h2, h3, h4, h5, h6").Where(IsItem).ToList())
        {
            if (first.Parent is null) continue;   // taken with the item before it
            var run = new List<IElement>();
            for (var item = first; item is not null && IsItem(item); item = item.NextElementSibling) run.Add(item);
            var lists = new Stack<IElement>();
            foreach (var item in run) Place(item, lists);
        }
    }

    private static void Place(IElement item, Stack<IElement> lists)
    {
        var level = ItemStyle().Match(Style(item, "mso-list")).Groups[1].Value is [var digit and >= '1' and <= '9'] ? digit - '0' : 9;
        var marker = item.QuerySelectorAll("[style]").FirstOrDefault(element => Style(element, "mso-list").Equals("ignore", StringComparison.OrdinalIgnoreCase));
        var kind = Numbered().IsMatch(marker?.TextContent.Trim() ?? "") ? "ol" : "ul";
        while (lists.Count > level) lists.Pop();
        if (lists.Count == level && lists.Peek().LocalName != kind && lists.Count == 1) lists.Pop();
        while (lists.Count < level)
        {
            var list = item.Owner!.CreateElement(kind);
            if (lists.TryPeek(out var outer)) (outer.LastElementChild ?? outer.AppendChild(item.Owner.CreateElement("li"))).AppendChild(list);
            else item.Parent!.InsertBefore(list, item);
            lists.Push(list);
        }

        marker?.Remove();
        var entry = item.Owner!.CreateElement("li");
        while (item.FirstChild is { } child) entry.AppendChild(child);
        item.Remove();
        lists.Peek().AppendChild(entry);
    }

    private static bool IsItem(IElement element) => ItemStyle().IsMatch(Style(element, "mso-list"));

    /// <summary>Bold and italic that stand in a style become elements; an element whose style takes them back is none.</summary>
    private static void Emphasise(IElement element)
    {
        var (weight, slant) = (Style(element, "font-weight"), Style(element, "font-style"));
        var isBold = weight is "bold" or "bolder" || (int.TryParse(weight, out var number) && number >= 600);
        var isItalic = slant is "italic" or "oblique";
        var isName = element.LocalName is "b" or "strong" or "i" or "em";
        if (isName && ((element.LocalName is "b" or "strong" && weight.Length > 0 && !isBold) || (element.LocalName is "i" or "em" && slant == "normal"))) Unwrap(element);
        else if (isName) Rename(element, element.LocalName is "b" or "strong" ? "strong" : "em");
        else
        {
            if (isItalic) Wrap(element, "em");
            if (isBold) Wrap(element, "strong");
        }
    }

    private static void Wrap(IElement element, string name)
    {
        if (IsBlank(element) || element.Closest(name) is not null) return;
        var outer = element.Owner!.CreateElement(name);
        while (element.FirstChild is { } child) outer.AppendChild(child);
        element.AppendChild(outer);
    }

    private static void Rename(IElement element, string name)
    {
        var renamed = element.Owner!.CreateElement(name);
        while (element.FirstChild is { } child) renamed.AppendChild(child);
        element.Replace(renamed);
    }

    /// <summary>A division with text of its own is a paragraph; one around paragraphs is nothing.</summary>
    private static void Undivide(IElement division)
    {
        if (division.QuerySelector("p, ul, ol, table, h3, h4, blockquote") is null && division.Closest("p") is null) Rename(division, "p");
        else Unwrap(division);
    }

    private static void Unwrap(IElement element) => element.Replace([.. element.ChildNodes]);

    private static bool IsBlank(IElement element) => string.IsNullOrWhiteSpace(element.TextContent.Replace('\u00a0', ' ')) && element.QuerySelector("table") is null;

    private static string Style(IElement element, string property) =>
        (element.GetAttribute("style") ?? "").Split(';').Select(part => part.Split(':', 2))
            .Where(pair => pair.Length == 2 && pair[0].Trim().Equals(property, StringComparison.OrdinalIgnoreCase))
            .Select(pair => pair[1].Trim().ToLowerInvariant()).LastOrDefault() ?? "";

    [GeneratedRegex(@"\s(?:style|class)\s*=|<(?:o:p|font|h[1256]|div|section|article|center|b\s|!--|!\[)|docs-internal-guid", RegexOptions.IgnoreCase)]
    private static partial Regex Foreign();

    [GeneratedRegex(@"\bl\d+\s+level(\d+)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ItemStyle();

    [GeneratedRegex(@"^\(?(?:\d+(?:\.\d+)*|[a-zđ]|[ivxl]+)[.)]", RegexOptions.IgnoreCase)]
    private static partial Regex Numbered();
}
