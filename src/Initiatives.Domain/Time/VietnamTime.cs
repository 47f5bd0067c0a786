using System.Globalization;

namespace Initiatives.Domain.Time;

/// <summary>
/// The only door between stored time (UTC) and the time people read in Việt Nam (Asia/Ho_Chi_Minh).
/// The offset is a constant +7 hours: the whole country has kept it, without summer time, since June 1975,
/// so no time zone database is needed and no machine's settings can move a deadline. Instants before that
/// are outside this system.
/// A UTC value must carry <see cref="DateTimeKind.Utc"/>; local values carry <see cref="DateTimeKind.Unspecified"/>,
/// so that one cannot be taken for the other unnoticed.
/// </summary>
public static class VietnamTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);
    private static readonly string[] DateFormats = ["d/M/yyyy", "d-M-yyyy", "yyyy-M-d"];

    /// <summary>The wall clock in Việt Nam at an instant; Kind is Unspecified.</summary>
    /// <exception cref="ArgumentException"><paramref name="utc"/> is not of kind Utc.</exception>
    public static DateTime ToLocal(DateTime utc) =>
        DateTime.SpecifyKind(MustBeUtc(utc) + Offset, DateTimeKind.Unspecified);

    /// <summary>The instant at which the wall clock in Việt Nam shows <paramref name="local"/> (Kind Unspecified).</summary>
    /// <exception cref="ArgumentException">The kind is Utc or Local.</exception>
    public static DateTime ToUtc(DateTime local)
    {
        if (local.Kind != DateTimeKind.Unspecified)
            throw new ArgumentException($"A Vietnamese wall time has Kind Unspecified, not {local.Kind}.", nameof(local));
        return DateTime.SpecifyKind(local - Offset, DateTimeKind.Utc);
    }

    /// <summary>The instant of 00:00:00 of a day, in UTC (17:00 of the day before).</summary>
    public static DateTime StartOfDay(DateOnly day) => ToUtc(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>The exclusive end of a day, in UTC: 00:00:00 of the day after. <see cref="Deadline"/> shows it as "hết 23:59:59".</summary>
    public static DateTime EndOfDay(DateOnly day) => StartOfDay(day.AddDays(1));

    /// <summary>The calendar day in Việt Nam at an instant.</summary>
    /// <exception cref="ArgumentException"><paramref name="utcNow"/> is not of kind Utc.</exception>
    public static DateOnly Today(DateTime utcNow) => DateOnly.FromDateTime(ToLocal(utcNow));

    /// <summary>"24/9/2026".</summary>
    public static string Short(DateOnly day) => $"{day.Day}/{day.Month}/{day.Year}";

    /// <summary>"24/9/2026": the day in Việt Nam at an instant.</summary>
    /// <exception cref="ArgumentException"><paramref name="utc"/> is not of kind Utc.</exception>
    public static string Short(DateTime utc) => Short(Today(utc));

    /// <summary>"14:02:31 ngày 24/9/2026".</summary>
    /// <exception cref="ArgumentException"><paramref name="utc"/> is not of kind Utc.</exception>
    public static string WithTime(DateTime utc) => Invariant($"{ToLocal(utc):HH:mm:ss} ngày {Short(utc)}");

    /// <summary>"14:02:31", where the day is plain.</summary>
    /// <exception cref="ArgumentException"><paramref name="utc"/> is not of kind Utc.</exception>
    public static string Clock(DateTime utc) => Invariant($"{ToLocal(utc):HH:mm:ss}");

    /// <summary>"14:02".</summary>
    /// <exception cref="ArgumentException"><paramref name="utc"/> is not of kind Utc.</exception>
    public static string HourMinute(DateTime utc) => Invariant($"{ToLocal(utc):HH:mm}");

    /// <summary>
    /// An exclusive end as people say it. At midnight it names the last second that still counts:
    /// "hết 23:59:59 ngày 30/9/2026" for 1/10/2026 00:00:00; else "17:00 ngày 30/10/2026" (seconds only when there are any).
    /// </summary>
    /// <exception cref="ArgumentException"><paramref name="exclusiveEndUtc"/> is not of kind Utc.</exception>
    public static string Deadline(DateTime exclusiveEndUtc)
    {
        var local = ToLocal(exclusiveEndUtc);
        if (local.TimeOfDay == TimeSpan.Zero) return $"hết 23:59:59 ngày {Short(DateOnly.FromDateTime(local).AddDays(-1))}";
        return local.Second == 0 ? $"{HourMinute(exclusiveEndUtc)} ngày {Short(exclusiveEndUtc)}" : WithTime(exclusiveEndUtc);
    }

    /// <summary>
    /// A date as documents print it: "ngày 05 tháng 01 năm 2026", "ngày 11 tháng 9 năm 2026".
    /// A zero goes before days under 10 and before months 1 and 2 only (NĐ 30/2020, Phụ lục I, mục II.4).
    /// </summary>
    public static string Nd30Date(DateOnly day) =>
        Invariant($"ngày {day.Day:00} tháng {(day.Month <= 2 ? "0" : "")}{day.Month} năm {day.Year}");

    /// <summary>A document's number: "05", "10", "126"; under 10 with a zero (NĐ 30/2020, Phụ lục I, mục II.3).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="number"/> is below 1.</exception>
    public static string Nd30Number(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        return Invariant($"{number:00}");
    }

    /// <summary>
    /// "còn 6 ngày 9 giờ", "còn 3 giờ 12 phút", "còn 45 giây"; the two largest units, cut off and never rounded up.
    /// "đã hết hạn" from zero on; a last fraction of a second is still "còn 1 giây".
    /// </summary>
    public static string Remaining(TimeSpan left)
    {
        if (left <= TimeSpan.Zero) return "đã hết hạn";
        if (left.Days > 0) return "còn " + Two(left.Days, "ngày", left.Hours, "giờ");
        if (left.Hours > 0) return "còn " + Two(left.Hours, "giờ", left.Minutes, "phút");
        if (left.Minutes > 0) return "còn " + Two(left.Minutes, "phút", left.Seconds, "giây");
        return $"còn {Math.Max(1, left.Seconds)} giây";
    }

    /// <summary>
    /// Reads "24/9/2026", "24-9-2026" or "2026-09-24", blanks around allowed. Strict: the day must exist
    /// (31/11 is refused), four digits of year, 1900 to 2199, which catches slips such as 0206.
    /// </summary>
    public static bool TryParseDate(string? text, out DateOnly date) =>
        DateOnly.TryParseExact(text?.Trim(), DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
        && date.Year is >= 1900 and <= 2199;

    /// <summary>
    /// The day on which a period of working days ends. The first day counted is the one after <paramref name="from"/>
    /// (Bộ luật Dân sự 2015, Điều 147 khoản 2); Saturdays, Sundays and <paramref name="holidays"/> do not count.
    /// Saturdays worked in exchange for a bridge day are not known here. Zero days is <paramref name="from"/> itself.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is negative.</exception>
    public static DateOnly AddWorkingDays(DateOnly from, int days, IReadOnlySet<DateOnly>? holidays = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        var day = from;
        while (days > 0)
        {
            day = day.AddDays(1);
            var rest = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || holidays?.Contains(day) == true;
            if (!rest) days--;
        }
        return day;
    }

    /// <summary>The value itself; the guard of everything in the domain that takes an instant.</summary>
    /// <exception cref="ArgumentException">The kind is not Utc.</exception>
    public static DateTime MustBeUtc(DateTime utc) => utc.Kind == DateTimeKind.Utc
        ? utc
        : throw new ArgumentException($"An instant must have Kind Utc, not {utc.Kind}.", nameof(utc));

    private static string Two(int major, string majorUnit, int minor, string minorUnit) =>
        minor == 0 ? $"{major} {majorUnit}" : $"{major} {majorUnit} {minor} {minorUnit}";

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
