using Initiatives.Domain.Time;

namespace Initiatives.Domain.Tests.Time;

public class WindowTests
{
    private static readonly DateTime Opens = VietnamTime.StartOfDay(new DateOnly(2026, 7, 1));
    private static readonly DateTime Closes = VietnamTime.EndOfDay(new DateOnly(2026, 9, 30));
    private static readonly Window Intake = new(Opens, Closes);

    [Fact]
    public void The_first_instant_is_inside_and_the_closing_instant_is_not()
    {
        Assert.False(Intake.Contains(Opens.AddTicks(-1)));
        Assert.True(Intake.Contains(Opens));
        Assert.True(Intake.Contains(Closes.AddTicks(-1)));
        Assert.False(Intake.Contains(Closes));
    }

    [Fact]
    public void Every_instant_is_before_or_inside_or_after()
    {
        foreach (var utc in new[] { Opens.AddTicks(-1), Opens, Closes.AddTicks(-1), Closes })
            Assert.Equal(1, new[] { Intake.IsBefore(utc), Intake.Contains(utc), Intake.IsAfter(utc) }.Count(yes => yes));
        Assert.True(Intake.IsBefore(Opens.AddTicks(-1)));
        Assert.True(Intake.IsAfter(Closes));
    }

    [Fact]
    public void Remaining_runs_down_to_zero_and_stays_there()
    {
        Assert.Equal(TimeSpan.FromSeconds(1), Intake.Remaining(Closes.AddSeconds(-1)));
        Assert.Equal(TimeSpan.Zero, Intake.Remaining(Closes));
        Assert.Equal(TimeSpan.Zero, Intake.Remaining(Closes.AddDays(1)));
    }

    [Fact]
    public void A_window_that_closes_at_or_before_its_opening_is_refused()
    {
        Assert.Equal(Intake, Window.Create(Opens, Closes).Value);
        Assert.Equal([new Problem("ClosesUtc", "Thời điểm kết thúc phải sau thời điểm bắt đầu.")], Window.Create(Opens, Opens).Problems);
        Assert.False(Window.Create(Closes, Opens).Ok);
        Assert.Throws<ArgumentException>(() => new Window(Closes, Opens));
    }

    [Fact]
    public void Local_time_is_a_bug()
    {
        var local = new DateTime(2026, 9, 30, 0, 0, 0, DateTimeKind.Local);
        Assert.Throws<ArgumentException>(() => Intake.Contains(local));
        Assert.Throws<ArgumentException>(() => Window.Create(Opens, local));
    }
}
