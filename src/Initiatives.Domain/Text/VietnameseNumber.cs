using System.Globalization;

namespace Initiatives.Domain.Text;

/// <summary>
/// Numbers as Việt Nam writes them: a decimal comma, points between thousands. Written out here because the same
/// page must come out of a machine without ICU data.
/// </summary>
public static class VietnameseNumber
{
    private static readonly NumberFormatInfo Vietnamese = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = ".",
        NumberGroupSizes = [3],
    };

    /// <summary>
    /// Reads a quantity or an amount of money: "12,5", "12.5", "1.234,5", "1.126.000", a minus in front.
    /// Without a comma, points stand between thousands when every group after the first has exactly three digits:
    /// "1.126" is 1126, but "0.126" and "1.12" are decimals. Never use it for scores: see <see cref="TryParsePoints"/>.
    /// </summary>
    public static bool TryParseDecimal(string? text, out decimal value)
    {
        value = 0;
        var digits = (text ?? "").Trim();
        var negative = digits.StartsWith('-');
        if (negative) digits = digits[1..];

        var comma = digits.IndexOf(',', StringComparison.Ordinal);
        var whole = comma < 0 ? digits : digits[..comma];
        var fraction = comma < 0 ? null : digits[(comma + 1)..];
        var groups = whole.Split('.');
        if (fraction is null && groups.Length == 2 && !AreThousands(groups)) (groups, fraction) = ([groups[0]], groups[1]);

        if (groups.Length > 1 && !AreThousands(groups)) return false;
        if (!groups.All(IsDigits) || (fraction is not null && !IsDigits(fraction))) return false;
        if (!TryParseInvariant(string.Concat(groups), fraction, out value)) return false;
        if (negative) value = -value;
        return true;
    }

    /// <summary>
    /// Reads points of a score or a share: not negative, at most two decimals, one comma or one point and it is always
    /// the decimal separator ("12.5" and "12,5" are 12.5). "1.126" is refused rather than guessed at.
    /// </summary>
    public static bool TryParsePoints(string? text, out decimal points)
    {
        points = 0;
        var parts = (text ?? "").Trim().Split('.', ',');
        if (parts.Length > 2 || !parts.All(IsDigits)) return false;
        if (parts.Length == 2 && parts[1].Length > 2) return false;
        return TryParseInvariant(parts[0], parts.ElementAtOrDefault(1), out points);
    }

    /// <summary>
    /// "82,35", "1.126", "-0,5". Halves are rounded away from zero, as people do by hand.
    /// </summary>
    /// <param name="value">The number.</param>
    /// <param name="minDecimals">Decimals always shown, 0 to 28.</param>
    /// <param name="maxDecimals">Decimals shown when they are not zero, 0 to 28; raised to <paramref name="minDecimals"/> if less.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count of decimals is out of range.</exception>
    public static string Format(decimal value, int minDecimals = 0, int maxDecimals = 2)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(minDecimals);
        maxDecimals = Math.Max(minDecimals, maxDecimals);
        var rounded = Math.Round(value, maxDecimals, MidpointRounding.AwayFromZero);
        if (rounded == 0) rounded = 0m; // -0.001 must not read "-0"
        var pattern = "#,##0." + new string('0', minDecimals) + new string('#', maxDecimals - minDecimals);
        return rounded.ToString(pattern, Vietnamese);
    }

    /// <summary>A mean of points, wherever one is shown: two decimals always, so that "24,50" stands beside "23,83".</summary>
    public static string Mean(decimal value) => Format(value, 2);

    /// <summary>A share as per cent: 0.8235 is "82,35%".</summary>
    /// <param name="share">1 is the whole; may lie outside 0 to 1.</param>
    /// <param name="maxDecimals">Decimals of the percentage, at most.</param>
    public static string Percent(decimal share, int maxDecimals = 2) => Format(share * 100, 0, maxDecimals) + "%";

    private static bool AreThousands(string[] groups) =>
        groups[0].Length is >= 1 and <= 3 && groups[0][0] != '0' && groups.Skip(1).All(group => group.Length == 3);

    private static bool IsDigits(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);

    private static bool TryParseInvariant(string whole, string? fraction, out decimal value) => decimal.TryParse(
        fraction is null ? whole : $"{whole}.{fraction}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
}
