using System.ComponentModel.DataAnnotations;
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

/// <summary>Ends a wrong extension by a row of its own; the wrong one stays to be read.</summary>
public static class EndExtension
{
    public sealed record Command : IRequest<Result>
    {
        public int Year { get; init; }
        public int Id { get; init; }

        [StringLength(2000, ErrorMessage = "Lý do dài tối đa 2.000 ký tự.")]
        public string Reason { get; init; } = "";

        [StringLength(200, ErrorMessage = "Người cho phép dài tối đa 200 ký tự.")]
        public string AllowedBy { get; init; } = "";

        [StringLength(100, ErrorMessage = "Số, ký hiệu dài tối đa 100 ký tự.")]
        public string DocumentNumber { get; init; } = "";
        public DateOnly? DocumentDate { get; init; }

        internal ExtensionGrounds Grounds => new("", Reason, AllowedBy, DocumentNumber, DocumentDate);
    }

    public sealed record Query : IRequest<View>
    {
        public int Year { get; init; }
        public int Id { get; init; }
    }

    /// <param name="Until">The hour that would hold without this act, in words.</param>
    public sealed record View(int Year, int Id, string UnitName, string Until, string Document);

    public sealed class Page(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var cycle = await db.For(actor.Value).Cycles.AsNoTracking().SingleOrNotFound(item => item.Year == request.Year, cancellationToken);
            var row = await db.For(actor.Value).Extensions.AsNoTracking().SingleOrNotFound(item => item.Id == request.Id && item.CycleId == cycle.Id && item.EndsId == null, cancellationToken);
            var unit = await db.Units.Where(item => item.Id == row.UnitId).Select(item => item.Name).SingleOrDefaultAsync(cancellationToken);
            return new View(cycle.Year, row.Id, unit ?? "Tất cả đơn vị", VietnamTime.Deadline(row.ClosesAt), row.Notice().Document);
        }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var cycle = await doors.Cycles.SingleOrNotFound(item => item.Year == request.Year, cancellationToken);
            var wrong = await doors.Extensions.AsNoTracking().SingleOrNotFound(item => item.Id == request.Id && item.CycleId == cycle.Id, cancellationToken);
            var ended = cycle.EndExtension(wrong.Notice(), request.Grounds, await doors.ExtensionsAsync([cycle], cancellationToken), actor.Value, clock.GetUtcNow().UtcDateTime);
            if (!ended.Ok) return Result.Fail(ended.Problems);
            db.Add(ended.Value);
            var unit = await db.Units.Where(item => item.Id == wrong.UnitId).Select(item => item.Name).SingleOrDefaultAsync(cancellationToken);
            db.Record(actor.Value, JournalActions.ExtensionEnded, cycle, $"{unit ?? "Tất cả đơn vị"}: {ended.Value.Notice().Document}");
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
    }
}
