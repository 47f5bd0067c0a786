using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Endorsing;

/// <summary>A dossier before the head of its unit: he reads it and sends it on or gives it back.</summary>
public static class EndorsementPage
{
    public sealed record Query : IRequest<View>
    {
        public int Id { get; init; }
    }

    public sealed record View
    {
        public required Dossier Dossier { get; init; }
        public required InitiativeStatus Status { get; init; }
        public required DateTime Since { get; init; }
        public required int Version { get; init; }
        public required bool IsAwaiting { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var scope = db.For(actor.Value);
            var initiative = await scope.OwnInitiatives.AsNoTracking().SingleOrNotFound(item => item.Id == request.Id && item.UnitId == actor.Value.UnitId, cancellationToken);
            return new View
            {
                Dossier = await db.DossierAsync(initiative, scope.OwnAttachments, cancellationToken),
                Status = initiative.ShownStatus,
                Since = initiative.StatusSince,
                Version = initiative.Version,
                IsAwaiting = initiative.Status == InitiativeStatus.AwaitingEndorsement,
            };
        }
    }
}
