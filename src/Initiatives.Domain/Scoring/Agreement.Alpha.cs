namespace Initiatives.Domain.Scoring;

/// <summary>What a difference between two values means to Krippendorff's α.</summary>
public enum AlphaMetric
{
    /// <summary>Names: equal or not.</summary>
    Nominal,

    /// <summary>Ranks: how many values lie between.</summary>
    Ordinal,

    /// <summary>Points: the difference, squared.</summary>
    Interval,

    /// <summary>Amounts from an absolute zero, none negative: the difference in relation to the sum, squared.</summary>
    Ratio,
}

public static partial class Agreement
{
    /// <summary>
    /// Krippendorff's α (K. Krippendorff, "Computing Krippendorff's alpha-reliability", 2011): 1 − observed over expected
    /// disagreement. Missing values are simply not there; a unit with a single value cannot be compared and does not count.
    /// At most 1; 0 is what chance gives. O(values × judges + distinct values²).
    /// </summary>
    /// <param name="units">The values that each unit (dossier) got, in any order.</param>
    /// <returns>Null when no unit has two values, or all comparable values are equal.</returns>
    public static double? Alpha(IEnumerable<IReadOnlyList<decimal>> units, AlphaMetric metric)
    {
        var paired = units.Where(unit => unit.Count >= 2).ToList();
        var values = paired.SelectMany(unit => unit).Distinct().Order().ToList();
        if (values.Count < 2) return null;

        var index = values.Select((value, i) => (value, i)).ToDictionary(pair => pair.value, pair => pair.i);
        var observed = new double[values.Count, values.Count];
        var counts = new double[values.Count];
        foreach (var size in paired.GroupBy(unit => unit.Count).OrderBy(size => size.Key))
        {
            // Pairs are counted in whole numbers before they are weighed: the figure hangs on no order of the units.
            var pairs = new long[values.Count, values.Count];
            foreach (var unit in size)
            {
                var tally = unit.CountBy(value => index[value]).ToList();
                foreach (var (c, many) in tally)
                {
                    counts[c] += many;
                    foreach (var (k, few) in tally) pairs[c, k] += (long)many * few;
                }
            }

            for (var c = 0; c < values.Count; c++)
                for (var k = 0; k < values.Count; k++) observed[c, k] += (double)pairs[c, k] / (size.Key - 1);
        }

        var distance = Distance(metric, values, counts);
        var (found, expected) = (0.0, 0.0);
        for (var c = 0; c < values.Count; c++)
        {
            for (var k = c + 1; k < values.Count; k++)
            {
                var difference = distance(c, k);
                found += observed[c, k] * difference;
                expected += counts[c] * counts[k] * difference;
            }
        }

        return expected > 0 ? 1 - ((counts.Sum() - 1) * found / expected) : null;
    }

    /// <summary>Squared differences of the metric between the values with these numbers, the first the less.</summary>
    private static Func<int, int, double> Distance(AlphaMetric metric, List<decimal> values, double[] counts)
    {
        var numbers = values.ConvertAll(value => (double)value);
        var below = new double[counts.Length + 1];
        for (var i = 0; i < counts.Length; i++) below[i + 1] = below[i] + counts[i];
        return metric switch
        {
            AlphaMetric.Nominal => (_, _) => 1,
            AlphaMetric.Ordinal => (c, k) => Squared(below[k + 1] - below[c] - ((counts[c] + counts[k]) / 2)),
            AlphaMetric.Interval => (c, k) => Squared(numbers[k] - numbers[c]),
            AlphaMetric.Ratio => (c, k) => Squared((numbers[k] - numbers[c]) / (numbers[k] + numbers[c])),
            _ => throw new ArgumentOutOfRangeException(nameof(metric)),
        };
    }

    private static double Squared(double value) => value * value;
}
