using System.Globalization;

namespace Initiatives.Domain.Submissions;

/// <summary>The number on a receipt (số tiếp nhận): unique over the years, gapless within one.</summary>
public static class RegisterCode
{
    /// <summary>"HS-2026-0007".</summary>
    public static string Of(int year, int number) => string.Create(CultureInfo.InvariantCulture, $"HS-{year}-{number:0000}");
}
