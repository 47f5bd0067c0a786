namespace Initiatives.Domain.Scoring;

/// <summary>A valid sheet as agreement is computed from it: criterion totals by code.</summary>
public sealed record PanelSheet(int InitiativeId, int PersonId, IReadOnlyDictionary<string, decimal> Criteria);

/// <summary>The largest part of a panel's sheets that has no gap.</summary>
/// <param name="Initiatives">Dossiers that all of <paramref name="Judges"/> scored, by number.</param>
/// <param name="Judges">By number.</param>
public sealed record CompleteBlock(IReadOnlyList<int> Initiatives, IReadOnlyList<int> Judges)
{
    /// <summary>On how much ICC and W rest.</summary>
    public string Sentence => Initiatives.Count < 2 || Judges.Count < 2
        ? "Không có từ 2 hồ sơ trở lên được cùng 2 người chấm, nên chưa tính được ICC và W."
        : $"ICC và W tính trên {Initiatives.Count} hồ sơ được đủ {Judges.Count} người cùng chấm.";
}

/// <summary>How far the panel agrees on one criterion, or on the total.</summary>
/// <param name="Code">The criterion's code; empty for the total.</param>
/// <param name="Icc">On <paramref name="Block"/>.</param>
/// <param name="Alpha">Krippendorff's α, interval metric, on every sheet of a dossier that has two.</param>
/// <param name="Concordance">Kendall's W on <paramref name="Block"/>.</param>
/// <param name="Sheets">Sheets that <paramref name="Alpha"/> rests on.</param>
public sealed record PanelAgreement(string Code, CompleteBlock Block, IccFigures Icc, double? Alpha, double? Concordance, int Sheets);

/// <summary>
/// Agreement of a panel of judges. Informative figures for the secretary and the Department: nothing official is computed
/// from them, therefore they are doubles. What is not defined is null, never NaN.
/// </summary>
public static partial class Agreement
{
    /// <summary>The agreement on each criterion, and on the total last.</summary>
    /// <param name="sheets">Valid sheets, at most one by a judge for a dossier, each with all of <paramref name="codes"/>.</param>
    public static IReadOnlyList<PanelAgreement> ByCriterion(IReadOnlyList<PanelSheet> sheets, IEnumerable<string> codes)
    {
        var all = codes.ToList();
        var block = BlockOf(sheets);
        return
        [
            .. all.Select(code => On(code, sheets, block, sheet => sheet.Criteria.GetValueOrDefault(code))),
            On("", sheets, block, sheet => all.Sum(code => sheet.Criteria.GetValueOrDefault(code))),
        ];
    }

    /// <summary>
    /// The complete block that ICC and W are computed on: judges are left out one by one, those with the fewest sheets
    /// first (of equals, the one with the highest number), down to one; beside these stages stands the pair of judges that
    /// shares the most dossiers, for panels in which each dossier has only a few of many judges. The stage with the most
    /// judges × dossiers is taken, of equals the one with more judges; none without two of each. O(judges × sheets).
    /// </summary>
    public static CompleteBlock BlockOf(IReadOnlyList<PanelSheet> sheets)
    {
        var judges = sheets.GroupBy(sheet => sheet.PersonId).OrderBy(own => own.Count()).ThenByDescending(own => own.Key).Select(own => own.Key).ToList();
        var pair = sheets.GroupBy(sheet => sheet.InitiativeId, sheet => sheet.PersonId)
            .SelectMany(dossier => dossier.SelectMany(a => dossier.Where(b => a < b).Select(b => (a, b))))
            .CountBy(each => each).OrderByDescending(each => each.Value).ThenBy(each => each.Key).Select(each => each.Key).FirstOrDefault();
        return judges.Select((_, dropped) => judges[dropped..]).Append([pair.a, pair.b])
            .Select(kept => new CompleteBlock(Shared(sheets, kept), [.. kept.Order()]))
            .Where(block => block.Initiatives.Count >= 2 && block.Judges.Count >= 2)
            .MaxBy(block => (block.Initiatives.Count * block.Judges.Count, block.Judges.Count)) ?? new CompleteBlock([], []);
    }

    /// <summary>Dossiers that all of <paramref name="judges"/> scored, by number.</summary>
    private static List<int> Shared(IReadOnlyList<PanelSheet> sheets, List<int> judges)
    {
        var kept = judges.ToHashSet();
        return [.. sheets.Where(sheet => kept.Contains(sheet.PersonId)).CountBy(sheet => sheet.InitiativeId)
            .Where(dossier => dossier.Value == kept.Count).Select(dossier => dossier.Key).Order()];
    }

    private static PanelAgreement On(string code, IReadOnlyList<PanelSheet> sheets, CompleteBlock block, Func<PanelSheet, decimal> points)
    {
        var given = sheets.ToDictionary(sheet => (sheet.InitiativeId, sheet.PersonId), points);
        IReadOnlyList<decimal>[] matrix = [.. block.Initiatives.Select(id => block.Judges.Select(judge => given[(id, judge)]).ToList())];
        var units = sheets.GroupBy(sheet => sheet.InitiativeId, points).Select(unit => unit.ToList()).Where(unit => unit.Count >= 2).ToList();
        return new PanelAgreement(code, block, Icc(matrix), Alpha(units, AlphaMetric.Interval), Concordance(matrix), units.Sum(unit => unit.Count));
    }
}
