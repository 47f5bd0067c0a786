using Initiatives.Domain.Time;

namespace Initiatives.Domain.Cycles;

/// <summary>When people are reminded of what they still have to do: seven, three and one day before it is due.</summary>
public static class Reminder
{
    /// <summary>Days left at which a mail goes out.</summary>
    public static IReadOnlyList<int> Days { get; } = [7, 3, 1];

    /// <summary>Whole days from <paramref name="today"/> to the last day that counts; 0 on that day, negative after it.</summary>
    /// <param name="dueAt">Exclusive end, UTC.</param>
    /// <param name="today">Day in Việt Nam.</param>
    public static int DaysLeft(DateTime dueAt, DateOnly today) => CycleCalendar.LastDayOf(dueAt).DayNumber - today.DayNumber;

    /// <summary>True on a day on which a mail goes out.</summary>
    public static bool IsDueOn(DateTime dueAt, DateOnly today) => Days.Contains(DaysLeft(dueAt, today));

    /// <summary>"còn 3 ngày", "hạn cuối hôm nay", "đã quá hạn".</summary>
    public static string Left(DateTime dueAt, DateOnly today) => DaysLeft(dueAt, today) switch
    {
        < 0 => "đã quá hạn",
        0 => "hạn cuối hôm nay",
        var days => $"còn {days} ngày",
    };
}
