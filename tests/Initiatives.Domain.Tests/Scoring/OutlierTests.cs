using FsCheck;
using FsCheck.Fluent;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Ranking;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Sessions;

namespace Initiatives.Domain.Tests.Scoring;

public sealed class OutlierTests
{
    [Theory]
    [InlineData(61.5, false)]
    [InlineData(61, true)]
    [InlineData(102, true)]
    public void A_sheet_is_far_when_it_lies_more_than_twenty_points_from_the_median_of_the_others(decimal total, bool far) =>
        Assert.Equal(far, Outlier.IsFar(total, [80m, 81.5m, 83m], 20m));

    [Fact]
    public void Nothing_is_far_from_a_single_other_sheet() => Assert.False(Outlier.IsFar(10m, [90m], 20m));

    [Fact]
    public void The_median_of_an_even_number_is_the_mean_of_the_middle_two() => Assert.Equal(81m, Outlier.Median([90m, 82m, 70m, 80m]));

    [Fact]
    public void The_sheets_of_a_dossier_lie_between_the_lowest_and_the_highest_and_each_has_its_distance_from_the_others()
    {
        var spread = Outlier.Of([new(1, 83), new(2, 61), new(3, 80), new(4, 81.5m)], 20)!;
        Assert.Equal((61m, 83m, 22m, 80.75m), (spread.Lowest, spread.Highest, spread.Spread, spread.Median));
        Assert.Equal([new SheetFlag(2, 61, -20.5m, true), new(3, 80, -1.5m, false), new(4, 81.5m, 1.5m, false), new(1, 83, 3, false)], spread.Sheets);
        Assert.Equal([2], spread.Far.Select(sheet => sheet.PersonId));
    }

    [Fact]
    public void The_deviation_is_that_of_a_sample()
    {
        Assert.Equal(2, Outlier.Of([new(1, 78), new(2, 80), new(3, 82)], 20)!.Deviation);
        Assert.Null(Outlier.Of([new(1, 78)], 20)!.Deviation);
    }

    [Fact]
    public void Without_a_sheet_there_is_no_spread_and_two_sheets_have_no_others_to_be_far_from()
    {
        Assert.Null(Outlier.Of([], 20));
        Assert.All(Outlier.Of([new(1, 10), new(2, 90)], 20)!.Sheets, sheet => Assert.Equal((null, false), (sheet.FromMedian, sheet.IsFar)));
    }

    [Fact]
    public void Flags_of_all_sheets_together_are_those_of_each_alone() => Prop.ForAll(Gen.Choose(0, 200).ListOf().ToArbitrary(), halves =>
    {
        JudgeTotal[] totals = [.. halves.Select((half, judge) => new JudgeTotal(judge, half / 2m))];
        return (Outlier.Of(totals, 20)?.Sheets ?? []).All(sheet => sheet.IsFar == Outlier.IsFar(sheet.Total, [.. totals.Where(other => other.PersonId != sheet.PersonId).Select(other => other.Total)], 20));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_level_offers_the_middle_of_its_range_on_the_step()
    {
        var bands = new ScoreBand[] { new("excellent", "Xuất sắc", 0.9m), new("good", "Tốt", 0.75m), new("weak", "Yếu", 0) };
        var rubric = new RubricContent("Thử", 0.5m, bands, []);
        Assert.Equal([14.5m, 12.5m, 5.5m], rubric.BandsOf(15).Select(rubric.OfferOf));
    }

    [Fact]
    public void The_reason_to_begin_with_names_failed_rules_by_their_numbers()
    {
        Assert.Equal("Điểm trung bình 82,35, đạt mọi điều kiện về điểm của kỳ xét.", Conclusion.SuggestReason(Place(new RuleCheck("mean", true, "đạt"))));
        Assert.Equal("Chưa đủ phiếu chấm hợp lệ: 4/9 phiếu hợp lệ, cần ít nhất 6.", Conclusion.SuggestReason(Place(new RuleCheck("sheets", false, "4/9 phiếu hợp lệ, cần ít nhất 6"))));
        Assert.Equal("Chưa đạt điều kiện về điểm: Điểm trung bình 65, ngưỡng 70. Tác giả có thể hoàn thiện và gửi lại ở kỳ sau.",
            Conclusion.SuggestReason(Place(new RuleCheck("mean", false, "Điểm trung bình 65, ngưỡng 70"))));
    }

    private static RankedPlace Place(RuleCheck rule) => new(1, 1, 82.345m, 82.35m, new Dictionary<string, decimal>(), 4, 9, [rule], "");
}
