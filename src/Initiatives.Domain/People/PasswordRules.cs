using Initiatives.Domain.Text;

namespace Initiatives.Domain.People;

/// <summary>
/// What a password must be. Length counts most (NIST SP 800-63B § 5.1.1.2); beside it only what people really choose and
/// others really try: their own name, their address, the handful that stands first in every list.
/// </summary>
public static class PasswordRules
{
    public const int Shortest = 10;
    public const int Longest = 200;

    /// <summary>The rules in words, as the form shows them before anything is typed.</summary>
    public static IReadOnlyList<string> Sentences { get; } =
    [
        $"Ít nhất {Shortest} ký tự, có chữ và số.",
        "Không chứa họ tên hay tên đăng nhập của bạn.",
        "Một câu ngắn dễ nhớ là tốt nhất, ví dụ ba từ không liên quan và một số.",
    ];

    /// <summary>Beginnings that stand first in every list of stolen passwords, folded and without what is between the letters.</summary>
    private static readonly string[] Tried =
        ["password", "passw0rd", "matkhau", "123456", "12345678", "1234567890", "qwerty", "qwertyuiop", "abc123", "abcd1234", "abcdef", "admin", "administrator", "iloveyou", "welcome", "letmein", "vietnam", "haiphong", "sangkien", "anhyeuem", "khongbiet", "111111", "000000"];

    /// <summary>The first reason why <paramref name="password"/> is refused, in a sentence; null when it is good.</summary>
    public static string? Refusal(string password, string name, string email)
    {
        if (password.Length < Shortest || !password.Any(char.IsLetter) || !password.Any(char.IsDigit)) return $"Mật khẩu cần ít nhất {Shortest} ký tự, có chữ và số.";
        if (password.Length > Longest) return $"Mật khẩu dài tối đa {Longest} ký tự.";
        if (password.Distinct().Count() < 5) return "Mật khẩu lặp lại quá ít ký tự, dễ đoán. Dùng thêm ký tự khác nhau.";
        var key = Key(password);
        var login = Key(email.Split('@')[0]);
        if (Key(name) is { Length: > 3 } own && key.Contains(own, StringComparison.Ordinal)) return "Mật khẩu chứa họ tên của bạn, dễ đoán. Chọn mật khẩu khác.";
        if (login.Length > 3 && key.Contains(login, StringComparison.Ordinal)) return "Mật khẩu chứa tên đăng nhập của bạn, dễ đoán. Chọn mật khẩu khác.";
        return Array.Exists(Tried, tried => IsPadded(key, tried)) ? "Mật khẩu này nằm trong danh sách hay bị thử trước tiên. Chọn mật khẩu khác." : null;
    }

    /// <summary>A tried word with nothing but up to four digits around it: "Matkhau@2026".</summary>
    private static bool IsPadded(string key, string tried)
    {
        var at = key.IndexOf(tried, StringComparison.Ordinal);
        if (at < 0) return false;
        var rest = key.Remove(at, tried.Length);
        return rest.Length <= 4 && rest.All(char.IsAsciiDigit);
    }

    private static string Key(string text) => string.Concat(VietnameseText.Words(text));
}
