namespace Initiatives.Web.Tests;

/// <summary>The clock of one test: it stands until the test moves it.</summary>
public sealed class TestClock : TimeProvider
{
    /// <summary>A working day in September, while intake is open in most tests.</summary>
    public static readonly DateTime Start = new(2026, 9, 15, 2, 0, 0, DateTimeKind.Utc);

    public DateTime Now { get; set; } = Start;

    public override DateTimeOffset GetUtcNow() => new(Now, TimeSpan.Zero);
}
