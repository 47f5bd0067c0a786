namespace Initiatives.Web.Platform.Time;

/// <summary>
/// The only clock. In Development and Testing it may start at a given instant (<c>Clock:Start</c>), so that a demo can
/// stand at 23:59 of the last day; seeding sets it for the flow of one act.
/// </summary>
public sealed class AppClock(TimeSpan offset) : TimeProvider
{
    private readonly AsyncLocal<DateTimeOffset?> fixedAt = new();

    public override DateTimeOffset GetUtcNow() => fixedAt.Value ?? base.GetUtcNow() + offset;

    /// <summary>Within the current flow it is <paramref name="instant"/>; null lets the clock run again.</summary>
    public void StandAt(DateTime? instant) => fixedAt.Value = instant is { } at ? new DateTimeOffset(at, TimeSpan.Zero) : null;

    public static AppClock From(IConfiguration configuration, IHostEnvironment environment)
    {
        var start = configuration.GetValue<DateTimeOffset?>("Clock:Start");
        if (start is null || !(environment.IsDevelopment() || environment.IsEnvironment("Testing"))) return new AppClock(TimeSpan.Zero);
        return new AppClock(start.Value - TimeProvider.System.GetUtcNow());
    }
}

/// <summary>When the request reached the server: taken first thing, before its body is read. It decides timeliness.</summary>
public sealed class Arrival(TimeProvider clock)
{
    /// <summary>A body that takes longer than this to come in counts from its end: a request that is held open buys no time.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    private DateTime? at;

    /// <summary>UTC.</summary>
    public DateTime At
    {
        get
        {
            var now = clock.GetUtcNow().UtcDateTime;
            return at is { } stamped && now - stamped <= Longest ? stamped : now;
        }
    }

    /// <summary>How long the request has been on its way; zero outside a request.</summary>
    public TimeSpan Took => at is { } stamped ? clock.GetUtcNow().UtcDateTime - stamped : TimeSpan.Zero;

    public void Stamp() => at = clock.GetUtcNow().UtcDateTime;
}
