using Initiatives.Domain.Cycles;

namespace Initiatives.Domain.Ranking;

/// <summary>
/// Ranks one resample after another over flat arrays. Points are held as whole ten-thousandths in doubles: sums are exact,
/// equal means come out equal and different ones different, so it ranks as <see cref="Ranker"/> would.
/// </summary>
internal sealed class Resampler : IComparer<int>
{
    private const decimal Unit = 10_000m;

    /// <summary>Where the sheets of each dossier begin; one more than there are dossiers.</summary>
    private readonly int[] start;

    /// <summary>By sheet: its total, then its points at each step of the ladder, 0 where the step is no criterion.</summary>
    private readonly double[] points;

    /// <summary>By dossier: its mean, then its figure at each step of the ladder.</summary>
    private readonly double[] keys;
    private readonly bool[] trimmed;
    private readonly bool[] isCriterion;
    private readonly int width;
    private readonly double[] sums;
    private readonly double[] lowest;
    private readonly double[] highest;
    private readonly double[] order;
    private readonly int[] ids;

    public Resampler(IReadOnlyList<RankInput> dossiers, RubricContent rubric, CycleSettings settings, TieLadder ladder)
    {
        var steps = ladder.Steps;
        width = steps.Count + 1;
        isCriterion = [true, .. steps.Select(step => step.IsCriterion)];
        start = new int[dossiers.Count + 1];
        trimmed = new bool[dossiers.Count];
        keys = new double[dossiers.Count * width];
        (sums, lowest, highest) = (new double[width], new double[width], new double[width]);
        (order, ids) = (new double[dossiers.Count], new int[dossiers.Count]);
        points = new double[dossiers.Sum(input => input.Sheets.Count) * width];
        for (var i = 0; i < dossiers.Count; i++)
        {
            var input = dossiers[i];
            trimmed[i] = settings.DropsExtremesOf(input.Sheets.Count);
            start[i + 1] = start[i];
            foreach (var sheet in InOrder(input.Sheets, steps))
            {
                var row = points.AsSpan(start[i + 1]++ * width, width);
                row[0] = (double)(rubric.Criteria.Sum(criterion => sheet.Criteria.GetValueOrDefault(criterion.Code)) * Unit);
                for (var step = 0; step < steps.Count; step++)
                    row[step + 1] = steps[step].IsCriterion && rubric.Criteria.Any(criterion => criterion.Code == steps[step].Code) ? (double)(sheet.Criteria.GetValueOrDefault(steps[step].Code) * Unit) : 0;
            }

            for (var step = 0; step < steps.Count; step++)
                keys[(i * width) + step + 1] = (steps[step].IsVotes ? input.Approving : input.BallotVotes) ?? -1;
        }
    }

    /// <summary>Draws once and writes each dossier's rank into <paramref name="ranks"/>.</summary>
    public void Draw(ref SplitMix64 random, int[] ranks)
    {
        for (var i = 0; i < ids.Length; i++)
        {
            Mean(i, ref random);
            (order[i], ids[i]) = (-keys[i * width], i);
        }

        Array.Sort(order, ids);
        for (var from = 0; from < ids.Length;)
        {
            var to = from + 1;
            while (to < ids.Length && order[to] == order[from]) to++;
            if (to - from > 1) Array.Sort(ids, from, to - from, this);
            for (var k = from; k < to; k++) ranks[ids[k]] = k > from && Level(ids[k - 1], ids[k]) == 0 ? ranks[ids[k - 1]] : k + 1;
            from = to;
        }
    }

    /// <summary>By the ladder, then by number so that every sort gives one order.</summary>
    public int Compare(int x, int y) => Level(x, y) is var level && level != 0 ? level : x.CompareTo(y);

    private int Level(int x, int y)
    {
        for (var step = 1; step < width; step++)
            if (keys[(y * width) + step].CompareTo(keys[(x * width) + step]) is var sign && sign != 0) return sign;
        return 0;
    }

    /// <summary>One order of the same sheets, however they came: the seed draws by it.</summary>
    private static IEnumerable<RankedSheet> InOrder(IReadOnlyList<RankedSheet> sheets, IReadOnlyList<TieStep> steps)
    {
        var ordered = sheets.OrderBy(sheet => sheet.Total);
        foreach (var step in steps.Where(step => step.IsCriterion)) ordered = ordered.ThenBy(sheet => sheet.Criteria.GetValueOrDefault(step.Code));
        return ordered.ThenBy(sheet => sheet.PersonId);
    }

    private void Mean(int i, ref SplitMix64 random)
    {
        var count = start[i + 1] - start[i];
        Array.Clear(sums);
        Array.Fill(lowest, double.MaxValue);
        Array.Clear(highest);
        for (var draw = 0; draw < count; draw++)
        {
            var row = points.AsSpan((start[i] + random.Below(count)) * width, width);
            for (var step = 0; step < row.Length; step++) sums[step] += row[step];
            if (!trimmed[i]) continue;
            for (var step = 0; step < row.Length; step++) (lowest[step], highest[step]) = (Math.Min(lowest[step], row[step]), Math.Max(highest[step], row[step]));
        }

        for (var step = 0; step < width; step++)
            if (isCriterion[step]) keys[(i * width) + step] = trimmed[i] ? (sums[step] - lowest[step] - highest[step]) / (count - 2) : sums[step] / count;
    }
}
