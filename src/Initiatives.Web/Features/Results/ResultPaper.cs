using Initiatives.Domain.Cycles;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Documents;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Results;

/// <summary>What the Department's letter on a result that is not recognition says: means, rules not met, reason and vote. The same rows give the same text.</summary>
internal static class ResultPaper
{
    /// <summary>The published decision on which the letters of a cycle rest.</summary>
    public static Task<Decision?> BasisAsync(ScopedDb doors, int cycleId, CancellationToken cancellationToken) => doors.Decisions.AsNoTracking().IgnoreAutoIncludes()
        .SingleOrDefaultAsync(item => item.CycleId == cycleId && item.Kind == DecisionKind.Recognition && item.Status == DecisionStatus.Published, cancellationToken);

    /// <param name="unit">As papers address it.</param>
    /// <param name="head">Number, date and signer; empty in a draft.</param>
    public static byte[] Render(ResultReading.Found found, string unit, Decision? decision, NoticeHead head, Fonts fonts)
    {
        using var stream = new MemoryStream();
        OfficialLetterDocument.Write(Model(found, unit, decision, head), fonts, stream);
        return stream.ToArray();
    }

    private static OfficialLetterModel Model(ResultReading.Found found, string unit, Decision? decision, NoticeHead head)
    {
        var (initiative, cycle, result) = found;
        var authors = string.Join(", ", initiative.Authors.OrderBy(author => author.Order).Select(author => author.Name));
        var basis = decision is null ? $"Sau khi kết quả xét công nhận sáng kiến cải cách hành chính năm {cycle.Year} được công bố"
            : $"Thực hiện Quyết định số {decision.Number} {Printed.Date(decision.Form.Date)} của Chủ tịch Ủy ban nhân dân thành phố về việc công nhận sáng kiến cải cách hành chính năm {cycle.Year}";
        return new OfficialLetterModel(DepartmentPaper.Agency, head.Number, DepartmentNotice.Letters, "Hải Phòng", head.Date, $"thông báo kết quả xét công nhận sáng kiến cải cách hành chính năm {cycle.Year}",
            [unit, $"Tác giả sáng kiến: {authors}"],
            [
                new($"{basis}, Sở Khoa học và Công nghệ thông báo kết quả đối với sáng kiến “{initiative.Title}”, hồ sơ số {RegisterCode.Of(cycle.Year, initiative.RegisterNumber!.Value)}:"),
                new("Sáng kiến không được công nhận trong kỳ này.", "1. Kết quả:"),
                new($"trung bình của {result.Sheets} phiếu chấm hợp lệ là {VietnameseNumber.Mean(result.Mean)}/{VietnameseNumber.Format(result.Max)} điểm{(result.Least is { } least ? $", ngưỡng đạt {VietnameseNumber.Format(least)}" : "")}; theo từng tiêu chí như sau:", "2. Điểm:"),
            ],
            ["Tiêu chí", "Điểm tối đa", "Điểm trung bình", "Cần ít nhất"],
            [.. result.Criteria.Select(item => new LetterRow([item.Name, VietnameseNumber.Format(item.Max), VietnameseNumber.Mean(item.Mean), item.Least is { } needed ? VietnameseNumber.Format(needed) : "không đặt"]))],
            [
                new($"{result.Vote}.", "3. Biểu quyết của Hội đồng:"),
                .. result.Failed.Count == 0 ? Array.Empty<NoticeParagraph>() : [new(string.Join("; ", result.Failed) + ".", "4. Điều kiện chưa đạt:")],
                new(result.Reason, result.Failed.Count == 0 ? "4. Lý do của Hội đồng:" : "5. Lý do của Hội đồng:"),
                new($"Tác giả, đơn vị xem nhận xét theo từng tiêu chí tại trang hồ sơ; có thể hoàn thiện sáng kiến và gửi ở kỳ sau. Sở Khoa học và Công nghệ nhận kiến nghị về kết quả đến hết {Printed.Date(CycleCalendar.LastDayOf(Remonstrance.InTimeUntil(initiative.StatusSince, cycle.Settings)))}; kiến nghị gửi sau ngày này vẫn được tiếp nhận. Quyền khiếu nại theo quy định của pháp luật không bị ảnh hưởng."),
                new($"Sở Khoa học và Công nghệ thông báo để {unit} và tác giả biết."),
            ],
            DepartmentPaper.Signatory(head), ["Như trên", DepartmentPaper.Kept], cycle.IsDemo);
    }
}
