using Initiatives.Domain.Cycles;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Documents;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Results;

/// <summary>
/// The Department's letter on a result that is not recognition: a công văn to be numbered and signed, with means, rules not met,
/// reason and vote. The same rows give the same text. Its owners read it too.
/// </summary>
public static class ResultPaper
{
    private static readonly Agency Agency = new(["SỞ KHOA HỌC", "VÀ CÔNG NGHỆ"], "ỦY BAN NHÂN DÂN", "THÀNH PHỐ HẢI PHÒNG");

    public sealed record Query(int Id) : IRequest<Answer>;

    public sealed record Answer(byte[] Content, string FileName);

    public sealed class Handler(AppDb db, CurrentActor actor, Fonts fonts) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var reached = await doors.OwnResults.AnyAsync(item => item.Id == request.Id, cancellationToken) ? doors.OwnResults : doors.SentResults;
            var found = await db.ResultAsync(doors, reached.Where(item => item.Status == InitiativeStatus.NotRecognised), request.Id, cancellationToken);
            var unit = await db.Units.AsNoTracking().SingleAsync(item => item.Id == found.Initiative.UnitId, cancellationToken);
            var decision = await doors.Decisions.AsNoTracking().IgnoreAutoIncludes().SingleOrDefaultAsync(item => item.CycleId == found.Cycle.Id && item.Kind == DecisionKind.Recognition && item.Status == DecisionStatus.Published, cancellationToken);
            using var stream = new MemoryStream();
            OfficialLetterDocument.Write(Model(found, UnitHeading.NameOf(unit), decision), fonts, stream);
            return new Answer(stream.ToArray(), $"Thong-bao-ket-qua-{found.Cycle.Year}-{found.Initiative.RegisterNumber:0000}.pdf");
        }
    }

    private static OfficialLetterModel Model(ResultReading.Found found, string unit, Decision? decision)
    {
        var (initiative, cycle, result) = found;
        var authors = string.Join(", ", initiative.Authors.OrderBy(author => author.Order).Select(author => author.Name));
        var basis = decision is null ? $"Sau khi kết quả xét công nhận sáng kiến cải cách hành chính năm {cycle.Year} được công bố"
            : $"Thực hiện Quyết định số {decision.Number} {Printed.Date(decision.Form.Date)} của Chủ tịch Ủy ban nhân dân thành phố về việc công nhận sáng kiến cải cách hành chính năm {cycle.Year}";
        return new OfficialLetterModel(Agency, null, "SKHCN", "Hải Phòng", null, $"thông báo kết quả xét công nhận sáng kiến cải cách hành chính năm {cycle.Year}",
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
                new($"Tác giả, đơn vị xem nhận xét theo từng tiêu chí tại trang hồ sơ; có thể hoàn thiện sáng kiến và gửi ở kỳ sau. Kiến nghị về kết quả gửi Sở Khoa học và Công nghệ, đúng hạn đến hết {Printed.Date(CycleCalendar.LastDayOf(Remonstrance.InTimeUntil(initiative.StatusSince, cycle.Settings)))}; gửi sau thời hạn này vẫn được tiếp nhận. Việc kiến nghị không hạn chế quyền khiếu nại theo quy định của pháp luật."),
                new($"Sở Khoa học và Công nghệ thông báo để {unit} và tác giả biết."),
            ],
            new Signatory(["GIÁM ĐỐC"], ""), ["Như trên", "Lưu: VT, SKHCN"], cycle.IsDemo);
    }
}
