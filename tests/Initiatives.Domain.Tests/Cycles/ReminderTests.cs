using Initiatives.Domain.Cycles;
using Initiatives.Domain.Time;

namespace Initiatives.Domain.Tests.Cycles;

public sealed class ReminderTests
{
    private static readonly DateTime EndOf30September = VietnamTime.EndOfDay(new DateOnly(2026, 9, 30));

    [Theory]
    [InlineData(22, false, "còn 8 ngày")]
    [InlineData(23, true, "còn 7 ngày")]
    [InlineData(24, false, "còn 6 ngày")]
    [InlineData(27, true, "còn 3 ngày")]
    [InlineData(28, false, "còn 2 ngày")]
    [InlineData(29, true, "còn 1 ngày")]
    [InlineData(30, false, "hạn cuối hôm nay")]
    public void Mails_go_out_seven_three_and_one_day_before(int day, bool due, string left)
    {
        var today = new DateOnly(2026, 9, day);
        Assert.Equal((due, left), (Reminder.IsDueOn(EndOf30September, today), Reminder.Left(EndOf30September, today)));
    }

    [Fact]
    public void A_deadline_within_a_day_counts_to_that_day()
    {
        var fivePm = VietnamTime.ToUtc(new DateTime(2026, 9, 30, 17, 0, 0));
        Assert.Equal(1, Reminder.DaysLeft(fivePm, new DateOnly(2026, 9, 29)));
        Assert.Equal("đã quá hạn", Reminder.Left(fivePm, new DateOnly(2026, 10, 1)));
    }
}
