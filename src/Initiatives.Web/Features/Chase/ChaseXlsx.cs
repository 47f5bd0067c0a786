using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Documents;
using Initiatives.Web.Platform.Security;
using MediatR;

namespace Initiatives.Web.Features.Chase;

/// <summary>The chase list as a spreadsheet, filtered as on the page.</summary>
public static class ChaseXlsx
{
    public sealed record Query : ChaseFilter, IRequest<byte[]>
    {
        public int Year { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Query, byte[]>
    {
        public async Task<byte[]> Handle(Query request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var cycle = await db.For(actor.Value).Cycles.SingleOrNotFound(item => item.Year == request.Year && item.LaunchedAt != null, cancellationToken);
            var units = request.Pick(await ChaseBoard.LoadAsync(db, actor.Value, cycle, now, cancellationToken));
            var rows = units.Select((unit, index) => (IReadOnlyList<object?>)
            [
                index + 1, unit.Name,
                unit.Received is { } received ? $"{received.PersonName}, {VietnamTime.WithTime(received.At)}" : "chưa",
                unit.Standing.Drafts, unit.Standing.Awaiting, unit.Standing.Sent,
                string.Join("; ", unit.Standing.Missing()),
                string.Join("; ", unit.Contacts.Select(contact => $"{contact.Name} ({contact.Email})")),
                unit.LastLetter?.SentAt,
            ]);
            using var file = new MemoryStream();
            Workbook.Write(file, new WorkTable($"Đôn đốc {cycle.Year}",
            [
                new("STT", 6), new("Đơn vị", 36), new("Xác nhận công văn", 34), new("Đang soạn", 11), new("Chờ thủ trưởng", 15), new("Đã nộp", 9),
                new("Còn thiếu", 36), new("Đầu mối, thủ trưởng", 60), new("Thư đôn đốc gần nhất", 24),
            ], [.. rows], $"Đôn đốc kỳ xét sáng kiến {cycle.Year}, lúc {VietnamTime.WithTime(now)}"));
            return file.ToArray();
        }
    }
}
