using Initiatives.Web.Documents;

namespace Initiatives.Web.Tests.Documents;

/// <summary>Long, realistic models; the people are invented.</summary>
public static class Samples
{
    public static readonly Agency City = new(["ỦY BAN NHÂN DÂN", "THÀNH PHỐ HẢI PHÒNG"]);
    public static readonly Agency Department = new(["SỞ KHOA HỌC VÀ CÔNG NGHỆ"], "UBND THÀNH PHỐ HẢI PHÒNG");
    public static readonly Agency Council = new(["HỘI ĐỒNG ĐÁNH GIÁ SÁNG KIẾN", "CẢI CÁCH HÀNH CHÍNH"], "UBND THÀNH PHỐ HẢI PHÒNG");
    public static readonly Signatory Chairman = new(["CHỦ TỊCH"], "Lê Ngọc Thành");
    public static readonly Signatory ViceChairman = new(["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "Đặng Văn Thuận");

    private const string Authority = "CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG";
    private const string CouncilName = "Hội đồng đánh giá hiệu quả áp dụng và khả năng nhân rộng thành phố cho các sáng kiến lĩnh vực cải cách hành chính";

    private static readonly string[] Titles =
    [
        "Quầy một cửa lưu động phục vụ tiểu thương và người cao tuổi tại chợ Sắt, chợ Tam Bạc ngoài giờ hành chính",
        "Kịch bản điều hành Trung tâm giám sát, điều hành thông minh (IOC) theo dõi hồ sơ thủ tục hành chính sắp quá hạn theo thời gian thực, tự động cảnh báo tới lãnh đạo phụ trách và đề xuất điều phối nhân sự giữa các bộ phận một cửa liên thông hai cấp",
        "Hẹn giờ trước",
        "Bộ câu hỏi - đáp tự động bằng giọng nói về thủ tục đất đai cho người dân đặc khu Cát Hải, đặc khu Bạch Long Vĩ",
        "Ký số tập trung giấy xác nhận tình trạng hôn nhân và trả kết quả trong ngày qua ứng dụng VNeID",
    ];

    private static readonly string[] Fields =
    [
        "Cải cách thủ tục hành chính", "Xây dựng và phát triển Chính phủ điện tử, Chính phủ số", "Công tác chỉ đạo điều hành",
        "Nâng cao các chỉ số DTI, PCI, PAR Index, PGI", "Cải cách chế độ công vụ",
    ];

    private static readonly DecisionAuthor[] People =
    [
        new("Nguyễn Thị Phương Thảo", "Phó Giám đốc Trung tâm Phục vụ hành chính công, Ủy ban nhân dân phường Hồng Bàng", 45m),
        new("Trần Quốc Hưng", "Chuyên viên Phòng Kinh tế, Hạ tầng và Đô thị, Ủy ban nhân dân phường Hồng Bàng", 33.33m),
        new("Tôn Nữ Hoàng Khánh Quỳnh Như", "Trưởng phòng Kiểm soát thủ tục hành chính, Văn phòng Ủy ban nhân dân thành phố Hải Phòng", 21.67m),
        new("Đỗ Văn Ước", "Chủ tịch Ủy ban nhân dân, đặc khu Bạch Long Vĩ", 60m),
        new("Phạm Thị Ý", "Công chức tư pháp - hộ tịch, Ủy ban nhân dân xã Thượng Hồng", 40m),
    ];

    public static RecognitionDecisionModel Recognition(int rows = 12, bool demo = false) => new(
        City, Authority, 4512, "QĐ-UBND", "Hải Phòng", new DateOnly(2025, 11, 28), 2025,
        [
            "Căn cứ Luật Tổ chức chính quyền địa phương",
            "Căn cứ Luật Thi đua, khen thưởng",
            "Căn cứ Nghị định số 13/2012/NĐ-CP ngày 02 tháng 3 năm 2012 của Chính phủ ban hành Điều lệ Sáng kiến",
            "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định về phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng; quy định chi tiết và hướng dẫn thi hành một số điều của Luật Thi đua, khen thưởng",
            "Căn cứ Thông tư số 18/2013/TT-BKHCN ngày 01 tháng 8 năm 2013 của Bộ trưởng Bộ Khoa học và Công nghệ hướng dẫn thi hành một số quy định của Điều lệ Sáng kiến được ban hành theo Nghị định số 13/2012/NĐ-CP",
            "Căn cứ Công văn số 2345/UBND-NVKTGS ngày 11 tháng 9 năm 2025 của Ủy ban nhân dân thành phố về việc nghiên cứu, đề xuất sáng kiến cải cách hành chính có tính đột phá để triển khai nhân rộng, áp dụng trên địa bàn thành phố",
        ],
        "Theo đề nghị của Giám đốc Sở Khoa học và Công nghệ tại Tờ trình số 318/TTr-SKHCN ngày 20 tháng 11 năm 2025",
        RecognitionDecisionDocument.UsualArticles(2025, rows), ViceChairman,
        ["Như Điều 3", "Bộ Nội vụ, Bộ Khoa học và Công nghệ", "TT TU, TT HĐND TP", "CT, các PCT UBND TP", "Báo và phát thanh, truyền hình Hải Phòng", "CPVP", "Các Phòng: NVKTGS, HCQT", "Lưu: VT, SKHCN"],
        [.. Enumerable.Range(0, rows).Select(Row)], demo);

    public static MeritDecisionModel Merit(int count = 5) => new(
        City, Authority, 4530, "QĐ-UBND", "Hải Phòng", new DateOnly(2025, 12, 5), 2025,
        [
            "Căn cứ Luật Tổ chức chính quyền địa phương", "Căn cứ Luật Thi đua, khen thưởng",
            "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định về phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng; quy định chi tiết và hướng dẫn thi hành một số điều của Luật Thi đua, khen thưởng",
            "Căn cứ Quyết định số 4512/QĐ-UBND ngày 28 tháng 11 năm 2025 của Chủ tịch Ủy ban nhân dân thành phố về việc công nhận sáng kiến cải cách hành chính năm 2025",
        ],
        "Theo đề nghị của Giám đốc Sở Khoa học và Công nghệ tại Tờ trình số 331/TTr-SKHCN ngày 01 tháng 12 năm 2025 và ý kiến của Giám đốc Sở Nội vụ tại Công văn số 2107/SNV-TĐKT ngày 02 tháng 12 năm 2025",
        [.. Titles.Take(count).Select((title, i) => new MeritInitiative(title, [.. People.Skip(i % 3).Take(1 + i % 3)], "Phường Hồng Bàng"))],
        MeritDecisionDocument.UsualLaterArticles, Chairman,
        ["Như Điều 3", "TT TU, TT HĐND TP", "CT, các PCT UBND TP", "Ban Thi đua - Khen thưởng, Sở Nội vụ", "CPVP", "Lưu: VT, SKHCN, SNV"]);

    public static MeritCertificateModel Certificate(int authors = 3) => new(
        Authority, [.. People.Take(authors)],
        "Đã có sáng kiến cải cách hành chính “Quầy một cửa lưu động phục vụ tiểu thương và người cao tuổi tại chợ Sắt, chợ Tam Bạc ngoài giờ hành chính” được đánh giá xuất sắc trong số các sáng kiến cải cách hành chính cấp thành phố được công nhận năm 2025.",
        "Hải Phòng", new DateOnly(2025, 12, 5), "4530/QĐ-UBND", "172", Chairman, "BK-2025-7F3K9Q", "https://sangkien.example/tra-cuu/BK-2025-7F3K9Q");

    public static ReceiptModel Receipt() => new(
        Department, "Sở Khoa học và Công nghệ", "HS-2026-0211", "Hải Phòng", new DateTime(2026, 9, 24, 15, 7, 44), "Đỗ Văn Mạnh, Phó Chủ tịch (KT. Chủ tịch)",
        "Ủy ban nhân dân phường Hồng Bàng", Titles[0], Fields[0],
        ["Nguyễn Thị Phương Thảo (45%)", "Trần Quốc Hưng (33,33%)", "Tôn Nữ Hoàng Khánh Quỳnh Như (21,67%)"],
        [
            new("Đơn đề nghị công nhận", "Don-de-nghi-cong-nhan-hieu-qua-ap-dung-va-kha-nang-nhan-rong-sang-kien.pdf", 412_305, Hex(1)),
            new("Báo cáo mô tả sáng kiến", "Báo cáo mô tả sáng kiến.pdf", 1_204_118, Hex(2)),
            new("Giấy xác nhận hiệu quả áp dụng", "Giấy xác nhận của Ban quản lý chợ Sắt.pdf", 798_220, Hex(3)),
            new("Minh chứng số liệu", "Bảng đo thời gian tháng 4–7.xlsx", 301_555, Hex(4)),
            new("Hình ảnh", "Ảnh quầy lưu động.jpg", 9_012_441, Hex(5)),
        ],
        Hex(6), new DateOnly(2026, 10, 24), new DateOnly(2026, 11, 30), "Thủ trưởng xác nhận trên hệ thống", "Trong hạn, không dùng gia hạn", "Vũ Hoàng Yến", "K7MQ-2X9D-4TRF-W8ZC-6VHN", "https://sangkien.example/bien-nhan/K7MQ2X9D4TRFW8ZC6VHN");

    public static ScoreSheetModel ScoreSheet(bool blank = false) => new(
        new CouncilPaper(Council, CouncilName, 2026, "Bùi Thị Thanh Hằng", "Ủy viên Hội đồng", "SK-2026-K7Q2", Titles[1], Fields[1], blank ? null : new DateOnly(2026, 11, 3)),
        [
            new("Tính mới, tính đột phá", 30, blank ? null : 25.5m, blank ? null : "Tốt",
            [
                Line("N1", "Mức độ mới trong phạm vi thành phố", 15, 13m, "Tốt", blank),
                Line("N2", "Tính sáng tạo, đột phá so với cách làm cũ", 10, 8.5m, "Tốt", blank),
                Line("N3", "Làm rõ phần kế thừa, không trùng lặp", 5, 4m, "Tốt", blank),
            ], blank ? null : "Lần đầu áp dụng tại thành phố; có tham khảo mô hình của một số địa phương nhưng đã bổ sung bước cảnh báo trước hạn và cơ chế điều phối nhân sự."),
            new("Hiệu quả áp dụng", 40, blank ? null : 33.5m, blank ? null : "Tốt",
            [
                Line("E1", "Hiệu quả định lượng (thời gian, chi phí, số hồ sơ, thủ tục hành chính)", 15, 12.5m, "Tốt", blank),
                Line("E2", "Tác động tới người dân, doanh nghiệp, mức độ hài lòng", 10, 9m, "Xuất sắc", blank),
                Line("E3", "Đóng góp cải thiện chỉ số (PAR Index, DTI, PCI, PGI, SIPAS)", 10, 8m, "Tốt", blank),
                Line("E4", "Minh chứng đầy đủ, kiểm chứng được", 5, 4m, "Tốt", blank),
            ], blank ? null : "Số liệu thí điểm 3 tháng rõ ràng; đề nghị bổ sung xác nhận của đơn vị thụ hưởng."),
            new("Khả năng nhân rộng", 30, blank ? null : 26m, blank ? null : "Tốt",
            [
                Line("S1", "Phạm vi đã, đang áp dụng", 10, 8m, "Tốt", blank),
                Line("S2", "Dễ chuyển giao: điều kiện, chi phí, nhân lực, pháp lý", 10, 9m, "Xuất sắc", blank),
                Line("S3", "Kế hoạch nhân rộng, đơn vị cam kết tiếp nhận", 10, 9m, "Xuất sắc", blank),
            ], blank ? null : "Có thể áp dụng ngay tại các trung tâm phục vụ hành chính công cấp xã."),
        ],
        100, blank ? null : 85m, blank ? null : "Sáng kiến có giá trị thực tiễn cao, đề nghị Hội đồng xem xét công nhận.");

    public static SessionMinutesModel Minutes() => new(
        Council, CouncilName, "Quyết định số 3987/QĐ-UBND ngày 15 tháng 10 năm 2025 của Chủ tịch Ủy ban nhân dân thành phố", 2, "BB-HĐSK", "Hải Phòng",
        "Họp Hội đồng đánh giá sáng kiến\u00A0cải\u00A0cách\u00A0hành\u00A0chính năm 2025, phiên thứ hai",
        new DateTime(2025, 11, 12, 8, 0, 0), new DateTime(2025, 11, 12, 11, 45, 0), "Phòng họp số 2, Sở Khoa học và Công nghệ thành phố Hải Phòng",
        [
            new("Hoàng Minh Đức", "Chủ tịch Hội đồng, Phó Chủ tịch Ủy ban nhân dân thành phố"), new("Lương Thị Kim Oanh", "Phó Chủ tịch Hội đồng, Giám đốc Sở Khoa học và Công nghệ"),
            new("Vũ Hoàng Yến", "Ủy viên thư ký, Trưởng phòng Quản lý sáng kiến, Sở Khoa học và Công nghệ"), new("Bùi Thị Thanh Hằng", "Ủy viên, Phó Giám đốc Sở Nội vụ"),
            new("Ngô Quang Vinh", "Ủy viên, Phó Giám đốc Sở Tư pháp"), new("Đinh Thị Ngọc Ánh", "Ủy viên, đại diện Liên đoàn Lao động thành phố"), new("Trịnh Xuân Lộc", "Ủy viên, Phó Chánh Văn phòng Ủy ban nhân dân thành phố"),
        ],
        [new("Mai Văn Khải", "Ủy viên, Phó Giám đốc Sở Tài chính", "đi công tác theo Giấy mời số 112/GM-BTC"), new("Lê Thị Uyên", "Ủy viên, Phó Giám đốc Sở Xây dựng", "nghỉ ốm")],
        [], 9, 6,
        [
            new("SK-2025-K7Q2", Titles[1], ["Phản biện 1 và phản biện 2 trình bày nhận xét. Hội đồng trao đổi về nguồn dữ liệu đầu vào, chi phí duy trì và khả năng kết nối với Cổng Dịch vụ công quốc gia; nhóm tác giả đã giải trình đầy đủ."],
                Means(26.14m, 34.29m, 25.86m), 86.29m, 7, new(7, 7, 7, 7, 0, 9), [], "đề nghị công nhận. Sáng kiến lần đầu được áp dụng trên địa bàn thành phố, số liệu trước và sau khi áp dụng rõ ràng, có thể triển khai ngay tại các trung tâm phục vụ hành chính công."),
            new("SK-2025-D3M8", Titles[0], [], Means(21.5m, 27.42m, 19.83m), 68.75m, 6, new(6, 6, 5, 3, 2, 8),
                [new("Trịnh Xuân Lộc", "Ủy viên", "cùng đơn vị với đồng tác giả")], "chưa đề nghị công nhận năm nay; điểm trung bình dưới 70 và số phiếu đồng ý chưa đạt hai phần ba. Đề nghị tác giả bổ sung số liệu sau ít nhất 03 tháng áp dụng.",
                "đồng chí Ngô Quang Vinh đề nghị ghi nhận mức độ hài lòng của người dân đạt 98%."),
        ],
        ["Hội đồng thống nhất đề nghị công nhận 01 sáng kiến, chưa đề nghị công nhận 01 sáng kiến. Giao Ủy viên thư ký hoàn thiện biên bản, tổng hợp hồ sơ trình Chủ tịch Ủy ban nhân dân thành phố theo quy định."],
        "Vũ Hoàng Yến", new(["CHỦ TỊCH HỘI ĐỒNG"], "Hoàng Minh Đức"), ["Chủ tịch UBND TP (để b/c)", "Thành viên Hội đồng", "Lưu: VT, hồ sơ Hội đồng"]);

    private static RecognisedInitiative Row(int index) => new(
        Titles[index % Titles.Length], [.. People.Skip(index % 3).Take(1 + index % 3)], Fields[index % Fields.Length],
        index % 2 == 0 ? "Toàn thành phố" : "Các Sở, ban, ngành; Ủy ban nhân dân các xã, phường, đặc khu");

    private static MinutesMean[] Means(decimal n, decimal e, decimal s) =>
        [new("Tính mới, tính đột phá", 30, n), new("Hiệu quả áp dụng", 40, e), new("Khả năng nhân rộng", 30, s)];

    private static ScoreSheetLine Line(string code, string name, decimal max, decimal score, string band, bool blank) =>
        new(code, name, max, blank ? null : score, blank ? null : band);

    private static string Hex(int seed) => string.Concat(Enumerable.Range(0, 8).Select(i => ((uint)(seed * 2654435761L + i * 40503L * seed * seed + i * 1013904223L)).ToString("x8")));
}
