using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Councils;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Recusals;

/// <summary>The secretary, or whoever prepares the council, says that a member is in conflict with a dossier; a reason is always given.</summary>
public static class SetConflict
{
    public sealed record Command : IRequest<Result>
    {
        public int Year { get; init; }

        [Required(ErrorMessage = "Chọn hồ sơ.")]
        public int? InitiativeId { get; init; }

        [Required(ErrorMessage = "Chọn người.")]
        public int? PersonId { get; init; }
        public ConflictKind? Kind { get; init; }

        [StringLength(500, ErrorMessage = "Ghi tối đa 500 ký tự.")]
        public string Note { get; init; } = "";
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var initiative = await doors.RecusableInitiatives.SingleOrDefaultAsync(item => item.Id == request.InitiativeId, cancellationToken);
            if (initiative?.CycleId is not { } cycleId) return Result.Fail(nameof(request.InitiativeId), "Chọn hồ sơ trong danh sách.");
            if (!Conflict.MayChange(initiative.Status))
                return Result.Fail(nameof(request.InitiativeId), "Hồ sơ này đã có kết luận.");
            var person = await db.People.SingleOrDefaultAsync(item => item.Id == request.PersonId, cancellationToken);
            if (person is null) return Result.Fail(nameof(request.PersonId), "Chọn người trong danh sách.");
            var now = clock.GetUtcNow().UtcDateTime;
            var set = Conflict.Set(cycleId, initiative.Id, person.Id, request.Kind, request.Note, actor.Value, now);
            if (!set.Ok) return Result.Fail(set.Problems);
            if (await doors.Conflicts.AnyAsync(item => item.InitiativeId == initiative.Id && item.PersonId == person.Id && item.LiftedAt == null, cancellationToken))
                return Result.Fail(nameof(request.PersonId), $"{person.Name} đã có xung đột lợi ích với hồ sơ này.");
            db.Add(set.Value);
            db.Guard(initiative);   // the council may be concluding on it
            await doors.EndStandInsAsync(initiative, person.Id, isBarred: true, now, cancellationToken);
            db.RemoveRange(await doors.Assignments.Where(item => item.InitiativeId == initiative.Id && item.PersonId == person.Id).ToListAsync(cancellationToken));
            db.Record(actor.Value, JournalActions.ConflictSet, initiative, $"{person.Name} {ConflictKinds.Name(set.Value.Kind)}. {set.Value.Note}");
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
    }
}
