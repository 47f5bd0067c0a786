using System.Text;
using Initiatives.Domain.Text;

namespace Initiatives.Domain.Tests.Text;

public class VietnameseNameTests
{
    [Theory]
    [InlineData("Trần Thị K", "Trần", "Thị", "K")]
    [InlineData("  Nguyễn  Phạm Ngọc\tHà ", "Nguyễn", "Phạm Ngọc", "Hà")]
    [InlineData("Lê Lợi", "Lê", "", "Lợi")]
    [InlineData("Hải", "", "", "Hải")]
    [InlineData("", "", "", "")]
    [InlineData(null, "", "", "")]
    public void The_first_word_is_the_family_and_the_last_is_given(string? fullName, string family, string middle, string given) =>
        Assert.Equal(new VietnameseName(family, middle, given), VietnameseName.Split(fullName));

    [Fact]
    public void A_split_name_prints_whole_again() =>
        Assert.Equal("Nguyễn Phạm Ngọc Hà", VietnameseName.Split(" Nguyễn Phạm  Ngọc Hà").ToString());

    [Fact]
    public void Rolls_go_by_given_name_then_family_then_middle()
    {
        string[] expected =
        [
            "Trần Văn An", "Lê Thị Ánh", "Hà", "Lê Văn Hà", "Nguyễn Thị Hà", "Nguyễn Văn Hà", "Đỗ Thị Hạ", "Bùi Đức Hải",
        ];
        Assert.Equal(expected, expected.Reverse().OrderBy(VietnameseName.SortKey, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Trần Thị K", "TK")]
    [InlineData("đỗ ân", "ĐÂ")]
    [InlineData("Hải", "H")]
    [InlineData("(Lê) Lợi", "LL")]
    [InlineData("", "")]
    public void Initials_are_of_family_and_given_name(string fullName, string expected)
    {
        Assert.Equal(expected, VietnameseName.Initials(fullName));
        Assert.Equal(expected, VietnameseName.Initials(fullName.Normalize(NormalizationForm.FormD)));
    }

    [Theory]
    [InlineData("TRẦN THỊ K", "Trần Thị K")]
    [InlineData("đặng  văn ưng", "Đặng Văn Ưng")]
    [InlineData("h'hen niê", "H'Hen Niê")]
    [InlineData("Y MOAN-ÊBAN", "Y Moan-Êban")]
    public void Names_are_put_into_title_case(string fullName, string expected) =>
        Assert.Equal(expected, VietnameseName.TitleCase(fullName));
}
