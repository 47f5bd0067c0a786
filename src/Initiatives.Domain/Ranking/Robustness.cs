using Initiatives.Domain.Cycles;
using Initiatives.Domain.Text;

namespace Initiatives.Domain.Ranking;

/// <summary>What changes when one judge's sheets are left out.</summary>
/// <param name="PersonId">The judge.</param>
/// <param name="Sheets">His valid sheets.</param>
/// <param name="Entered">Dossiers among the first places without him only, by number.</param>
/// <param name="Left">Dossiers among the first places with him only.</param>
/// <param name="IsOrderKept">True when the same dossiers hold the first places at the same ranks.</param>
/// <param name="NowPass">Dossiers that meet the score rules without him only.</param>
/// <param name="NowFail">Dossiers that meet them with him only.</param>
public sealed record JudgeInfluence(
    int PersonId, int Sheets, IReadOnlyList<int> Entered, IReadOnlyList<int> Left, bool IsOrderKept, IReadOnlyList<int> NowPass, IReadOnlyList<int> NowFail)
{
    /// <summary>True when neither the first places nor who passes hang on this judge.</summary>
    public bool ChangesNothing => IsOrderKept && NowPass.Count + NowFail.Count == 0;

    /// <summary>What would change without this judge's sheets, in one sentence.</summary>
    /// <param name="nameOf">What a dossier is called on the screen.</param>
    public string Sentence(Func<int, string> nameOf) =>
        ChangeText.Sentence(Entered, Left, !IsOrderKept && Entered.Count + Left.Count == 0 ? "thứ tự khác đi" : "", NowPass, NowFail, nameOf);
}

/// <summary>
/// How firmly the ranking stands. Informative, for the secretary and the Department: the official ranking never reads
/// anything of this. "First places" are those of rank 1 … n, more than n where a tie crosses the cut; whether they pass is
/// told apart.
/// </summary>
public static partial class Robustness
{
    /// <summary>
    /// Leaves each judge out in turn, as if the dossiers had not been assigned to him: the sheets they need fall with him, so
    /// that what changes is due to his points. One ranking for each judge.
    /// </summary>
    /// <returns>By judge, in the order of their numbers.</returns>
    public static IReadOnlyList<JudgeInfluence> LeaveOneOut(IReadOnlyList<RankInput> inputs, RubricContent rubric, CycleSettings settings, TieLadder? ladder = null)
    {
        var places = Ranker.Rank(inputs, rubric, settings, ladder);
        var (first, passing) = (First(places, settings.MaxMerit), Passing(places));
        var judges = inputs.SelectMany(input => input.Sheets).CountBy(sheet => sheet.PersonId).OrderBy(judge => judge.Key);
        return [.. judges.Select(judge =>
        {
            var without = Ranker.Rank(inputs.Select(input => Without(input, judge.Key)), rubric, settings, ladder);
            var (others, pass) = (First(without, settings.MaxMerit), Passing(without));
            return new JudgeInfluence(
                judge.Key, judge.Value,
                [.. others.Keys.Except(first.Keys).Order()], [.. first.Keys.Except(others.Keys).Order()],
                others.Count == first.Count && others.All(place => first.TryGetValue(place.Key, out var rank) && rank == place.Value),
                [.. pass.Except(passing).Order()], [.. passing.Except(pass).Order()]);
        })];
    }

    private static RankInput Without(RankInput input, int judge)
    {
        var sheets = input.Sheets.Where(sheet => sheet.PersonId != judge).ToList();
        return sheets.Count == input.Sheets.Count ? input : input with { Sheets = sheets, Assigned = input.Assigned - 1 };
    }

    private static Dictionary<int, int> First(IReadOnlyList<RankedPlace> places, int most) =>
        places.Where(place => place.ValidSheets > 0 && place.Rank <= most).ToDictionary(place => place.InitiativeId, place => place.Rank);

    private static HashSet<int> Passing(IReadOnlyList<RankedPlace> places) => [.. places.Where(place => place.Passes).Select(place => place.InitiativeId)];

    /// <summary>"Năm vị trí đầu", "Vị trí đầu": how the first places are called at the head of a sentence.</summary>
    internal static string FirstPlaces(int most) => most switch
    {
        1 => "Vị trí đầu",
        2 => "Hai vị trí đầu",
        3 => "Ba vị trí đầu",
        4 => "Bốn vị trí đầu",
        5 => "Năm vị trí đầu",
        _ => $"{VietnameseNumber.Format(most)} vị trí đầu",
    };
}
