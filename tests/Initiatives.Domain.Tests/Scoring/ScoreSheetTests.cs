using Initiatives.Domain.Cycles;
using Initiatives.Domain.Scoring;

namespace Initiatives.Domain.Tests.Scoring;

public class ScoreSheetTests
{
    private readonly Cycle cycle = Some.JudgingCycle();
    private readonly ScoreSheet sheet = ScoreSheet.Open(7, 100, 50);

    /// <summary>Every part at a share of its maximum, on the step.</summary>
    private static SheetContent At(decimal share, string comment = "", params string[] without) => new(
        Some.Rubric.SubCriteria.Where(part => !without.Contains(part.Code)).ToDictionary(part => part.Code, part => Math.Floor(part.Max * share / Some.Rubric.Step) * Some.Rubric.Step),
        Some.Rubric.Criteria.ToDictionary(criterion => criterion.Code, _ => comment));

    private Result Put(SheetContent content, DateTime? at = null) => sheet.Put(Some.Rubric, cycle, content, sheet.Version, at ?? Some.InOctober);

    private Result Submit(DateTime? at = null) => sheet.Submit(Some.Rubric, cycle, at ?? Some.InOctober);

    private static SheetContent One(string code, decimal points) => new(new Dictionary<string, decimal> { [code] = points }, new Dictionary<string, string>());

    [Fact]
    public void Totals_are_the_sums_of_their_parts()
    {
        Assert.True(Put(At(0.8m)).Ok);
        Assert.Equal(80, sheet.Total);
        Assert.Equal([("N", 24m), ("E", 32m), ("S", 24m)], sheet.Criteria.Select(score => (score.Code, score.Total)));
        Assert.Empty(SheetFaults.OfTotals(sheet, Some.Rubric).Concat(SheetFaults.OfPoints(sheet, Some.Rubric)));
    }

    [Theory]
    [InlineData("N1", 15.5, "Điểm N1 tối đa 15.")]
    [InlineData("N1", -0.5, "Điểm N1 không được âm.")]
    [InlineData("N1", 7.3, "Điểm N1 theo bước 0,5: ghi 7 hoặc 7,5.")]
    public void A_point_out_of_range_or_off_the_step_is_refused_and_nothing_is_saved(string code, double points, string message)
    {
        Assert.Equal(new Problem($"Points[{code}]", message), Assert.Single(Put(One(code, (decimal)points)).Problems));
        Assert.Equal((SheetStatus.NotStarted, 0, 0m), (sheet.Status, sheet.Points.Count, sheet.Total));
    }

    [Fact]
    public void The_ends_of_the_range_are_allowed()
    {
        Assert.True(Put(One("N1", 15)).Ok);
        Assert.True(Put(One("N1", 0)).Ok);
        Assert.Equal(0, Assert.Single(sheet.Points).Points);
    }

    [Fact]
    public void A_part_left_empty_again_is_not_a_zero()
    {
        Put(At(0.8m));
        Put(At(0.8m, "", "E4"));
        Assert.DoesNotContain(sheet.Points, score => score.Code == "E4");
        Assert.Equal(76, sheet.Total);
    }

    [Fact]
    public void A_stale_form_is_refused()
    {
        Put(At(0.8m));
        Assert.Equal(nameof(ScoreSheet.Version), Assert.Single(sheet.Put(Some.Rubric, cycle, At(0.6m), 0, Some.InOctober).Problems).Field);
        Assert.Equal(80, sheet.Total);
    }

    [Fact]
    public void Every_part_must_be_scored_before_it_is_handed_in()
    {
        Put(At(0.8m, "", "N2", "S1"));
        Assert.Equal(["Points[N2]", "Points[S1]"], Submit().Problems.Select(problem => problem.Field));
        Assert.False(sheet.IsValid);
    }

    [Theory]
    [InlineData(1.0, "Xuất sắc")]
    [InlineData(0.2, "Yếu")]
    public void The_highest_and_the_lowest_band_need_a_comment_at_every_criterion(double share, string band)
    {
        Put(At((decimal)share));
        Assert.Equal(["Comments[N]", "Comments[E]", "Comments[S]"], Submit().Problems.Select(problem => problem.Field));
        Assert.Contains($"ở mức {band}", Submit().Problems[0].Message);
        Put(At((decimal)share, "Vì số liệu đã rõ"));
        Assert.True(Submit().Ok);
        Assert.Equal((SheetStatus.Submitted, true), (sheet.Status, sheet.IsValid));
    }

    [Fact]
    public void A_missing_part_of_one_criterion_does_not_hide_the_missing_comment_of_another()
    {
        Put(At(1, "", "N1"));
        Assert.Equal(["Points[N1]", "Comments[E]", "Comments[S]"], Submit().Problems.Select(problem => problem.Field));
    }

    [Fact]
    public void A_sheet_that_was_handed_in_is_never_made_a_draft_again()
    {
        Put(At(0.8m));
        Submit();
        Assert.Equal(nameof(ScoreSheetVersion.Reason), Assert.Single(Put(At(0.7m)).Problems).Field);
        Assert.Equal((SheetStatus.Submitted, true, 80m), (sheet.Status, sheet.IsValid, sheet.Total));
    }

    [Fact]
    public void After_the_deadline_points_are_kept_but_not_handed_in()
    {
        Assert.True(Put(At(0.8m), Some.ScoringDue).Ok);
        Assert.Contains("Đã quá hạn chấm (hết 23:59:59 ngày 31/10/2026).", Assert.Single(Submit(Some.ScoringDue).Problems).Message);
        Assert.True(Submit(Some.ScoringDue.AddTicks(-1)).Ok);
    }

    [Fact]
    public void After_the_deadline_a_submitted_sheet_cannot_be_lost_by_editing_it()
    {
        Put(At(0.8m));
        Submit();
        Assert.False(Put(At(0.6m), Some.ScoringDue).Ok);
        Assert.Equal((true, 80m), (sheet.IsValid, sheet.Total));
    }

    [Fact]
    public void Once_scoring_is_closed_nothing_changes()
    {
        Put(At(0.8m));
        cycle.CloseScoring(Some.InOctober);
        Assert.False(Put(At(0.6m)).Ok);
        Assert.False(Submit().Ok);
        sheet.Lock();
        Assert.Equal((SheetStatus.Locked, false), (sheet.Status, sheet.IsValid));
    }
}
