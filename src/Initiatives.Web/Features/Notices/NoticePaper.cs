using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Initiatives.Web.Documents;

namespace Initiatives.Web.Features.Notices;

/// <summary>What a notice says: from the rows to the paper.</summary>
internal static class NoticePaper
{
    /// <summary>One ineligible dossier, with its reasons as the authors are told them.</summary>
    public static byte[] Ineligible(Cycle cycle, Initiative initiative, Unit unit, NoticeHead head, Fonts fonts)
    {
        var code = RegisterCode.Of(cycle.Year, initiative.RegisterNumber!.Value);
        var authors = string.Join(", ", initiative.Authors.Select(author => author.Name));
        return Render(fonts, new ScreeningNoticeModel(DepartmentPaper.Agency, head.Number, DepartmentNotice.Notices, "Hải Phòng", head.Date,
            $"Kết quả kiểm tra điều kiện xét công nhận sáng kiến cải cách hành chính năm {cycle.Year}",
            [
                new($"{Basis(cycle)}, Sở Khoa học và Công nghệ đã kiểm tra hồ sơ số {code}, sáng kiến “{initiative.Title}” của {authors} ({UnitHeading.NameOf(unit)}), nhận lúc {Instant(initiative.SubmittedAt!.Value)}, và thông báo kết quả như sau:"),
                new("Hồ sơ không đủ điều kiện đưa ra Hội đồng đánh giá.", "1. Kết quả:"),
                new(initiative.OutcomeReason, "2. Lý do:"),
            ],
            [],
            [
                "Tác giả, đơn vị có ý kiến về kết quả này gửi Sở Khoa học và Công nghệ bằng văn bản. Sáng kiến được hoàn thiện thì nộp lại ở kỳ sau.",
                $"Sở Khoa học và Công nghệ thông báo để {UnitHeading.NameOf(unit)} và tác giả biết.",
            ],
            DepartmentPaper.Signatory(head), [UnitHeading.NameOf(unit), "Tác giả sáng kiến (qua đơn vị)", DepartmentPaper.Kept], cycle.IsDemo));
    }

    /// <summary>The eligible dossiers in the order of their numbers.</summary>
    public static byte[] Eligible(Cycle cycle, IReadOnlyList<(Initiative Initiative, Unit Unit)> dossiers, NoticeHead head, Fonts fonts) => Render(fonts, new ScreeningNoticeModel(
        DepartmentPaper.Agency, head.Number, DepartmentNotice.Notices, "Hải Phòng", head.Date,
        $"Danh sách sáng kiến cải cách hành chính đủ điều kiện đưa ra Hội đồng đánh giá năm {cycle.Year}",
        [
            new($"{Basis(cycle)}, Sở Khoa học và Công nghệ đã kiểm tra điều kiện các hồ sơ nhận trong {cycle.Name.ToLowerInvariant()} và thông báo danh sách {Printed.Count(dossiers.Count)} sáng kiến đủ điều kiện đưa ra Hội đồng đánh giá hiệu quả áp dụng và khả năng nhân rộng:"),
        ],
        [.. dossiers.Select(item => new NoticeRow(RegisterCode.Of(cycle.Year, item.Initiative.RegisterNumber!.Value), item.Initiative.Title, string.Join(", ", item.Initiative.Authors.Select(author => author.Name)), UnitHeading.NameOf(item.Unit)))],
        ["Sở Khoa học và Công nghệ thông báo để các cơ quan, đơn vị, địa phương và các tác giả biết, phối hợp."],
        DepartmentPaper.Signatory(head), ["Các đơn vị có sáng kiến tại danh sách", "Hội đồng đánh giá", DepartmentPaper.Kept], cycle.IsDemo));

    /// <summary>"09 giờ 00 phút 00 giây ngày 15 tháng 9 năm 2026".</summary>
    private static string Instant(DateTime utc) => $"{Printed.TimeToSecond(TimeOnly.FromDateTime(VietnamTime.ToLocal(utc)))} {VietnamTime.Nd30Date(VietnamTime.Today(utc))}";

    private static string Basis(Cycle cycle) => cycle.Notice.Number.Length == 0
        ? $"Thực hiện kế hoạch xét công nhận sáng kiến cải cách hành chính năm {cycle.Year} của Ủy ban nhân dân thành phố Hải Phòng"
        : $"Thực hiện Công văn số {cycle.Notice.Number}{(cycle.Notice.Date is { } day ? $" {VietnamTime.Nd30Date(day)}" : "")} của Ủy ban nhân dân thành phố Hải Phòng về việc đề xuất sáng kiến cải cách hành chính năm {cycle.Year}";

    private static byte[] Render(Fonts fonts, ScreeningNoticeModel model)
    {
        using var stream = new MemoryStream();
        ScreeningNoticeDocument.Write(model, fonts, stream);
        return stream.ToArray();
    }
}
