using System.ComponentModel.DataAnnotations;
using System.Globalization;
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

/// <summary>The secretary writes down when and where the council meets and who is present.</summary>
public static class RecordSession
{
    private static readonly string[] TimeFormats = ["H:mm", "HH:mm", "H'h'mm", "H.mm"];

    public sealed record AttendanceInput
    {
        public int PersonId { get; init; }
        public bool IsPresent { get; init; }

        [StringLength(300, ErrorMessage = "Lý do vắng dài tối đa 300 ký tự.")]
        public string Reason { get; init; } = "";
    }

    public sealed record Command : IRequest<Result<int>>
    {
        public int CycleId { get; init; }
        public int Version { get; init; }
        public DateOnly? Date { get; init; }

        /// <summary>"08:30".</summary>
        [StringLength(10, ErrorMessage = "Ghi giờ họp như 08:30.")]
        public string Time { get; init; } = "";

        [StringLength(300, ErrorMessage = "Nơi họp dài tối đa 300 ký tự.")]
        public string Place { get; init; } = "";
        public List<AttendanceInput> Members { get; init; } = [];
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result<int>>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var cycle = await db.Cycles.SingleOrNotFound(item => item.Id == request.CycleId, cancellationToken);
            var council = await db.Councils.SingleOrNotFound(item => item.CycleId == cycle.Id, cancellationToken);
            if (!council.IsSecretary(actor.Value)) return Result.Fail("", "Chỉ ủy viên thư ký của Hội đồng này được ghi phiên họp.");
            if (cycle.Phase != CyclePhase.Deliberating) return Result.Fail("", cycle.ScoringClosedAt is null ? "Chốt điểm trước khi ghi phiên họp." : "Phiên họp đã kết thúc, không sửa được nữa.");
            if (request.Date is not { } date) return Result.Fail(nameof(request.Date), "Ghi ngày họp.");
            if (!TimeOnly.TryParseExact(request.Time?.Trim(), TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
                return Result.Fail(nameof(request.Time), "Ghi giờ họp như 08:30.");
            var session = await db.For(actor.Value).Sessions.SingleOrDefaultAsync(item => item.CycleId == cycle.Id, cancellationToken);
            if (session is not null && session.Version != request.Version) return Result.Fail(nameof(request.Version), "Phiên họp vừa được ghi ở nơi khác. Kiểm tra lại rồi ghi.");
            if (session is null) db.Add(session = CouncilSession.Call(council));
            var recorded = session.Record(council, VietnamTime.ToUtc(date.ToDateTime(time)), request.Place ?? "",
                [.. request.Members.Select(member => new AttendanceFact(member.PersonId, member.IsPresent, member.Reason ?? ""))], clock.GetUtcNow().UtcDateTime);
            if (!recorded.Ok)
                return Result.Fail(recorded.Problems.Select(problem => problem.Field == nameof(CouncilSession.StartsAt) ? problem with { Field = nameof(request.Date) } : problem));
            db.Record(actor.Value, JournalActions.SessionRecorded, session, $"Có mặt {session.PresentCount}/{council.Members.Count}");
            await db.SaveChangesAsync(cancellationToken);
            return session.Id;
        }
    }
}
