using Initiatives.Web.Documents;

namespace Initiatives.Web.Tests.Documents;

public class PrintedTests
{
    [Theory]
    [InlineData(2026, 1, 5, "ngày 05 tháng 01 năm 2026")]
    [InlineData(2025, 9, 11, "ngày 11 tháng 9 năm 2025")]
    [InlineData(2026, 2, 1, "ngày 01 tháng 02 năm 2026")]
    [InlineData(2026, 3, 5, "ngày 05 tháng 3 năm 2026")]
    public void Days_below_ten_and_the_first_two_months_take_a_zero(int year, int month, int day, string printed) =>
        Assert.Equal(printed, Printed.Date(new DateOnly(year, month, day)).Replace('\u00A0', ' '));

    [Theory]
    [InlineData(5, "05/QĐ-UBND")]
    [InlineData(10, "10/QĐ-UBND")]
    [InlineData(4512, "4512/QĐ-UBND")]
    [InlineData(null, "……/QĐ-UBND")]
    public void Numbers_below_ten_take_a_zero(int? number, string printed) => Assert.Equal(printed, Printed.Number(number, "QĐ-UBND"));

    [Theory]
    [InlineData(6, 9, "6/9 = 66,67%")]
    [InlineData(0, 7, "0/7 = 0%")]
    [InlineData(0, 0, "0/0")]
    public void Shares_show_their_base(int count, int all, string printed) => Assert.Equal(printed, Printed.Share(count, all));

    [Theory]
    [InlineData(0, "1 kB")]
    [InlineData(812_400, "812 kB")]
    [InlineData(1_204_118, "1,2 MB")]
    [InlineData(9_012_441, "9 MB")]
    public void Sizes_are_rounded(long bytes, string printed) => Assert.Equal(printed, Printed.Size(bytes));
}
