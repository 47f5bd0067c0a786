using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Councils;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Scoring;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Assigning;

/// <summary>After scoring opened a dossier is given to one more judge, with a reason; also to one whose conflict was lifted. Nothing is ever taken away.</summary>
public static class AddJudge
{
    public sealed record Command : IRequest<Result>
    {
        public int Id { get; init; }

        [Required(ErrorMessage = "Chọn người chấm.")]
        public int? PersonId { get; init; }

        [StringLength(500, ErrorMessage = "Ghi tối đa 500 ký tự.")]
        public string Reason { get; init; } = "";
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var initiative = await doors.AssignableInitiatives.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var cycle = await db.Cycles.SingleOrNotFound(item => item.Id == initiative.CycleId, cancellationToken);
            var council = await db.Councils.AsNoTracking().SingleAsync(item => item.CycleId == cycle.Id, cancellationToken);
            var member = council.Members.FirstOrDefault(item => item.PersonId == request.PersonId);
            var assigned = await doors.OpeningAssignments.Where(item => item.InitiativeId == initiative.Id).Select(item => item.PersonId).ToListAsync(cancellationToken);
            var facts = await CouncilFacts.LoadAsync(db, actor.Value, cycle.Id, council.Members.Select(item => item.PersonId), cancellationToken);
            var now = clock.GetUtcNow().UtcDateTime;
            var added = ScoringAssignment.Add(cycle, initiative, member, assigned, member is null ? null : facts.Of(member.PersonId, initiative.Id), request.Reason, actor.Value, now);
            if (!added.Ok) return Result.Fail(added.Problems);
            db.Add(added.Value);
            db.Guard(initiative);   // scoring may be closing
            if (!await doors.HasSheetAsync(initiative, member!.PersonId, cancellationToken)) db.Add(ScoreSheet.Open(cycle.Id, initiative.Id, member.PersonId));
            db.Record(actor.Value, JournalActions.JudgeAdded, initiative, $"{member.Name}. {added.Value.Reason}");
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
    }
}
