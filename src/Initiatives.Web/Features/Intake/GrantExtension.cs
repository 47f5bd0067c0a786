using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Initiatives.Domain;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Intake;

/// <summary>The Department moves the cut-off for one unit, or for all after an outage.</summary>
public static class GrantExtension
{
    private static readonly string[] TimeFormats = ["H:mm", "HH:mm", "H'h'mm", "H'h'", "H.mm"];

    public sealed record Command : IRequest<Result>
    {
        public int Year { get; init; }

        /// <summary>A unit's id, or <see cref="ExtensionList.AllUnits"/>; nothing is chosen beforehand.</summary>
        [StringLength(20, ErrorMessage = "Chọn đơn vị trong danh sách.")]
        public string Unit { get; init; } = "";

        [StringLength(300, ErrorMessage = "Người, đơn vị đề nghị dài tối đa 300 ký tự.")]
        public string RequestedBy { get; init; } = "";

        [StringLength(2000, ErrorMessage = "Lý do dài tối đa 2.000 ký tự.")]
        public string Reason { get; init; } = "";

        [StringLength(200, ErrorMessage = "Người cho phép dài tối đa 200 ký tự.")]
        public string AllowedBy { get; init; } = "";

        [StringLength(100, ErrorMessage = "Số, ký hiệu dài tối đa 100 ký tự.")]
        public string DocumentNumber { get; init; } = "";
        public DateOnly? DocumentDate { get; init; }
        public DateOnly? Day { get; init; }

        /// <summary>"17:00"; empty: to the end of the day.</summary>
        [StringLength(10, ErrorMessage = "Ghi giờ như 17:00.")]
        public string Hour { get; init; } = "";

        internal ExtensionGrounds Grounds => new(RequestedBy, Reason, AllowedBy, DocumentNumber, DocumentDate);
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var (doors, now) = (db.For(actor.Value), clock.GetUtcNow().UtcDateTime);
            var cycle = await doors.Cycles.SingleOrNotFound(item => item.Year == request.Year, cancellationToken);
            var unit = await db.Units.AsNoTracking().SingleOrDefaultAsync(item => item.Id == UnitId(request.Unit), cancellationToken);
            var problems = new List<Problem>();
            if (unit is not { MaySubmit: true } && request.Unit != ExtensionList.AllUnits) problems.Add(new(nameof(request.Unit), "Chọn đơn vị được gia hạn."));
            var granted = cycle.Extend(unit?.Id, ClosesAt(request, problems), request.Grounds, await doors.ExtensionsAsync([cycle], cancellationToken), actor.Value, now);
            problems.AddRange(granted.Problems.Where(problem => problem.Field != nameof(Extension.ClosesAt) || problems.TrueForAll(item => item.Field != nameof(request.Hour)))
                .Select(problem => problem.Field == nameof(Extension.ClosesAt) ? problem with { Field = nameof(request.Day) } : problem));
            if (problems.Count > 0) return Result.Fail(problems);
            var row = granted.Value;
            db.Add(row);
            db.Record(actor.Value, JournalActions.ExtensionGranted, cycle, $"{unit?.Name ?? "Tất cả đơn vị"}: đến {VietnamTime.Deadline(row.ClosesAt)}, theo {row.Notice().Document}");
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }

        private static int UnitId(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

        private static DateTime? ClosesAt(Command request, List<Problem> problems)
        {
            if (request.Day is not { } day) return null;
            var text = request.Hour.Trim();
            if (text is "" or "24:00" or "24h") return VietnamTime.EndOfDay(day);
            if (TimeOnly.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return VietnamTime.ToUtc(day.ToDateTime(time));
            problems.Add(new(nameof(request.Hour), "Ghi giờ như 17:00, hoặc để trống để lấy hết ngày."));
            return null;
        }
    }
}
