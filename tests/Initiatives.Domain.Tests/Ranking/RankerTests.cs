using FsCheck;
using FsCheck.Fluent;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Ranking;

namespace Initiatives.Domain.Tests.Ranking;

public class RankerTests
{
    private static readonly CycleSettings Settings = new();

    private static IReadOnlyList<RankedPlace> Rank(params RankInput[] inputs) => Ranker.Rank(inputs, Some.Rubric, Settings);

    private static RankInput Input(int id, params RankedSheet[] sheets) => new(id, Math.Max(sheets.Length, 1), sheets);

    private static readonly Gen<RankedSheet> AnySheet =
        from judge in Gen.Choose(1, 1000)
        from novelty in Gen.Choose(0, 60)
        from effect in Gen.Choose(0, 80)
        from scale in Gen.Choose(0, 60)
        select Some.Sheet(judge, novelty / 2m, effect / 2m, scale / 2m);

    /// <summary>Few distinct totals, so that ties are common.</summary>
    private static readonly Arbitrary<RankInput[]> AnyBoard =
        (from count in Gen.Choose(1, 12)
         from sheets in AnySheet.ArrayOf().Resize(5).ArrayOf(count)
         from votes in Gen.Choose(-1, 3).ArrayOf(count)
         select sheets.Select((each, index) => new RankInput(index + 1, each.Length + 1, each, votes[index] < 0 ? null : votes[index])).ToArray()).ToArbitrary();

    [Fact]
    public void The_order_of_the_input_does_not_matter() => Prop.ForAll(AnyBoard, board =>
        Lines(Rank(board)).SequenceEqual(Lines(Rank([.. board.Reverse().Select(input => input with { Sheets = [.. input.Sheets.Reverse()] })]))))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Raising_a_score_never_lowers_the_place() => Prop.ForAll(AnyBoard, Gen.Choose(0, 1000).ToArbitrary(), (board, pick) =>
    {
        var input = board[pick % board.Length];
        if (input.Sheets.Count == 0) return true;
        var sheet = input.Sheets[0];
        var raised = sheet with { Criteria = new Dictionary<string, decimal>(sheet.Criteria) { ["E"] = sheet.Criteria["E"] + 0.5m } };
        var after = board.Select(each => each == input ? input with { Sheets = [raised, .. input.Sheets.Skip(1)] } : each).ToArray();
        return Place(Rank(after), input.InitiativeId).Rank <= Place(Rank(board), input.InitiativeId).Rank;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Places_follow_the_means_and_start_at_one() => Prop.ForAll(AnyBoard, board =>
    {
        var places = Rank(board);
        return places[0].Rank == 1 && places.Select(place => place.InitiativeId).Order().SequenceEqual(board.Select(input => input.InitiativeId).Order())
            && places.Where(place => place.ValidSheets > 0).Zip(places.Where(place => place.ValidSheets > 0).Skip(1)).All(pair => pair.First.Mean >= pair.Second.Mean && pair.First.Rank <= pair.Second.Rank);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_absent_judge_is_neutral()
    {
        RankedSheet[] three = [Some.Sheet(1, 24, 32, 24), Some.Sheet(2, 25, 30, 20), Some.Sheet(3, 20, 31, 22)];
        var present = Rank(new RankInput(1, 3, three))[0];
        var absent = Rank(new RankInput(1, 4, three))[0];
        Assert.Equal((present.Mean, present.Rank), (absent.Mean, absent.Rank));
    }

    [Fact]
    public void The_threshold_is_compared_unrounded_though_70_is_shown()
    {
        var place = Rank(Input(1, [.. Enumerable.Range(1, 99).Select(judge => Some.Sheet(judge, 21, 28, 21)), Some.Sheet(100, 21, 28, 20.5m)]))[0];
        Assert.Equal((69.995m, 70.00m), (place.Mean, place.Shown));
        Assert.False(place.Passes);
        Assert.Equal("Chưa đạt", place.Label);
    }

    [Fact]
    public void An_exact_70_made_of_thirds_passes()
    {
        var place = Rank(Input(1, Some.Sheet(1, 20, 27, 22), Some.Sheet(2, 20, 27, 22), Some.Sheet(3, 21, 28, 23)))[0];
        Assert.Equal(70, place.Mean);
        Assert.True(place.Passes);
    }

    [Fact]
    public void A_criterion_below_half_fails_whatever_the_total()
    {
        var place = Rank(Input(1, Some.Sheet(1, 14.5m, 40, 30)))[0];
        Assert.Equal(["criterion-N"], place.Rules.Where(rule => !rule.Passed).Select(rule => rule.Key));
        Assert.True(Rank(Input(1, Some.Sheet(1, 15, 40, 30)))[0].Passes);
    }

    [Theory]
    [InlineData(9, 5, false)]
    [InlineData(9, 6, true)]
    [InlineData(6, 4, false)]
    [InlineData(6, 5, true)]
    [InlineData(3, 2, false)]
    [InlineData(3, 3, true)]
    [InlineData(0, 0, false)]
    public void Enough_sheets_are_five_or_all_and_two_thirds(int assigned, int valid, bool enough)
    {
        var sheets = Enumerable.Range(1, valid).Select(judge => Some.Sheet(judge, 24, 32, 24)).ToList();
        Assert.Equal(enough, Rank(new RankInput(1, assigned, sheets))[0].Rules.Single(rule => rule.Key == "sheets").Passed);
    }

    [Fact]
    public void Equal_totals_are_parted_by_effect_then_scale_then_votes_and_each_place_says_so()
    {
        var places = Rank(
            Input(1, Some.Sheet(1, 24, 30, 26)), Input(2, Some.Sheet(1, 22, 32, 26)),
            Input(3, Some.Sheet(1, 25, 30, 25)) with { Approving = 6 }, Input(4, Some.Sheet(1, 25, 30, 25)) with { Approving = 7 });
        Assert.Equal([(2, 1), (1, 2), (4, 3), (3, 4)], places.Select(place => (place.InitiativeId, place.Rank)));
        Assert.Equal("Cùng 80 điểm: xếp theo Hiệu quả, 32 trên 30", places[0].Tie);
        Assert.Equal("Cùng 80 điểm: xếp theo số phiếu đồng ý", places[3].Tie);
    }

    [Fact]
    public void What_nothing_parts_shares_its_place_and_asks_for_a_secret_ballot()
    {
        var places = Rank(Input(1, Some.Sheet(1, 25, 30, 25)), Input(2, Some.Sheet(1, 25, 30, 25)), Input(3, Some.Sheet(1, 25, 29, 25)));
        Assert.Equal([1, 1, 3], places.Select(place => place.Rank));
        Assert.All(places.Take(2), place => Assert.Equal("Cùng 80 điểm ở mọi tiêu chí: cần bỏ phiếu kín", place.Tie));
        Assert.Equal("", places[2].Tie);
    }

    [Fact]
    public void A_dossier_without_a_sheet_comes_last_even_behind_a_zero()
    {
        var places = Rank(Input(1), Input(2, Some.Sheet(1, 0, 0, 0)));
        Assert.Equal([2, 1], places.Select(place => place.InitiativeId));
        Assert.Equal([1, 2], places.Select(place => place.Rank));
    }

    [Theory]
    [InlineData(85, "Xuất sắc")]
    [InlineData(84.5, "Tốt")]
    [InlineData(75, "Tốt")]
    [InlineData(74.5, "Đạt")]
    [InlineData(69.5, "Chưa đạt")]
    public void Labels_follow_the_mean(double total, string label) =>
        Assert.Equal(label, Rank(Input(1, Some.Sheet(1, 25, (decimal)total - 50, 25)))[0].Label);

    [Fact]
    public void From_the_set_number_of_sheets_on_one_highest_and_one_lowest_are_dropped()
    {
        RankedSheet[] sheets = [Some.Sheet(1, 0, 0, 0), Some.Sheet(2, 20, 30, 20), Some.Sheet(3, 22, 30, 22), Some.Sheet(4, 30, 40, 30)];
        RankedPlace With(int? from) => Ranker.Rank([Input(1, sheets)], Some.Rubric, Settings with { DropExtremesFrom = from })[0];
        Assert.Equal(72, With(4).Mean);
        Assert.Equal(61, With(5).Mean);
        Assert.Equal(61, With(null).Mean);
        Assert.Equal(4, With(4).ValidSheets);
    }

    private static RankedPlace Place(IReadOnlyList<RankedPlace> places, int id) => places.Single(place => place.InitiativeId == id);

    private static IEnumerable<(int, int, decimal, string)> Lines(IReadOnlyList<RankedPlace> places) =>
        places.Select(place => (place.InitiativeId, place.Rank, place.Mean, place.Tie));
}
