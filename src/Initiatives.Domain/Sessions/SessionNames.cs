using Initiatives.Domain.Cycles;

namespace Initiatives.Domain.Sessions;

/// <summary>Vietnamese words for sessions and votes.</summary>
public static class SessionNames
{
    private static readonly string[] Ordinals = ["thứ nhất", "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "thứ tám", "thứ chín", "thứ mười"];

    public static string Status(SessionStatus status) => status switch
    {
        SessionStatus.Planned => "Dự kiến",
        SessionStatus.Open => "Đang họp",
        SessionStatus.Ended => "Đã kết thúc",
        _ => "Đã hủy",
    };

    public static string Method(VoteMethod method) => method == VoteMethod.Paper ? "bỏ phiếu kín" : "giơ tay";

    /// <summary>"thứ nhất", "thứ hai", …</summary>
    public static string Ordinal(int number) => number <= Ordinals.Length ? Ordinals[number - 1] : $"thứ {number}";
}
