using Initiatives.Domain.Text;

namespace Initiatives.Domain.People;

/// <summary>Post, workplace and unit of a person in one line of an official document, nothing said twice.</summary>
public static class Affiliation
{
    private static readonly string[] Kinds = ["Xã", "Phường", "Đặc khu", "Thành phố"];

    /// <summary>
    /// "Phó Chủ tịch UBND đặc khu", "UBND đặc khu", "Đặc khu Bạch Long Vĩ" gives "Phó Chủ tịch UBND đặc khu Bạch Long Vĩ".
    /// A part whose words (without case and diacritics) the line already says is left out; empty parts too.
    /// </summary>
    public static string Line(string post, string workplace, string unit)
    {
        var line = "";
        foreach (var part in new[] { post, workplace, unit })
        {
            if (part.Length == 0 || Key(line).Contains(Key(part), StringComparison.Ordinal)) continue;
            var kind = Array.Find(Kinds, kind => part.StartsWith(kind + " ", StringComparison.Ordinal));
            if (line.Length == 0) line = part;
            else if (kind is not null && Key(line).EndsWith(Key(kind), StringComparison.Ordinal)) line += part[kind.Length..];
            else line += ", " + (kind is null ? part : kind.ToLowerInvariant() + part[kind.Length..]);
        }

        return line;
    }

    private static string Key(string text) => VietnameseText.SearchKey(text);
}
