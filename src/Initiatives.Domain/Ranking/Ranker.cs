using Initiatives.Domain.Cycles;

namespace Initiatives.Domain.Ranking;

/// <summary>
/// The official ranking: exact decimals, mean over valid sheets, one rounding at the end, ties by the ladder fixed before
/// scoring opened (DESIGN § 7). Deterministic and independent of the order of its input; O(n log n) in dossiers, linear in
/// sheets. It reads nothing of what is merely informative.
/// </summary>
public static class Ranker
{
    /// <summary>Ranks dossiers, best first; those without a valid sheet come last.</summary>
    /// <param name="ladder">How equal totals are parted; the cycle's own when not given.</param>
    public static IReadOnlyList<RankedPlace> Rank(IEnumerable<RankInput> inputs, RubricContent rubric, CycleSettings settings, TieLadder? ladder = null)
    {
        var steps = (ladder ?? settings.TieLadder).Steps;
        var standings = inputs.Select(input => Score(input, rubric, settings, steps)).ToList();
        standings.Sort(Standing.Compare);

        var (ranks, tied) = (new int[standings.Count], new int[standings.Count]);
        for (var i = 0; i < standings.Count; i++)
        {
            var level = i == 0 ? 0 : standings[i].LevelWith(standings[i - 1]);
            ranks[i] = i > 0 && level == standings[i].Keys.Length ? ranks[i - 1] : i + 1;
            tied[i] = i > 0 && level >= standings[i].Keys.Length - 1 ? tied[i - 1] : i + 1;
        }

        var floors = Floors(rubric, settings.PassCriterionShare);
        var text = new PlaceText(standings, ranks, rubric, steps);
        return [.. standings.Select((standing, i) => new RankedPlace(
            standing.Input.InitiativeId, ranks[i], standing.Mean, Round(standing.Mean), standing.Means, standing.Input.Sheets.Count, standing.Input.Assigned,
            Rules(standing, settings, floors), text.Tie(i))
        {
            Why = text.Why(i),
            TiedRank = tied[i],
            EnteredSheets = standing.Entered,
            BallotVotes = standing.Input.BallotVotes,
        })];
    }

    /// <summary>Two decimals, half away from zero: the one rounding.</summary>
    public static decimal Round(decimal value) => Math.Round(value, 2, MidpointRounding.AwayFromZero);

    /// <summary>
    /// The mean total is divided once, from the exact sum: added up from the criteria's own means, thirds would make
    /// 69,999… of an exact 70 and fail a dossier that passes.
    /// </summary>
    private static Standing Score(RankInput input, RubricContent rubric, CycleSettings settings, IReadOnlyList<TieStep> steps)
    {
        var trims = settings.DropsExtremesOf(input.Sheets.Count);
        var means = new Dictionary<string, decimal>(rubric.Criteria.Count);
        var totals = new decimal[input.Sheets.Count];
        var points = new decimal[input.Sheets.Count];
        foreach (var criterion in rubric.Criteria)
        {
            for (var i = 0; i < points.Length; i++) totals[i] += points[i] = input.Sheets[i].Criteria.GetValueOrDefault(criterion.Code);
            means[criterion.Code] = Mean(points, trims);
        }

        var keys = new decimal[steps.Count + 2];
        (keys[0], keys[1]) = (points.Length > 0 ? 1 : 0, Mean(totals, trims));
        for (var i = 0; i < steps.Count; i++)
        {
            keys[i + 2] = steps[i].IsVotes ? input.Approving ?? -1
                : steps[i].IsBallot ? input.BallotVotes ?? -1
                : means.GetValueOrDefault(steps[i].Code);
        }

        return new Standing(input, means, keys, trims);
    }

    /// <summary>
    /// The mean, 0 of nothing. Where extremes are dropped, the highest and the lowest of these very figures: total and each
    /// criterion by itself. A criterion that dropped the points of the sheets whose totals are extreme could fall when a score
    /// is raised, because another sheet's points are dropped then; dropped by themselves no mean ever does.
    /// </summary>
    private static decimal Mean(ReadOnlySpan<decimal> figures, bool trims)
    {
        if (figures.IsEmpty) return 0;
        var (sum, lowest, highest) = (0m, figures[0], figures[0]);
        foreach (var figure in figures) (sum, lowest, highest) = (sum + figure, Math.Min(lowest, figure), Math.Max(highest, figure));
        return trims ? (sum - lowest - highest) / (figures.Length - 2) : sum / figures.Length;
    }

    private static List<RuleCheck> Rules(Standing standing, CycleSettings settings, IReadOnlyList<Floor> floors)
    {
        var (count, assigned) = (standing.Input.Sheets.Count, standing.Input.Assigned);
        var needed = Math.Max(Math.Min(settings.MinSheets, assigned), settings.MinSheetShare.LeastOf(assigned));
        var rules = new List<RuleCheck>(floors.Count + 2) { new("sheets", count >= needed && count > 0, $"{count}/{assigned} phiếu hợp lệ, cần ít nhất {needed}") };
        if (settings.PassMean is { } least)
            rules.Add(new("mean", standing.Mean >= least, $"Điểm trung bình {PlaceText.Mean(standing.Mean)}, ngưỡng {PlaceText.Show(least)}"));
        foreach (var floor in floors)
        {
            var mean = standing.Means[floor.Code];
            rules.Add(new(floor.Key, mean >= floor.Least, $"{floor.Name} {PlaceText.Mean(mean)}{floor.Rest}"));
        }

        return rules;
    }

    /// <summary>What each criterion's mean must reach, with the part of its sentence that all dossiers share.</summary>
    private static List<Floor> Floors(RubricContent rubric, decimal? share) => share is not { } part ? [] : [.. rubric.Criteria.Select(criterion => new Floor(
        criterion.Code, "criterion-" + criterion.Code, criterion.ShortName, part * criterion.Max,
        $"/{PlaceText.Show(criterion.Max)}, cần ít nhất {PlaceText.Show(part * criterion.Max)}"))];

    private sealed record Floor(string Code, string Key, string Name, decimal Least, string Rest);
}

/// <summary>A dossier with all that its place depends on.</summary>
/// <param name="Keys">Whether it has a sheet (1 or 0), its mean, then a figure for each step of the ladder; more is better.</param>
/// <param name="Trimmed">Whether the highest and the lowest figure of each mean were left out.</param>
internal sealed record Standing(RankInput Input, IReadOnlyDictionary<string, decimal> Means, decimal[] Keys, bool Trimmed)
{
    public bool HasSheets => Input.Sheets.Count > 0;
    public int Entered => Input.Sheets.Count(sheet => sheet.IsEntered);
    public decimal Mean => Keys[1];

    /// <summary>Best first; what nothing parts stands by its number, and shares its rank.</summary>
    public static int Compare(Standing a, Standing b)
    {
        var level = a.LevelWith(b);
        return level < a.Keys.Length ? b.Keys[level].CompareTo(a.Keys[level]) : a.Input.InitiativeId.CompareTo(b.Input.InitiativeId);
    }

    /// <summary>How many keys are equal before the first that differs.</summary>
    public int LevelWith(Standing other) => Keys.AsSpan().CommonPrefixLength(other.Keys);
}
