using FsCheck;
using FsCheck.Fluent;
using Initiatives.Domain.Cycles;

namespace Initiatives.Domain.Tests.Cycles;

public class FractionTests
{
    private static readonly Fraction TwoThirds = new(2, 3);

    [Theory]
    [InlineData(6, 9, true)]
    [InlineData(5, 9, false)]
    [InlineData(7, 11, false)]
    [InlineData(8, 11, true)]
    [InlineData(0, 0, false)]
    public void Six_of_nine_are_two_thirds_and_nothing_reaches_a_share_of_nothing(int count, int total, bool reached) =>
        Assert.Equal(reached, TwoThirds.ReachedBy(count, total));

    [Fact]
    public void The_least_number_reaches_the_share_and_one_less_does_not() => Prop.ForAll(
        Gen.Choose(1, 40).SelectMany(under => Gen.Choose(1, under).Select(over => new Fraction(over, under))).ToArbitrary(),
        Gen.Choose(1, 1000).ToArbitrary(),
        (share, total) => share.ReachedBy(share.LeastOf(total), total) && !share.ReachedBy(share.LeastOf(total) - 1, total))
        .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2/3", 2, 3)]
    [InlineData(" 70 / 100 ", 70, 100)]
    [InlineData("1/1", 1, 1)]
    public void A_share_is_read_as_it_is_written(string text, int over, int under)
    {
        Assert.True(Fraction.TryParse(text, out var share));
        Assert.Equal(new Fraction(over, under), share);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2")]
    [InlineData("3/2")]
    [InlineData("-1/2")]
    [InlineData("1/0")]
    [InlineData("1/2/3")]
    [InlineData("0,5/1")]
    public void Anything_else_is_no_share(string? text) => Assert.False(Fraction.TryParse(text, out _));

    [Fact]
    public void It_prints_what_it_reads() => Assert.Equal("2/3", TwoThirds.ToString());
}
