using Initiatives.Domain.People;

namespace Initiatives.Domain.Tests.People;

public sealed class AffiliationTests
{
    [Theory]
    [InlineData("Phó Chủ tịch UBND đặc khu", "UBND đặc khu", "Đặc khu Bạch Long Vĩ", "Phó Chủ tịch UBND đặc khu Bạch Long Vĩ")]
    [InlineData("Chuyên viên phòng Tổng hợp", "Phòng Tổng hợp", "Văn phòng UBND thành phố", "Chuyên viên phòng Tổng hợp, Văn phòng UBND thành phố")]
    [InlineData("Công chức Văn phòng – Thống kê", "Văn phòng HĐND và UBND", "Xã Vĩnh Bảo", "Công chức Văn phòng – Thống kê, Văn phòng HĐND và UBND, xã Vĩnh Bảo")]
    [InlineData("Chuyên viên", "Sở Nội vụ", "Sở Nội vụ", "Chuyên viên, Sở Nội vụ")]
    [InlineData("", "", "Phường Hồng Bàng", "Phường Hồng Bàng")]
    [InlineData("Chuyên viên", "", "Phường Hồng Bàng", "Chuyên viên, phường Hồng Bàng")]
    public void A_line_says_nothing_twice(string post, string workplace, string unit, string line) =>
        Assert.Equal(line, Affiliation.Line(post, workplace, unit));
}
