using Initiatives.Domain.People;
using Initiatives.Domain.Time;
using Initiatives.Web.Platform.Mail;
using Initiatives.Web.Platform.Security;

namespace Initiatives.Web.Features.Invitations;

/// <summary>What people read about a link.</summary>
internal static class LinkWords
{
    public static string Name(LinkPurpose purpose) => purpose == LinkPurpose.Invitation ? "lời mời" : "đặt lại mật khẩu";

    public static Mail Letter(LinkPurpose purpose, string name, string email, string token, DateTime expiresAt)
    {
        var path = $"{LinkTokens.PathOf(purpose)}/{LinkToken.Show(token)}";
        var until = $"Liên kết dùng một lần, đến {VietnamTime.HourMinute(expiresAt)} ngày {VietnamTime.Short(expiresAt)}. Ai có liên kết này đặt được mật khẩu của bạn: không chuyển tiếp thư.";
        return purpose == LinkPurpose.Invitation
            ? new Mail(email, "Mời dùng hệ thống Sáng Kiến thành phố Hải Phòng",
                [$"Kính gửi {name},", $"Bạn được cấp tài khoản trên hệ thống Sáng Kiến, đăng nhập bằng {email}. Mở liên kết dưới đây, đặt mật khẩu là vào được ngay.", until], "Đặt mật khẩu", path)
            : new Mail(email, "Đặt lại mật khẩu hệ thống Sáng Kiến",
                [$"Kính gửi {name},", "Có yêu cầu đặt lại mật khẩu cho tài khoản của bạn. Nếu không phải bạn yêu cầu thì bỏ qua thư này, mật khẩu cũ vẫn dùng được.", until], "Đặt mật khẩu mới", path);
    }
}
