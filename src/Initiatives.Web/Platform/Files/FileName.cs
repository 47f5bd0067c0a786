using Initiatives.Domain.Text;
using Initiatives.Web.Platform.Files.Inspection;

namespace Initiatives.Web.Platform.Files;

/// <summary>Names of uploaded files: refused where they deceive, else kept as people wrote them, in one form of Unicode and not too long.</summary>
public static class FileName
{
    private const int Longest = 150;

    /// <summary>Names of devices, whatever extension they are given (Windows).</summary>
    private static readonly HashSet<string> Reserved = new(
        ["con", "prn", "aux", "nul", .. Enumerable.Range(1, 9).SelectMany(number => new[] { $"com{number}", $"lpt{number}" })], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Programs = new(
        ["exe", "scr", "bat", "cmd", "pif", "vbs", "vbe", "jse", "wsf", "wsh", "ps1", "msi", "hta", "lnk", "jar", "cpl", "dll", "apk", "sh"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Why a name is refused; null: it is not. {0} is for the name as it may be shown: <see cref="Of"/>.</summary>
    internal static string? FlawOf(string? uploaded)
    {
        var name = uploaded ?? "";
        if (name.Contains('/', StringComparison.Ordinal) || name.Contains('\\', StringComparison.Ordinal)) return Flaws.NamePath;
        if (name.Any(IsHidden)) return Flaws.NameControl;
        if (name.Any(IsDirection)) return Flaws.NameReversed;
        var parts = name.Split('.', StringSplitOptions.TrimEntries);
        if (Reserved.Contains(parts[0])) return Flaws.NameReserved;
        return parts.Length > 2 && parts[1..^1].Any(Programs.Contains) ? Flaws.NameProgram : null;
    }

    /// <summary>The name as it is kept and shown.</summary>
    public static string Of(string? uploaded)
    {
        var name = VietnameseText.Normalize(uploaded);
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        name = new string([.. name.Where(letter => !IsHidden(letter) && !IsDirection(letter) && !"<>:\"|?*".Contains(letter, StringComparison.Ordinal))]).Trim(' ', '.');
        if (name.Length == 0) return "tep";
        if (name.Length <= Longest) return name;
        var extension = Path.GetExtension(name);
        return extension.Length is > 0 and < 10 ? string.Concat(name.AsSpan(0, Longest - extension.Length).TrimEnd(), extension) : name[..Longest];
    }

    private static bool IsHidden(char letter) => char.IsControl(letter) || letter is '\u200B' or '\u2060' or '\uFEFF';

    /// <summary>Marks that turn the direction in which letters are read.</summary>
    private static bool IsDirection(char letter) => letter is '\u200E' or '\u200F' or '\u061C' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
