using System.Security.Cryptography;

namespace Initiatives.Domain.Submissions;

/// <summary>
/// The code by which whoever holds a receipt looks up that it is genuine. Twenty characters of twenty-eight: nobody finds one by
/// trying. No 0/O, 1/I and no vowels that make words; read aloud in fours.
/// </summary>
public static class ReceiptCode
{
    public const int Length = 20;
    private const string Alphabet = "23456789BCDFGHJKMNPQRSTVWXYZ";

    public static string Draw() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>As a person types it: blanks, dashes and small letters are forgiven. Null: this was never a code.</summary>
    public static string? Read(string? typed)
    {
        if (typed is null || typed.Length > 3 * Length) return null;
        var code = new string([.. typed.Where(letter => letter is not ('-' or ' ')).Select(char.ToUpperInvariant)]);
        return code.Length == Length && code.All(letter => Alphabet.Contains(letter, StringComparison.Ordinal)) ? code : null;
    }

    /// <summary>"K7MQ-2X9D-…".</summary>
    public static string Shown(string code) => string.Join('-', code.Chunk(4).Select(part => new string(part)));
}
