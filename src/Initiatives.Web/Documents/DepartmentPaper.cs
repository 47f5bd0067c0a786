using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;

namespace Initiatives.Web.Documents;

/// <summary>What every paper of Sở Khoa học và Công nghệ has: who issues it, who signs it, who keeps it.</summary>
public static class DepartmentPaper
{
    public const string Kept = "Lưu: VT, SKHCN";

    public static Agency Agency { get; } = new(["SỞ KHOA HỌC", "VÀ CÔNG NGHỆ"], "ỦY BAN NHÂN DÂN", "THÀNH PHỐ HẢI PHÒNG");

    /// <summary>Who signs, in the capacity that stands above his name.</summary>
    public static Signatory Signatory(NoticeHead head) =>
        new(head.Capacity == SigningCapacity.Deputy ? ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"] : ["GIÁM ĐỐC"], head.SignerName);
}
