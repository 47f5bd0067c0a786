namespace Initiatives.Domain.Scoring;

public static partial class Agreement
{
    /// <summary>
    /// Kendall's coefficient of concordance W with its correction for ties (S. Siegel, "Nonparametric Statistics", 1956,
    /// ch. 9): how alike the judges order the dossiers, whatever level each keeps to. From 0 (no common order) to 1 (the
    /// same). Exact up to the one division. O(judges × n log n).
    /// </summary>
    /// <param name="matrix">By target (dossier), then judge; points or ranks, more is better or worse alike.</param>
    /// <returns>Null for fewer than two targets or judges, or when no judge parts any two dossiers.</returns>
    /// <exception cref="ArgumentException">Rows differ in length.</exception>
    public static double? Concordance(IReadOnlyList<IReadOnlyList<decimal>> matrix)
    {
        var (n, k) = (matrix.Count, matrix.Count == 0 ? 0 : matrix[0].Count);
        if (matrix.Any(row => row.Count != k)) throw new ArgumentException("Rows differ in length.", nameof(matrix));
        if (n < 2 || k < 2) return null;

        var sums = new decimal[n];
        var ties = 0m;
        for (var judge = 0; judge < k; judge++)
        {
            var place = 0;
            foreach (var level in Enumerable.Range(0, n).GroupBy(target => matrix[target][judge]).OrderBy(level => level.Key))
            {
                var count = level.Count();
                foreach (var target in level) sums[target] += place + ((count + 1) / 2m);   // tied dossiers share the mean of their ranks
                place += count;
                ties += ((decimal)count * count * count) - count;
            }
        }

        var (dossiers, judges) = ((decimal)n, (decimal)k);
        return Ratio(
            (12 * sums.Sum(Square)) - (3 * judges * judges * dossiers * (dossiers + 1) * (dossiers + 1)),
            (judges * judges * dossiers * ((dossiers * dossiers) - 1)) - (judges * ties));
    }
}
