using Initiatives.Web.Documents;

namespace Initiatives.Web.Tests.Documents;

/// <summary>NĐ 30/2020/NĐ-CP, Phụ lục I, measured on the page.</summary>
public class Nd30LayoutTests
{
    private static readonly Pdf Decision = Pdf.Of(Samples.Recognition());

    [Theory]
    [InlineData("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, 13, true, false)]
    [InlineData("Độc lập - Tự do - Hạnh phúc", 13, 14, true, false)]
    [InlineData("THÀNH PHỐ HẢI PHÒNG", 12, 13, true, false)]
    [InlineData("Số: 4512/QĐ-UBND", 13, 13, false, false)]
    [InlineData("Hải Phòng, ngày 28 tháng 11 năm 2025", 13, 14, false, true)]
    [InlineData("QUYẾT ĐỊNH ", 13, 14, true, false)]
    [InlineData("Về việc công nhận sáng kiến", 13, 14, true, false)]
    [InlineData("Căn cứ Luật Thi đua, khen thưởng;", 13, 14, false, true)]
    [InlineData("QUYẾT ĐỊNH:", 13, 14, true, false)]
    [InlineData("Điều 1.", 13, 14, true, false)]
    [InlineData("Công nhận hiệu quả áp dụng", 13, 14, false, false)]
    public void Each_part_has_the_size_and_face_of_the_decree(string text, double smallest, double largest, bool bold, bool italic)
    {
        var glyphs = Decision.Pages[0].Find(text).Where(glyph => glyph.Value != " ").ToList();

        Assert.All(glyphs, glyph => Assert.InRange(glyph.Size, smallest - 0.1, largest + 0.1));
        Assert.All(glyphs, glyph => Assert.Equal((bold, italic), (glyph.Bold, glyph.Italic)));
    }

    [Fact]
    public void Paper_is_A4_and_the_annex_lies_across()
    {
        Assert.Equal((210, 297), ((int)Math.Round(Decision.Pages[0].Width), (int)Math.Round(Decision.Pages[0].Height)));
        Assert.Equal((297, 210), ((int)Math.Round(Decision.Pages[^1].Width), (int)Math.Round(Decision.Pages[^1].Height)));
    }

    [Fact]
    public void Nothing_but_the_page_number_stands_in_the_margins()
    {
        foreach (var page in Pdf.Of(Samples.Recognition(60)).Pages)
        {
            var glyphs = page.Glyphs.Where(glyph => !string.IsNullOrWhiteSpace(glyph.Value) && glyph.Baseline > 19).ToList();

            Assert.InRange(glyphs.Min(glyph => glyph.Left), 29.99, 35);
            Assert.InRange(glyphs.Max(glyph => glyph.Right), 0, page.Width - 14.95);
            Assert.InRange(glyphs.Min(glyph => glyph.Baseline), 20, 297);
            Assert.InRange(glyphs.Max(glyph => glyph.Baseline), 0, page.Height - 20);
        }
    }

    [Fact]
    public void National_title_is_centred_over_the_motto_and_the_date()
    {
        var page = Decision.Pages[0];
        double Middle(string text) => (page.Find(text)[0].Left + page.Find(text)[^1].Right) / 2;

        Assert.Equal(Middle("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), Middle("Độc lập - Tự do - Hạnh phúc"), 0.3);
        Assert.Equal(Middle("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), Middle("Hải Phòng, ngày 28 tháng 11 năm 2025"), 0.3);
        Assert.Equal(Middle("THÀNH PHỐ HẢI PHÒNG"), Middle("Số: 4512/QĐ-UBND"), 0.3);
    }

    [Fact]
    public void Number_and_date_stand_near_one_line_and_both_titles_start_level()
    {
        var page = Decision.Pages[0];

        Assert.Equal(page.Find("ỦY BAN NHÂN DÂN")[0].Baseline, page.Find("CỘNG HÒA")[0].Baseline, 0.1);
        Assert.Equal(page.Find("Số: 4512")[0].Baseline, page.Find("Hải Phòng, ngày")[0].Baseline, 0.5);
    }

    [Fact]
    public void First_lines_are_indented_by_one_centimetre()
    {
        Assert.Equal(40, Decision.Pages[0].Find("Căn cứ Luật Thi đua")[0].Left, 0.2);
        Assert.Equal(40, Decision.Pages[0].Find("Điều 1.")[0].Left, 0.2);
    }

    [Fact]
    public void Recipients_are_11_under_a_bold_italic_head_of_12()
    {
        var page = Decision.Pages.Single(page => page.Text.Contains("Nơi nhận:", StringComparison.Ordinal));

        Assert.All(page.Find("Nơi nhận:"), glyph => Assert.True(glyph is { Bold: true, Italic: true, Size: 12 }));
        Assert.All(page.Find("- Như Điều 3;"), glyph => Assert.True(glyph is { Bold: false, Italic: false, Size: 11 }));
        Assert.Equal(page.Find("Nơi nhận:")[0].Baseline, page.Find("KT. CHỦ TỊCH")[0].Baseline, 1.0);
        Decision.Reads("Nơi nhận:", "- Như Điều 3;", "- Lưu: VT, SKHCN.", "KT. CHỦ TỊCH PHÓ CHỦ TỊCH Đặng Văn Thuận");
    }

    [Fact]
    public void A_long_agency_name_makes_the_whole_head_one_size_smaller()
    {
        var page = Pdf.Of((fonts, stream) => ReceiptDocument.Write(Samples.Receipt(), fonts, stream)).Pages[0];

        Assert.Equal(12, page.Find("CỘNG HÒA")[0].Size, 0.1);
        Assert.Equal(13, page.Find("Độc lập")[0].Size, 0.1);
        Assert.Equal((12.0, false), (page.Find("UBND THÀNH PHỐ")[0].Size, page.Find("UBND THÀNH PHỐ")[0].Bold));
        Assert.Equal((12.0, true), (page.Find("SỞ KHOA HỌC")[0].Size, page.Find("SỞ KHOA HỌC")[0].Bold));
        Assert.True(page.Find("UBND THÀNH PHỐ HẢI PHÒNG")[^1].Right + 4 < page.Find("CỘNG HÒA")[0].Left);
    }

    [Theory]
    [InlineData("Căn cứ khoản 2 Điều 9 Nghị định số 152/2025/NĐ-CP", true)]
    [InlineData("Căn cứ Điều 12 của Thông tư số 15/2025/TT-BNV", true)]
    [InlineData("Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ", false)]
    [InlineData("Căn cứ Nghị định số 152/2025/NĐ-CP hướng dẫn thi hành một số điều của Luật Thi đua, khen thưởng", false)]
    [InlineData("Căn cứ Điều 8 Thông tư số 18/2013/TT-BKHCN", false)]
    public void Articles_of_unchecked_texts_are_not_cited(string line, bool barred)
    {
        Assert.Equal(barred, Nd30.CitesUncheckedArticle(line));
        if (barred) Assert.Throws<ArgumentException>(() => Nd30.Bases(line).ToList());
    }
}
