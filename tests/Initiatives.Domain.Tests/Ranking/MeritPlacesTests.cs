using FsCheck;
using FsCheck.Fluent;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Ranking;

namespace Initiatives.Domain.Tests.Ranking;

public sealed class MeritPlacesTests
{
    private static readonly RankedSheet Level = Some.Sheet(1, 25, 30, 25);

    /// <summary>Dossiers 1 … of these totals.</summary>
    private static IReadOnlyList<RankedPlace> Board(params decimal[] totals) =>
        Ranker.Rank(totals.Select((total, i) => new RankInput(i + 1, 1, [Some.Sheet(1, 25, total - 50, 25)])), Some.Rubric, new CycleSettings());

    private static string Text(MeritPlaces merit) => $"{string.Join(' ', merit.Inside)} | {string.Join(' ', merit.Tied)} | {merit.Open}";

    [Fact]
    public void The_best_five_are_inside_when_nothing_is_tied() => Assert.Equal("6 5 4 3 2 |  | 0", Text(MeritPlaces.Of(Board(80, 81, 82, 83, 84, 85), 5)));

    [Fact]
    public void A_tie_across_the_cut_goes_to_a_secret_ballot()
    {
        var merit = MeritPlaces.Of(Board(85, 84, 83, 80, 80, 80, 79), 5);
        Assert.Equal("1 2 3 | 4 5 6 | 2", Text(merit));
        Assert.Equal("3 suất Bằng khen đã rõ; 3 hồ sơ bằng nhau ở mọi bước xét, chỉ bỏ phiếu kín mới chọn được 2.", merit.Sentence);
    }

    [Fact]
    public void A_tie_that_fits_needs_no_ballot()
    {
        var merit = MeritPlaces.Of(Board(85, 84, 83, 80, 80, 79), 5);
        Assert.Equal("1 2 3 4 5 |  | 0", Text(merit));
        Assert.Equal("5 suất Bằng khen đã rõ.", merit.Sentence);
    }

    [Fact]
    public void Six_equal_dossiers_leave_all_five_places_to_the_ballot() => Assert.Equal(" | 1 2 3 4 5 6 | 5", Text(MeritPlaces.Of(Board(80, 80, 80, 80, 80, 80), 5)));

    [Fact]
    public void A_ballot_fills_the_places_and_what_it_leaves_equal_is_voted_again()
    {
        MeritPlaces Of(params int?[] ballots) => MeritPlaces.Of(
            Ranker.Rank(ballots.Select((votes, i) => new RankInput(i + 1, 1, [Level], 7, votes)), Some.Rubric, new CycleSettings()), 2);
        Assert.Equal("3 1 |  | 0", Text(Of(5, 2, 6)));
        Assert.Equal("3 | 1 2 | 1", Text(Of(4, 4, 6)));
        Assert.Equal(" | 1 2 3 | 2", Text(Of(4, 4, 4)));
    }

    [Fact]
    public void A_ballot_in_which_a_level_dossier_did_not_stand_parts_nobody() => Assert.Equal(" | 1 2 3 | 2", Text(MeritPlaces.Of(
        Ranker.Rank([new(1, 1, [Level], 7, 5), new(2, 1, [Level], 7, 3), new(3, 1, [Level], 7)], Some.Rubric, new CycleSettings()), 2)));

    [Fact]
    public void A_dossier_without_a_sheet_is_never_proposed() =>
        Assert.Equal("2 |  | 0", Text(MeritPlaces.Of(Ranker.Rank([new(1, 1, []), new(2, 1, [Level])], Some.Rubric, new CycleSettings()), 5)));

    [Fact]
    public void Never_more_than_the_number_set_under_every_tie() => Prop.ForAll(Boards.Any, Boards.AnyRules, (board, rules) =>
    {
        var (places, most) = (rules.Rank(board).Where(place => place.ValidSheets > 0).ToList(), rules.Settings.MaxMerit);
        var merit = MeritPlaces.Of(places, most);
        int RankOf(int id) => places.Single(place => place.InitiativeId == id).Rank;
        var outside = places.Select(place => place.InitiativeId).Except(merit.Inside).Except(merit.Tied).ToList();
        return merit.Inside.Count + merit.Open == Math.Min(most, places.Count)
            && (merit.Tied.Count == 0 ? merit.Open == 0 : merit.Open > 0 && merit.Open < merit.Tied.Count)
            && !merit.Inside.Intersect(merit.Tied).Any()
            && merit.Inside.Concat(merit.Tied).All(id => outside.All(other => RankOf(id) < RankOf(other)))
            && merit.Inside.All(id => merit.Tied.All(other => RankOf(id) < RankOf(other)));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void A_ballot_of_those_tied_without_equal_votes_settles_it() => Prop.ForAll(Boards.Any, Boards.AnyRules, (board, rules) =>
    {
        RankInput[] open = [.. board.Select(input => input with { BallotVotes = null })];
        var tied = MeritPlaces.Of(rules.Rank(open), rules.Settings.MaxMerit).Tied;
        var held = MeritPlaces.Of(rules.Rank([.. open.Select(input => tied.Contains(input.InitiativeId) ? input with { BallotVotes = input.InitiativeId } : input)]), rules.Settings.MaxMerit);
        return !held.NeedsBallot && held.Inside.Count == Math.Min(rules.Settings.MaxMerit, board.Count(input => input.Sheets.Count > 0));
    }).QuickCheckThrowOnFailure();
}
