using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Postings;

/// <summary>Posts the list that the council recommends, as it stands now, for the working days of the cycle.</summary>
public static class PostList
{
    public sealed record Command : IRequest<Result>
    {
        public int Year { get; init; }

        /// <summary>Why another list is posted; nothing for the first.</summary>
        [StringLength(1000, ErrorMessage = "Lý do dài tối đa 1.000 ký tự.")]
        public string Reason { get; init; } = "";
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var cycle = await doors.Cycles.SingleOrNotFound(item => item.Year == request.Year, cancellationToken);
            var former = await doors.Postings.AsNoTracking().Where(item => item.CycleId == cycle.Id).OrderByDescending(item => item.Number).FirstOrDefaultAsync(cancellationToken);
            if (await doors.Decisions.AnyAsync(item => item.CycleId == cycle.Id && item.Kind == DecisionKind.Recognition && item.Status != DecisionStatus.Drafting, cancellationToken))
                return Result.Fail("", "Quyết định công nhận đã trình ký. Lấy lại dự thảo rồi mới niêm yết danh sách khác.");
            var posted = Posting.Post(cycle, await RecommendedList.OfAsync(db, doors, cycle.Id, cancellationToken), former, request.Reason, actor.Value, clock.GetUtcNow().UtcDateTime);
            if (!posted.Ok) return posted;
            db.Add(posted.Value);
            db.Guard(cycle);   // a vote may be in correction
            db.Record(actor.Value, JournalActions.ListPosted, cycle, $"Lần {posted.Value.Number}: {posted.Value.Items.Count} sáng kiến, đến {VietnamTime.Deadline(posted.Value.ClosesAt)}{(posted.Value.Reason.Length > 0 ? ". " + posted.Value.Reason : "")}");
            await db.SaveChangesAsync(cancellationToken);
            return posted;
        }
    }
}
