using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;

namespace Initiatives.Domain.Tests.Submissions;

public sealed class AnswerDatesTests
{
    [Fact]
    public void The_way_back_is_the_way_there_on_every_day_of_four_years()
    {
        for (var day = new DateOnly(2026, 1, 1); day.Year < 2030; day = day.AddDays(1))
        {
            var due = VietnamTime.EndOfDay(AnswerDates.CheckDue(VietnamTime.StartOfDay(day).AddHours(9)));
            foreach (var at in new[] { due.AddTicks(-1), due })
            {
                var before = AnswerDates.CheckedIfReceivedBefore(at);
                foreach (var received in new[] { VietnamTime.StartOfDay(day), VietnamTime.EndOfDay(day).AddTicks(-1) })
                    Assert.Equal(VietnamTime.EndOfDay(AnswerDates.CheckDue(received)) <= at, received < before);
            }
        }
    }
}
