using System.Text.RegularExpressions;

namespace Initiatives.Domain.Text;

/// <summary>Number and sign of a document as somebody types them.</summary>
public static partial class DocumentNumber
{
    /// <summary>
    /// As it is stored and printed: "7 / TTr-UBND" is "07/TTr-UBND"; numbers under 10 get a zero, and no blank stands around
    /// the slash (NĐ 30/2020, Phụ lục I, mục II.3). What does not begin with a number and a slash stays as typed.
    /// </summary>
    public static string Normalize(string? typed)
    {
        var text = VietnameseText.Normalize(typed);
        if (Form().Match(text) is not { Success: true } match) return text;
        var number = match.Groups["number"].Value;
        return $"{(number.Length == 1 && number != "0" ? "0" : "")}{number}/{match.Groups["sign"].Value}";
    }

    [GeneratedRegex(@"^(?<number>[0-9]+)\s*/\s*(?<sign>.+)$", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Form();
}
