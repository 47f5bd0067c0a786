namespace Initiatives.Domain.Scoring;

/// <summary>Number, mean and spread of some totals.</summary>
/// <param name="Spread">Sample standard deviation (n − 1), in points; null for fewer than two.</param>
public sealed record TotalFigures(int Count, decimal Mean, decimal? Spread)
{
    /// <summary>O(n). Rounded to hundredths, half away from zero.</summary>
    /// <param name="totals">At least one.</param>
    public static TotalFigures Of(IReadOnlyCollection<decimal> totals)
    {
        var mean = totals.Sum() / totals.Count;
        var variance = totals.Count < 2 ? null : (decimal?)(totals.Sum(total => (total - mean) * (total - mean)) / (totals.Count - 1));
        return new TotalFigures(totals.Count, Round(mean), variance is { } value ? Round((decimal)Math.Sqrt((double)value)) : null);
    }

    private static decimal Round(decimal value) => Math.Round(value, 2, MidpointRounding.AwayFromZero);
}

/// <summary>A judge's own totals beside those of all others for the same dossiers, after scoring was closed.</summary>
public sealed record JudgeComparison(TotalFigures Mine, TotalFigures Others)
{
    /// <summary>Fewer sheets than this could be told one by one from their mean and spread.</summary>
    public const int LeastSheets = 3;

    /// <summary>Null when there is nothing to compare, or too little to hide the single sheets in: under three sheets, or of one other judge only.</summary>
    /// <param name="others">Judge and total of every valid sheet of the others for dossiers of <paramref name="mine"/>.</param>
    public static JudgeComparison? Of(IReadOnlyCollection<decimal> mine, IReadOnlyCollection<(int PersonId, decimal Total)> others) =>
        mine.Count == 0 || others.Count < LeastSheets || others.Select(sheet => sheet.PersonId).Distinct().Count() < 2
            ? null
            : new JudgeComparison(TotalFigures.Of(mine), TotalFigures.Of([.. others.Select(sheet => sheet.Total)]));
}
