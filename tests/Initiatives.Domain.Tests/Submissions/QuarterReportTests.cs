using Initiatives.Domain.Submissions;

namespace Initiatives.Domain.Tests.Submissions;

public sealed class QuarterReportTests
{
    [Theory]
    [InlineData(1, "2025-12-10", "2026-03-09", "quý I năm 2026")]
    [InlineData(3, "2026-06-10", "2026-09-09", "quý III năm 2026")]
    [InlineData(4, "2026-09-10", "2026-12-09", "quý IV năm 2026")]
    public void A_report_covers_the_days_since_the_one_before(int quarter, string from, string to, string name)
    {
        var period = QuarterPeriod.Of(2026, quarter);
        Assert.Equal((DateOnly.Parse(from), DateOnly.Parse(to), name), (period.From, period.To, period.Name));
        Assert.Equal(period.To.AddDays(1), period.DueBefore);
    }

    [Theory]
    [InlineData("2026-09-09", 2026, 3)]
    [InlineData("2026-09-10", 2026, 4)]
    [InlineData("2026-10-01", 2026, 4)]
    [InlineData("2026-12-09", 2026, 4)]
    [InlineData("2026-12-10", 2027, 1)]
    [InlineData("2027-01-01", 2027, 1)]
    public void The_report_people_write_is_the_next_one_due(string today, int year, int quarter)
    {
        var next = QuarterPeriod.Next(DateOnly.Parse(today));
        Assert.Equal((year, quarter), (next.Year, next.Quarter));
    }

    [Fact]
    public void Periods_follow_each_other_without_gap_or_overlap()
    {
        for (var i = 0; i < 40; i++)
            Assert.Equal(QuarterPeriod.Of(2026 + i / 4, i % 4 + 1).To.AddDays(1), QuarterPeriod.Of(2026 + (i + 1) / 4, (i + 1) % 4 + 1).From);
    }

    [Fact]
    public void A_day_belongs_to_the_report_by_the_clock_of_viet_nam()
    {
        var period = QuarterPeriod.Of(2026, 3);
        Assert.True(period.Contains(new DateTime(2026, 9, 9, 16, 59, 59, DateTimeKind.Utc)));
        Assert.False(period.Contains(new DateTime(2026, 9, 9, 17, 0, 0, DateTimeKind.Utc)));
        Assert.True(period.Contains(new DateTime(2026, 6, 9, 17, 0, 0, DateTimeKind.Utc)));
    }

    [Fact]
    public void The_paragraph_says_what_was_done_and_what_is_under_way()
    {
        var facts = new QuarterFacts(2, 1, ["Quyết định số 4468/QĐ-UBND ngày 26/8/2026"], 1, 1, 12);
        Assert.Equal("Trong quý III năm 2026 (từ ngày 10/6/2026 đến ngày 9/9/2026), Phường Hồng Bàng đã gửi Sở Khoa học và Công nghệ 02 hồ sơ đề nghị công nhận sáng kiến cải cách hành chính; "
            + "có 01 sáng kiến được Chủ tịch Ủy ban nhân dân thành phố công nhận tại Quyết định số 4468/QĐ-UBND ngày 26/8/2026, trong đó 01 sáng kiến được tặng Bằng khen của Chủ tịch Ủy ban nhân dân thành phố. "
            + "Hiện có 12 hồ sơ đang được thẩm định, chấm điểm và 01 hồ sơ đang được xây dựng.", facts.Paragraph(QuarterPeriod.Of(2026, 3), "Phường Hồng Bàng", new DateOnly(2026, 9, 12)));
        Assert.StartsWith("Trong quý III năm 2026 (từ ngày 10/6/2026 đến ngày 27/8/2026), ", facts.Paragraph(QuarterPeriod.Of(2026, 3), "Phường Hồng Bàng", new DateOnly(2026, 8, 27)));
    }

    [Fact]
    public void A_quarter_without_initiatives_says_so() => Assert.Equal(
        "Trong quý I năm 2026 (từ ngày 10/12/2025 đến ngày 9/3/2026), Xã An Lão chưa gửi hồ sơ sáng kiến cải cách hành chính.",
        new QuarterFacts(0, 0, [], 0, 0, 0).Paragraph(QuarterPeriod.Of(2026, 1), "Xã An Lão", new DateOnly(2026, 3, 9)));
}
