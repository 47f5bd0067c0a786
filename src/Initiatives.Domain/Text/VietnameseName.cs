using System.Text;

namespace Initiatives.Domain.Text;

/// <summary>
/// A full name in the Vietnamese order: family, middle, given. The first word is taken as the family name and the
/// last as the given name, which is how public rolls are kept; a compound family name (Tôn Thất) leaves its second
/// word in the middle, where it does no harm to ordering by given name. A single word is a given name.
/// </summary>
/// <param name="Family">"Trần"; empty in a single word.</param>
/// <param name="Middle">"Thị", "Thị Ngọc"; often empty.</param>
/// <param name="Given">"Hà"; empty only in an empty name.</param>
public sealed record VietnameseName(string Family, string Middle, string Given)
{
    /// <summary>Splits a full name; it is normalised first.</summary>
    public static VietnameseName Split(string? fullName)
    {
        var words = Normalize(fullName).Split(' ');
        return words.Length == 1
            ? new VietnameseName("", "", words[0])
            : new VietnameseName(words[0], string.Join(' ', words[1..^1]), words[^1]);
    }

    /// <summary>NFC, trimmed, every run of white space one blank.</summary>
    public static string Normalize(string? fullName) =>
        string.Join(' ', VietnameseText.Normalize(fullName).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>True when both say one name: composed alike, whatever the blanks and the case ("ĐẶNG VĂN T").</summary>
    public static bool AreSame(string? one, string? other) =>
        string.Equals(Normalize(one), Normalize(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The key by which rolls are ordered: given name, then family, then middle, each by letters, tones and case:
    /// every Hà comes before every Hạ, whatever the family. Stored ASCII; see <see cref="VietnameseOrder"/>.
    /// </summary>
    public static string SortKey(string? fullName)
    {
        var name = Split(fullName);
        return VietnameseOrder.Key(name.Given) + VietnameseOrder.Key(name.Family) + VietnameseOrder.Key(name.Middle);
    }

    /// <summary>For an avatar: first letters of family and given name, "Trần Thị K" is "TK"; one letter for a single word.</summary>
    public static string Initials(string? fullName)
    {
        var name = Split(fullName);
        return FirstLetter(name.Family) + FirstLetter(name.Given);
    }

    /// <summary>
    /// A name typed in capitals or small letters: "TRẦN THỊ K" and "trần thị k" are "Trần Thị K". A letter after
    /// a hyphen or an apostrophe is a first letter too (H'Hen).
    /// </summary>
    public static string TitleCase(string? fullName)
    {
        var titled = new StringBuilder();
        var first = true;
        foreach (var rune in Normalize(fullName).EnumerateRunes())
        {
            titled.Append((first ? Rune.ToUpperInvariant(rune) : Rune.ToLowerInvariant(rune)).ToString());
            first = rune.Value is ' ' or '-' or '\'' or '’';
        }
        return titled.ToString();
    }

    /// <summary>The whole name again.</summary>
    public override string ToString() => string.Join(' ', new[] { Family, Middle, Given }.Where(part => part.Length > 0));

    private static string FirstLetter(string part)
    {
        foreach (var rune in part.EnumerateRunes())
        {
            if (Rune.IsLetter(rune)) return Rune.ToUpperInvariant(rune).ToString();
        }
        return "";
    }
}
