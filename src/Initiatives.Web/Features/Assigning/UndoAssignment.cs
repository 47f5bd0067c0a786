using System.Globalization;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Assigning;

/// <summary>Takes back the last change of the assignments, until scoring opens. The run stays on record.</summary>
public static class UndoAssignment
{
    public sealed record Command : IRequest<Result>
    {
        public int Year { get; init; }

        /// <summary>Of the run that the page showed as the last one.</summary>
        public int Number { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var cycle = await doors.Cycles.SingleOrNotFound(item => item.Year == request.Year, cancellationToken);
            var state = await PlanState.LoadAsync(db, actor.Value, cycle, cancellationToken);
            var ready = state.Ready();
            if (!ready.Ok) return ready;
            var run = await doors.AssignmentRuns.Where(item => item.CycleId == cycle.Id && item.UndoneAt == null).OrderByDescending(item => item.Number).FirstOrDefaultAsync(cancellationToken);
            if (run?.Number != request.Number) return Result.Fail("", "Lần phân công này không còn là lần gần nhất. Tải lại trang rồi xem lại.");
            var now = clock.GetUtcNow().UtcDateTime;
            var undone = run.Undo(state.Present, state.Input(0), actor.Value, now);
            if (!undone.Ok) return Result.Fail(undone.Problems);
            var written = await state.WriteAsync(db, actor.Value, undone.Value, now, cancellationToken);
            if (!written.Ok) return written;
            db.Guard(cycle);   // scoring may be opening on what stood before
            db.Record(actor.Value, JournalActions.AssignmentUndone, state.Council!, string.Create(CultureInfo.InvariantCulture, $"lần {run.Number}: trả lại {undone.Value.Added.Count}, bỏ {undone.Value.Removed.Count} lượt chấm"));
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
    }
}
