using Initiatives.Domain;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Endorsing;

/// <summary>Remembers what a head was shown of a dossier, once for each version: the next time he sees what changed since.</summary>
public static class TakeLook
{
    public sealed record Command : IRequest<Result>
    {
        public int Id { get; init; }

        /// <summary>That was shown.</summary>
        public int Version { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var scope = db.For(actor.Value);
            var initiative = await scope.OwnInitiatives.AsNoTracking().SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var looked = await scope.HeadLooks.AnyAsync(look => look.InitiativeId == request.Id && look.Version == request.Version, cancellationToken);
            if (looked || initiative.Version != request.Version || initiative.Status != InitiativeStatus.AwaitingEndorsement) return Result.Success;
            var files = await scope.OwnAttachments.FilesOf(initiative.Id).ToListAsync(cancellationToken);
            var parts = LookParts.Of(initiative.Content(), files, await db.CodeNamesAsync(cancellationToken));
            db.Add(HeadLook.Of(initiative, parts, actor.Value.PersonId, clock.GetUtcNow().UtcDateTime));
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
    }
}
