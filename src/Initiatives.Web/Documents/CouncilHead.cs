using System.Globalization;
using Initiatives.Domain.Councils;

namespace Initiatives.Web.Documents;

/// <summary>The head of a document that a council issues: who established it above, its name below (NĐ 30/2020, Phụ lục I, mục II.2).</summary>
public static class CouncilHead
{
    /// <summary>The council's name in capitals, broken into lines that fit the left half of the head.</summary>
    public static Agency Of(Council council)
    {
        var lines = new List<string>();
        foreach (var word in council.Name.ToUpper(CultureInfo.InvariantCulture).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && lines[^1].Length + word.Length < 32) lines[^1] += " " + word;
            else lines.Add(word);
        }

        return council.Authority == EstablishingAuthority.CityCommittee
            ? new Agency(lines, "ỦY BAN NHÂN DÂN", "THÀNH PHỐ HẢI PHÒNG")
            : new Agency(lines, "SỞ KHOA HỌC VÀ CÔNG NGHỆ");
    }
}
