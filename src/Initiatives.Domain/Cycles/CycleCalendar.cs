using Initiatives.Domain.Time;

namespace Initiatives.Domain.Cycles;

/// <summary>What stands under the seven buoys of the channel: the days that are known, else who waits for what.</summary>
public static class CycleCalendar
{
    /// <summary>Seven short texts, in the order of <see cref="CyclePhases.Channel"/>; the last day of intake is named, not the midnight after it.</summary>
    public static IReadOnlyList<string> Of(Cycle cycle) =>
    [
        cycle.LaunchedAt is { } launched ? $"phát động {Day(launched)}" : "chưa phát động",
        $"{Day(cycle.OpensAt)} đến {LastDay(cycle.ClosesAt)}",
        $"từ {Day(cycle.ClosesAt)}",
        cycle.ScoringDueAt is { } due ? $"đến {LastDay(due)}" : "sau thẩm định",
        cycle.ScoringClosedAt is { } closed ? $"từ {Day(closed)}" : "sau khi chốt điểm",
        $"chậm nhất {Day(cycle.RecognitionDueOn)}",
        cycle.PublishedAt is { } published ? Day(published) : "ngay sau khi ký",
    ];

    /// <summary>The last day that counts before an exclusive end.</summary>
    public static DateOnly LastDayOf(DateTime exclusiveEnd) => VietnamTime.Today(exclusiveEnd.AddTicks(-1));

    private static string LastDay(DateTime exclusiveEnd) => Day(LastDayOf(exclusiveEnd));

    private static string Day(DateTime utc) => Day(VietnamTime.Today(utc));

    private static string Day(DateOnly day) => $"{day.Day}/{day.Month}";
}
