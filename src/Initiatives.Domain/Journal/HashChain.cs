using System.Security.Cryptography;
using System.Text;

namespace Initiatives.Domain.Journal;

/// <summary>
/// Each journal entry's hash covers its own fields and the hash before it, so that changing, removing, inserting or
/// swapping entries shows at the first entry touched. Entries cut off at the end leave a sound shorter chain: compare
/// the last hash with one kept elsewhere (the stored head, an exported or printed copy).
/// </summary>
/// <remarks>
/// SHA-256 (FIPS 180-4) over the previous hash and the fields, each as a netstring (D. J. Bernstein, 1997): length in
/// bytes, ":", UTF-8 bytes, ",". So ("ab", "c") and ("a", "bc") differ, and an auditor can recompute it with any tool.
/// Text is hashed as it is; normalise before storing.
/// </remarks>
public static class HashChain
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>What the first entry seals: 64 zeros.</summary>
    public static string Genesis { get; } = new('0', 64);

    /// <summary>The hash of an entry: 64 lower-case hexadecimal digits.</summary>
    /// <param name="previousHash">The hash of the entry before, or <see cref="Genesis"/>.</param>
    /// <param name="fields">The entry's fields in their fixed order; an absent one is the empty string.</param>
    /// <exception cref="ArgumentException">The previous hash is not 64 lower-case hexadecimal digits, a field is null or holds a lone surrogate.</exception>
    public static string Seal(string previousHash, params ReadOnlySpan<string> fields)
    {
        if (!IsHash(previousHash)) throw new ArgumentException("A hash is 64 lower-case hexadecimal digits.", nameof(previousHash));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, previousHash);
        foreach (var field in fields) Append(hash, field ?? throw new ArgumentException("A field is null.", nameof(fields)));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>
    /// The index of the first entry whose hash does not follow from its fields and the entry before; null when all do.
    /// Reads the entries once, in order, so that a long journal can be streamed.
    /// </summary>
    /// <param name="entries">Stored hash and fields, oldest first.</param>
    /// <param name="startFrom">The trusted hash before the first entry given; <see cref="Genesis"/> by default.</param>
    public static int? Verify(IEnumerable<(string Hash, string[] Fields)> entries, string? startFrom = null)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var previous = startFrom ?? Genesis;
        var index = 0;
        foreach (var (hash, fields) in entries)
        {
            if (!string.Equals(hash, Seal(previous, fields), StringComparison.Ordinal)) return index;
            previous = hash;
            index++;
        }
        return null;
    }

    private static void Append(IncrementalHash hash, string field)
    {
        var bytes = StrictUtf8.GetBytes(field);
        hash.AppendData(Encoding.ASCII.GetBytes(FormattableString.Invariant($"{bytes.Length}:")));
        hash.AppendData(bytes);
        hash.AppendData(","u8);
    }

    private static bool IsHash(string? text) =>
        text is { Length: 64 } && text.AsSpan().IndexOfAnyExcept("0123456789abcdef") < 0;
}
