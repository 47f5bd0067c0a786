using System.Globalization;

namespace Initiatives.Web.Features.Sessions;

/// <summary>An hour as the secretary types it: "8:30", "08:30", "8h30", "8.30".</summary>
internal static class SessionHour
{
    private static readonly string[] Formats = ["H:mm", "HH:mm", "H'h'mm", "H.mm"];

    public static bool TryRead(string? text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text?.Trim(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
