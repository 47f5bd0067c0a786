using Initiatives.Domain.Recognition;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using Initiatives.Web.Platform.Time;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Remonstrances;

/// <summary>The form of a remonstrance on one's own dossier.</summary>
public static class RemonstranceForm
{
    public sealed record Query(int HoSo) : IRequest<View>;

    /// <param name="IsOut">The council's result can be read on its own page; an ineligible dossier has none.</param>
    public sealed record View(int Id, string Title, string Number, InitiativeStatus Status, string Reason, DateTime InTimeUntil, int Days, bool MayWrite, bool IsOut, DateTime Now);

    public sealed class Handler(AppDb db, CurrentActor actor, Arrival arrival) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var initiative = await db.For(actor.Value).OwnInitiatives.AsNoTracking().SingleOrNotFound(item => item.Id == request.HoSo, cancellationToken);
            var cycle = await db.Cycles.AsNoTracking().SingleOrDefaultAsync(item => item.Id == initiative.CycleId, cancellationToken);
            var settings = cycle?.Settings ?? new();
            return new View(initiative.Id, initiative.Title, cycle is not null && initiative.RegisterNumber is { } number ? RegisterCode.Of(cycle.Year, number) : "", initiative.ShownStatus, initiative.OutcomeReason,
                Remonstrance.InTimeUntil(initiative.StatusSince, settings), settings.AnswerWorkingDays, Remonstrance.MayBeRaised(initiative.ShownStatus), initiative.ShownStatus == InitiativeStatus.NotRecognised, arrival.At);
        }
    }
}
