using Initiatives.Domain.Cycles;
using Initiatives.Domain.Text;

namespace Initiatives.Domain.Ranking;

/// <summary>A dossier that stands elsewhere under another rule.</summary>
public sealed record RankMove(int InitiativeId, int From, int To);

/// <summary>The ranking as another rule would give it, beside the official one.</summary>
/// <param name="Name">The rule, in Vietnamese.</param>
/// <param name="Places">The whole ranking under it.</param>
/// <param name="Merit">Its first places among dossiers that pass under it.</param>
/// <param name="Entered">Dossiers that could get a first place under it and could not officially.</param>
/// <param name="Left">The other way round.</param>
/// <param name="Moved">Dossiers whose rank differs, by official rank.</param>
/// <param name="NowPass">Dossiers that meet the score rules under it only.</param>
/// <param name="NowFail">Dossiers that meet them officially only.</param>
public sealed record SimulatedRule(
    string Name,
    IReadOnlyList<RankedPlace> Places,
    MeritPlaces Merit,
    IReadOnlyList<int> Entered,
    IReadOnlyList<int> Left,
    IReadOnlyList<RankMove> Moved,
    IReadOnlyList<int> NowPass,
    IReadOnlyList<int> NowFail)
{
    /// <summary>True when it would change nothing: no rank, no pass, no first place.</summary>
    public bool ChangesNothing => Entered.Count + Left.Count + Moved.Count + NowPass.Count + NowFail.Count == 0;

    /// <summary>What it would change, in one sentence.</summary>
    /// <param name="nameOf">What a dossier is called on the screen.</param>
    public string Sentence(Func<int, string> nameOf) =>
        ChangeText.Sentence(Entered, Left, Moved.Count == 0 ? "" : $"{VietnameseNumber.Format(Moved.Count)} hồ sơ đổi hạng", NowPass, NowFail, nameOf);
}

/// <summary>
/// What each rule that the cycle could have had would give, for a council that asks at a tie: the official one first, then
/// every other that differs from it in its setting. Informative: the official result never reads it. Some ten rankings.
/// </summary>
public static class Simulator
{
    /// <summary>Ladders of more criteria than this are permuted by neighbours only: all orders of four would be 24 rankings.</summary>
    private const int AllOrdersUpTo = 3;

    /// <param name="outcomes">What the council concluded, by dossier. One that it refused is ranked, but under no rule among the first places; one that it recommended by resolution although it does not pass is under every rule.</param>
    public static IReadOnlyList<SimulatedRule> Run(
        IReadOnlyList<RankInput> inputs, RubricContent rubric, CycleSettings settings, TieLadder? ladder = null, IReadOnlyDictionary<int, bool>? outcomes = null)
    {
        var official = (Settings: settings, Ladder: ladder ?? settings.TieLadder);
        var places = Ranker.Rank(inputs, rubric, settings, ladder);
        var decided = places.Where(place => outcomes?.TryGetValue(place.InitiativeId, out var outcome) == true && !(outcome && place.Passes)).ToDictionary(place => place.InitiativeId, place => outcomes![place.InitiativeId]);
        var merit = Merit(places);
        return
        [
            Compare("Theo quy định của kỳ xét", places, merit, places, merit),
            .. Rules(official.Settings, official.Ladder, rubric)
                .Where(rule => rule.Settings != official.Settings || rule.Ladder != official.Ladder)
                .Select(rule =>
                {
                    var other = Ranker.Rank(inputs, rubric, rule.Settings, rule.Ladder);
                    return Compare(rule.Name, places, merit, other, Merit(other));
                }),
        ];

        MeritPlaces Merit(IReadOnlyList<RankedPlace> ranked) => MeritPlaces.Of(ranked.Where(place => decided.GetValueOrDefault(place.InitiativeId, place.Passes)), settings.MaxMerit);
    }

    private static IEnumerable<(string Name, CycleSettings Settings, TieLadder Ladder)> Rules(CycleSettings settings, TieLadder ladder, RubricContent rubric)
    {
        var from = settings.DropExtremesFrom ?? 7;
        yield return ("Trung bình mọi phiếu hợp lệ", settings with { DropExtremesFrom = null }, ladder);
        yield return ($"Bỏ một phiếu cao nhất và một phiếu thấp nhất khi có từ {from} phiếu", settings with { DropExtremesFrom = from }, ladder);
        yield return ("Không xét ngưỡng từng tiêu chí", settings with { PassCriterionShare = null }, ladder);
        foreach (var other in Ladders(ladder)) yield return ($"Khi bằng điểm: {other.Describe(rubric)}", settings, other);
    }

    /// <summary>The ladder's criteria in other orders, where they stand; and the votes before all of them.</summary>
    private static IEnumerable<TieLadder> Ladders(TieLadder ladder)
    {
        var criteria = ladder.Steps.Where(step => step.IsCriterion).ToList();
        foreach (var order in criteria.Count <= AllOrdersUpTo ? Orders(criteria) : Swaps(criteria))
        {
            var next = new Queue<TieStep>(order);
            yield return TieLadder.Of([.. ladder.Steps.Select(step => step.IsCriterion ? next.Dequeue() : step)]).Value;
        }

        yield return TieLadder.Of([TieStep.Votes, .. criteria, TieStep.Ballot]).Value;
    }

    private static IEnumerable<IReadOnlyList<TieStep>> Orders(IReadOnlyList<TieStep> steps) => steps.Count == 0
        ? [[]]
        : steps.SelectMany(first => Orders([.. steps.Where(step => step != first)]).Select(rest => (IReadOnlyList<TieStep>)[first, .. rest]));

    private static IEnumerable<IReadOnlyList<TieStep>> Swaps(List<TieStep> steps) =>
        Enumerable.Range(0, steps.Count - 1).Select(i => (IReadOnlyList<TieStep>)[.. steps[..i], steps[i + 1], steps[i], .. steps[(i + 2)..]]);

    private static SimulatedRule Compare(string name, IReadOnlyList<RankedPlace> official, MeritPlaces officialMerit, IReadOnlyList<RankedPlace> places, MeritPlaces merit)
    {
        var other = places.ToDictionary(place => place.InitiativeId);
        var (before, after) = (officialMerit.Inside.Concat(officialMerit.Tied).ToList(), merit.Inside.Concat(merit.Tied).ToList());
        return new SimulatedRule(
            name, places, merit, [.. after.Except(before)], [.. before.Except(after)],
            [.. official.Select(place => new RankMove(place.InitiativeId, place.Rank, other[place.InitiativeId].Rank)).Where(move => move.From != move.To)],
            [.. official.Where(place => !place.Passes && other[place.InitiativeId].Passes).Select(place => place.InitiativeId)],
            [.. official.Where(place => place.Passes && !other[place.InitiativeId].Passes).Select(place => place.InitiativeId)]);
    }
}
