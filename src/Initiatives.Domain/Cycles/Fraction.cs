using System.Globalization;

namespace Initiatives.Domain.Cycles;

/// <summary>
/// An exact share such as 2/3. Six of nine is two thirds; no decimal of 2/3 says so, which is why votes, quorums and
/// sheet counts never compare decimals.
/// </summary>
/// <param name="Over">Numerator, 0 … <paramref name="Under"/>.</param>
/// <param name="Under">Denominator, at least 1.</param>
public readonly record struct Fraction(int Over, int Under)
{
    /// <summary>True for a proper share: 0 ≤ over ≤ under, under ≥ 1.</summary>
    public bool IsShare => Under >= 1 && Over >= 0 && Over <= Under;

    /// <summary>True when <paramref name="count"/> of <paramref name="total"/> reaches this share. Nothing reaches a share of nothing.</summary>
    public bool ReachedBy(int count, int total) => total > 0 && (long)count * Under >= (long)total * Over;

    /// <summary>The least whole number that reaches this share of <paramref name="total"/>.</summary>
    public int LeastOf(int total) => (int)(((long)total * Over + Under - 1) / Under);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Over}/{Under}");

    /// <summary>Reads "2/3"; false for anything that is not a proper share.</summary>
    public static bool TryParse(string? text, out Fraction fraction)
    {
        fraction = default;
        var parts = (text ?? "").Split('/', StringSplitOptions.TrimEntries);
        if (parts.Length != 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var over)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var under))
            return false;
        fraction = new Fraction(over, under);
        return fraction.IsShare;
    }
}
