using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Councils;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Recusals;

/// <summary>Names who acts on one dossier for its conflicted secretary, or reads it for the conflicted lead. Naming another ends the former.</summary>
public static class NameStandIn
{
    public sealed record Command : IRequest<Result>
    {
        public int InitiativeId { get; init; }

        /// <summary>The secretary or lead who is in conflict.</summary>
        public int ForPersonId { get; init; }

        [Required(ErrorMessage = "Chọn người thay.")]
        public int? PersonId { get; init; }

        [StringLength(500, ErrorMessage = "Ghi tối đa 500 ký tự.")]
        public string Reason { get; init; } = "";
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var initiative = await doors.AssignableInitiatives.SingleOrNotFound(item => item.Id == request.InitiativeId, cancellationToken);
            var barred = await doors.Conflicts.Where(item => item.InitiativeId == initiative.Id && item.LiftedAt == null).Select(item => item.PersonId).Distinct().ToListAsync(cancellationToken);
            var person = await db.People.SingleOrDefaultAsync(item => item.Id == request.PersonId, cancellationToken);
            var council = await db.Councils.AsNoTracking().SingleOrDefaultAsync(item => item.CycleId == initiative.CycleId, cancellationToken);
            if (person is null || Person.RefusalOf(person.Roles | Role.CouncilSecretary) is not null || !StandIn.MayAct(council, person)) return Result.Fail(nameof(request.PersonId), "Chọn người thay trong danh sách.");
            if (await db.People.AsNoTracking().SingleOrDefaultAsync(item => item.Id == request.ForPersonId, cancellationToken) is not { } absent || !StandIn.IsNeededFor(council, absent))
                return Result.Fail(nameof(request.ForPersonId), "Chỉ cử người thay thư ký Hội đồng hoặc lãnh đạo Sở KH&CN.");
            var now = clock.GetUtcNow().UtcDateTime;
            var named = StandIn.Name(initiative.CycleId ?? 0, initiative.Id, request.ForPersonId, person.Id, barred, request.Reason, actor.Value, now);
            if (!named.Ok) return Result.Fail(named.Problems);
            if (initiative.CycleId is { } cycleId && (await CouncilFacts.LoadAsync(db, actor.Value, cycleId, [person.Id], cancellationToken)).Of(person.Id, initiative.Id) is { } kind)
                return Result.Fail(nameof(request.PersonId), $"{person.Name} {ConflictKinds.Name(kind)}, không thay ở hồ sơ này được.");
            foreach (var former in await doors.StandIns.Where(item => item.InitiativeId == initiative.Id && item.ForPersonId == request.ForPersonId && item.EndedAt == null).ToListAsync(cancellationToken))
                former.End(now);
            person.Grant(Role.CouncilSecretary);
            db.Add(named.Value);
            db.Guard(initiative);   // somebody else may be naming one
            db.Record(actor.Value, JournalActions.StandInNamed, initiative, $"{person.Name} thay {absent.Name}");
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
    }
}
