using Initiatives.Domain.Submissions;

namespace Initiatives.Domain.Tests.Submissions;

public class ReceiptCodeTests
{
    [Fact]
    public void A_drawn_code_reads_as_itself_and_is_never_drawn_twice()
    {
        var codes = Enumerable.Range(0, 2000).Select(_ => ReceiptCode.Draw()).ToList();
        Assert.Equal(2000, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Equal(code, ReceiptCode.Read(code)));
    }

    [Theory]
    [InlineData("k7mq-2x9d-4trf-w8zc-6vhn")]
    [InlineData(" K7MQ 2X9D 4TRF W8ZC 6VHN ")]
    public void As_people_type_it(string typed) => Assert.Equal("K7MQ2X9D4TRFW8ZC6VHN", ReceiptCode.Read(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("K7MQ2X9D4TRFW8ZC6VH")]
    [InlineData("K7MQ2X9D4TRFW8ZC6VHNN")]
    [InlineData("K7MQ2X9D4TRFW8ZC6VH0")]
    [InlineData("K7MQ2X9D4TRFW8ZC6VHÉ")]
    public void What_was_never_a_code(string? typed) => Assert.Null(ReceiptCode.Read(typed));

    [Fact]
    public void It_is_shown_in_fours() => Assert.Equal("K7MQ-2X9D-4TRF-W8ZC-6VHN", ReceiptCode.Shown("K7MQ2X9D4TRFW8ZC6VHN"));

    [Fact]
    public void The_formal_check_takes_a_month() =>
        Assert.Equal([new DateOnly(2026, 10, 24), new DateOnly(2027, 2, 28)],
            [AnswerDates.CheckDue(new DateTime(2026, 9, 24, 8, 0, 0, DateTimeKind.Utc)), AnswerDates.CheckDue(new DateTime(2027, 1, 30, 20, 0, 0, DateTimeKind.Utc))]);
}
