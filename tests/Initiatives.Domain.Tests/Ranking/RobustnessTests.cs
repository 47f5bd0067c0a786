using FsCheck;
using FsCheck.Fluent;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Ranking;

namespace Initiatives.Domain.Tests.Ranking;

public sealed class RobustnessTests
{
    private static readonly CycleSettings Settings = new() { MaxMerit = 1, MinSheets = 1 };

    private static RankInput Input(int id, params decimal[] totals) =>
        new(id, totals.Length, [.. totals.Select((total, i) => Some.Sheet(i + 1, 25, total - 50, 25))]);

    /// <summary>The reference outputs for seed 1234567 that come with the published algorithm.</summary>
    [Fact]
    public void The_generator_gives_the_published_numbers()
    {
        var random = new SplitMix64(1234567);
        ulong[] drawn = [random.Next(), random.Next(), random.Next(), random.Next(), random.Next()];
        Assert.Equal([6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821], drawn);
    }

    [Fact]
    public void The_generator_draws_every_number_below_the_count_about_equally_often()
    {
        var random = new SplitMix64(1);
        var tally = new int[5];
        for (var i = 0; i < 50_000; i++) tally[random.Below(5)]++;
        Assert.All(tally, count => Assert.InRange(count, 9_700, 10_300));
    }

    [Fact]
    public void Leaving_a_judge_out_shows_who_owes_him_his_place()
    {
        // Judge 3 lifts dossier 1 above dossier 2 and over the threshold.
        var judges = Robustness.LeaveOneOut([Input(1, 68, 68, 95), Input(2, 75, 75, 75)], Some.Rubric, Settings);
        Assert.Equal([1, 2, 3], judges.Select(judge => judge.PersonId));
        Assert.True(judges[0].ChangesNothing);
        Assert.Equal("Không thay đổi gì so với kết quả chính thức.", judges[0].Sentence(id => $"K{id}"));
        Assert.Equal("Thêm vào các vị trí đầu: K2; ra khỏi các vị trí đầu: K1; 1 hồ sơ thành không đạt điểm.", judges[2].Sentence(id => $"K{id}"));
        Assert.Equal((2, false), (judges[2].Sheets, judges[2].IsOrderKept));
        Assert.Equal("2 | 1 |  | 1", string.Join(" | ", new[] { judges[2].Entered, judges[2].Left, judges[2].NowPass, judges[2].NowFail }.Select(ids => string.Join(' ', ids))));
    }

    [Fact]
    public void A_judge_may_change_the_order_of_the_first_places_only()
    {
        var judges = Robustness.LeaveOneOut([Input(1, 80, 80, 95), Input(2, 82, 82, 82)], Some.Rubric, Settings with { MaxMerit = 2 });
        Assert.Equal("Các vị trí đầu vẫn là những hồ sơ ấy; thứ tự khác đi.", judges[2].Sentence(id => $"K{id}"));
    }

    [Fact]
    public void A_dossier_does_not_fail_for_want_of_the_sheet_that_was_left_out() =>
        Assert.All(Robustness.LeaveOneOut([Input(1, 80, 80, 80, 80, 80)], Some.Rubric, new CycleSettings()), judge => Assert.True(judge.ChangesNothing));

    [Fact]
    public void Sheets_that_agree_leave_nothing_to_chance()
    {
        var figures = Robustness.Bootstrap([Input(1, 80, 80, 80), Input(2, 79, 79), Input(3, 78)], Some.Rubric, Settings, seed: 1);
        Assert.Equal("Vị trí đầu không đổi trong cả 2.000 lần lấy mẫu lại.", figures.SetSentence);
        Assert.Equal([new RankInterval(1, 1, 1, 1), new RankInterval(2, 2, 2, 2), new RankInterval(3, 3, 3, 3)], figures.Intervals);
    }

    /// <summary>Dossier 1 loses its place only when its lower sheet is drawn twice: in one resample of four.</summary>
    [Fact]
    public void The_share_is_what_chance_gives_and_the_same_seed_gives_the_same_figures()
    {
        BootstrapFigures Run(int seed) => Robustness.Bootstrap([Input(1, 90, 70), Input(2, 75, 75)], Some.Rubric, Settings, seed);
        Assert.InRange(Run(1).SetShare, 0.72m, 0.78m);
        Assert.Equal(1492, Run(2026).SameSet);
        Assert.Equal("Vị trí đầu không đổi trong 74,6% của 2.000 lần lấy mẫu lại.", Run(2026).SetSentence);
        Assert.NotEqual(Run(1).SameSet, Run(2026).SameSet);
        Assert.Equal([new RankInterval(1, 1, 1, 2), new RankInterval(2, 2, 1, 2)], Run(2026).Intervals);
    }

    [Fact]
    public void Shares_are_cut_so_that_nearly_all_never_reads_as_all()
    {
        BootstrapFigures Of(int set, int order) => new(1, 2000, 5, set, order, [new RankInterval(1, 1, 1, 1)]);
        Assert.Equal("Năm vị trí đầu không đổi trong 97% của 2.000 lần lấy mẫu lại.", Of(1940, 0).SetSentence);
        Assert.Equal("Năm vị trí đầu không đổi trong 99,9% của 2.000 lần lấy mẫu lại.", Of(1999, 0).SetSentence);
        Assert.Equal("Thứ tự năm vị trí đầu không đổi trong chưa đến 0,1% của 2.000 lần lấy mẫu lại.", Of(1999, 1).OrderSentence);
        Assert.Equal("Thứ tự năm vị trí đầu thay đổi trong cả 2.000 lần lấy mẫu lại.", Of(1999, 0).OrderSentence);
        Assert.Equal("Không có vị trí đầu nào để lấy mẫu lại.", Robustness.Bootstrap([new(1, 3, [])], Some.Rubric, Settings, 1).SetSentence);
    }

    /// <summary>Draws the same sheets itself and has the official ranker rank them.</summary>
    [Fact]
    public void Each_resample_is_ranked_as_the_ranker_would() => Prop.ForAll(Boards.Any, Boards.AnyRules, (board, rules) =>
    {
        const int Resamples = 20;
        var random = new SplitMix64(7);
        var most = rules.Settings.MaxMerit;
        var official = rules.Rank(board).Where(place => place.ValidSheets > 0).ToDictionary(place => place.InitiativeId, place => place.Rank);
        var ranks = official.Keys.ToDictionary(id => id, _ => new List<int>());
        var (set, order) = (0, 0);
        for (var sample = 0; sample < Resamples; sample++)
        {
            var drawn = new List<RankInput>();
            foreach (var input in board.Where(input => input.Sheets.Count > 0))
            {
                var sheets = input.Sheets.OrderBy(sheet => sheet.Total);
                foreach (var step in rules.Ladder.Steps.Where(step => step.IsCriterion)) sheets = sheets.ThenBy(sheet => sheet.Criteria[step.Code]);
                RankedSheet[] own = [.. sheets.ThenBy(sheet => sheet.PersonId)];
                var picks = new List<RankedSheet>();
                foreach (var _ in own) picks.Add(own[random.Below(own.Length)]);
                drawn.Add(input with { Sheets = picks });
            }

            var found = rules.Rank(drawn).ToDictionary(place => place.InitiativeId, place => place.Rank);
            foreach (var (id, rank) in found) ranks[id].Add(rank);
            var same = found.All(place => place.Value <= most == official[place.Key] <= most);
            if (same) set++;
            if (same && found.All(place => official[place.Key] > most || place.Value == official[place.Key])) order++;
        }

        var figures = Robustness.Bootstrap([.. board.Reverse()], Some.Rubric, rules.Settings, 7, rules.Ladder, Resamples);
        return (figures.SameSet, figures.SameOrder) == (set, order)
            && figures.Intervals.All(interval => ranks[interval.InitiativeId].Order().ToList() is var own && (interval.Rank, interval.Low, interval.High) == (official[interval.InitiativeId], own[0], own[18]));
    }).QuickCheckThrowOnFailure();

    /// <summary>Results are informative: what is official must not read them.</summary>
    [Fact]
    public void Nothing_official_knows_of_robustness_simulation_or_agreement()
    {
        var types = new[] { typeof(Ranker), typeof(MeritPlaces), typeof(RankedPlace) };   // the ladder is a setting of the cycle, which may import nothing of all this
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "src", "Initiatives.Domain", "Ranking"))) folder = folder.Parent!;
        Assert.All(types.Select(type => type.Name).Append("PlaceText"), name => Assert.DoesNotMatch(
            "Robustness|Bootstrap|Resampler|Simulat|Agreement|JudgeInfluence", File.ReadAllText(Path.Combine(folder.FullName, "src", "Initiatives.Domain", "Ranking", name + ".cs"))));
    }
}
