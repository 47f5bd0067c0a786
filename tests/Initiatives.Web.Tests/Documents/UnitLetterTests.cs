using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Initiatives.Domain.People;
using Initiatives.Web.Documents;

namespace Initiatives.Web.Tests.Documents;

/// <summary>The unit's letter, both ways, measured after NĐ 30/2020/NĐ-CP, Phụ lục I.</summary>
public class UnitLetterTests
{
    private static readonly Unit Ward = Unit.Create("11311", "Phường Hồng Bàng", "P. Hồng Bàng", "phuong", "cap-xa", "31");
    private static readonly Unit Department = Unit.Create("SVHTTDL", "Sở Văn hóa, Thể thao và Du lịch", "Sở VH,TT&DL", "so", "cap-thanh-pho", "UBND-TP");

    private static UnitLetterModel Model(int rows = 2, Unit? unit = null, SigningCapacity capacity = SigningCapacity.Deputy) => new(
        UnitHeading.Of(unit ?? Ward), UnitHeading.NameOf(unit ?? Ward), UnitHeading.SymbolOf(unit ?? Ward), UnitHeading.PlaceOf(unit ?? Ward), 2026,
        "Công văn số 2345/UBND-NVKTGS ngày 11 tháng 9 năm 2025 của Ủy ban nhân dân thành phố Hải Phòng",
        [.. Enumerable.Range(1, rows).Select(i => new UnitLetterRow($"Quầy một cửa lưu động ở chợ Sắt số {i}", ["Trần Thị K, Công chức Tư pháp – Hộ tịch, Văn phòng HĐND và UBND: 60%", "Lê Văn N, Công chức Văn hóa – Xã hội: 40%"],
            "c) Cải cách thủ tục hành chính", i == 1 ? "45/QĐ-UBND ngày 12/8/2026" : "", new string('a', 60) + "6be2"))],
        new Signatory(UnitHeading.CapacityOf(unit ?? Ward, capacity), "Đỗ Văn M"));

    private static Pdf PdfOf(UnitLetterModel model) => Pdf.Of((fonts, stream) => UnitLetterDocument.Write(model, fonts, stream));

    private static MemoryStream WordOf(UnitLetterModel model)
    {
        var stream = new MemoryStream();
        UnitLetterDocx.Write(model, stream);
        stream.Position = 0;
        return stream;
    }

    [Fact]
    public void A_committee_heads_its_letter_alone_and_a_department_under_the_city()
    {
        PdfOf(Model()).Reads("ỦY BAN NHÂN DÂN PHƯỜNG HỒNG BÀNG", "Số: ……/TTr-UBND", "KT. CHỦ TỊCH PHÓ CHỦ TỊCH");
        PdfOf(Model(unit: Department, capacity: SigningCapacity.Head)).Reads("ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG", "SỞ VĂN HÓA, THỂ THAO", "VÀ DU LỊCH", "Số: ……/TTr-SVHTTDL", "Sở Văn hóa, Thể thao và Du lịch đã tổ chức", "GIÁM ĐỐC");
    }

    [Fact]
    public void The_pdf_keeps_margins_sizes_and_a_list_across_whose_head_is_repeated()
    {
        var pdf = PdfOf(Model(40));
        Assert.Equal((210, 297), ((int)Math.Round(pdf.Pages[0].Width), (int)Math.Round(pdf.Pages[0].Height)));
        Assert.Equal((297, 210), ((int)Math.Round(pdf.Pages[^1].Width), (int)Math.Round(pdf.Pages[^1].Height)));
        Assert.True(pdf.Pages.Count > 3);
        Assert.All(pdf.Pages.Skip(1), page => Assert.Contains("Tên sáng kiến", page.Text));
        foreach (var page in pdf.Pages)
        {
            var glyphs = page.Glyphs.Where(glyph => !string.IsNullOrWhiteSpace(glyph.Value) && glyph.Baseline > 19).ToList();
            Assert.InRange(glyphs.Min(glyph => glyph.Left), 29.99, 35);
            Assert.InRange(glyphs.Max(glyph => glyph.Right), 0, page.Width - 14.95);
            Assert.InRange(glyphs.Max(glyph => glyph.Baseline), 0, page.Height - 20);
        }

        Assert.All(pdf.Pages[0].Find("TỜ TRÌNH").Where(glyph => glyph.Value != " "), glyph => Assert.True(glyph.Bold && glyph.Size is > 12.9 and < 14.1));
        Assert.Equal(40, pdf.Pages[0].Find("Thực hiện Công văn")[0].Left, 0.2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    public void The_word_file_is_valid(int rows)
    {
        using var file = WordprocessingDocument.Open(WordOf(Model(rows)), false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(file).Select(error => $"{error.Path?.XPath}: {error.Description}"));
    }

    [Fact]
    public void The_word_file_has_the_decrees_paper_margins_face_and_numbers_from_page_two()
    {
        using var file = WordprocessingDocument.Open(WordOf(Model()), false);
        var main = file.MainDocumentPart!;
        var sections = main.Document!.Descendants<SectionProperties>().ToList();
        Assert.Equal(2, sections.Count);
        foreach (var section in sections)
        {
            var margin = section.GetFirstChild<PageMargin>()!;
            Assert.Equal((1134, 1134, 1701u, 850u), (margin.Top!.Value, margin.Bottom!.Value, margin.Left!.Value, margin.Right!.Value));   // 20, 20, 30, 15 mm
            Assert.NotNull(section.GetFirstChild<TitlePage>());
            Assert.Equal([HeaderFooterValues.Default, HeaderFooterValues.First], section.Elements<HeaderReference>().Select(header => header.Type!.Value));
            Assert.Equal(1, section.GetFirstChild<PageNumberType>()!.Start!.Value);
        }

        Assert.Equal((11906u, 16838u), (sections[0].GetFirstChild<PageSize>()!.Width!.Value, sections[0].GetFirstChild<PageSize>()!.Height!.Value));
        Assert.Equal(PageOrientationValues.Landscape, sections[1].GetFirstChild<PageSize>()!.Orient!.Value);
        Assert.Equal("Times New Roman", main.StyleDefinitionsPart!.Styles!.Descendants<RunFonts>().First().Ascii!.Value);
        Assert.Equal("PAGE", ((HeaderPart)main.GetPartById(sections[0].Elements<HeaderReference>().First().Id!.Value!)).Header!.Descendants<SimpleField>().Single().Instruction!.Value);
        Assert.Equal("", ((HeaderPart)main.GetPartById(sections[0].Elements<HeaderReference>().Last().Id!.Value!)).Header!.InnerText);
    }

    [Fact]
    public void The_word_lists_head_is_repeated_and_no_row_is_cut()
    {
        using var file = WordprocessingDocument.Open(WordOf(Model(30)), false);
        var rows = file.MainDocumentPart!.Document!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Table>().Last().Elements<TableRow>().ToList();
        Assert.Equal(31, rows.Count);
        Assert.NotNull(rows[0].TableRowProperties!.GetFirstChild<TableHeader>());
        Assert.All(rows, row => Assert.NotNull(row.TableRowProperties!.GetFirstChild<CantSplit>()));
    }

    [Fact]
    public void Both_say_the_same()
    {
        using var file = WordprocessingDocument.Open(WordOf(Model()), false);
        static string Flat(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
        var word = Flat(file.MainDocumentPart!.Document!.Body!.InnerText);
        foreach (var text in new[] { "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Về việc đề nghị xét công nhận sáng kiến cải cách hành chính năm 2026", Model().Paragraphs[1], "Nơi nhận:", "KT. CHỦ TỊCH", Model().ListTitle, "Trần Thị K, Công chức Tư pháp – Hộ tịch, Văn phòng HĐND và UBND: 60%", "45/QĐ-UBND ngày 12/8/2026" })
        {
            Assert.Contains(Flat(text), word);
            Assert.Contains(Flat(text), Flat(PdfOf(Model()).Text));
        }
    }

    [Fact]
    public void One_addressee_stands_on_its_line_without_a_full_stop_in_both()
    {
        using var file = WordprocessingDocument.Open(WordOf(Model()), false);
        Assert.Contains("Kính gửi: Sở Khoa học và Công nghệ", file.MainDocumentPart!.Document!.Body!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().Select(paragraph => paragraph.InnerText));
        Assert.Contains("Kính gửi: Sở Khoa học và Công nghệ", PdfOf(Model()).Text);
        Assert.DoesNotContain("Kính gửi: Sở Khoa học và Công nghệ.", PdfOf(Model()).Text);
    }

    [Fact]
    public void The_paper_that_authors_sign_lists_them_with_room_to_sign_and_its_code()
    {
        var pdf = Pdf.Of((fonts, stream) => ContributionDocument.Write(new ContributionModel("Quầy một cửa lưu động ở chợ Sắt", "Phường Hồng Bàng", "Hải Phòng",
            [new("Trần Thị K", "Công chức Tư pháp – Hộ tịch", "Văn phòng HĐND và UBND", "60,00"), new("Phạm Thị A", "Nhân viên", "Bưu điện văn hóa", "40,00")], "100,00", "3F7A-9C02"), fonts, stream));
        pdf.Reads("BẢN XÁC NHẬN", "Tỷ lệ đóng góp của các tác giả sáng kiến", "Quầy một cửa lưu động ở chợ Sắt", "Trần Thị K", "60,00", "Phạm Thị A", "40,00", "Cộng", "100,00", "Mã bản xác nhận: 3F7A-9C02");
        Assert.Single(pdf.Pages);
    }
}
