using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Councils;
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

/// <summary>The secretary writes down who is present: the first time opens the session, later who came or left, with the hour.</summary>
public static class RecordSession
{
    public sealed record AttendanceInput
    {
        public int PersonId { get; init; }

        /// <summary>Null: not marked.</summary>
        public bool? IsPresent { get; init; }

        [StringLength(300, ErrorMessage = "Lý do vắng dài tối đa 300 ký tự.")]
        public string Reason { get; init; } = "";
    }

    public sealed record Command : IRequest<Result<int>>
    {
        public int CycleId { get; init; }

        /// <summary>Null: the session that is open, else the next planned one, else a new one with every dossier on its agenda.</summary>
        public int? Number { get; init; }
        public int Version { get; init; }
        public DateOnly? Date { get; init; }

        /// <summary>"08:30".</summary>
        [StringLength(10, ErrorMessage = "Ghi giờ họp như 08:30.")]
        public string Time { get; init; } = "";

        [StringLength(300, ErrorMessage = "Nơi họp dài tối đa 300 ký tự.")]
        public string Place { get; init; } = "";

        /// <summary>When somebody came or left; empty: now.</summary>
        [StringLength(10, ErrorMessage = "Ghi giờ thay đổi như 10:05.")]
        public string ChangedTime { get; init; } = "";
        public List<AttendanceInput> Members { get; init; } = [];
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result<int>>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var cycle = await db.Cycles.SingleOrNotFound(item => item.Id == request.CycleId, cancellationToken);
            var council = await db.Councils.SingleOrNotFound(item => item.CycleId == cycle.Id, cancellationToken);
            if (!council.IsSecretary(actor.Value)) return Result.Fail("", "Chỉ ủy viên thư ký của Hội đồng này được ghi phiên họp.");
            if (!cycle.MayMeet) return Result.Fail("", cycle.ScoringClosedAt is null ? "Chốt điểm trước khi ghi phiên họp." : "Phiên họp đã kết thúc, không sửa được nữa.");
            if (request.Date is not { } date) return Result.Fail(nameof(request.Date), "Ghi ngày họp.");
            if (!SessionHour.TryRead(request.Time, out var time)) return Result.Fail(nameof(request.Time), "Ghi giờ họp như 08:30.");
            TimeOnly changed = default;
            if (!string.IsNullOrWhiteSpace(request.ChangedTime) && !SessionHour.TryRead(request.ChangedTime, out changed)) return Result.Fail(nameof(request.ChangedTime), "Ghi giờ thay đổi như 10:05.");
            var session = await Find(cycle, council, request.Number, cancellationToken);
            if (session.Version != request.Version && session.Status == SessionStatus.Open) return Result.Fail(nameof(request.Version), "Phiên họp vừa được ghi ở nơi khác. Kiểm tra lại rồi ghi.");
            if (await db.For(actor.Value).Sessions.FirstOrDefaultAsync(item => item.CycleId == cycle.Id && item.Number != session.Number && item.Status == SessionStatus.Open, cancellationToken) is { } other)
                return Result.Fail("", $"Phiên {other.Number} đang họp. Kết thúc phiên đó trước.");
            var (wasOpen, former) = (session.Status == SessionStatus.Open, (session.StartsAt, session.Place));
            var recorded = session.Record(council, VietnamTime.ToUtc(date.ToDateTime(time)), request.Place ?? "",
                [.. from member in request.Members where member.IsPresent is not null select new AttendanceFact(member.PersonId, member.IsPresent is true, member.Reason ?? "")], clock.GetUtcNow().UtcDateTime,
                string.IsNullOrWhiteSpace(request.ChangedTime) ? null : VietnamTime.ToUtc(date.ToDateTime(changed)), actor.Value.PersonId);
            if (!recorded.Ok) return Result.Fail(recorded.Problems.Select(problem => InTheForm(problem, request)));
            db.Record(actor.Value, JournalActions.SessionRecorded, session, $"Phiên {session.Number}: {(wasOpen ? "đổi điểm danh, " : "")}{(wasOpen && former != (session.StartsAt, session.Place) ? $"họp từ {VietnamTime.WithTime(session.StartsAt)} tại {session.Place}, " : "")}có mặt {session.PresentCount}/{council.Members.Count}");
            await db.SaveChangesAsync(cancellationToken);
            return session.Id;
        }

        private async Task<CouncilSession> Find(Cycle cycle, Council council, int? number, CancellationToken cancellationToken)
        {
            var sessions = db.For(actor.Value).Sessions.Where(item => item.CycleId == cycle.Id);
            if (number is not null) return await sessions.SingleOrNotFound(item => item.Number == number, cancellationToken);
            var found = await sessions.Where(item => item.Status == SessionStatus.Open || item.Status == SessionStatus.Planned)
                .OrderByDescending(item => item.Status).ThenBy(item => item.Number).FirstOrDefaultAsync(cancellationToken);
            if (found is not null) return found;
            var session = CouncilSession.Call(council, await SessionNumbers.NextAsync(db.For(actor.Value), cycle.Id, cancellationToken));
            db.Add(session);
            await SessionAgenda.FillAsync(db, actor.Value, council, session, null, cancellationToken);
            return session;
        }

        private static Problem InTheForm(Problem problem, Command request) => problem.Field switch
        {
            nameof(CouncilSession.StartsAt) => problem with { Field = nameof(Command.Date) },
            nameof(AttendanceEntry.At) => problem with { Field = nameof(Command.ChangedTime) },
            var field when field.StartsWith(nameof(CouncilSession.Attendance), StringComparison.Ordinal)
                && request.Members.FindIndex(member => field == $"{nameof(CouncilSession.Attendance)}[{member.PersonId}]") is >= 0 and var row => problem with { Field = $"{nameof(Command.Members)}[{row}].{nameof(AttendanceInput.IsPresent)}" },
            _ => problem,
        };
    }
}
