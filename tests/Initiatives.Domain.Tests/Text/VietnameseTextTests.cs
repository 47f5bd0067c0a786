using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Initiatives.Domain.Text;

namespace Initiatives.Domain.Tests.Text;

public class VietnameseTextTests
{
    [Theory]
    [InlineData("đất đai", "dat dai")]
    [InlineData("ĐẤT  ĐAI", "dat dai")]
    [InlineData("Hòa", "hoa")]
    [InlineData("Hoà", "hoa")]
    [InlineData("  Sáng\u00a0kiến\n cải\tcách ", "sang kien cai cach")]
    [InlineData("Ủy ban Nhân dân phường Lê Chân", "uy ban nhan dan phuong le chan")]
    [InlineData("kh\u00adông\u200b", "khong")]
    [InlineData("", "")]
    public void Folding_drops_marks_case_and_spare_blanks(string text, string expected)
    {
        Assert.Equal(expected, VietnameseText.Fold(text));
        Assert.Equal(expected, VietnameseText.Fold(text.Normalize(NormalizationForm.FormD)));
    }

    [Fact]
    public void Folding_every_Vietnamese_letter_gives_plain_ASCII()
    {
        const string letters = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ";
        const string plain = "aaaaaaaaaaaaaaaaaabcddeeeeeeeeeeeeghiiiiiiklmnoooooooooooooooooopqrstuuuuuuuuuuuuvxyyyyyy";
        Assert.Equal(plain, VietnameseText.Fold(letters));
        Assert.Equal(plain, VietnameseText.Fold(letters.ToUpperInvariant().Normalize(NormalizationForm.FormD)));
    }

    [Fact]
    public void Folding_and_normalising_twice_changes_nothing_for_any_text() => Prop.ForAll(AnyText.Strings, text =>
    {
        var folded = VietnameseText.Fold(text);
        var normal = VietnameseText.Normalize(text);
        return VietnameseText.Fold(folded) == folded && VietnameseText.Normalize(normal) == normal;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Lone_surrogates_do_not_throw()
    {
        Assert.Equal("a\ufffdb", VietnameseText.Normalize("a\ud800b"));
        Assert.Equal("a\ufffdb", VietnameseText.Fold("A\ud800B"));
        Assert.Equal("a\ufffd", VietnameseText.Normalize("a\ufffe"));
    }

    [Fact]
    public void Words_are_runs_of_letters_and_digits()
    {
        Assert.Equal(["so", "05", "qd", "ubnd", "ngay", "24", "9"], VietnameseText.Words("Số: 05/QĐ-UBND, ngày 24/9"));
        Assert.Empty(VietnameseText.Words(" -- ./. "));
    }

    [Fact]
    public void A_search_asks_for_beginnings_of_at_most_ten_words()
    {
        Assert.Equal([" dat", " dai"], VietnameseText.SearchWords("ĐẤT đai"));
        Assert.Empty(VietnameseText.SearchWords(null));
        Assert.Equal(10, VietnameseText.SearchWords(string.Join(' ', Enumerable.Range(1, 500))).Count);
    }

    [Fact]
    public void A_search_key_holds_whole_words_between_single_blanks_and_no_wildcard()
    {
        var key = VietnameseText.SearchKey("Đất đai – Hải Phòng", null, "50%_x");
        Assert.Equal(" dat dai hai phong 50 x ", key);
        Assert.Contains(VietnameseText.SearchKey("ĐAI HẢI"), key, StringComparison.Ordinal);
        Assert.DoesNotContain(VietnameseText.SearchKey("đa"), key, StringComparison.Ordinal);
        Assert.Contains(VietnameseText.SearchKey("phò").TrimEnd(), key, StringComparison.Ordinal);
        Assert.Equal("", VietnameseText.SearchKey("", null, "…"));
        Assert.Equal("", VietnameseText.SearchKey());
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("  a\r\nb\rc\u2028d\te  ", "a\nb\nc\nd\te")]
    [InlineData("a\u0000\u0007b\ufeff\u202ec", "abc")]
    [InlineData("Ho\u0300a", "H\u00f2a")]
    public void Normalising_keeps_text_and_drops_what_cannot_be_seen(string? text, string expected) =>
        Assert.Equal(expected, VietnameseText.Normalize(text));

    [Theory]
    [InlineData(null, 0)]
    [InlineData("", 0)]
    [InlineData("  Cải cách\nhành chính  ", 4)]
    [InlineData("và/hoặc – 50% -", 2)]
    public void Words_are_counted_between_white_space(string? text, int expected) =>
        Assert.Equal(expected, VietnameseText.CountWords(text));
}
