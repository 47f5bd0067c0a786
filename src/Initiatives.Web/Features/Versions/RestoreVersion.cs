using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Versions;

/// <summary>Brings an earlier version back, as a new one.</summary>
public static class RestoreVersion
{
    public sealed record Command : IRequest<Result<int>>
    {
        public int Id { get; init; }

        /// <summary>The one to bring back.</summary>
        public int Version { get; init; }

        /// <summary>The dossier's version as it was seen.</summary>
        public int Current { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result<int>>
    {
        /// <summary>Answers the new version's number.</summary>
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var scope = db.For(actor.Value);
            var initiative = await scope.WrittenInitiatives.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var earlier = await scope.OwnVersions.AsNoTracking().SingleOrNotFound(item => item.InitiativeId == request.Id && item.Version == request.Version, cancellationToken);
            var restored = initiative.Restore(earlier, request.Current, actor.Value, clock.GetUtcNow().UtcDateTime);
            if (!restored.Ok) return Result.Fail(restored.Problems);
            db.Record(actor.Value, JournalActions.DraftRestored, initiative, $"Bản {earlier.Version} thành bản {initiative.Version}");
            await db.SaveChangesAsync(cancellationToken);
            return initiative.Version;
        }
    }
}
