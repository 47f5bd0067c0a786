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

    /// <summary>
    /// How the sheets of one dossier lie: by their totals, or by one criterion. Missing sheets are not there, never zeros.
    /// Flags agree with <see cref="IsFar"/>; O(n log n) for all of them together.
    /// </summary>
    /// <param name="points">Distance from the median of the others from which on a sheet is far, in points.</param>
    /// <returns>Null when there is no sheet.</returns>
    public static DossierSpread? Of(IEnumerable<JudgeTotal> totals, decimal points)
    {
        var sheets = totals.OrderBy(sheet => sheet.Total).ThenBy(sheet => sheet.PersonId).ToList();
        if (sheets.Count == 0) return null;
        var flags = new List<SheetFlag>(sheets.Count);
        for (var i = 0; i < sheets.Count; i++)
        {
            var distance = sheets.Count < 3 ? (decimal?)null : sheets[i].Total - Middle(sheets, i);
            flags.Add(new SheetFlag(sheets[i].PersonId, sheets[i].Total, distance, distance is { } away && Math.Abs(away) > points));
        }

        var mean = sheets.Sum(sheet => sheet.Total) / sheets.Count;
        double? deviation = sheets.Count < 2 ? null : Math.Sqrt((double)(sheets.Sum(sheet => (sheet.Total - mean) * (sheet.Total - mean)) / (sheets.Count - 1)));
        return new DossierSpread(flags, (sheets[(sheets.Count - 1) / 2].Total + sheets[sheets.Count / 2].Total) / 2, deviation);
    }

    /// <summary>The median of all but the sheet at <paramref name="without"/>, from the sorted list.</summary>
    private static decimal Middle(List<JudgeTotal> sorted, int without)
    {
        decimal At(int i) => sorted[i < without ? i : i + 1].Total;
        var count = sorted.Count - 1;
        return (At((count - 1) / 2) + At(count / 2)) / 2;
    }
}

/// <summary>A judge's total for a dossier, or his points at one criterion of it.</summary>
public readonly record struct JudgeTotal(int PersonId, decimal Total);

/// <summary>One sheet beside the others.</summary>
/// <param name="FromMedian">Points above (or, negative, below) the median of the others; null when there are not two others.</param>
/// <param name="IsFar">By <see cref="Outlier.IsFar"/>.</param>
public readonly record struct SheetFlag(int PersonId, decimal Total, decimal? FromMedian, bool IsFar);

/// <summary>How the sheets of one dossier lie.</summary>
/// <param name="Sheets">From the lowest to the highest; one or more.</param>
/// <param name="Median">Of all sheets.</param>
/// <param name="Deviation">Standard deviation of the sample (n − 1), in points; null for a single sheet.</param>
public sealed record DossierSpread(IReadOnlyList<SheetFlag> Sheets, decimal Median, double? Deviation)
{
    public decimal Lowest => Sheets[0].Total;
    public decimal Highest => Sheets[^1].Total;

    /// <summary>Highest less lowest, in points.</summary>
    public decimal Spread => Highest - Lowest;

    /// <summary>Sheets to be confirmed or revised.</summary>
    public IEnumerable<SheetFlag> Far => Sheets.Where(sheet => sheet.IsFar);
}
