using System.Globalization;
using Initiatives.Domain.Councils;

namespace Initiatives.Web.Documents;

/// <summary>The head of a document that a council issues: who established it above, its name below (NĐ 30/2020, Phụ lục I, mục II.2).</summary>
public static class CouncilHead
{
    /// <summary>The council's name in capitals; the head breaks it into even lines.</summary>
    public static Agency Of(Council council)
    {
        string[] name = [council.Name.ToUpper(CultureInfo.InvariantCulture)];
        return council.Authority == EstablishingAuthority.CityCommittee
            ? new Agency(name, "ỦY BAN NHÂN DÂN", "THÀNH PHỐ HẢI PHÒNG")
            : new Agency(name, "SỞ KHOA HỌC VÀ CÔNG NGHỆ");
    }
}
