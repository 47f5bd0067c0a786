namespace Initiatives.Domain.Scoring;

/// <summary>
/// The six intraclass correlations of P. E. Shrout and J. L. Fleiss, "Intraclass correlations: uses in assessing rater
/// reliability", Psychological Bulletin 86 (1979). At most 1, and below 0 where judges differ more within a dossier than
/// dossiers do; null where the figure is not defined.
/// </summary>
/// <param name="Single1">ICC(1,1): one judge; each dossier judged by other people, drawn at random.</param>
/// <param name="Single2">ICC(2,1): one judge; all dossiers judged by the same people, drawn at random; absolute agreement.</param>
/// <param name="Single3">ICC(3,1): one judge; these very people and no others; consistency.</param>
/// <param name="Mean1">ICC(1,k): the mean of k judges, as <paramref name="Single1"/>.</param>
/// <param name="Mean2">ICC(2,k), as <paramref name="Single2"/>.</param>
/// <param name="Mean3">ICC(3,k), as <paramref name="Single3"/>.</param>
public sealed record IccFigures(double? Single1, double? Single2, double? Single3, double? Mean1, double? Mean2, double? Mean3)
{
    /// <summary>Nothing is defined.</summary>
    public static IccFigures None { get; } = new(null, null, null, null, null, null);
}

public static partial class Agreement
{
    /// <summary>
    /// The intraclass correlations of a complete matrix. All is exact up to the one division that gives each figure, so that
    /// "no variance" is a fact and not a matter of rounding. O(targets × judges).
    /// </summary>
    /// <param name="matrix">By target (dossier), then judge; every row has the same length.</param>
    /// <returns><see cref="IccFigures.None"/> for fewer than two targets or judges, or when all figures are equal.</returns>
    /// <exception cref="ArgumentException">Rows differ in length.</exception>
    public static IccFigures Icc(IReadOnlyList<IReadOnlyList<decimal>> matrix)
    {
        var (n, k) = (matrix.Count, matrix.Count == 0 ? 0 : matrix[0].Count);
        if (matrix.Any(row => row.Count != k)) throw new ArgumentException("Rows differ in length.", nameof(matrix));
        if (n < 2 || k < 2) return IccFigures.None;

        var grand = matrix.Sum(row => row.Sum());
        var squared = grand * grand;
        var targets = (n * matrix.Sum(row => Square(row.Sum()))) - squared;
        var judges = (k * Enumerable.Range(0, k).Sum(judge => Square(matrix.Sum(row => row[judge])))) - squared;
        var total = (n * k * matrix.Sum(row => row.Sum(Square))) - squared;
        if (total == 0) return IccFigures.None;

        // Those are the sums of squares times n·k; these the mean squares times n²·k·(n − 1)·(k − 1).
        var bms = targets * (k - 1) * n;
        var wms = (total - targets) * (n - 1);
        var jms = judges * (n - 1) * n;
        var ems = (total - targets - judges) * n;
        return new IccFigures(
            Ratio(bms - wms, bms + ((k - 1) * wms)),
            Ratio(bms - ems, bms + ((k - 1) * ems) + (k * ((jms - ems) / n))),
            Ratio(bms - ems, bms + ((k - 1) * ems)),
            Ratio(bms - wms, bms),
            Ratio(bms - ems, bms + ((jms - ems) / n)),
            Ratio(bms - ems, bms));
    }

    private static decimal Square(decimal value) => value * value;

    /// <summary>A correlation's denominator is a variance: where the estimate of it is not positive there is no figure.</summary>
    private static double? Ratio(decimal over, decimal under) => under > 0 ? (double)(over / under) : null;
}
