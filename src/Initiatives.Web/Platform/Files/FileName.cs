using Initiatives.Domain.Text;

namespace Initiatives.Web.Platform.Files;

/// <summary>Names of uploaded files as they are kept: without path, control characters and what file systems refuse.</summary>
public static class FileName
{
    private const int Longest = 150;

    public static string Of(string? uploaded)
    {
        var name = VietnameseText.Normalize(uploaded);
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        name = new string([.. name.Where(letter => !char.IsControl(letter) && !"<>:\"|?*".Contains(letter, StringComparison.Ordinal))]).Trim(' ', '.');
        if (name.Length == 0) return "tep";
        if (name.Length <= Longest) return name;
        var extension = Path.GetExtension(name);
        return extension.Length is > 0 and < 10 ? string.Concat(name.AsSpan(0, Longest - extension.Length), extension) : name[..Longest];
    }
}
