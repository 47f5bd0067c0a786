using Initiatives.Web.Documents;

namespace Initiatives.Web.Tests.Documents;

public class RecognitionDecisionDocumentTests
{
    [Fact]
    public void Reads_in_the_order_of_the_form()
    {
        Pdf.Of(Samples.Recognition()).Reads(
            "ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
            "Số: 4512/QĐ-UBND", "Hải Phòng, ngày 28 tháng 11 năm 2025",
            "QUYẾT ĐỊNH Về việc công nhận sáng kiến cải cách hành chính năm 2025",
            "CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG",
            "Căn cứ Luật Tổ chức chính quyền địa phương; Căn cứ Luật Thi đua, khen thưởng;",
            "Theo đề nghị của Giám đốc Sở Khoa học và Công nghệ tại Tờ trình số 318/TTr-SKHCN ngày 20 tháng 11 năm 2025.",
            "QUYẾT ĐỊNH:", "Điều 1. Công nhận", "đối với 12 sáng kiến", "Điều 2. ", "Điều 3. ", "thi hành Quyết định này./.",
            "Nơi nhận:", "Đặng Văn Thuận",
            "Phụ lục DANH SÁCH SÁNG KIẾN CẢI CÁCH HÀNH CHÍNH ĐƯỢC CÔNG NHẬN NĂM 2025",
            "(Kèm theo Quyết định số 4512/QĐ-UBND ngày 28 tháng 11 năm 2025 của Chủ tịch Ủy ban nhân dân thành phố)",
            "TT Tên sáng kiến", "Nguyễn Thị Phương Thảo, Phó Giám đốc", "(45%)", "Tôn Nữ Hoàng Khánh Quỳnh Như", "(21,67%)");
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(5, 2)]
    [InlineData(60, 16)]
    public void Annex_takes_as_many_pages_as_its_rows_need(int rows, int annexPages)
    {
        var pdf = Pdf.Of(Samples.Recognition(rows));

        Assert.Equal(annexPages, pdf.Pages.Count(page => page.Width > page.Height));
        Assert.Equal(2, pdf.Pages.Count(page => page.Width < page.Height));
    }

    [Fact]
    public void Every_row_of_a_long_annex_is_there_and_the_head_is_on_every_page()
    {
        var annex = Pdf.Of(Samples.Recognition(60)).Pages.Where(page => page.Width > page.Height).ToList();
        var text = string.Concat(annex.Select(page => page.Text));

        Assert.All(annex, page => Assert.Contains("TT Tên sáng kiến Tác giả", page.Text, StringComparison.Ordinal));
        Assert.All(Enumerable.Range(1, 60), row => Assert.Matches($@"(?<!\d){row} (Quầy|Kịch|Hẹn|Bộ|Ký)", text));
    }

    [Fact]
    public void Pages_are_numbered_from_the_second_on_and_again_in_the_annex()
    {
        var pages = Pdf.Of(Samples.Recognition()).Pages;
        var decision = pages.Where(page => page.Width < page.Height).Select(page => page.TopMargin).ToList();
        var annex = pages.Where(page => page.Width > page.Height).Select(page => page.TopMargin).ToList();

        Assert.Equal(["", "2"], decision);
        Assert.Equal(["", .. Enumerable.Range(2, annex.Count - 1).Select(number => $"{number}")], annex);
        Assert.InRange(pages[1].Glyphs.First(glyph => glyph.Baseline < 19).Size, 13, 14);
    }

    [Fact]
    public void Signature_never_stands_on_a_page_without_text()
    {
        for (var lines = 1; lines <= 60; lines += 3)
        {
            var model = Samples.Recognition(1) with { Articles = [string.Join('\n', Enumerable.Repeat("Một đoạn nội dung.", lines)), "Thi hành Quyết định này"] };
            var page = Pdf.Of(model).Pages.Single(page => page.Text.Contains("KT. CHỦ TỊCH", StringComparison.Ordinal));

            Assert.Contains("Thi hành Quyết định này./.", page.Text, StringComparison.Ordinal);
            Assert.Contains("Đặng Văn Thuận", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Blanks_stand_where_number_and_date_are_not_given_yet()
    {
        Pdf.Of(Samples.Recognition(1) with { Number = null, Date = null })
            .Reads("Số: ……/QĐ-UBND", "Hải Phòng, ngày … tháng … năm …", "(Kèm theo Quyết định số ……/QĐ-UBND ngày … tháng … năm …");
    }

    [Fact]
    public void Same_model_gives_the_same_bytes() =>
        Assert.Equal(Pdf.Of(Samples.Recognition()).Bytes, Pdf.Of(Samples.Recognition()).Bytes);

    [Fact]
    public void Demonstration_data_is_marked_on_every_page()
    {
        var pages = Pdf.Of(Samples.Recognition(5, demo: true)).Pages;

        Assert.All(pages, page => Assert.EndsWith("DỮ LIỆU MINH HỌA", page.Text, StringComparison.Ordinal));
        Assert.All(pages, page => Assert.Equal(page.Height - 10, page.Glyphs[^1].Baseline, 0.1));
        Assert.All(Pdf.Of(Samples.Recognition(5)).Pages, page => Assert.DoesNotContain("MINH HỌA", page.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_row_taller_than_a_page_is_cut_and_nothing_is_lost()
    {
        var authors = Enumerable.Range(1, 70).Select(i => new DecisionAuthor($"Tác giả thứ {i}", "Chuyên viên, Sở Nội vụ", 1m)).ToList();
        var pdf = Pdf.Of(Samples.Recognition(0) with { Rows = [new("Sáng kiến chung", authors, "Cải cách thể chế", "Toàn thành phố")] });

        Assert.All(authors, author => Assert.Contains($"{author.Name},", pdf.Text, StringComparison.Ordinal));
        Assert.All(pdf.Pages, page => Assert.All(page.Glyphs, glyph => Assert.True(glyph.Baseline < page.Height - 20)));
    }

    [Fact]
    public void File_says_what_it_is_and_carries_its_fonts()
    {
        var pdf = Pdf.Of(Samples.Recognition());
        var raw = System.Text.Encoding.Latin1.GetString(pdf.Bytes);

        Assert.Equal("Quyết định số 4512/QĐ-UBND về việc công nhận sáng kiến cải cách hành chính năm 2025", pdf.Title);
        Assert.Equal("ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG", pdf.Author);
        Assert.All(pdf.Pages.SelectMany(page => page.Glyphs), glyph => Assert.Contains("Tinos", glyph.Font, StringComparison.Ordinal));
        Assert.Contains("/Lang (vi-VN)", raw, StringComparison.Ordinal);
        Assert.Equal(4, raw.Split("/FontFile2").Length - 1);
    }
}
