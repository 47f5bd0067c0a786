using Initiatives.Domain.Time;

namespace Initiatives.Domain.Tests.Time;

public class VietnamTimeTests
{
    private static DateTime Utc(int year, int month, int day, int hour = 0, int minute = 0, int second = 0) =>
        new(year, month, day, hour, minute, second, DateTimeKind.Utc);

    [Fact]
    public void Local_time_is_seven_hours_ahead_and_carries_no_kind()
    {
        var local = VietnamTime.ToLocal(Utc(2026, 9, 30, 16, 59, 59));
        Assert.Equal(new DateTime(2026, 9, 30, 23, 59, 59), local);
        Assert.Equal(DateTimeKind.Unspecified, local.Kind);
        Assert.Equal(Utc(2026, 9, 30, 16, 59, 59), VietnamTime.ToUtc(local));
        Assert.Equal(DateTimeKind.Utc, VietnamTime.ToUtc(local).Kind);
    }

    [Fact]
    public void The_offset_agrees_with_the_time_zone_database_in_every_month_since_1976()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");
        for (var utc = Utc(1976, 1, 1); utc.Year < 2040; utc = utc.AddMonths(1))
            Assert.Equal(TimeZoneInfo.ConvertTimeFromUtc(utc, zone), VietnamTime.ToLocal(utc));
    }

    [Theory]
    [InlineData(DateTimeKind.Local)]
    [InlineData(DateTimeKind.Unspecified)]
    public void An_instant_that_is_not_UTC_is_a_bug(DateTimeKind kind) =>
        Assert.Throws<ArgumentException>(() => VietnamTime.ToLocal(new DateTime(2026, 9, 30, 0, 0, 0, kind)));

    [Theory]
    [InlineData(DateTimeKind.Local)]
    [InlineData(DateTimeKind.Utc)]
    public void A_wall_time_with_a_kind_is_a_bug(DateTimeKind kind) =>
        Assert.Throws<ArgumentException>(() => VietnamTime.ToUtc(new DateTime(2026, 9, 30, 0, 0, 0, kind)));

    [Fact]
    public void A_day_begins_at_17_00_UTC_of_the_day_before_and_ends_where_the_next_begins()
    {
        Assert.Equal(Utc(2026, 9, 29, 17), VietnamTime.StartOfDay(new DateOnly(2026, 9, 30)));
        Assert.Equal(Utc(2026, 9, 30, 17), VietnamTime.EndOfDay(new DateOnly(2026, 9, 30)));
    }

    [Fact]
    public void Today_changes_at_17_00_UTC()
    {
        Assert.Equal(new DateOnly(2026, 9, 30), VietnamTime.Today(Utc(2026, 9, 30, 16, 59, 59)));
        Assert.Equal(new DateOnly(2026, 10, 1), VietnamTime.Today(Utc(2026, 9, 30, 17)));
    }

    [Fact]
    public void Dates_and_hours_read_as_people_write_them()
    {
        var utc = Utc(2026, 9, 24, 7, 2, 31);
        Assert.Equal("24/9/2026", VietnamTime.Short(utc));
        Assert.Equal("14:02:31 ngày 24/9/2026", VietnamTime.WithTime(utc));
        Assert.Equal("14:02", VietnamTime.HourMinute(utc));
        Assert.Equal("00:00:00 ngày 1/10/2026", VietnamTime.WithTime(Utc(2026, 9, 30, 17)));
        Assert.Equal("5/1/2026", VietnamTime.Short(new DateOnly(2026, 1, 5)));
    }

    [Fact]
    public void Deadline_at_midnight_reads_as_the_last_second_of_the_day_before()
    {
        Assert.Equal("hết 23:59:59 ngày 30/9/2026", VietnamTime.Deadline(VietnamTime.StartOfDay(new DateOnly(2026, 10, 1))));
        Assert.Equal("hết 23:59:59 ngày 31/12/2026", VietnamTime.Deadline(VietnamTime.EndOfDay(new DateOnly(2026, 12, 31))));
        Assert.Equal("hết 23:59:59 ngày 29/2/2028", VietnamTime.Deadline(VietnamTime.StartOfDay(new DateOnly(2028, 3, 1))));
    }

    [Fact]
    public void Deadline_within_a_day_reads_as_its_hour()
    {
        Assert.Equal("17:00 ngày 30/10/2026", VietnamTime.Deadline(Utc(2026, 10, 30, 10)));
        Assert.Equal("23:59:59 ngày 30/9/2026", VietnamTime.Deadline(Utc(2026, 9, 30, 16, 59, 59)));
        Assert.Equal("00:01 ngày 1/10/2026", VietnamTime.Deadline(Utc(2026, 9, 30, 17, 1)));
    }

    [Theory]
    [InlineData(2026, 1, 5, "ngày 05 tháng 01 năm 2026")]
    [InlineData(2026, 2, 28, "ngày 28 tháng 02 năm 2026")]
    [InlineData(2026, 3, 9, "ngày 09 tháng 3 năm 2026")]
    [InlineData(2026, 9, 11, "ngày 11 tháng 9 năm 2026")]
    [InlineData(2026, 12, 10, "ngày 10 tháng 12 năm 2026")]
    public void Documents_put_a_zero_before_small_days_and_the_first_two_months(int year, int month, int day, string expected) =>
        Assert.Equal(expected, VietnamTime.Nd30Date(new DateOnly(year, month, day)));

    [Theory]
    [InlineData(1, "01")]
    [InlineData(9, "09")]
    [InlineData(10, "10")]
    [InlineData(2345, "2345")]
    public void Document_numbers_under_ten_get_a_zero(int number, string expected) =>
        Assert.Equal(expected, VietnamTime.Nd30Number(number));

    [Fact]
    public void Document_numbers_begin_at_one() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => VietnamTime.Nd30Number(0));

    [Theory]
    [InlineData("6.09:59:59", "còn 6 ngày 9 giờ")]
    [InlineData("6.00:30:00", "còn 6 ngày")]
    [InlineData("03:12:59", "còn 3 giờ 12 phút")]
    [InlineData("00:12:05", "còn 12 phút 5 giây")]
    [InlineData("00:01:00", "còn 1 phút")]
    [InlineData("00:00:45.9", "còn 45 giây")]
    [InlineData("00:00:00.0000001", "còn 1 giây")]
    [InlineData("00:00:00", "đã hết hạn")]
    [InlineData("-00:00:01", "đã hết hạn")]
    public void Remaining_time_is_cut_off_at_two_units(string left, string expected) =>
        Assert.Equal(expected, VietnamTime.Remaining(TimeSpan.Parse(left, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("24/9/2026")]
    [InlineData(" 24/09/2026 ")]
    [InlineData("24-9-2026")]
    [InlineData("2026-09-24")]
    public void Dates_are_read_in_three_spellings(string text)
    {
        Assert.True(VietnamTime.TryParseDate(text, out var date));
        Assert.Equal(new DateOnly(2026, 9, 24), date);
    }

    [Theory]
    [InlineData("31/11/2026")]
    [InlineData("29/2/2026")]
    [InlineData("29/2/2100")]
    [InlineData("9/24/2026")]
    [InlineData("24/9/26")]
    [InlineData("24/9/0206")]
    [InlineData("24/9-2026")]
    [InlineData("24.9.2026")]
    [InlineData("24/9/2026 14:00")]
    [InlineData("0/9/2026")]
    [InlineData("")]
    [InlineData(null)]
    public void Days_that_do_not_exist_and_other_spellings_are_refused(string? text) =>
        Assert.False(VietnamTime.TryParseDate(text, out _));

    [Fact]
    public void A_leap_day_is_read_in_a_leap_year()
    {
        Assert.True(VietnamTime.TryParseDate("29/2/2028", out var date));
        Assert.Equal(new DateOnly(2028, 2, 29), date);
    }

    [Fact]
    public void Working_days_skip_weekends_and_holidays_and_begin_the_day_after()
    {
        var wednesday = new DateOnly(2026, 8, 26);
        HashSet<DateOnly> nationalDay = [new(2026, 9, 1), new(2026, 9, 2)];
        Assert.Equal(wednesday, VietnamTime.AddWorkingDays(wednesday, 0));
        Assert.Equal(new DateOnly(2026, 8, 28), VietnamTime.AddWorkingDays(wednesday, 2));
        Assert.Equal(new DateOnly(2026, 8, 31), VietnamTime.AddWorkingDays(wednesday, 3));
        Assert.Equal(new DateOnly(2026, 9, 2), VietnamTime.AddWorkingDays(wednesday, 5));
        Assert.Equal(new DateOnly(2026, 9, 4), VietnamTime.AddWorkingDays(wednesday, 5, nationalDay));
        Assert.Equal(new DateOnly(2026, 8, 31), VietnamTime.AddWorkingDays(new DateOnly(2026, 8, 29), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => VietnamTime.AddWorkingDays(wednesday, -1));
    }
}
