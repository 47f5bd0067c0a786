namespace Initiatives.Web.Features.Submissions;

/// <summary>Help beside the form: what a section wants, and one good example.</summary>
public sealed record DraftGuide(int Number, string Title, string Advice, string Example)
{
    public static IReadOnlyList<DraftGuide> All { get; } =
    [
        new(1, "Thông tin chung", "Tên nói được việc gì, ở đâu, cho ai. Ngày áp dụng lần đầu là ngày áp dụng hoặc áp dụng thử, ghi ngày nào sớm hơn.",
            "Quầy một cửa lưu động ở chợ Sắt. Tiểu thương không bỏ sạp đi làm giấy tờ được; quầy nhận và trả kết quả ngay tại chợ."),
        new(2, "Tác giả và tỷ lệ", "Ghi người thực sự tạo ra giải pháp. Người chỉ đạo chung hoặc góp ý lúc họp không phải tác giả; ghi họ ở phần người tham gia áp dụng thử. Tổng tỷ lệ đúng 100%.",
            "Tác giả chính 60%: đề xuất, viết quy trình. Đồng tác giả 40%: làm phần mềm, chạy thử ở hai thôn."),
        new(3, "Tình trạng trước đây", "Kể cách làm cũ và điều chưa được, có số liệu. Hội đồng dựa vào đây để thấy sáng kiến mới ở đâu.",
            "Mỗi lần làm giấy tờ, tiểu thương đóng sạp 95 phút, đi 3 lần; 4/10 hồ sơ phải bổ sung vì thiếu bản sao."),
        new(4, "Nội dung giải pháp", "Viết theo các bước, để đơn vị khác làm theo được: ai làm, làm gì, bằng công cụ nào.",
            "Bước 1: khảo sát nhóm thủ tục cần nhất. Bước 2: đặt bàn, máy in, mạng di động ở cổng chợ hai buổi một tuần."),
        new(5, "Điểm mới", "So với cách làm cũ và với nơi khác đã làm. Điều đã là quy định bắt buộc thì không phải điểm mới.",
            "Trước đây phường chỉ tư vấn lưu động; quầy này nhận hồ sơ, thu phí và trả kết quả tận sạp."),
        new(6, "Hiệu quả", "Mỗi dòng một chỉ tiêu có số trước, số sau và cách đo. Hiệu quả dự kiến thì ghi rõ là dự kiến và cách tính.",
            "Thời gian làm thủ tục: 95 → 20 phút; bấm giờ 240 lượt, tháng 4–7/2026."),
        new(7, "Nhân rộng", "Nêu nơi đang áp dụng, nơi nào áp dụng được và cần gì: người, máy, tiền, văn bản.",
            "Áp dụng được ở 46 chợ loại 1, 2. Cần hai công chức một buổi và bộ thiết bị di động khoảng 18 triệu đồng."),
        new(8, "Bảo mật", "Chỉ ghi điều không được công bố, ví dụ thông tin an ninh mạng. Phần này không xuất hiện trong danh mục công khai. Để trống nếu không có.",
            "Sơ đồ mạng nội bộ ở Phụ lục 2."),
    ];
}
