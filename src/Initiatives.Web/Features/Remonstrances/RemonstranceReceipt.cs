using Initiatives.Domain.Recognition;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Remonstrances;

/// <summary>A remonstrance as its writer and his unit read it: number, what it says, what was done that they are told of, the answer once it is out.</summary>
public static class RemonstranceReceipt
{
    public sealed record Query(int Id) : IRequest<View>;

    public sealed record Told(RemonstranceAct Act, DateTime At, string Text);

    /// <param name="LetterId">The letter that answers it; null: none is out.</param>
    public sealed record View(int Id, string Code, int InitiativeId, string Title, string Number, Remonstrance Filed, int? LetterId, IReadOnlyList<Told> Steps, bool IsRecognised, DateTime Now);

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var filed = await doors.OwnRemonstrances.AsNoTracking().SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var initiative = await doors.OwnInitiatives.AsNoTracking().SingleOrNotFound(item => item.Id == filed.InitiativeId, cancellationToken);
            var year = await db.Cycles.Where(item => item.Id == filed.CycleId).Select(item => item.Year).SingleOrDefaultAsync(cancellationToken);
            return new View(filed.Id, filed.Code, initiative.Id, initiative.Title, initiative.RegisterNumber is { } number ? RegisterCode.Of(year, number) : "", filed,
                await doors.OwnNotices.Where(item => item.RemonstranceId == filed.Id).Select(item => (int?)item.Id).SingleOrDefaultAsync(cancellationToken),
                [.. filed.Steps.Where(step => RemonstranceWords.IsTold(step.Act)).OrderBy(step => step.Id).Select(step => new Told(step.Act, step.At, step.Act == RemonstranceAct.RescoringClosed ? "" : step.Text))],
                initiative.ShownStatus == InitiativeStatus.Recognised, clock.GetUtcNow().UtcDateTime);
        }
    }
}
