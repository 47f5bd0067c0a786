using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Initiatives.Domain;
using Initiatives.Domain.Councils;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Mail;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Disagreement;

/// <summary>Gives a dossier to one more member after scoring has closed, until a day that the secretary names.</summary>
public static class CallJudge
{
    public sealed record Query(int Year, int InitiativeId) : IRequest<View>;

    /// <param name="Members">Who may be called: members without a conflict who neither judge it yet nor have read its sheets.</param>
    public sealed record View(int Year, int InitiativeId, string Code, string Title, bool MayCall, IReadOnlyList<(int PersonId, string Name)> Members);

    public sealed record Command : IRequest<Result>
    {
        public int Year { get; init; }
        public int InitiativeId { get; init; }

        [Required(ErrorMessage = "Chọn thành viên.")]
        public int? PersonId { get; init; }

        /// <summary>Last day, inclusive.</summary>
        [Required(ErrorMessage = "Ghi ngày cuối cùng để chấm.")]
        public DateOnly? DueOn { get; init; }

        [StringLength(500, ErrorMessage = "Lý do dài tối đa 500 ký tự.")]
        public string Reason { get; init; } = "";
    }

    public sealed class Page(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var seat = await doors.SeatAsync(request.Year, request.InitiativeId, cancellationToken) ?? throw new RowNotFoundException(nameof(Initiative));
            var dossier = await doors.CouncilInitiatives.Where(item => item.Id == seat.InitiativeId).Select(item => new { Code = item.CouncilCode!, item.Title }).SingleAsync(cancellationToken);
            var (council, assigned, barred, informed) = await FactsAsync(db, doors, seat, cancellationToken);
            return new View(request.Year, seat.InitiativeId, dossier.Code, dossier.Title, seat.MayAsk,
                [.. council.Members.Where(member => !assigned.Contains(member.PersonId) && !barred.Contains(member.PersonId) && !informed.Contains(member.PersonId)).OrderBy(member => member.Order).Select(member => (member.PersonId, member.Name))]);
        }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock, Outbox outbox) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var (doors, now) = (db.For(actor.Value), clock.GetUtcNow().UtcDateTime);
            var seat = await doors.SeatAsync(request.Year, request.InitiativeId, cancellationToken) ?? throw new RowNotFoundException(nameof(Initiative));
            if (!seat.Writes) return Result.Fail("", "Chỉ ủy viên thư ký hoặc người thay thư ký ở hồ sơ này được mời chấm thêm.");
            if (!seat.MayAsk) return Result.Fail("", "Chỉ mời chấm thêm sau khi chốt điểm và trước khi Hội đồng kết luận hồ sơ này.");
            var initiative = await doors.CouncilInitiatives.SingleOrNotFound(item => item.Id == seat.InitiativeId, cancellationToken);
            var (council, assigned, barred, informed) = await FactsAsync(db, doors, seat, cancellationToken);
            var member = council.Members.FirstOrDefault(item => item.PersonId == request.PersonId);
            var due = VietnamTime.EndOfDay(request.DueOn!.Value);
            var called = ScoringAssignment.Call(seat.Cycle.Id, initiative.Id, member, assigned, barred, informed, due, request.Reason, actor.Value, now);
            if (!called.Ok) return Result.Fail(called.Problems.Select(problem => problem.Field == nameof(ScoringAssignment.DueAt) ? problem with { Field = nameof(request.DueOn) } : problem));
            db.Add(called.Value);
            await OpenSheetAsync(doors, seat, called.Value, due, now, cancellationToken);
            db.Guard(initiative);   // the council may be concluding on it
            db.Record(actor.Value, JournalActions.JudgeCalled, initiative, $"{member!.Name}, đến {VietnamTime.Deadline(due)}. {called.Value.Reason}");
            var email = await db.Users.Where(account => account.PersonId == called.Value.PersonId).Select(account => account.Email).FirstOrDefaultAsync(cancellationToken);
            outbox.Add(new Mail(email ?? "", $"Mời chấm thêm hồ sơ {initiative.CouncilCode}",
                [$"Thư ký Hội đồng mời bạn chấm thêm hồ sơ {initiative.CouncilCode}, đến {VietnamTime.Deadline(due)}. Điểm của những người khác vẫn được giữ kín với bạn."], "Mở bàn chấm", "/cham-diem"),
                string.Create(CultureInfo.InvariantCulture, $"moi-cham:{initiative.Id}:{called.Value.PersonId}:{now.Ticks}"));
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }

        /// <summary>A new sheet; or the one that he has kept from before a conflict that was lifted.</summary>
        private async Task OpenSheetAsync(ScopedDb doors, CouncilSeat seat, ScoringAssignment called, DateTime due, DateTime now, CancellationToken cancellationToken)
        {
            if (await doors.FormerSheetAsync(seat, called.PersonId, cancellationToken) is not { } sheet)
            {
                db.Add(ScoreSheet.Call(called.CycleId, called.InitiativeId, called.PersonId, due));
                return;
            }

            sheet.CallAgain(due);
            db.Add(ScoreSheetVersion.Of(sheet, actor.Value.PersonId, now, $"Thư ký mời chấm lại: {called.Reason}"));
        }
    }

    private static async Task<(Council Council, IReadOnlyCollection<int> Assigned, IReadOnlyCollection<int> Barred, IReadOnlyCollection<int> Informed)> FactsAsync(AppDb db, ScopedDb doors, CouncilSeat seat, CancellationToken cancellationToken)
    {
        var council = await db.Councils.AsNoTracking().SingleAsync(item => item.CycleId == seat.Cycle.Id, cancellationToken);
        return (council,
            await doors.Assignments.Where(item => item.InitiativeId == seat.InitiativeId).Select(item => item.PersonId).ToListAsync(cancellationToken),
            await doors.Conflicts.Where(item => item.InitiativeId == seat.InitiativeId && item.LiftedAt == null).Select(item => item.PersonId).ToListAsync(cancellationToken),
            [.. await doors.InformedAsync(seat.InitiativeId, cancellationToken), .. council.Members.Where(member => member.Post == CouncilPost.Secretary).Select(member => member.PersonId)]);
    }
}
