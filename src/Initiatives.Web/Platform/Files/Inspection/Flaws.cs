namespace Initiatives.Web.Platform.Files.Inspection;

/// <summary>Why a file is refused, as the person reads it: what is wrong and how to put it right. {0} is the file's name.</summary>
internal static class Flaws
{
    public const string Empty = "Tệp “{0}” rỗng, không có nội dung. Chọn lại tệp.";
    public const string Damaged = "Tệp “{0}” bị hỏng hoặc chưa đủ, không mở được. Mở thử trên máy của bạn, lưu lại rồi tải lên.";
    public const string Encrypted = "Tệp “{0}” được đặt mật khẩu hoặc mã hóa, người đọc không mở được. Bỏ mật khẩu, lưu lại rồi tải lên.";
    public const string Spliced = "Tệp “{0}” có dữ liệu lạ ghép thêm ở đầu hoặc cuối. Mở tệp, lưu lại bản mới rồi tải lên.";
    public const string Bomb = "Tệp “{0}” phình quá lớn khi mở nên không kiểm tra an toàn được. Lưu lại bản gọn hơn rồi tải lên.";
    public const string Slow = "Tệp “{0}” quá phức tạp, máy chủ không kiểm tra xong trong 20 giây. Lưu lại bản gọn hơn rồi tải lên.";

    public const string Program = "Tệp “{0}” là chương trình hoặc tập lệnh chạy được, không phải tài liệu. Không nhận tệp này.";
    public const string WebPage = "Tệp “{0}” là trang web hoặc hình vẽ SVG, có thể chứa mã chạy được. In ra PDF rồi tải lên.";
    public const string Rtf = "Tệp “{0}” là tài liệu RTF. Mở bằng Word, lưu lại thành .docx rồi tải lên.";
    public const string OldOffice = "Tệp “{0}” là tài liệu Office kiểu cũ (.doc, .xls, .ppt). Mở bằng Word, Excel hoặc PowerPoint, lưu lại thành .docx, .xlsx hoặc .pptx rồi tải lên.";
    public const string Archive = "Tệp “{0}” là tệp nén. Giải nén rồi tải từng tài liệu lên.";
    public const string OtherPicture = "Tệp “{0}” là ảnh loại khác (GIF, WEBP, BMP, TIFF…). Lưu lại thành JPG hoặc PNG rồi tải lên.";
    public const string Heic = "Tệp “{0}” là ảnh HEIC của điện thoại. Lưu lại thành JPG rồi tải lên (iPhone: Cài đặt, Camera, Định dạng, chọn Tương thích nhất).";
    public const string QuickTime = "Tệp “{0}” là phim QuickTime (MOV). Xuất lại thành MP4 rồi tải lên.";
    public const string OtherVideo = "Tệp “{0}” là phim hoặc âm thanh loại khác. Xuất lại thành MP4 rồi tải lên.";

    public const string Macro = "Tệp “{0}” có chứa macro. Lưu lại thành bản không có macro (.docx, .xlsx, .pptx) rồi tải lên.";
    public const string Embedded = "Tệp “{0}” có nhúng tệp khác hoặc điều khiển ActiveX. Chuyển phần nhúng thành hình ảnh, hoặc tải tệp đó lên riêng.";
    public const string Remote = "Tệp “{0}” gọi mẫu hoặc dữ liệu từ nơi khác khi mở. Bỏ liên kết đó (Word: Tệp, Thông tin, Sửa liên kết), lưu lại rồi tải lên.";
    public const string PdfActive = "Tệp “{0}” có mã JavaScript hoặc lệnh mở chương trình. In lại ra PDF (Microsoft Print to PDF) rồi tải lên.";
    public const string PdfEmbeds = "Tệp “{0}” có tệp khác nhúng bên trong PDF. Tải tệp đó lên riêng, in lại PDF rồi tải lên.";

    public const string NamePath = "Tên tệp “{0}” có dấu gạch chéo như một đường dẫn. Đổi tên tệp rồi tải lại.";
    public const string NameControl = "Tên tệp “{0}” có ký tự điều khiển không nhìn thấy được. Đổi tên tệp rồi tải lại.";
    public const string NameReversed = "Tên tệp “{0}” có ký tự đảo chiều chữ, dễ bị hiểu nhầm là loại tệp khác. Đổi tên tệp rồi tải lại.";
    public const string NameReserved = "Tên tệp “{0}” là tên Windows dành riêng. Đổi tên tệp rồi tải lại.";
    public const string NameProgram = "Tên tệp “{0}” có đuôi chương trình ở giữa. Đổi tên tệp rồi tải lại.";

    public const string NotWritten = "Máy chủ không ghi được tệp “{0}” xuống đĩa. Tệp chưa được lưu; thử lại sau ít phút, nếu vẫn vậy báo quản trị.";
    public const string NotScanned = "Chưa quét được mã độc cho tệp “{0}” nên chưa nhận. Thử lại sau ít phút.";
    public const string Infected = "Tệp “{0}” bị phần mềm quét mã độc chặn. Quét máy của bạn trước khi gửi tệp khác.";

    public static string TooLarge(FileRules rules) => $"Tệp “{{0}}” lớn hơn {rules.MaxText}. Thu nhỏ hoặc chia thành nhiều tệp.";

    public static string Unknown(FileRules rules) => $"Không nhận loại tệp của “{{0}}”. Chỉ nhận {rules.FormatsText}.";

    public static string Mismatch(FileType type, string extension) => extension.Length == 0
        ? $"Tệp “{{0}}” có nội dung là {type.Name} mà tên không có đuôi. Thêm đuôi {type.Extensions[0]} hoặc chọn đúng tệp."
        : $"Tệp “{{0}}” có nội dung là {type.Name}, không khớp với đuôi “{extension}”. Đổi đuôi thành {type.Extensions[0]} hoặc chọn đúng tệp.";

    public static string PictureTooLarge(long width, long height) =>
        $"Ảnh “{{0}}” rộng {width} × {height} điểm, quá lớn để mở an toàn. Thu nhỏ còn dưới {PictureLimits.MaxMegapixels} triệu điểm ảnh rồi tải lên.";
}

/// <summary>How large a picture may be, by what its header says, before anything is decoded.</summary>
internal static class PictureLimits
{
    public const int MaxMegapixels = 65;
    public const long MaxPixels = MaxMegapixels * 1_000_000L;

    public static string? FlawOf(long width, long height) =>
        width <= 0 || height <= 0 ? Flaws.Damaged
        : width > 60_000 || height > 60_000 || width * height > MaxPixels ? Flaws.PictureTooLarge(width, height)
        : null;
}
