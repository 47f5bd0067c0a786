using Initiatives.Domain.Cycles;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Reviews;

/// <summary>What is given to a reviewer in one cycle.</summary>
public static class ReviewList
{
    /// <param name="Year">Null: the newest cycle in which he reviews.</param>
    public sealed record Query(int? Year = null) : IRequest<View>;

    /// <param name="Id">Of the assignment.</param>
    /// <param name="SavedAt">Null: nothing is written yet.</param>
    public sealed record Item(int Id, string Code, string Title, string FieldLetter, string FieldName, DateTime? SavedAt, DateTime? SubmittedAt);

    /// <param name="DueOn">"hết 23:59:59 ngày 30/10/2026"; empty when nothing runs.</param>
    public sealed record View(int? Year, bool IsOpen, string DueOn, IReadOnlyList<Item> Items);

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var mine = doors.OwnReviewAssignments;
            var cycle = await db.Cycles.AsNoTracking()
                .Where(item => item.ScoringOpenedAt != null && mine.Any(given => given.CycleId == item.Id) && (request.Year == null || item.Year == request.Year))
                .OrderByDescending(item => item.Year).FirstOrDefaultAsync(cancellationToken);
            if (cycle is null) return new View(null, false, "", []);
            var fields = await db.ReferenceAsync(cancellationToken);
            var rows = await (from given in mine
                              join initiative in doors.ReviewedInitiatives on given.InitiativeId equals initiative.Id
                              join review in doors.OwnReviews on given.InitiativeId equals review.InitiativeId into written
                              from review in written.DefaultIfEmpty()
                              where given.CycleId == cycle.Id
                              orderby initiative.CouncilCode, given.Id
                              select new { given.Id, Code = initiative.CouncilCode ?? "", initiative.Title, initiative.FieldCode, SavedAt = review == null ? (DateTime?)null : review.SavedAt, SubmittedAt = review == null ? null : review.SubmittedAt })
                .ToListAsync(cancellationToken);
            var isOpen = cycle.Phase == CyclePhase.Judging;
            return new View(cycle.Year, isOpen, isOpen && cycle.ScoringDueAt is { } due ? VietnamTime.Deadline(due) : "",
                [.. rows.Select(row => new Item(row.Id, row.Code, row.Title, fields.Field(row.FieldCode)?.Letter ?? "", fields.Field(row.FieldCode)?.ShortName ?? "", row.SavedAt, row.SubmittedAt))]);
        }
    }
}
