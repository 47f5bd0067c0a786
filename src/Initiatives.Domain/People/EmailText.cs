using Initiatives.Domain.Text;

namespace Initiatives.Domain.People;

/// <summary>An e-mail address by which somebody signs in.</summary>
public static class EmailText
{
    public const int Longest = 200;

    /// <summary>What is wrong with one that is not good, and how a good one looks.</summary>
    public const string Refusal = "Thư điện tử chỉ gồm chữ không dấu, số và các dấu . _ - + @, ví dụ ten@donvi.haiphong.gov.vn.";

    /// <summary>Without blanks and invisible letters around and in it, in small letters.</summary>
    public static string Normalize(string? text) =>
        string.Concat(VietnameseText.Normalize(text).Where(letter => !char.IsWhiteSpace(letter) && letter is not ('\u200b' or '\u200c' or '\u200d' or '\u00ad'))).ToLowerInvariant();

    /// <summary>One @ with something on both sides, a domain of at least two labels, nothing but what mail servers here use.</summary>
    public static bool IsGood(string email)
    {
        var parts = email.Split('@');
        return parts is [{ Length: > 0 and <= 64 } local, { Length: > 0 } domain]
            && email.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-' or '+' or '@')
            && !local.StartsWith('.') && !local.EndsWith('.') && !local.Contains("..", StringComparison.Ordinal)
            && domain.Split('.') is { Length: >= 2 } labels
            && labels.All(label => label.Length > 0 && !label.StartsWith('-') && !label.EndsWith('-'));
    }
}
