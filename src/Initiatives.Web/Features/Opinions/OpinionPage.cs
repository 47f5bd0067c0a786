using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Opinions;

/// <summary>One question as the unit asked reads it: the shared parts of the dossier, and the form of its answer.</summary>
public static class OpinionPage
{
    public sealed record Query(int Id) : IRequest<View>;

    public sealed record View(OpinionRequest Request, string UnitName, Dossier Dossier, string Closed, DateTime Now)
    {
        public bool IsLate => Request.IsLateAt(Now);
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var asked = await doors.AskedOpinions.AsNoTracking().SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var initiative = await doors.ConsultedInitiatives.AsNoTracking().SingleOrNotFound(item => item.Id == asked.InitiativeId, cancellationToken);
            var whole = await db.DossierAsync(initiative, doors.ConsultedAttachments, cancellationToken);
            var shared = whole with { Content = DossierParts.Cut(whole.Content, asked.Parts), Files = asked.Parts.HasFlag(DossierPart.Files) ? whole.Files : [] };
            var closed = asked.Status == OpinionStatus.Answered ? "answered" : initiative.IsWrittenBy(actor.Value) ? "Bạn là tác giả của hồ sơ này. Người khác trong đơn vị trả lời thay bạn." : "";
            return new View(asked, await db.Units.Where(unit => unit.Id == asked.UnitId).Select(unit => unit.Name).SingleAsync(cancellationToken), shared, closed, clock.GetUtcNow().UtcDateTime);
        }
    }
}
