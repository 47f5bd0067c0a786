using Initiatives.Domain.People;
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

/// <summary>The letter that answers a remonstrance, before it has number and signer; issued, it says the same.</summary>
public static class AnswerPaper
{
    public sealed record Query(int Id) : IRequest<Answer>;

    public sealed record Answer(byte[] Content, string FileName);

    public sealed class Handler(AppDb db, CurrentActor actor, Fonts fonts) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var item = await doors.ReceivedRemonstrances.AsNoTracking().SingleOrNotFound(row => row.Id == request.Id && row.AnswerText != "", cancellationToken);
            var initiative = await doors.ReceivedInitiatives.AsNoTracking().SingleOrNotFound(row => row.Id == item.InitiativeId, cancellationToken);
            return new Answer(await RenderAsync(db, item, initiative, new NoticeHead(null, null, "", SigningCapacity.Head), fonts, cancellationToken), $"Du-thao-tra-loi-{item.Code}.pdf");
        }
    }

    /// <param name="head">Number, date and signer; empty in a draft.</param>
    internal static async Task<byte[]> RenderAsync(AppDb db, Remonstrance item, Initiative initiative, NoticeHead head, Fonts fonts, CancellationToken cancellationToken)
    {
        var unit = await db.Units.AsNoTracking().SingleAsync(row => row.Id == initiative.UnitId, cancellationToken);
        var cycle = await db.Cycles.AsNoTracking().SingleAsync(row => row.Id == item.CycleId, cancellationToken);
        using var stream = new MemoryStream();
        OfficialLetterDocument.Write(Model(item, initiative, UnitHeading.NameOf(unit), cycle.Year, cycle.IsDemo, head), fonts, stream);
        return stream.ToArray();
    }

    private static OfficialLetterModel Model(Remonstrance item, Initiative initiative, string unit, int year, bool isDemo, NoticeHead head) => new(
        DepartmentPaper.Agency, head.Number, DepartmentNotice.Letters, "Hải Phòng", head.Date, $"trả lời kiến nghị về kết quả xét công nhận sáng kiến cải cách hành chính năm {year}",
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
        DepartmentPaper.Signatory(head), ["Như trên", DepartmentPaper.Kept], isDemo);
}
