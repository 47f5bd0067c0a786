using FsCheck;
using FsCheck.Fluent;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Ranking;
using Initiatives.Domain.Text;

namespace Initiatives.Domain.Tests.Ranking;

public class RankerTests
{
    private static readonly CycleSettings Settings = new();

    private static IReadOnlyList<RankedPlace> Rank(params RankInput[] inputs) => Ranker.Rank(inputs, Some.Rubric, Settings);

    private static RankInput Input(int id, params RankedSheet[] sheets) => new(id, Math.Max(sheets.Length, 1), sheets);

    [Fact]
    public void The_order_of_the_input_does_not_matter() => Prop.ForAll(Boards.Any, Boards.AnyRules, (board, rules) =>
        Lines(rules.Rank(board)).SequenceEqual(Lines(rules.Rank([.. board.Reverse().Select(input => input with { Sheets = [.. input.Sheets.Reverse()] })]))))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Raising_a_score_never_lowers_the_place_and_fails_no_rule_that_was_met() => Prop.ForAll(Boards.Any, Boards.AnyRules, Gen.Choose(0, 100_000).ToArbitrary(), (board, rules, pick) =>
    {
        var input = board[pick % board.Length];
        if (input.Sheets.Count == 0) return true;
        var which = pick / 13 % input.Sheets.Count;
        var sheet = input.Sheets[which];
        var code = "NES"[pick / 101 % 3].ToString();
        var raised = sheet with { Criteria = new Dictionary<string, decimal>(sheet.Criteria) { [code] = sheet.Criteria[code] + (((pick / 307 % 4) + 1) / 2m) } };
        var after = board.Select(each => each == input ? input with { Sheets = [.. input.Sheets.Select((own, i) => i == which ? raised : own)] } : each).ToArray();
        var (was, now) = (Place(rules.Rank(board), input.InitiativeId), Place(rules.Rank(after), input.InitiativeId));
        return now.Rank <= was.Rank && was.Rules.Zip(now.Rules).All(pair => pair.Second.Passed || !pair.First.Passed);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    /// <summary>Whoever was assigned and gave no valid sheet, absent or abstaining, weighs nothing in the mean and in the place.</summary>
    [Fact]
    public void An_absent_judge_and_an_abstention_are_neutral() => Prop.ForAll(Boards.Any, Boards.AnyRules, Gen.Choose(0, 3).ToArbitrary(), (board, rules, absent) =>
        rules.Rank([.. board.Select(input => input with { Assigned = input.Assigned + absent })]).Select(place => (place.InitiativeId, place.Rank, place.Mean, place.Tie))
            .SequenceEqual(rules.Rank(board).Select(place => (place.InitiativeId, place.Rank, place.Mean, place.Tie))))
        .QuickCheckThrowOnFailure();

    /// <summary>
    /// The same in a few lines of its own: fractions are compared crosswise, nothing is divided; a place is one more than the
    /// number of dossiers that come before.
    /// </summary>
    [Fact]
    public void The_ranking_can_be_recomputed_by_hand() => Prop.ForAll(Boards.Any, Boards.AnyRules, (board, rules) =>
    {
        (decimal Sum, int Count) Of(RankInput input, TieStep step)
        {
            if (step.IsVotes || step.IsBallot) return ((step.IsVotes ? input.Approving : input.BallotVotes) ?? -1, 1);
            decimal[] counted = [.. input.Sheets.Select(sheet => step.Code.Sum(code => sheet.Criteria[code.ToString()])).Order()];
            if (counted.Length >= rules.Settings.DropExtremesFrom) counted = counted[1..^1];
            return (counted.Sum(), Math.Max(counted.Length, 1));
        }

        bool IsBefore(RankInput a, RankInput b)
        {
            if (a.Sheets.Count == 0 != (b.Sheets.Count == 0)) return a.Sheets.Count > 0;
            foreach (var step in rules.Ladder.Steps.Prepend(new TieStep("NES")))
            {
                var ((mine, my), (theirs, their)) = (Of(a, step), Of(b, step));
                if (mine * their != theirs * my) return mine * their > theirs * my;
            }

            return false;
        }

        return rules.Rank(board).All(place => place.Rank == 1 + board.Count(other => IsBefore(other, board[place.InitiativeId - 1])));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Places_follow_the_means_and_start_at_one() => Prop.ForAll(Boards.Any, board =>
    {
        var places = Rank(board);
        return places[0].Rank == 1 && places.Select(place => place.InitiativeId).Order().SequenceEqual(board.Select(input => input.InitiativeId).Order())
            && places.Where(place => place.ValidSheets > 0).Zip(places.Where(place => place.ValidSheets > 0).Skip(1)).All(pair => pair.First.Mean >= pair.Second.Mean && pair.First.Rank <= pair.Second.Rank);
    }).QuickCheckThrowOnFailure();

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
        Assert.Equal("Cùng 80,00 điểm: xếp theo Hiệu quả, 32,00 trên 30,00", places[0].Tie);
        Assert.Equal("Cùng 80,00 điểm: xếp theo số phiếu đồng ý, 7 trên 6", places[3].Tie);
    }

    [Fact]
    public void What_nothing_parts_shares_its_place_and_asks_for_a_secret_ballot()
    {
        var places = Rank(Input(1, Some.Sheet(1, 25, 30, 25)), Input(2, Some.Sheet(1, 25, 30, 25)), Input(3, Some.Sheet(1, 25, 29, 25)));
        Assert.Equal([1, 1, 3], places.Select(place => place.Rank));
        Assert.All(places.Take(2), place => Assert.Equal("Cùng 80,00 điểm ở mọi tiêu chí: chỉ bỏ phiếu kín mới phân được", place.Tie));
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

    /// <summary>Dropped with their sheets, the points of a criterion could fall when one of them is raised: 23 would leave and 15 come in.</summary>
    [Fact]
    public void Each_criterion_drops_its_own_highest_and_lowest_points()
    {
        RankedSheet[] sheets = [Some.Sheet(1, 15, 34, 24), Some.Sheet(2, 23, 28, 21), Some.Sheet(3, 24, 32, 24), Some.Sheet(4, 25, 36, 27)];
        var place = Ranker.Rank([Input(1, sheets)], Some.Rubric, Settings with { DropExtremesFrom = 4 })[0];
        Assert.Equal((76.5m, 23.5m, 33m, 24m), (place.Mean, place.CriterionMeans["N"], place.CriterionMeans["E"], place.CriterionMeans["S"]));
    }

    [Fact]
    public void A_secret_ballot_parts_what_nothing_else_could()
    {
        var level = Some.Sheet(1, 25, 30, 25);
        var places = Rank(Input(1, level) with { BallotVotes = 3 }, Input(2, level) with { BallotVotes = 6 }, Input(3, level), Input(4, Some.Sheet(1, 25, 31, 24)));
        Assert.Equal([(4, 1, 1), (2, 2, 2), (1, 3, 2), (3, 4, 2)], places.Select(place => (place.InitiativeId, place.Rank, place.TiedRank)));
        Assert.Equal("Cùng 80,00 điểm: xếp theo bỏ phiếu kín, 6 trên 3", places[2].Tie);
        Assert.Equal("Cùng 80,00 điểm: xếp theo bỏ phiếu kín, 3 trên hồ sơ không được bỏ phiếu", places[3].Tie);
    }

    [Fact]
    public void An_equal_secret_ballot_has_to_be_held_again()
    {
        var level = Some.Sheet(1, 25, 30, 25);
        var places = Rank(Input(1, level) with { BallotVotes = 4 }, Input(2, level) with { BallotVotes = 4 });
        Assert.Equal("Cùng 80,00 điểm ở mọi tiêu chí: chỉ bỏ phiếu kín lại mới phân được", places[0].Tie);
        Assert.Equal("Đồng hạng 1: trung bình 80,00 từ 1/1 phiếu hợp lệ, bằng 1 hồ sơ khác ở mọi bước xét nên chỉ bỏ phiếu kín lại mới phân được.", places[0].Why);
    }

    [Fact]
    public void A_cycle_may_have_fixed_another_ladder()
    {
        RankInput[] board = [Input(1, Some.Sheet(1, 24, 30, 26)), Input(2, Some.Sheet(1, 22, 32, 26)), Input(3, Some.Sheet(1, 30, 30, 20))];
        var places = Ranker.Rank(board, Some.Rubric, Settings, TieLadder.Parse("N,ballot").Value);
        Assert.Equal([3, 1, 2], places.Select(place => place.InitiativeId));
        Assert.Equal("Cùng 80,00 điểm: xếp theo Tính mới, 30,00 trên 24,00", places[0].Tie);
        var level = Ranker.Rank(board[..2], Some.Rubric, Settings, TieLadder.Parse("S,ballot").Value);
        Assert.Equal("Cùng 80,00 điểm và ở mọi bước xét tiếp: chỉ bỏ phiếu kín mới phân được", level[0].Tie);
    }

    [Fact]
    public void Each_place_is_explained_in_one_sentence()
    {
        RankedSheet[] seven = [.. Enumerable.Range(1, 7).Select(judge => Some.Sheet(judge, 25, 34.5m, 25))];
        var places = Rank(
            new RankInput(1, 9, seven), new RankInput(2, 3, [Some.Sheet(1, 25, 34, 25), Some.Sheet(2, 25, 34, 25), Some.Sheet(3, 25, 35, 25)]),
            Input(3, Some.Sheet(1, 25, 32, 23)), Input(4, Some.Sheet(1, 26, 31, 23)), Input(5, Some.Sheet(1, 26, 31, 23)), Input(6, Some.Sheet(1, 20, 30, 20)),
            new RankInput(7, 9, []));
        Assert.Equal(
        [
            "Hạng 1: trung bình 84,50 từ 7/9 phiếu hợp lệ, trên hạng 2 là 0,17 điểm.",
            "Hạng 2: trung bình 84,33 từ 3/3 phiếu hợp lệ, dưới hạng 1 là 0,17 điểm.",
            "Hạng 3: trung bình 80,00 từ 1/1 phiếu hợp lệ, dưới hạng 2 là 4,33 điểm, cùng điểm hạng 4 và xếp trước theo Hiệu quả, 32,00 trên 31,00.",
            "Đồng hạng 4: trung bình 80,00 từ 1/1 phiếu hợp lệ, bằng 1 hồ sơ khác ở mọi bước xét nên chỉ bỏ phiếu kín mới phân được.",
            "Đồng hạng 4: trung bình 80,00 từ 1/1 phiếu hợp lệ, bằng 1 hồ sơ khác ở mọi bước xét nên chỉ bỏ phiếu kín mới phân được.",
            "Hạng 6: trung bình 70,00 từ 1/1 phiếu hợp lệ, dưới hạng 4 là 10 điểm.",
            "Không xếp hạng: không có phiếu hợp lệ nào trong 9 phiếu được phân công.",
        ], places.Select(place => place.Why));
        Assert.Equal("Cùng 80,00 điểm ở mọi tiêu chí: chỉ bỏ phiếu kín mới phân được", places[3].Tie);
    }

    [Fact]
    public void A_place_tells_what_was_dropped_what_is_still_to_be_voted_and_what_rounding_hides()
    {
        RankedSheet[] three = [Some.Sheet(1, 25, 30, 25), Some.Sheet(2, 25, 30, 25), Some.Sheet(3, 20, 30, 25)];
        Assert.Equal("Hạng 1: trung bình 80,00 từ 3/3 phiếu hợp lệ (bỏ một phiếu cao nhất, một phiếu thấp nhất).",
            Ranker.Rank([Input(1, three)], Some.Rubric, Settings with { DropExtremesFrom = 3 })[0].Why);
        Assert.Equal("Hạng 1: trung bình 80,00 từ 3/3 phiếu hợp lệ (1 nhập thay; bỏ một phiếu cao nhất, một phiếu thấp nhất).",
            Ranker.Rank([Input(1, three[0], three[1] with { IsEntered = true }, three[2])], Some.Rubric, Settings with { DropExtremesFrom = 3 })[0].Why);
        Assert.Equal("Hạng 2: trung bình 80,00 từ 1/1 phiếu hợp lệ, cùng điểm hạng 1 và xếp sau theo số phiếu đồng ý, 7 trên hồ sơ chưa biểu quyết.",
            Rank(Input(1, three[0]) with { Approving = 7 }, Input(2, three[1]))[1].Why);
        RankedSheet[] many = [.. Enumerable.Range(1, 101).Select(judge => Some.Sheet(judge, 25, judge == 1 ? 29.5m : 30, 25))];
        Assert.Equal("Hạng 2: trung bình 80,00 từ 101/101 phiếu hợp lệ, dưới hạng 1 là chưa đến 0,01 điểm.", Rank(Input(1, three[0]), Input(2, many))[1].Why);
    }

    /// <summary>The sentences write their figures themselves, for speed; they must read as everywhere else.</summary>
    [Fact]
    public void Figures_in_sentences_are_written_as_everywhere() => Assert.All(Enumerable.Range(0, 201).Select(i => i * 0.155m), points =>
        Assert.StartsWith($"Điểm trung bình {VietnameseNumber.Mean(points)}, ngưỡng", Rank(Input(1, Some.Sheet(1, points, 0, 0)))[0].Rules[1].Sentence, StringComparison.Ordinal));

    private static RankedPlace Place(IReadOnlyList<RankedPlace> places, int id) => places.Single(place => place.InitiativeId == id);

    private static IEnumerable<(int, int, int, decimal, string, string)> Lines(IReadOnlyList<RankedPlace> places) =>
        places.Select(place => (place.InitiativeId, place.Rank, place.TiedRank, place.Mean, place.Tie, place.Why));
}
