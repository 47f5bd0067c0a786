using System.Globalization;
using System.Text;

namespace Initiatives.Domain.Text;

/// <summary>
/// Sort keys for Vietnamese alphabetical order. A key is made of [0-9a-z] only, because those sort alike in
/// SQLite's BINARY, PostgreSQL's C and its language collations. Three levels, "00" between:
/// <list type="number">
/// <item>letters, two characters each (a0 ă=a1 â=a2 b0 … d0 đ=d1 … z0), word by word, numbers by value before letters;</item>
/// <item>one tone per word: ngang 0, huyền 1, hỏi 2, ngã 3, sắc 4, nặng 5; per word, so that Hòa and Hoà are one;</item>
/// <item>case, one character per letter: lower 0, upper 1.</item>
/// </list>
/// No key is the beginning of another, so keys may be joined. About 3.2 characters per character of text.
/// Punctuation only separates words.
/// </summary>
public static class VietnameseOrder
{
    private const string LevelEnd = "00";
    private const string WordEnd = "01";

    /// <summary>The key of a text.</summary>
    public static string Key(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (letters, tones, cases) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        foreach (var word in WordsOf(text))
        {
            if (tones.Length > 0) letters.Append(WordEnd);
            tones.Append(AppendWord(word, letters, cases));
        }
        return letters.Append(LevelEnd).Append(tones).Append(LevelEnd).Append(cases).Append(LevelEnd).ToString();
    }

    /// <summary>Runs of letters, digits and their marks, decomposed.</summary>
    private static IEnumerable<Rune[]> WordsOf(string text)
    {
        var word = new List<Rune>();
        foreach (var rune in VietnameseText.Sound(text).Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || (word.Count > 0 && IsMark(rune))) word.Add(rune);
            else if (word.Count > 0 && Rune.GetUnicodeCategory(rune) is not UnicodeCategory.Format)
            {
                yield return word.ToArray();
                word.Clear();
            }
        }
        if (word.Count > 0) yield return word.ToArray();
    }

    /// <summary>Adds a word's letters and cases; answers its tone.</summary>
    private static int AppendWord(Rune[] word, StringBuilder letters, StringBuilder cases)
    {
        var tone = 0;
        for (var i = 0; i < word.Length;)
        {
            if (word[i].Value is >= '0' and <= '9')
            {
                i = AppendNumber(word, i, letters);
                continue;
            }
            var letter = word[i++];
            var lower = Rune.ToLowerInvariant(letter).Value;
            var variant = 0;
            for (; i < word.Length && IsMark(word[i]); i++)
            {
                variant = Math.Max(variant, VariantOf(lower, word[i]));
                tone = Math.Max(tone, ToneOf(word[i]));
            }
            AppendLetter(lower, variant, letters);
            cases.Append(Rune.IsUpper(letter) ? '1' : '0');
        }
        return tone;
    }

    private static void AppendLetter(int lower, int variant, StringBuilder letters)
    {
        if (lower is 'đ' or 'ð') letters.Append("d1");
        else if (lower is >= 'a' and <= 'z') letters.Append((char)lower).Append((char)('0' + variant));
        else letters.Append(CultureInfo.InvariantCulture, $"z9{lower:x6}");
    }

    /// <summary>A number as its count of digits, then its digits: "Phường 2" comes before "Phường 10".</summary>
    private static int AppendNumber(Rune[] word, int start, StringBuilder letters)
    {
        var end = start;
        while (end < word.Length && word[end].Value is >= '0' and <= '9') end++;
        while (start < end - 1 && word[start].Value == '0') start++;
        letters.Append('1').Append("0123456789abcdefghijklmnopqrstuvwxyz"[Math.Min(end - start, 35)]);
        for (var i = start; i < end; i++) letters.Append('1').Append((char)word[i].Value);
        return end;
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark;

    private static int ToneOf(Rune mark) => mark.Value switch { 0x300 => 1, 0x309 => 2, 0x303 => 3, 0x301 => 4, 0x323 => 5, _ => 0 };

    private static int VariantOf(int lower, Rune mark) => (lower, mark.Value) switch
    {
        ('a', 0x306) or ('e', 0x302) or ('o', 0x302) or ('u', 0x31B) => 1, // ă ê ô ư
        ('a', 0x302) or ('o', 0x31B) => 2, // â ơ
        _ => 0,
    };
}
