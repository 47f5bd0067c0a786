using Initiatives.Domain.Cycles;

namespace Initiatives.Domain.Ranking;

/// <summary>A valid sheet as the ranker reads it: criterion totals by code.</summary>
public sealed record RankedSheet(int PersonId, IReadOnlyDictionary<string, decimal> Criteria)
{
    public decimal Total => Criteria.Values.Sum();
}

/// <summary>A dossier to be ranked.</summary>
/// <param name="Assigned">Judges assigned to it; sheets of others do not count and must not be passed in.</param>
/// <param name="Sheets">Valid sheets only: an absent judge and an abstention are simply not there, never a zero.</param>
/// <param name="Approving">Approving votes, once there was a vote.</param>
public sealed record RankInput(int InitiativeId, int Assigned, IReadOnlyList<RankedSheet> Sheets, int? Approving = null);

/// <summary>One pass rule and how a dossier stands to it.</summary>
/// <param name="Sentence">The rule with its numbers, as the minutes print it.</param>
public sealed record RuleCheck(string Key, bool Passed, string Sentence);

/// <summary>A dossier's place.</summary>
/// <param name="Rank">1, 2, 3 …; equal only where the ladder could not part them.</param>
/// <param name="Mean">Unrounded mean total: thresholds are compared with this.</param>
/// <param name="Shown">The mean rounded once, half away from zero, to two decimals.</param>
/// <param name="CriterionMeans">Unrounded means by criterion code.</param>
/// <param name="Tie">How a tie was broken, empty where there was none.</param>
public sealed record RankedPlace(
    int InitiativeId,
    int Rank,
    decimal Mean,
    decimal Shown,
    IReadOnlyDictionary<string, decimal> CriterionMeans,
    int ValidSheets,
    int Assigned,
    IReadOnlyList<RuleCheck> Rules,
    string Tie)
{
    /// <summary>True when every switched-on score rule is met; the vote comes on top.</summary>
    public bool Passes => Rules.All(rule => rule.Passed);

    /// <summary>The label of DOMAIN § 3.3: ≥ 85 excellent, ≥ 75 good, passed.</summary>
    public string Label => !Passes ? "Chưa đạt" : Mean >= 85 ? "Xuất sắc" : Mean >= 75 ? "Tốt" : "Đạt";
}

/// <summary>
/// The official ranking: exact decimals, mean over valid sheets, one rounding at the end, ties by the ladder
/// total → effectiveness → scalability → novelty → approving votes (DESIGN § 7). Deterministic and independent of the
/// order of its input; O(n log n) in dossiers, linear in sheets.
/// </summary>
public static class Ranker
{
    /// <summary>Order in which criteria break a tie of totals.</summary>
    private static readonly string[] Ladder = ["E", "S", "N"];

    /// <summary>Ranks dossiers, best first; those without a valid sheet come last.</summary>
    public static IReadOnlyList<RankedPlace> Rank(IEnumerable<RankInput> inputs, RubricContent rubric, CycleSettings settings)
    {
        var scored = inputs
            .Select(input => Score(input, rubric, settings))
            .OrderByDescending(item => item.Input.Sheets.Count > 0)
            .ThenByDescending(item => item.Mean)
            .ThenByDescending(item => Step(item.Means, 0))
            .ThenByDescending(item => Step(item.Means, 1))
            .ThenByDescending(item => Step(item.Means, 2))
            .ThenByDescending(item => item.Input.Approving ?? -1)
            .ThenBy(item => item.Input.InitiativeId)
            .ToList();

        var places = new List<RankedPlace>(scored.Count);
        for (var i = 0; i < scored.Count; i++)
        {
            var (input, mean, means) = scored[i];
            var rank = i > 0 && Same(scored[i - 1], scored[i]) ? places[i - 1].Rank : i + 1;
            places.Add(new RankedPlace(
                input.InitiativeId, rank, mean, Round(mean), means, input.Sheets.Count, input.Assigned,
                Rules(input, mean, means, rubric, settings), Tie(scored, i, rubric)));
        }

        return places;
    }

    /// <summary>Two decimals, half away from zero: the one rounding.</summary>
    public static decimal Round(decimal value) => Math.Round(value, 2, MidpointRounding.AwayFromZero);

    private sealed record Scored(RankInput Input, decimal Mean, Dictionary<string, decimal> Means);

    /// <summary>
    /// The mean total is divided once, from the exact sum: added up from the criteria's own means, thirds would make
    /// 69,999… of an exact 70 and fail a dossier that passes.
    /// </summary>
    private static Scored Score(RankInput input, RubricContent rubric, CycleSettings settings)
    {
        var sheets = input.Sheets;
        if (settings.DropExtremesFrom is { } from && sheets.Count >= Math.Max(from, 3))
            sheets = [.. sheets.OrderBy(sheet => sheet.Total).ThenBy(sheet => sheet.PersonId).Skip(1).SkipLast(1)];
        var sums = rubric.Criteria.ToDictionary(
            criterion => criterion.Code,
            criterion => sheets.Sum(sheet => sheet.Criteria.GetValueOrDefault(criterion.Code)));
        var count = Math.Max(sheets.Count, 1);
        return new Scored(input, sums.Values.Sum() / count, sums.ToDictionary(pair => pair.Key, pair => pair.Value / count));
    }

    private static decimal Step(Dictionary<string, decimal> means, int step) => means.GetValueOrDefault(Ladder[step]);

    private static bool Same(Scored a, Scored b) =>
        a.Mean == b.Mean
        && Ladder.All(code => a.Means.GetValueOrDefault(code) == b.Means.GetValueOrDefault(code))
        && (a.Input.Approving ?? -1) == (b.Input.Approving ?? -1)
        && a.Input.Sheets.Count > 0 == b.Input.Sheets.Count > 0;

    private static List<RuleCheck> Rules(RankInput input, decimal mean, Dictionary<string, decimal> means, RubricContent rubric, CycleSettings settings)
    {
        var rules = new List<RuleCheck>();
        var count = input.Sheets.Count;
        var needed = Math.Max(Math.Min(settings.MinSheets, input.Assigned), settings.MinSheetShare.LeastOf(input.Assigned));
        rules.Add(new("sheets", count >= needed && count > 0, $"{count}/{input.Assigned} phiếu hợp lệ, cần ít nhất {needed}"));
        if (settings.PassMean is { } least)
            rules.Add(new("mean", mean >= least, $"Điểm trung bình {Show(mean)}, ngưỡng {Show(least)}"));
        if (settings.PassCriterionShare is { } share)
        {
            rules.AddRange(rubric.Criteria.Select(criterion => new RuleCheck(
                "criterion-" + criterion.Code,
                means[criterion.Code] >= share * criterion.Max,
                $"{criterion.ShortName} {Show(means[criterion.Code])}/{Show(criterion.Max)}, cần ít nhất {Show(share * criterion.Max)}")));
        }

        return rules;
    }

    private static string Tie(List<Scored> scored, int i, RubricContent rubric)
    {
        var total = scored[i].Mean;
        var other = new[] { i - 1, i + 1 }
            .Where(j => j >= 0 && j < scored.Count && scored[j].Input.Sheets.Count > 0 && scored[j].Mean == total)
            .Select(j => (int?)j).FirstOrDefault();
        if (other is not { } k || scored[i].Input.Sheets.Count == 0) return "";
        foreach (var code in Ladder)
        {
            var (mine, theirs) = (scored[i].Means.GetValueOrDefault(code), scored[k].Means.GetValueOrDefault(code));
            if (mine == theirs) continue;
            var name = rubric.Criteria.First(criterion => criterion.Code == code).ShortName;
            return $"Cùng {Show(total)} điểm: xếp theo {name}, {Show(Math.Max(mine, theirs))} trên {Show(Math.Min(mine, theirs))}";
        }

        return (scored[i].Input.Approving ?? -1) != (scored[k].Input.Approving ?? -1)
            ? $"Cùng {Show(total)} điểm: xếp theo số phiếu đồng ý"
            : $"Cùng {Show(total)} điểm ở mọi tiêu chí: cần bỏ phiếu kín";
    }

    private static string Show(decimal value) => Text.VietnameseNumber.Format(Round(value));
}
