using System.Globalization;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;

namespace Initiatives.Web.Documents;

/// <summary>Dates, numbers and sizes as official documents print them.</summary>
public static class Printed
{
    /// <summary>"ngày 05 tháng 01 năm 2026" with words and numbers held together; null leaves the blanks.</summary>
    public static string Date(DateOnly? date) => date is not { } day
        ? "ngày … tháng … năm …"
        : VietnamTime.Nd30Date(day).Replace("ngày ", "ngày\u00A0", StringComparison.Ordinal)
            .Replace("tháng ", "tháng\u00A0", StringComparison.Ordinal)
            .Replace("năm ", "năm\u00A0", StringComparison.Ordinal);

    /// <summary>"05/QĐ-UBND"; null leaves a dotted blank.</summary>
    /// <param name="number">Number of the year's series, from 1.</param>
    /// <param name="symbol">The symbol, e.g. <c>QĐ-UBND</c>.</param>
    public static string Number(int? number, string symbol) =>
        $"{(number is { } n ? VietnamTime.Nd30Number(n) : "……")}/{symbol}";

    /// <summary>A count in running text: "0", "05", "38".</summary>
    public static string Count(int count) => count.ToString(count == 0 ? "0" : "00", CultureInfo.InvariantCulture);

    /// <summary>"08 giờ 05 phút".</summary>
    public static string Time(TimeOnly time) => $"{time.Hour:00} giờ {time.Minute:00} phút";

    /// <summary>"15 giờ 07 phút 44 giây".</summary>
    public static string TimeToSecond(TimeOnly time) => $"{Time(time)} {time.Second:00} giây";

    /// <summary>A score or share with a decimal comma, without idle zeros: "82,35", "70".</summary>
    public static string Decimal(decimal value) => VietnameseNumber.Format(value);

    /// <summary>A mean of points: "24,50".</summary>
    public static string Mean(decimal value) => VietnameseNumber.Mean(value);

    /// <summary>"6/9 = 66,67%": a count with its base. A base of 0 prints no share.</summary>
    public static string Share(int count, int all) =>
        all == 0 ? $"{count}/{all}" : $"{count}/{all} = {VietnameseNumber.Percent((decimal)count / all)}";

    /// <summary>A file's size: "812 kB", "1,2 MB".</summary>
    public static string Size(long bytes) => bytes < 1_000_000
        ? $"{Math.Max(1, (bytes + 500) / 1000)} kB"
        : $"{VietnameseNumber.Format(bytes / 1_000_000m, maxDecimals: 1)} MB";

    /// <summary>A digest in groups of four characters.</summary>
    public static string Groups(string hex) => string.Join(' ', hex.Chunk(4).Select(group => new string(group)));

    /// <summary>The first eight and the last four characters of a digest: "1ad0 93f7 … 6be2".</summary>
    public static string ShortDigest(string hex) => hex.Length <= 12 ? hex : $"{Groups(hex[..8])} … {hex[^4..]}";
}
