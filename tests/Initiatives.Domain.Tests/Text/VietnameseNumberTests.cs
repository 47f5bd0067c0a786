using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Initiatives.Domain.Text;

namespace Initiatives.Domain.Tests.Text;

public class VietnameseNumberTests
{
    private static decimal D(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("12,5", "12.5")]
    [InlineData("12.5", "12.5")]
    [InlineData(" 1.234,5 ", "1234.5")]
    [InlineData("1.126", "1126")]
    [InlineData("1.126.000", "1126000")]
    [InlineData("1,126", "1.126")]
    [InlineData("0.126", "0.126")]
    [InlineData("1234.567", "1234.567")]
    [InlineData("-0,5", "-0.5")]
    [InlineData("007", "7")]
    public void Quantities_are_read_with_comma_or_point(string text, string expected)
    {
        Assert.True(VietnameseNumber.TryParseDecimal(text, out var value));
        Assert.Equal(D(expected), value);
    }

    [Theory]
    [InlineData("1,234.5")]
    [InlineData("1.23.456")]
    [InlineData("1234.567,8")]
    [InlineData("1,2,3")]
    [InlineData(",5")]
    [InlineData("5,")]
    [InlineData(".")]
    [InlineData("1 000")]
    [InlineData("--1")]
    [InlineData("1e3")]
    [InlineData("99999999999999999999999999999999")]
    [InlineData("")]
    [InlineData(null)]
    public void Doubtful_quantities_are_refused(string? text)
    {
        Assert.False(VietnameseNumber.TryParseDecimal(text, out var value));
        Assert.Equal(0m, value);
    }

    [Theory]
    [InlineData("12,5", "12.5")]
    [InlineData("12.5", "12.5")]
    [InlineData("82,35", "82.35")]
    [InlineData("100", "100")]
    [InlineData("0", "0")]
    public void In_points_comma_and_point_are_both_the_decimal_separator(string text, string expected)
    {
        Assert.True(VietnameseNumber.TryParsePoints(text, out var points));
        Assert.Equal(D(expected), points);
    }

    [Theory]
    [InlineData("1.126")]
    [InlineData("12,345")]
    [InlineData("-1")]
    [InlineData("1.2,3")]
    [InlineData("5,")]
    [InlineData("١٢")]
    [InlineData("")]
    [InlineData(null)]
    public void Points_with_three_decimals_or_a_sign_are_refused(string? text) =>
        Assert.False(VietnameseNumber.TryParsePoints(text, out _));

    [Theory]
    [InlineData("82.35", 0, 2, "82,35")]
    [InlineData("82.345", 0, 2, "82,35")]
    [InlineData("-82.345", 0, 2, "-82,35")]
    [InlineData("1126", 0, 2, "1.126")]
    [InlineData("1234567.5", 2, 2, "1.234.567,50")]
    [InlineData("7", 1, 2, "7,0")]
    [InlineData("7.00", 0, 2, "7")]
    [InlineData("-0.001", 0, 2, "0")]
    [InlineData("999.999", 0, 2, "1.000")]
    [InlineData("0.5", 3, 1, "0,500")]
    public void Numbers_print_with_decimal_comma_and_points_of_thousands(string value, int min, int max, string expected) =>
        Assert.Equal(expected, VietnameseNumber.Format(D(value), min, max));

    [Fact]
    public void A_share_prints_as_per_cent()
    {
        Assert.Equal("82,35%", VietnameseNumber.Percent(0.8235m));
        Assert.Equal("66,7%", VietnameseNumber.Percent(2m / 3, 1));
        Assert.Equal("100%", VietnameseNumber.Percent(1));
    }

    [Fact]
    public void What_is_printed_as_points_is_read_back() => Prop.ForAll<int>(any =>
    {
        var points = Math.Abs(any % 100000) / 100m;
        return points >= 1000 || (VietnameseNumber.TryParsePoints(VietnameseNumber.Format(points), out var read) && read == points);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_printed_with_two_decimals_is_read_back_as_a_quantity() => Prop.ForAll<int>(any =>
        VietnameseNumber.TryParseDecimal(VietnameseNumber.Format(any / 100m, 2, 2), out var read) && read == any / 100m).QuickCheckThrowOnFailure();
}
