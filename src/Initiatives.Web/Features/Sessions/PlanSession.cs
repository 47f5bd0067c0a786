using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Sessions;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Sessions;

/// <summary>The secretary plans a session: when, where, which dossiers.</summary>
public static class PlanSession
{
    public sealed record Command : IRequest<Result<int>>
    {
        public int CycleId { get; init; }
        public DateOnly? Date { get; init; }

        [StringLength(10, ErrorMessage = "Ghi giờ họp như 08:30.")]
        public string Time { get; init; } = "";

        [StringLength(300, ErrorMessage = "Nơi họp dài tối đa 300 ký tự.")]
        public string Place { get; init; } = "";

        public List<int> InitiativeIds { get; init; } = [];
    }

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Command, Result<int>>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var cycle = await db.Cycles.SingleOrNotFound(item => item.Id == request.CycleId, cancellationToken);
            var council = await db.Councils.SingleOrNotFound(item => item.CycleId == cycle.Id, cancellationToken);
            if (!council.IsSecretary(actor.Value)) return Result.Fail("", "Chỉ ủy viên thư ký của Hội đồng này được lập phiên họp.");
            if (!cycle.MayPlanSessions) return Result.Fail("", "Chỉ lập phiên họp từ khi mở chấm đến khi Hội đồng kết luận xong.");
            var problems = new List<Problem>();
            if (request.Date is null) problems.Add(new(nameof(request.Date), "Ghi ngày họp."));
            if (!SessionHour.TryRead(request.Time, out var time)) problems.Add(new(nameof(request.Time), "Ghi giờ họp như 08:30."));
            var open = await db.For(actor.Value).UnconcludedIdsAsync(cycle.Id, cancellationToken);
            var isForTheRest = cycle.Phase == CyclePhase.Deliberating && !await db.For(actor.Value).CouncilInitiatives.AnyAsync(item => open.Contains(item.Id), cancellationToken);   // a ballot, or what only his stand-in sees
            if (request.InitiativeIds.Count == 0 && !isForTheRest) problems.Add(new(nameof(request.InitiativeIds), "Chọn ít nhất một hồ sơ cho nghị trình."));
            if (problems.Count > 0) return Result.Fail(problems);
            var startsAt = VietnamTime.ToUtc(request.Date!.Value.ToDateTime(time));
            if (await db.For(actor.Value).Sessions.Where(item => item.CycleId == cycle.Id && item.StartsAt == startsAt && item.Status != SessionStatus.Cancelled).Select(item => (int?)item.Number).FirstOrDefaultAsync(cancellationToken) is { } same)
                return Result.Fail(nameof(request.Time), $"Giờ này đã có phiên {same}: đổi giờ, hoặc sửa nghị trình của phiên ấy.");
            var session = CouncilSession.Call(council, await SessionNumbers.NextAsync(db.For(actor.Value), cycle.Id, cancellationToken));
            var planned = session.Plan(startsAt, request.Place ?? "");
            if (!planned.Ok) return Result.Fail(planned.Problems);
            db.Add(session);
            await SessionAgenda.FillAsync(db, actor.Value, council, session, request.InitiativeIds, cancellationToken);
            db.Record(actor.Value, JournalActions.SessionPlanned, session, $"Phiên {session.Number}, {VietnamTime.HourMinute(session.StartsAt)} ngày {VietnamTime.Short(session.StartsAt)}");
            await db.SaveChangesAsync(cancellationToken);
            return session.Number;
        }
    }
}

/// <summary>Numbers of a cycle's sessions; two plans that meet get the same one, which the database refuses.</summary>
internal static class SessionNumbers
{
    public static async Task<int> NextAsync(ScopedDb doors, int cycleId, CancellationToken cancellationToken) =>
        (await doors.Sessions.Where(item => item.CycleId == cycleId).MaxAsync(item => (int?)item.Number, cancellationToken) ?? 0) + 1;
}
