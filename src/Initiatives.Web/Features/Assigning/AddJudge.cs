using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;
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
            if (cycle.Phase != CyclePhase.Judging || initiative.Status != InitiativeStatus.Judging) return Result.Fail("", "Chỉ gọi thêm người chấm khi hồ sơ đang được chấm.");
            var reason = VietnameseText.Normalize(request.Reason);
            if (reason.Length < 5) return Result.Fail(nameof(request.Reason), "Ghi lý do gọi thêm người chấm.");
            var council = await db.Councils.AsNoTracking().SingleAsync(item => item.CycleId == cycle.Id, cancellationToken);
            if (council.Members.FirstOrDefault(member => member.PersonId == request.PersonId) is not { } member) return Result.Fail(nameof(request.PersonId), "Chọn một thành viên Hội đồng.");
            if (await doors.OpeningAssignments.AnyAsync(item => item.InitiativeId == initiative.Id && item.PersonId == member.PersonId, cancellationToken))
                return Result.Fail(nameof(request.PersonId), $"{member.Name} đang chấm hồ sơ này.");
            var facts = await CouncilFacts.LoadAsync(db, actor.Value, cycle.Id, council.Members.Select(item => item.PersonId), cancellationToken);
            var given = ScoringAssignment.Give(cycle.Id, initiative.Id, facts.Judge(member.PersonId), facts.Of(member.PersonId, initiative.Id), clock.GetUtcNow().UtcDateTime);
            if (!given.Ok) return Result.Fail(given.Problems.Select(problem => problem with { Field = nameof(request.PersonId) }));
            db.Add(given.Value);
            db.Guard(initiative);   // scoring may be closing
            if (!await doors.HasSheetAsync(initiative, member.PersonId, cancellationToken)) db.Add(ScoreSheet.Open(cycle.Id, initiative.Id, member.PersonId));
            db.Record(actor.Value, JournalActions.JudgeAdded, initiative, $"{member.Name}. {reason}");
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
    }
}
