using FsCheck;
using FsCheck.Fluent;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Ranking;

namespace Initiatives.Domain.Tests.Ranking;

public sealed class SimulatorTests
{
    private static readonly CycleSettings Settings = new() { MaxMerit = 1, MinSheets = 1 };

    private static RankInput Input(int id, params RankedSheet[] sheets) => new(id, sheets.Length, sheets);

    private static string Name(int id) => $"K{id}";

    [Fact]
    public void Every_rule_but_the_official_one_is_tried_once() => Assert.Equal(
    [
        "Theo quy định của kỳ xét",
        "Bỏ một phiếu cao nhất và một phiếu thấp nhất khi có từ 7 phiếu",
        "Không xét ngưỡng từng tiêu chí",
        "Khi bằng điểm: Tổng điểm → Hiệu quả → Tính mới → Nhân rộng → số phiếu đồng ý → bỏ phiếu kín",
        "Khi bằng điểm: Tổng điểm → Nhân rộng → Hiệu quả → Tính mới → số phiếu đồng ý → bỏ phiếu kín",
        "Khi bằng điểm: Tổng điểm → Nhân rộng → Tính mới → Hiệu quả → số phiếu đồng ý → bỏ phiếu kín",
        "Khi bằng điểm: Tổng điểm → Tính mới → Hiệu quả → Nhân rộng → số phiếu đồng ý → bỏ phiếu kín",
        "Khi bằng điểm: Tổng điểm → Tính mới → Nhân rộng → Hiệu quả → số phiếu đồng ý → bỏ phiếu kín",
        "Khi bằng điểm: Tổng điểm → số phiếu đồng ý → Hiệu quả → Nhân rộng → Tính mới → bỏ phiếu kín",
    ], Simulator.Run([Input(1, Some.Sheet(1, 25, 30, 25))], Some.Rubric, Settings).Select(rule => rule.Name));

    [Fact]
    public void A_cycle_that_drops_extremes_is_shown_the_plain_mean()
    {
        var names = Simulator.Run([], Some.Rubric, Settings with { DropExtremesFrom = 5, PassCriterionShare = null }).Select(rule => rule.Name).ToList();
        Assert.Equal("Trung bình mọi phiếu hợp lệ", names[1]);
        Assert.DoesNotContain("Không xét ngưỡng từng tiêu chí", names);
    }

    [Fact]
    public void Another_ladder_shows_who_would_enter_and_who_would_leave()
    {
        var rules = Simulator.Run([Input(1, Some.Sheet(1, 24, 32, 24)), Input(2, Some.Sheet(1, 26, 30, 24))], Some.Rubric, Settings);
        Assert.Equal("Không thay đổi gì so với kết quả chính thức.", rules[0].Sentence(Name));
        var novelty = rules.Single(rule => rule.Name.StartsWith("Khi bằng điểm: Tổng điểm → Tính mới → Hiệu quả", StringComparison.Ordinal));
        Assert.Equal([2], novelty.Merit.Inside);
        Assert.Equal([new RankMove(1, 1, 2), new RankMove(2, 2, 1)], novelty.Moved);
        Assert.Equal("Thêm vào các vị trí đầu: K2; ra khỏi các vị trí đầu: K1; 2 hồ sơ đổi hạng.", novelty.Sentence(Name));
    }

    [Fact]
    public void Without_the_floors_a_dossier_may_pass_and_take_a_first_place()
    {
        var rules = Simulator.Run([Input(1, Some.Sheet(1, 14, 40, 30)), Input(2, Some.Sheet(1, 25, 30, 25))], Some.Rubric, Settings);
        Assert.Equal([2], rules[0].Merit.Inside);
        Assert.Equal("Thêm vào các vị trí đầu: K1; ra khỏi các vị trí đầu: K2; 1 hồ sơ thành đạt điểm.", rules.Single(rule => rule.Name == "Không xét ngưỡng từng tiêu chí").Sentence(Name));
    }

    [Fact]
    public void Dropping_extremes_counts_from_seven_sheets_on()
    {
        RankedSheet[] Seven(decimal low) => [Some.Sheet(1, 0, low, 0), .. Enumerable.Range(2, 6).Select(judge => Some.Sheet(judge, 25, 32, 25))];
        var rules = Simulator.Run([Input(1, Seven(0)), Input(2, Some.Sheet(1, 25, 31, 25))], Some.Rubric, Settings);
        Assert.Equal([new RankMove(2, 1, 2), new RankMove(1, 2, 1)], rules[1].Moved);
        Assert.Equal("Thêm vào các vị trí đầu: K1; ra khỏi các vị trí đầu: K2; 2 hồ sơ đổi hạng.", rules[1].Sentence(Name));
    }

    [Fact]
    public void What_the_vote_refused_holds_a_rank_but_no_first_place_under_any_rule() => Assert.All(
        Simulator.Run([Input(1, Some.Sheet(1, 25, 40, 25)), Input(2, Some.Sheet(1, 25, 30, 25))], Some.Rubric, Settings, outcomes: new Dictionary<int, bool> { [1] = false, [2] = true }),
        rule => Assert.Equal((1, 2), (rule.Places[0].InitiativeId, Assert.Single(rule.Merit.Inside))));

    [Fact]
    public void What_a_resolution_recommends_though_it_does_not_pass_competes_under_every_rule() => Assert.All(
        Simulator.Run([Input(1, Some.Sheet(1, 25, 30, 25)), Input(2, Some.Sheet(1, 5, 5, 5)), Input(3, Some.Sheet(1, 4, 5, 5))], Some.Rubric, Settings with { MaxMerit = 5 }, outcomes: new Dictionary<int, bool> { [1] = true, [2] = true }),
        rule => Assert.Equal([1, 2], rule.Merit.Inside));

    [Fact]
    public void The_first_rule_is_the_official_ranking_and_no_rule_gives_more_places_than_the_cycle_has() => Prop.ForAll(Boards.Any, Boards.AnyRules, (board, rules) =>
    {
        var simulated = Simulator.Run(board, Some.Rubric, rules.Settings, rules.Ladder);
        return simulated[0].ChangesNothing
            && simulated[0].Places.Select(place => (place.InitiativeId, place.Rank)).SequenceEqual(rules.Rank(board).Select(place => (place.InitiativeId, place.Rank)))
            && simulated.All(rule => rule.Merit.Inside.Count + rule.Merit.Open <= rules.Settings.MaxMerit);
    }).QuickCheckThrowOnFailure();
}
