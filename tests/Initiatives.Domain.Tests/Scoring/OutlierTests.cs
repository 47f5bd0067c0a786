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
