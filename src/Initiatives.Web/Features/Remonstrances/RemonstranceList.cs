using Initiatives.Domain.Access;
using Initiatives.Domain.Recognition;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Remonstrances;

/// <summary>The register of remonstrances: the Department's whole, the secretary's those on which he was asked. Open ones first, the nearest day first.</summary>
public static class RemonstranceList
{
    private const int PerPage = 50;

    public sealed record Query(int Page = 1) : IRequest<View>;

    public sealed record Row(int Id, string Code, string Title, string UnitName, string WriterName, DateTime ReceivedAt, DateTime DueAt, bool IsLate, bool IsOverdue, string State, string Tone);

    public sealed record View(IReadOnlyList<Row> Rows, int Page, int Pages, int Total, bool MayRecord);

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var (doors, now) = (db.For(actor.Value), clock.GetUtcNow().UtcDateTime);
            var rows = (actor.Value.Has(Permission.AnswerRemonstrance) ? doors.ReceivedRemonstrances : doors.AskedRemonstrances).AsNoTracking().IgnoreAutoIncludes();
            var total = await rows.CountAsync(cancellationToken);
            var pages = Math.Max(1, (total + PerPage - 1) / PerPage);
            var page = Math.Clamp(request.Page, 1, pages);
            var found = await rows.OrderBy(item => item.AnsweredAt != null).ThenBy(item => item.DueAt).ThenByDescending(item => item.Id).Skip((page - 1) * PerPage).Take(PerPage).ToListAsync(cancellationToken);
            var ids = found.ConvertAll(item => item.InitiativeId);
            var reached = actor.Value.Has(Permission.AnswerRemonstrance) ? doors.ReceivedInitiatives : doors.CouncilInitiatives;
            var titles = await reached.AsNoTracking().Where(item => ids.Contains(item.Id)).Select(item => new { item.Id, item.Title, item.UnitId }).ToDictionaryAsync(item => item.Id, cancellationToken);
            var reference = await db.ReferenceAsync(cancellationToken);
            return new View([.. found.Where(item => titles.ContainsKey(item.InitiativeId)).Select(item => new Row(item.Id, item.Code, titles[item.InitiativeId].Title, reference.Unit(titles[item.InitiativeId].UnitId).ShortName, item.WriterName,
                item.ReceivedAt, item.DueAt, item.IsLate, item.IsOverdueAt(now), StateOf(item), item.IsAnswered ? "tone-green" : item.IsOverdueAt(now) ? "tone-brick" : "tone-amber"))], page, pages, total, actor.Value.Has(Permission.RegisterRemonstrance));
        }
    }

    /// <summary>Who must act.</summary>
    internal static string StateOf(Remonstrance item) => item.IsAnswered ? "đã trả lời"
        : item.AwaitsExplanation ? "chờ thư ký giải trình"
        : item.AwaitsRescorers ? "chờ chọn người chấm lại"
        : item.IsRescoring ? "đang chấm lại"
        : item.AnswerText.Length > 0 ? "chờ ra công văn"
        : "chờ Sở KH&CN trả lời";
}
