using Initiatives.Domain.Scoring;

namespace Initiatives.Domain.Tests.Scoring;

public class JudgeComparisonTests
{
    [Fact]
    public void Mean_and_spread_are_those_of_the_totals()
    {
        var comparison = JudgeComparison.Of([80m, 90m], [(1, 70m), (2, 75m), (1, 82.5m)])!;
        Assert.Equal(new TotalFigures(2, 85m, 7.07m), comparison.Mine);
        Assert.Equal(new TotalFigures(3, 75.83m, 6.29m), comparison.Others);
    }

    [Fact]
    public void A_single_total_has_no_spread() => Assert.Null(TotalFigures.Of([80m]).Spread);

    [Fact]
    public void Too_few_sheets_or_one_judge_alone_are_not_shown_because_they_could_be_told_apart()
    {
        Assert.Null(JudgeComparison.Of([80m], [(1, 70m), (2, 75m)]));
        Assert.Null(JudgeComparison.Of([80m], [(1, 70m), (1, 75m), (1, 90m)]));
        Assert.Null(JudgeComparison.Of([], [(1, 70m), (2, 75m), (3, 90m)]));
    }
}
