namespace Initiatives.Web.Features.Home;

/// <summary>What people read when something went wrong: what happened, and what to do.</summary>
public static class ErrorWords
{
    public static (string Heading, string Sentence) Of(int status) => status switch
    {
        403 => ("Bạn không có quyền mở trang này", "Vai trò của bạn không làm việc này. Nếu cần, nhờ quản trị hoặc Sở KH&CN cấp quyền."),
        404 => ("Không có trang này", "Đường dẫn không đúng, hoặc nội dung không dành cho bạn."),
        413 => ("Nội dung gửi lên quá lớn", "Tệp không được lớn hơn mức ghi cạnh ô chọn tệp, cả lần gửi không quá 220 MB; biểu mẫu không có tệp tối đa 1 MB. Việc vừa gửi chưa được ghi: bấm Quay lại, bớt nội dung rồi gửi lại."),
        429 => ("Hỏi quá nhiều lần", "Đợi một phút rồi mở lại trang."),
        400 or 415 => ("Yêu cầu không đọc được", "Tải lại trang rồi thử lại."),
        _ => ("Hệ thống gặp lỗi", "Việc vừa làm chưa được ghi. Thử lại sau ít phút; nếu vẫn lỗi, báo Sở KH&CN kèm giờ ở cuối trang."),
    };
}
