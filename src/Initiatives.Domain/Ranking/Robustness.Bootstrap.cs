using Initiatives.Domain.Cycles;
using Initiatives.Domain.Text;

namespace Initiatives.Domain.Ranking;

/// <summary>Between which ranks a dossier lay in nine of ten resamples.</summary>
/// <param name="Rank">The official rank.</param>
/// <param name="Low">5th percentile (nearest rank): a better place than this came up in fewer than 5 %.</param>
/// <param name="High">95th percentile.</param>
public sealed record RankInterval(int InitiativeId, int Rank, int Low, int High);

/// <summary>What a bootstrap found.</summary>
/// <param name="Seed">The same seed and sheets give the same figures, on every machine.</param>
/// <param name="First">First places looked at.</param>
/// <param name="SameSet">Resamples in which the same dossiers hold the first places.</param>
/// <param name="SameOrder">Resamples in which they also hold the same ranks; never more than <paramref name="SameSet"/>.</param>
/// <param name="Intervals">Of each dossier with a sheet, by official rank.</param>
public sealed record BootstrapFigures(int Seed, int Resamples, int First, int SameSet, int SameOrder, IReadOnlyList<RankInterval> Intervals)
{
    /// <summary>Share of resamples, 0–1, in which the same dossiers hold the first places.</summary>
    public decimal SetShare => (decimal)SameSet / Resamples;

    /// <summary>Share of resamples, 0–1, in which they hold them in the same order.</summary>
    public decimal OrderShare => (decimal)SameOrder / Resamples;

    /// <summary>"Năm vị trí đầu không đổi trong 97% của 2.000 lần lấy mẫu lại."</summary>
    public string SetSentence => Sentence(Robustness.FirstPlaces(First), SetShare);

    /// <summary>"Thứ tự năm vị trí đầu không đổi trong 61% của 2.000 lần lấy mẫu lại."</summary>
    public string OrderSentence => Sentence($"Thứ tự {char.ToLowerInvariant(Robustness.FirstPlaces(First)[0])}{Robustness.FirstPlaces(First)[1..]}", OrderShare);

    /// <summary>The share is cut, not rounded: 99,96% must not read as all.</summary>
    private string Sentence(string what, decimal share)
    {
        if (Intervals.Count == 0 || First == 0) return "Không có vị trí đầu nào để lấy mẫu lại.";
        var times = $"{VietnameseNumber.Format(Resamples)} lần lấy mẫu lại";
        if (share == 1) return $"{what} không đổi trong cả {times}.";
        if (share == 0) return $"{what} thay đổi trong cả {times}.";
        var cut = Math.Floor(share * 1000) / 1000;
        return $"{what} không đổi trong {(cut == 0 ? "chưa đến 0,1%" : VietnameseNumber.Percent(cut))} của {times}.";
    }
}

public static partial class Robustness
{
    /// <summary>
    /// Draws the sheets of each dossier anew, as many as there are, with replacement, and ranks by the rules of the cycle;
    /// dossiers without a sheet stay out, and one with a single sheet cannot vary. What it tells is how much the places hang
    /// on which judges happened to score (B. Efron, R. J. Tibshirani, "An Introduction to the Bootstrap", 1993).
    /// O(resamples × (sheets + n log n)): 1,000 dossiers of five sheets 2,000 times in about a second.
    /// </summary>
    /// <remarks>
    /// One stream of <see cref="SplitMix64"/>: in each resample dossiers by number, and for each as many draws as it has
    /// sheets, from its sheets ordered by total, the ladder's criteria and judge.
    /// </remarks>
    /// <param name="seed">Recorded beside the figures.</param>
    /// <param name="resamples">1 or more.</param>
    public static BootstrapFigures Bootstrap(
        IReadOnlyList<RankInput> inputs, RubricContent rubric, CycleSettings settings, int seed, TieLadder? ladder = null, int resamples = 2000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 1);
        var official = Ranker.Rank(inputs, rubric, settings, ladder).Where(place => place.ValidSheets > 0).ToDictionary(place => place.InitiativeId, place => place.Rank);
        var dossiers = inputs.Where(input => input.Sheets.Count > 0).OrderBy(input => input.InitiativeId).ToList();
        var sampler = new Resampler(dossiers, rubric, settings, ladder ?? settings.TieLadder);
        var expected = dossiers.ConvertAll(input => official[input.InitiativeId]);
        var drawn = dossiers.ConvertAll(_ => new int[resamples]);
        var random = new SplitMix64((ulong)seed);
        var ranks = new int[dossiers.Count];
        var (sameSet, sameOrder) = (0, 0);
        for (var sample = 0; sample < resamples; sample++)
        {
            sampler.Draw(ref random, ranks);
            var (set, order) = (true, true);
            for (var i = 0; i < ranks.Length; i++)
            {
                drawn[i][sample] = ranks[i];
                set &= ranks[i] <= settings.MaxMerit == expected[i] <= settings.MaxMerit;
                order &= expected[i] > settings.MaxMerit || ranks[i] == expected[i];
            }

            if (set) sameSet++;
            if (set && order) sameOrder++;
        }

        return new BootstrapFigures(seed, resamples, settings.MaxMerit, sameSet, sameOrder,
            [.. dossiers.Select((input, i) => Interval(input.InitiativeId, expected[i], drawn[i])).OrderBy(interval => interval.Rank).ThenBy(interval => interval.InitiativeId)]);
    }

    private static RankInterval Interval(int id, int rank, int[] ranks)
    {
        Array.Sort(ranks);
        int At(int percent) => ranks[Math.Max(((ranks.Length * percent) + 99) / 100, 1) - 1];
        return new RankInterval(id, rank, At(5), At(95));
    }
}
