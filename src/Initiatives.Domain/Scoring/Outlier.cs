namespace Initiatives.Domain.Scoring;

/// <summary>A sheet far from all others (DOMAIN § 3.3): shown with a ring, never left out of the mean by itself.</summary>
public static class Outlier
{
    /// <summary>True when <paramref name="total"/> lies more than <paramref name="points"/> from the median of the others; O(n log n).</summary>
    /// <param name="others">Totals of the other sheets; nothing is far from fewer than two.</param>
    public static bool IsFar(decimal total, IReadOnlyList<decimal> others, decimal points) =>
        others.Count >= 2 && Math.Abs(total - Median(others)) > points;

    /// <summary>The middle value, or the mean of the two in the middle.</summary>
    public static decimal Median(IReadOnlyList<decimal> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
