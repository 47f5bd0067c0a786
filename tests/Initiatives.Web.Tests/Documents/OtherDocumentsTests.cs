using Initiatives.Web.Documents;

namespace Initiatives.Web.Tests.Documents;

public class OtherDocumentsTests
{
    [Fact]
    public void Launch_notice_reads_like_the_founding_letter()
    {
        var pdf = Pdf.Of((fonts, stream) => LaunchNoticeDocument.Write(LaunchSample.Model, fonts, stream));

        pdf.Reads("Số: 2345/UBND-NVKTGS", "Hải Phòng, ngày 11 tháng 9 năm 2025", "V/v nghiên cứu, đề xuất sáng kiến",
            "Kính gửi: - Các Sở, ban, ngành thành phố; - Ủy ban nhân dân các xã, phường, đặc khu.",
            "a) Công tác chỉ đạo điều hành:", "b) Cải cách thể chế:", "c) Cải cách thủ tục hành chính:", "d) Cải cách tổ chức bộ máy hành chính:",
            "đ) Cải cách chế độ công vụ:", "e) Cải cách tài chính công:", "g) Xây dựng và phát triển Chính phủ điện tử, Chính phủ số:",
            "h) Các sáng kiến, giải pháp nâng cao Chỉ số", "trước ngày 30/9 hàng năm", "nghiêm túc triển khai thực hiện./.", "Nơi nhận:", "KT. CHỦ TỊCH");
        Assert.Equal(12, pdf.Pages[0].Find("V/v nghiên")[0].Size, 0.1);
    }

    [Fact]
    public void One_addressee_stands_on_the_line_of_the_salutation() =>
        Pdf.Of((fonts, stream) => LaunchNoticeDocument.Write(LaunchSample.Model with { Addressees = ["Sở Nội vụ"] }, fonts, stream))
            .Reads("Kính gửi: Sở Nội vụ Trong suốt");

    [Fact]
    public void A_letter_s_signature_never_stands_below_its_short_last_line_alone()
    {
        for (var count = 1; count <= 30; count++)
        {
            var model = new OfficialLetterModel(Samples.Department, 7, "SKHCN-SK", "Hải Phòng", new DateOnly(2026, 12, 7), "thông báo kết quả", ["Sở Tư pháp"], [], [], [],
                [.. Enumerable.Range(1, count).Select(i => new NoticeParagraph($"Đoạn thứ {i}.")), new NoticeParagraph("Câu cuối.")], new Signatory(["GIÁM ĐỐC"], "Nguyễn Thị Bình"), ["Như trên"]);
            var signed = Pdf.Of((fonts, stream) => OfficialLetterDocument.Write(model, fonts, stream)).Pages.Single(page => page.Text.Contains("Nguyễn Thị Bình", StringComparison.Ordinal)).Text;
            Assert.Contains($"Đoạn thứ {count}.", signed);
        }
    }

    /// <summary>However many were counted: what the board signs stands above its names.</summary>
    [Fact]
    public void Signatures_of_the_counting_board_never_stand_on_a_page_without_a_count()
    {
        for (var count = 1; count <= 9; count++)
        {
            var ballots = Enumerable.Range(1, count).Select(i => new CountedBallot($"Sáng kiến được kiểm phiếu số {i} ở một phường (A{i}-000)", 9, 9, 9, 0, 8, 1, 9, 9)).ToList();
            var model = new VoteCountModel(Samples.Council, "Hội đồng", "Quyết định số 3987/QĐ-UBND", "BBKP-HĐ", "Hải Phòng", "Họp Hội đồng, phiên thứ nhất", new DateTime(2026, 11, 27, 10, 3, 0), "Phòng họp số 2", 9,
                ["Vũ Thị T", "Lê Văn S", "Phạm Thị C", "Phan Văn U"], ballots, []);
            var pdf = Pdf.Of((fonts, stream) => VoteCountDocument.Write(model, fonts, stream));
            Assert.Contains($"(A{count}-000)", pdf.Pages.Single(page => page.Text.Contains("TRƯỞNG BAN", StringComparison.Ordinal)).Text);
        }
    }

    [Fact]
    public void Merit_decision_names_at_most_the_five_with_their_authors()
    {
        Pdf.Of((fonts, stream) => MeritDecisionDocument.Write(Samples.Merit(), fonts, stream)).Reads(
            "Về việc tặng Bằng khen của Chủ tịch Ủy ban nhân dân thành phố", "Căn cứ Luật Thi đua, khen thưởng;", "Giám đốc Sở Nội vụ",
            "Điều 1. Tặng Bằng khen", "05 sáng kiến", "1. Tác giả sáng kiến “Quầy một cửa lưu động", "- Nguyễn Thị Phương Thảo,",
            "2. Nhóm tác giả", "5. Nhóm tác giả", "Điều 2. Mức tiền thưởng", "theo quy định hiện hành", "Điều 3.", "thi hành./.", "CHỦ TỊCH Lê Ngọc Thành");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void Certificate_stands_on_one_page_and_says_that_it_is_a_preview(int authors)
    {
        var pdf = Pdf.Of((fonts, stream) => MeritCertificateDocument.Write(Samples.Certificate(authors), fonts, stream));

        Assert.Single(pdf.Pages);
        pdf.Reads("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG", "TẶNG", "BẰNG KHEN", "Nguyễn Thị Phương Thảo",
            "Đã có sáng kiến", "Quyết định số: 4530/QĐ-UBND", "Số sổ vàng: 172", "BK-2025-7F3K9Q", "Hải Phòng, ngày 05 tháng 12 năm 2025", "CHỦ TỊCH", "Lê Ngọc Thành",
            "BẢN XEM TRƯỚC. Bản in dữ liệu từ hệ thống; bản gốc có chữ ký và dấu do UBND thành phố cấp.");
        Assert.All(pdf.Pages[0].Glyphs, glyph => Assert.InRange(glyph.Baseline, 12, 198));
    }

    [Fact]
    public void Certificates_of_a_decision_print_one_to_a_page()
    {
        var pdf = Pdf.Of((fonts, stream) => MeritCertificateDocument.Write([Samples.Certificate(1), Samples.Certificate(2), Samples.Certificate(3)], fonts, stream));

        Assert.Equal(3, pdf.Pages.Count);
        Assert.All(pdf.Pages, page => Assert.Equal("BẰNG KHEN ", string.Concat(page.Find("BẰNG KHEN ").Select(glyph => glyph.Value))));
        Assert.All(pdf.Pages, page => Assert.InRange(page.Find("BẢN XEM TRƯỚC")[0].Baseline, 190, 197));
    }

    [Fact]
    public void A_long_author_group_still_fits_the_certificate()
    {
        var model = Samples.Certificate(5);
        var pdf = Pdf.Of((fonts, stream) => MeritCertificateDocument.Write(model with { Recipients = [.. model.Recipients, .. model.Recipients] }, fonts, stream));

        Assert.Single(pdf.Pages);
    }

    [Fact]
    public void Receipt_tells_when_to_the_second_and_what_was_received()
    {
        var pdf = Pdf.Of((fonts, stream) => ReceiptDocument.Write(Samples.Receipt(), fonts, stream));

        Assert.Single(pdf.Pages);
        pdf.Reads("UBND THÀNH PHỐ HẢI PHÒNG SỞ KHOA HỌC VÀ CÔNG NGHỆ", "Số: HS-2026-0211", "GIẤY BIÊN NHẬN", "15 giờ 07 phút 44 giây, ngày 24 tháng 9 năm 2026",
            "Đỗ Văn Mạnh", "Quầy một cửa lưu động", "ngày 24 tháng 10 năm 2026 (01 tháng kể từ ngày nhận)", "ngày 30 tháng 11 năm 2026 (hạn ký quyết định của kỳ)", "05 tệp, 11,7 MB", "Báo cáo mô tả sáng kiến.pdf", "1,2 MB", "Mã nội dung (SHA-256):",
            "Mã đối chiếu:", "K7MQ-2X9D-4TRF-W8ZC-6VHN", "NGƯỜI NHẬN HỒ SƠ");
    }

    [Fact]
    public void Score_sheet_prints_scores_or_leaves_room_for_the_pen()
    {
        var filled = Pdf.Of((fonts, stream) => ScoreSheetDocument.Write(Samples.ScoreSheet(), fonts, stream));
        var blank = Pdf.Of((fonts, stream) => ScoreSheetDocument.Write(Samples.ScoreSheet(blank: true), fonts, stream));

        Assert.Single(filled.Pages);
        Assert.Single(blank.Pages);
        filled.Reads("Mã hồ sơ: SK-2026-K7Q2", "PHIẾU CHẤM ĐIỂM", "Bùi Thị Thanh Hằng", "I Tính mới, tính đột phá 30 25,5 Tốt", "N1", "E4", "S3", "TỔNG ĐIỂM 100 85", "THÀNH VIÊN HỘI ĐỒNG");
        blank.Reads("I Tính mới, tính đột phá 30 ", "Nhận xét: ......", "TỔNG ĐIỂM 100 ", "Nhận xét chung: ......");
    }

    [Fact]
    public void Minutes_show_every_count_with_its_base()
    {
        Pdf.Of((fonts, stream) => SessionMinutesDocument.Write(Samples.Minutes(), fonts, stream)).Reads(
            "Số: 02/BB-HĐSK", "BIÊN BẢN", "08 giờ 00 phút, ngày 12 tháng 11 năm 2025", "Có mặt: 7/9 = 77,78%", "ít nhất 06 thành viên; phiên họp đủ điều kiện",
            "2. Thành viên vắng mặt:", "(lý do: nghỉ ốm).", "Tổng điểm 100 86,29", "đồng ý 7/9 = 77,78% tổng số thành viên Hội đồng; không đồng ý 0 phiếu",
            "Không tham gia xem xét hồ sơ này: Trịnh Xuân Lộc", "đồng ý 3/8 = 37,5% số thành viên được biểu quyết hồ sơ này (3/9 = 33,33% tổng số thành viên Hội đồng)",
            "Ý kiến bảo lưu:", "III. Kết luận", "11 giờ 45 phút", "thông qua./.", "THƯ KÝ", "CHỦ TRÌ", "Vũ Hoàng Yến", "Hoàng Minh Đức");
    }

    [Fact]
    public void No_document_names_an_article_of_an_unchecked_text()
    {
        var texts = new[]
        {
            Pdf.Of(Samples.Recognition()).Text,
            Pdf.Of((fonts, stream) => MeritDecisionDocument.Write(Samples.Merit(), fonts, stream)).Text,
        };

        Assert.All(texts, text => Assert.DoesNotMatch(@"Điều \d+[^.;]{0,60}(152/2025|15/2025/TT-BNV)", text));
    }

    [Fact]
    public void Documents_may_be_written_on_many_threads_at_once()
    {
        var expected = Pdf.Of(Samples.Recognition(3)).Bytes;

        Parallel.For(0, 16, _ => Assert.Equal(expected, Pdf.Of(Samples.Recognition(3)).Bytes));
    }
}
