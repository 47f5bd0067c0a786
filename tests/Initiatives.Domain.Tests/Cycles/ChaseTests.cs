using Initiatives.Domain.Cycles;

namespace Initiatives.Domain.Tests.Cycles;

public sealed class ChaseTests
{
    [Theory]
    [InlineData(false, 0, 0, 0, "chưa xác nhận công văn; chưa có nháp")]
    [InlineData(true, 2, 0, 0, "chưa nộp")]
    [InlineData(true, 0, 1, 0, "chưa nộp; 1 hồ sơ chờ thủ trưởng")]
    [InlineData(true, 0, 2, 3, "2 hồ sơ chờ thủ trưởng")]
    [InlineData(false, 0, 0, 1, "chưa xác nhận công văn")]
    [InlineData(true, 4, 0, 1, "")]
    public void What_a_unit_still_has_to_do(bool acknowledged, int drafts, int awaiting, int sent, string missing)
    {
        var standing = new UnitStanding(acknowledged, drafts, awaiting, sent);
        Assert.Equal(missing, string.Join("; ", standing.Missing()));
        Assert.Equal(missing.Length == 0, standing.Needs == ChaseNeeds.None);
    }

    [Fact]
    public void The_same_letter_rests_a_day_and_another_does_not()
    {
        var now = new DateTime(2026, 9, 15, 2, 0, 0, DateTimeKind.Utc);
        var letter = ChaseLetter.Of(1, 2, ChaseNeeds.Send, 3, 4, now);
        Assert.True(letter.IsFresh(ChaseNeeds.Send, now.AddDays(1).AddTicks(-1)));
        Assert.False(letter.IsFresh(ChaseNeeds.Send, now.AddDays(1)));
        Assert.False(letter.IsFresh(ChaseNeeds.Send | ChaseNeeds.Endorse, now));
    }
}
