using Initiatives.Domain.Recognition;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Documents;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Remonstrances;

/// <summary>The draft of the answer as a công văn, to be numbered and signed on paper.</summary>
public static class AnswerPaper
{
    private static readonly Agency Agency = new(["SỞ KHOA HỌC", "VÀ CÔNG NGHỆ"], "ỦY BAN NHÂN DÂN", "THÀNH PHỐ HẢI PHÒNG");

    public sealed record Query(int Id) : IRequest<Answer>;

    public sealed record Answer(byte[] Content, string FileName);

    public sealed class Handler(AppDb db, CurrentActor actor, Fonts fonts) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var item = await doors.ReceivedRemonstrances.AsNoTracking().SingleOrNotFound(row => row.Id == request.Id && row.AnswerText != "", cancellationToken);
            var initiative = await doors.ReceivedInitiatives.AsNoTracking().SingleOrNotFound(row => row.Id == item.InitiativeId, cancellationToken);
            var unit = await db.Units.AsNoTracking().SingleAsync(row => row.Id == initiative.UnitId, cancellationToken);
            var cycle = await db.Cycles.AsNoTracking().SingleAsync(row => row.Id == item.CycleId, cancellationToken);
            using var stream = new MemoryStream();
            OfficialLetterDocument.Write(Model(item, initiative, UnitHeading.NameOf(unit), cycle.Year, cycle.IsDemo), fonts, stream);
            return new Answer(stream.ToArray(), $"Tra-loi-{item.Code}.pdf");
        }
    }

    private static OfficialLetterModel Model(Remonstrance item, Initiative initiative, string unit, int year, bool isDemo) => new(
        Agency, null, "SKHCN", "Hải Phòng", null, $"trả lời kiến nghị về kết quả xét công nhận sáng kiến cải cách hành chính năm {year}",
        [item.WriterName, unit],
        [
            new($"Sở Khoa học và Công nghệ nhận kiến nghị số {item.Code} {Printed.Date(VietnamTime.Today(item.ReceivedAt))} của {item.WriterName} về kết quả đối với sáng kiến “{initiative.Title}”, hồ sơ số {(initiative.RegisterNumber is { } number ? RegisterCode.Of(year, number) : "")}. Sau khi xem xét, Sở Khoa học và Công nghệ trả lời như sau:"),
            new(item.AnswerText),
            new(item.Outcome == RemonstranceOutcome.Reconsider
                ? "Sở Khoa học và Công nghệ đề nghị xem xét lại kết quả, trình Chủ tịch Ủy ban nhân dân thành phố xem xét, quyết định."
                : "Kết quả đã công bố được giữ nguyên.", "Kết quả giải quyết:"),
        ],
        [], [],
        [
            new("Việc trả lời kiến nghị này không hạn chế quyền khiếu nại theo quy định của pháp luật."),
            new($"Sở Khoa học và Công nghệ trả lời để {item.WriterName} và {unit} biết."),
        ],
        new Signatory(["GIÁM ĐỐC"], ""), ["Như trên", "Lưu: VT, SKHCN"], isDemo);
}
