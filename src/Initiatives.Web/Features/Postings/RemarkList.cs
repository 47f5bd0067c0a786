using Initiatives.Domain.Recognition;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Postings;

/// <summary>All remarks of a cycle with who left them, those that wait first.</summary>
public static class RemarkList
{
    private const int PerPage = 50;

    public sealed record Query(int Year, int Page = 1) : IRequest<View>;

    public sealed record Row(int Id, string Code, int Version, string About, string Name, string Contact, string UnitName, string Text, DateTime At, string Answer, string AnsweredBy, DateTime? AnsweredAt);

    /// <param name="Days">Working days of the cycle; 0: it posts nothing.</param>
    /// <param name="Last">Null: nothing is posted yet.</param>
    /// <param name="MayAnswer">The decision is not out yet: answers may still be put in better words.</param>
    public sealed record View(int Year, int Days, Posting? Last, DateTime Now, int Open, int Total, int Page, int Pages, bool MayAnswer, IReadOnlyList<Row> Rows);

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var cycle = await doors.Cycles.AsNoTracking().SingleOrNotFound(item => item.Year == request.Year, cancellationToken);
            var postings = await doors.Postings.AsNoTracking().Where(item => item.CycleId == cycle.Id).OrderByDescending(item => item.Number).ToListAsync(cancellationToken);
            var remarks = doors.Remarks.AsNoTracking().Where(item => item.CycleId == cycle.Id);
            var (total, open) = (await remarks.CountAsync(cancellationToken), await remarks.CountAsync(item => item.AnsweredAt == null, cancellationToken));
            var pages = Math.Max(1, (total + PerPage - 1) / PerPage);
            var page = Math.Clamp(request.Page, 1, pages);
            var rows = await remarks.OrderBy(item => item.AnsweredAt != null).ThenBy(item => item.ReceivedAt).ThenBy(item => item.Id).Skip((page - 1) * PerPage).Take(PerPage).ToListAsync(cancellationToken);
            return new View(cycle.Year, cycle.Settings.PostingWorkingDays, postings.FirstOrDefault(), clock.GetUtcNow().UtcDateTime, open, total, page, pages, cycle.PublishedAt is null,
                [.. rows.Select(row => new Row(row.Id, ReceiptCode.Shown(row.Code), row.Version, About(postings, row), row.Name, row.Contact, row.UnitName, row.Text, row.ReceivedAt, row.Answer, row.AnsweredByName, row.AnsweredAt))]);
        }

        private static string About(List<Posting> postings, Remark remark)
        {
            var posting = postings.Find(item => item.Id == remark.PostingId)!;
            var item = posting.Items.FirstOrDefault(item => item.Number == remark.Number);
            return $"{(item is null ? "Danh sách nói chung" : $"{item.Number}. {item.Title}")}{(postings.Count > 1 ? $" (niêm yết lần {posting.Number})" : "")}";
        }
    }
}
