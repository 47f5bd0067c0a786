using System.Globalization;
using System.Text;

namespace Initiatives.Domain.Text;

/// <summary>
/// Reads the text out of HTML that the cleaner serialised. Not a parser of wild HTML: scripts and styles are gone by then.
/// </summary>
internal static class HtmlText
{
    private const int LongestEntity = 10; // &#x10FFFF;

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "blockquote", "br", "caption", "dd", "div", "dl", "dt", "figcaption", "figure", "h1", "h2", "h3",
        "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "section", "table", "tbody", "tfoot", "thead", "tr", "ul",
    };

    internal static string Extract(string html)
    {
        var text = new StringBuilder(html.Length);
        for (var i = 0; i < html.Length;)
        {
            if (html[i] == '<' && TagEnd(html, i) is var end and > 0)
            {
                AppendGap(text, GapOf(html.AsSpan(i + 1, end - i - 1)));
                i = end;
            }
            else if (html[i] == '&' && TryEntity(html, i, out var rune, out var length))
            {
                AppendRune(text, rune);
                i += length;
            }
            else
            {
                AppendChar(text, html[i++]);
            }
        }
        return text.ToString().TrimEnd();
    }

    /// <summary>The index after the tag or comment that begins here; 0 when "&lt;" is only a character.</summary>
    private static int TagEnd(string html, int start)
    {
        if (string.CompareOrdinal(html, start, "<!--", 0, 4) == 0)
        {
            var close = html.IndexOf("-->", start + 4, StringComparison.Ordinal);
            return close < 0 ? html.Length : close + 3;
        }
        if (start + 1 >= html.Length || !(char.IsAsciiLetter(html[start + 1]) || html[start + 1] is '/' or '!')) return 0;
        var quote = '\0';
        for (var i = start + 1; i < html.Length; i++)
        {
            var c = html[i];
            if (quote != '\0') quote = c == quote ? '\0' : quote; // a ">" inside a quoted value ends nothing
            else if (c is '"' or '\'') quote = c;
            else if (c == '>') return i + 1;
        }
        return html.Length;
    }

    private static char GapOf(ReadOnlySpan<char> tag)
    {
        var name = tag.TrimStart('/');
        var end = name.IndexOfAnyExcept(LettersAndDigits);
        if (end >= 0) name = name[..end];
        if (Blocks.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name)) return '\n';
        return name.Equals("td", StringComparison.OrdinalIgnoreCase) || name.Equals("th", StringComparison.OrdinalIgnoreCase) ? ' ' : '\0';
    }

    private static bool TryEntity(string html, int start, out Rune rune, out int length)
    {
        rune = default;
        length = 0;
        var semicolon = html.AsSpan(start, Math.Min(LongestEntity, html.Length - start)).IndexOf(';');
        if (semicolon < 2) return false;
        length = semicolon + 1;
        var name = html.AsSpan(start + 1, semicolon - 1);
        if (name[0] == '#') return TryNumeric(name[1..], out rune);
        rune = new Rune(name switch
        {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            "nbsp" => ' ',
            _ => '\0',
        });
        return rune.Value != 0;
    }

    private static bool TryNumeric(ReadOnlySpan<char> digits, out Rune rune)
    {
        rune = default;
        var hex = digits.StartsWith("x", StringComparison.OrdinalIgnoreCase);
        var style = hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        return int.TryParse(hex ? digits[1..] : digits, style, CultureInfo.InvariantCulture, out var code)
            && code > 0 && Rune.TryCreate(code, out rune);
    }

    private static void AppendRune(StringBuilder text, Rune rune)
    {
        if (rune.IsBmp) AppendChar(text, (char)rune.Value);
        else text.Append(rune.ToString());
    }

    private static void AppendChar(StringBuilder text, char c)
    {
        if (char.IsWhiteSpace(c)) AppendGap(text, ' ');
        else text.Append(c);
    }

    /// <summary>Adds a blank or a line end, never two in a row and never first; a line end wins over a blank.</summary>
    private static void AppendGap(StringBuilder text, char gap)
    {
        if (gap == '\0' || text.Length == 0 || text[^1] == '\n') return;
        if (text[^1] != ' ') text.Append(gap);
        else if (gap == '\n') text[^1] = gap;
    }

    private static readonly System.Buffers.SearchValues<char> LettersAndDigits =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
}
