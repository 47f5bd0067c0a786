namespace Initiatives.Domain.Scoring;

/// <summary>Shuffled codes ("K7-318") by which the council knows dossiers: their order says nothing of the register's.</summary>
public static class CouncilCodes
{
    private const string Letters = "ABCDEGHKLMPTV";

    /// <summary><paramref name="count"/> different codes, deterministic in <paramref name="seed"/>. O(n) expected.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More codes than there are (over 50.000).</exception>
    public static IReadOnlyList<string> Draw(int count, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 50_000);
        var random = new Random(seed);
        var drawn = new HashSet<string>(count, StringComparer.Ordinal);
        while (drawn.Count < count)
            drawn.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Letters[random.Next(Letters.Length)]}{random.Next(1, 10)}-{random.Next(100, 1000)}"));
        return [.. drawn];
    }
}
