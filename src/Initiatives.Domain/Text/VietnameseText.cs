using System.Globalization;
using System.Text;

namespace Initiatives.Domain.Text;

/// <summary>
/// Vietnamese text for storing, searching and ordering. Nothing here depends on the machine's culture or the
/// database's collation: both databases only ever compare the ASCII that comes out.
/// </summary>
public static class VietnameseText
{
    /// <summary>
    /// What is stored of a text that somebody typed or pasted: NFC (macOS and PDF give NFD), line ends as \n, trimmed.
    /// Removed: control characters but \n and \t, the byte order mark and the bidirectional overrides, by which a
    /// title can read otherwise than it is. Lone surrogates become U+FFFD. Null gives the empty string.
    /// </summary>
    public static string Normalize(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var kept = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings("\n"))
        {
            if (c is '\n' or '\t' || !(char.IsControl(c) || IsDeceptive(c))) kept.Append(c);
        }
        return Sound(kept.ToString()).Normalize(NormalizationForm.FormC).Trim();
    }

    /// <summary>
    /// The form in which texts are compared: no marks, đ as d, lower case, white space collapsed and trimmed.
    /// "Hòa", "Hoà" and "HOA" are all "hoa". Folding twice changes nothing.
    /// </summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new StringBuilder(text.Length);
        var blank = false;
        foreach (var rune in Sound(text).Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                blank = folded.Length > 0;
                continue;
            }
            // Format characters (soft hyphen, zero-width blank) come with text pasted from the web and split words unseen.
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.Control) continue;
            if (blank) folded.Append(' ');
            blank = false;
            var lower = Rune.ToLowerInvariant(rune);
            // ð (eth) looks like đ in capitals and comes out of old fonts.
            if (lower.Value is 'đ' or 'ð') folded.Append('d');
            else folded.Append(lower.ToString());
        }
        return folded.ToString();
    }

    /// <summary>The folded words in their order: runs of letters and digits. "Số 05/QĐ-UBND" gives so, 05, qd, ubnd.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        var folded = Fold(text);
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= folded.Length; i++)
        {
            if (i < folded.Length && IsWordPart(folded[i])) continue;
            if (i > start) words.Add(folded[start..i]);
            start = i + 1;
        }
        return words;
    }

    /// <summary>
    /// What search columns hold: all words of the parts, folded, each between single blanks (" dat dai hai phong ").
    /// A query goes through the same method, so LIKE '%' + key + '%' finds whole words, and the trimmed end finds beginnings;
    /// neither can contain the wildcards % and _. Empty when there is no word.
    /// </summary>
    public static string SearchKey(params ReadOnlySpan<string?> parts)
    {
        var key = new StringBuilder();
        foreach (var part in parts)
        {
            foreach (var word in Words(part ?? "")) key.Append(' ').Append(word);
        }
        return key.Length == 0 ? "" : key.Append(' ').ToString();
    }

    /// <summary>
    /// What a search box asks of a <see cref="SearchKey"/>: its words, each with the blank before it, so that Contains finds
    /// beginnings of words. At most ten; a pasted page is not a search.
    /// </summary>
    public static IReadOnlyList<string> SearchWords(string? text) => [.. Words(text ?? "").Take(10).Select(word => " " + word)];

    /// <summary>The key that puts texts into Vietnamese alphabetical order; see <see cref="VietnameseOrder"/>.</summary>
    public static string SortKey(string text) => VietnameseOrder.Key(text);

    /// <summary>Words as a person counts them: pieces between white space that hold a letter or a digit. Null has none.</summary>
    public static int CountWords(string? text)
    {
        var count = 0;
        var counted = false;
        foreach (var c in text ?? "")
        {
            if (char.IsWhiteSpace(c)) counted = false;
            else if (!counted && IsWordPart(c))
            {
                counted = true;
                count++;
            }
        }
        return count;
    }

    /// <summary>Text that <see cref="string.Normalize()"/> accepts: it throws on lone surrogates and U+FFFE.</summary>
    internal static string Sound(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 && !text.Contains('\uFFFE')) return text;
        var sound = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) sound.Append((rune.Value == 0xFFFE ? Rune.ReplacementChar : rune).ToString());
        return sound.ToString();
    }

    // A surrogate is half of a letter outside the basic plane (rare Nôm); both halves belong to a word.
    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c);

    private static bool IsDeceptive(char c) => c is '\uFEFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
