using Initiatives.Domain.Cycles;
using Initiatives.Domain.Time;

namespace Initiatives.Domain.Tests.Cycles;

public class CycleTests
{
    private static readonly DateOnly Due = new(2026, 11, 30);

    [Fact]
    public void The_last_millisecond_of_30_September_is_in_time_and_midnight_is_not()
    {
        var cycle = Some.LaunchedCycle();
        var last = VietnamTime.ToUtc(new DateTime(2026, 9, 30, 23, 59, 59, 999));
        Assert.Equal((CyclePhase.Open, true), (cycle.PhaseAt(last), IntakeWindow.Of(cycle).Accepts(last)));
        var midnight = VietnamTime.ToUtc(new DateTime(2026, 10, 1, 0, 0, 0));
        Assert.Equal((CyclePhase.Closed, false), (cycle.PhaseAt(midnight), IntakeWindow.Of(cycle).Accepts(midnight)));
    }

    [Fact]
    public void Intake_opens_by_the_clock_after_the_launch()
    {
        var cycle = Some.LaunchedCycle();
        Assert.Equal(CyclePhase.Preparing, cycle.PhaseAt(Some.Opens.AddTicks(-1)));
        Assert.Equal(CyclePhase.Open, cycle.PhaseAt(Some.Opens));
        Assert.False(IntakeWindow.Of(Some.PreparedCycle()).Accepts(Some.Now));
    }

    [Fact]
    public void A_cycle_goes_through_its_phases_in_order()
    {
        var cycle = Some.JudgingCycle();
        Assert.Equal(CyclePhase.Judging, cycle.PhaseAt(Some.InOctober));
        Assert.True(cycle.CloseScoring(Some.InOctober).Ok);
        Assert.True(cycle.StartDeciding(0).Ok);
        Assert.True(cycle.Publish(Some.InOctober).Ok);
        Assert.Equal((CyclePhase.Published, (DateTime?)Some.InOctober), (cycle.Phase, cycle.PublishedAt));
    }

    [Fact]
    public void No_phase_is_skipped_or_repeated()
    {
        var prepared = Some.PreparedCycle();
        Assert.False(prepared.CloseScoring(Some.Now).Ok);
        Assert.False(prepared.StartDeciding(0).Ok);
        Assert.False(prepared.Publish(Some.Now).Ok);
        var launched = Some.LaunchedCycle();
        Assert.False(launched.Launch(Some.Now).Ok);
        Assert.False(launched.OpenScoring(Rubric.Create(Some.Rubric).Value, [], Some.ScoringDue, Some.Closes.AddTicks(-1)).Ok);
        var judging = Some.JudgingCycle();
        Assert.False(judging.OpenScoring(Rubric.Create(Some.Rubric).Value, [], Some.ScoringDue, Some.InOctober).Ok);
    }

    [Fact]
    public void Opening_scoring_freezes_the_rubric_and_needs_a_deadline_ahead()
    {
        var cycle = Some.LaunchedCycle();
        var rubric = Rubric.Create(Some.Rubric).Value;
        Assert.Equal(nameof(Cycle.ScoringDueAt), Assert.Single(cycle.OpenScoring(rubric, [], Some.InOctober, Some.InOctober).Problems).Field);
        Assert.Null(rubric.FrozenAt);
        Assert.True(cycle.OpenScoring(rubric, [], Some.ScoringDue, Some.InOctober).Ok);
        Assert.Equal(Some.InOctober, rubric.FrozenAt);
    }

    [Fact]
    public void Deciding_waits_for_every_conclusion()
    {
        var cycle = Some.JudgingCycle();
        cycle.CloseScoring(Some.InOctober);
        Assert.Equal("Còn 2 hồ sơ chưa có kết luận của Hội đồng.", Assert.Single(cycle.StartDeciding(2).Problems).Message);
    }

    [Fact]
    public void Settings_and_notice_are_frozen_by_the_launch_even_before_intake_opens()
    {
        var cycle = Some.LaunchedCycle();
        var before = (cycle.Settings, cycle.Notice, cycle.Version);
        Assert.False(cycle.Revise(Some.Opens, Some.Closes.AddDays(1), Due, new CycleSettings { MaxMerit = 4 }, 1).Ok);
        Assert.False(cycle.WriteNotice(Some.Notice with { Subject = "Khác" }).Ok);
        Assert.Equal(before, (cycle.Settings, cycle.Notice, cycle.Version));
    }

    [Fact]
    public void Before_the_launch_settings_change_and_are_checked()
    {
        var cycle = Some.PreparedCycle();
        Assert.True(cycle.Revise(Some.Opens, Some.Closes, Due, new CycleSettings { MaxMerit = 4 }, 1).Ok);
        Assert.Equal(4, cycle.Settings.MaxMerit);
        Assert.False(cycle.Revise(Some.Opens, Some.Closes, Due, new CycleSettings { MaxMerit = 6 }, 1).Ok);
        Assert.Equal(4, cycle.Settings.MaxMerit);
    }

    [Fact]
    public void Dates_that_cannot_be_are_refused()
    {
        Assert.Equal(nameof(Cycle.ClosesAt), Problem(Some.Closes, Some.Closes, Due));
        Assert.Equal(nameof(Cycle.RecognitionDueOn), Problem(Some.Opens, Some.Closes, new DateOnly(2026, 9, 30)));
        Assert.Equal("", Problem(Some.Opens, Some.Closes, new DateOnly(2026, 10, 1)));
        Assert.Equal(nameof(Cycle.Year), Assert.Single(Cycle.Prepare(2019, Some.Opens, Some.Closes, Due, new(), 1, false).Problems).Field);

        static string Problem(DateTime opens, DateTime closes, DateOnly due) =>
            Cycle.Prepare(2026, opens, closes, due, new CycleSettings(), 1, false).Problems.Select(problem => problem.Field).FirstOrDefault("");
    }

    [Fact]
    public void A_launch_needs_a_notice_with_number_date_and_signer_and_time_left()
    {
        var cycle = Some.PreparedCycle();
        Assert.False(cycle.Launch(Some.Opens).Ok);
        cycle.WriteNotice(Some.Notice with { Number = "" });
        Assert.Equal(nameof(LaunchNotice.Number), Assert.Single(cycle.Launch(Some.Opens).Problems).Field);
        cycle.WriteNotice(Some.Notice);
        Assert.Equal(nameof(Cycle.ClosesAt), Assert.Single(cycle.Launch(Some.Closes).Problems).Field);
        Assert.True(cycle.Launch(Some.Closes.AddTicks(-1)).Ok);
    }
}
