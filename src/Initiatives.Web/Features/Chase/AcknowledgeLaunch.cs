using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Journal;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Chase;

/// <summary>An officer or the head says that the unit has received the launch notice. Said twice, the first stands.</summary>
public static class AcknowledgeLaunch
{
    public sealed record Command : IRequest<Result>
    {
        public int Year { get; init; }

        /// <summary>Local address to go back to.</summary>
        [StringLength(200, ErrorMessage = "Địa chỉ dài tối đa 200 ký tự.")]
        public string? Tiep { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var (who, doors) = (actor.Value, db.For(actor.Value));
            var cycle = await doors.Cycles.SingleOrNotFound(item => item.Year == request.Year, cancellationToken);
            if (await doors.Acknowledgements.AnyAsync(item => item.CycleId == cycle.Id && item.UnitId == who.UnitId, cancellationToken)) return Result.Success;
            var unit = await db.Units.SingleOrNotFound(item => item.Id == who.UnitId, cancellationToken);
            var acknowledged = Acknowledgement.Of(cycle, unit, who, clock.GetUtcNow().UtcDateTime);
            if (!acknowledged.Ok) return acknowledged;
            db.Add(acknowledged.Value);
            db.Record(who, JournalActions.LaunchAcknowledged, cycle, unit.Name);
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
    }
}
