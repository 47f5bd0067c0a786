namespace Initiatives.Domain.People;

/// <summary>
/// How the token of a link is written: twenty-four letters and digits in groups of four, none of which is taken for another
/// on paper (no i, l, o, 0, 1). 31²⁴ is more than 2¹¹⁸: it cannot be guessed, and it can be typed.
/// </summary>
public static class LinkToken
{
    public const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
    public const int Length = 24;

    private const int Group = 4;

    /// <summary>"k7mq-2xpt-…": as it stands in an address and on a slip.</summary>
    public static string Show(string letters) => string.Join('-', letters.Chunk(Group).Select(group => new string(group)));

    /// <summary>What was typed or followed, without its dashes and blanks, in small letters; empty when it cannot be a token.</summary>
    public static string Read(string? typed)
    {
        var letters = new string([.. (typed ?? "").Take(100).Where(letter => letter is not ('-' or '–' or '.') && !char.IsWhiteSpace(letter)).Select(char.ToLowerInvariant)]);
        return letters.Length == Length && letters.All(letter => Alphabet.Contains(letter, StringComparison.Ordinal)) ? letters : "";
    }
}
