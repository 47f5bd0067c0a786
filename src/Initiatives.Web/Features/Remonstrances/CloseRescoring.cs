using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Recognition;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Remonstrances;

/// <summary>Locks the sheets of a later round; from then on its mean stands beside the first.</summary>
public static class CloseRescoring
{
    public sealed record Command : IRequest<Result>
    {
        public int Id { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var item = await doors.RescoredRemonstrances.SingleOrNotFound(row => row.Id == request.Id, cancellationToken);
            var sheets = await doors.LockableRescoring.Where(sheet => sheet.InitiativeId == item.InitiativeId && sheet.Round == item.Round).ToListAsync(cancellationToken);
            var closed = Rescoring.Close(item, sheets, actor.Value, clock.GetUtcNow().UtcDateTime);
            if (!closed.Ok) return closed;
            db.Record(actor.Value, JournalActions.RescoringClosed, item, $"{item.Code}: {sheets.Count(sheet => sheet.IsValid)}/{sheets.Count} phiếu đã nộp");
            await db.SaveChangesAsync(cancellationToken);
            return closed;
        }
    }
}
