using System.Globalization;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Intake;

/// <summary>The extensions of a cycle as the Department keeps them, and the form that grants one.</summary>
public static class ExtensionList
{
    public const string AllUnits = "tat-ca";

    public sealed record Query : IRequest<View>
    {
        public int Year { get; init; }
    }

    /// <summary>One extension with the row that ended it, if there is one.</summary>
    /// <param name="IsRunning">Somebody may still send by it.</param>
    public sealed record Row(Extension Extension, string UnitName, Extension? Ended, bool IsRunning);

    public sealed record View
    {
        public required int Year { get; init; }

        /// <summary>The cycle's own cut-off, in words.</summary>
        public required string CutOff { get; init; }

        /// <summary>Why none can be granted; empty: one can.</summary>
        public required string Refusal { get; init; }
        public required IReadOnlyList<Row> Rows { get; init; }
        public required IReadOnlyList<(string Value, string Text)> Units { get; init; }
        public required DateTime Now { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var (doors, now) = (db.For(actor.Value), clock.GetUtcNow().UtcDateTime);
            var cycle = await doors.Cycles.AsNoTracking().SingleOrNotFound(item => item.Year == request.Year, cancellationToken);
            var rows = await doors.Extensions.AsNoTracking().Where(item => item.CycleId == cycle.Id).OrderByDescending(item => item.Id).ToListAsync(cancellationToken);
            var units = await db.Units.AsNoTracking().OrderBy(unit => unit.SortKey).ThenBy(unit => unit.Id).ToListAsync(cancellationToken);
            return new View
            {
                Year = cycle.Year,
                CutOff = VietnamTime.Deadline(cycle.ClosesAt),
                Refusal = cycle.LaunchedAt is null ? "Kỳ chưa phát động, chưa có hạn để gia hạn." : cycle.Phase != CyclePhase.Open ? "Kỳ đã mở chấm điểm, không gia hạn được nữa." : "",
                Rows = [.. rows.Where(row => row.EndsId is null).Select(row => RowOf(row, rows.Find(item => item.EndsId == row.Id), units, now))],
                Units = [(AllUnits, "Tất cả đơn vị (sau sự cố)"), .. units.Where(unit => unit.MaySubmit).Select(unit => (unit.Id.ToString(CultureInfo.InvariantCulture), unit.Name))],
                Now = now,
            };
        }

        private static Row RowOf(Extension row, Extension? ended, List<Domain.People.Unit> units, DateTime now) =>
            new(row, units.Find(unit => unit.Id == row.UnitId)?.Name ?? "Tất cả đơn vị", ended, ended is null && now < row.ClosesAt);
    }
}
