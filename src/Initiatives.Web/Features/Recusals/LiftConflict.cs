using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Councils;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Recusals;

/// <summary>Says that a conflict that was declared or set was none. The row and its reason stay; the person is assigned again by the plan.</summary>
public static class LiftConflict
{
    public sealed record Command : IRequest<Result>
    {
        public int Id { get; init; }

        [StringLength(500, ErrorMessage = "Ghi tối đa 500 ký tự.")]
        public string LiftReason { get; init; } = "";
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var conflict = await doors.Conflicts.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var initiative = await doors.RecusableInitiatives.SingleOrNotFound(item => item.Id == conflict.InitiativeId, cancellationToken);
            if (!Conflict.MayChange(initiative.Status)) return Result.Fail("", "Hồ sơ này đã có kết luận, xung đột lợi ích không gỡ được nữa.");
            var now = clock.GetUtcNow().UtcDateTime;
            var lifted = conflict.Lift(request.LiftReason, actor.Value, now);
            if (!lifted.Ok) return lifted;
            db.Guard(initiative);   // the council may be concluding on it
            if (!await doors.Conflicts.AnyAsync(item => item.InitiativeId == initiative.Id && item.PersonId == conflict.PersonId && item.Id != conflict.Id && item.LiftedAt == null, cancellationToken))
                await doors.EndStandInsAsync(initiative, conflict.PersonId, isBarred: false, now, cancellationToken);
            var name = await db.People.Where(item => item.Id == conflict.PersonId).Select(item => item.Name).SingleAsync(cancellationToken);
            db.Record(actor.Value, JournalActions.ConflictLifted, initiative, $"{name}. {conflict.LiftReason}");
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
    }
}
