using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Versions;

/// <summary>One saved version, to be read whole.</summary>
public static class VersionPage
{
    public sealed record Query : IRequest<View>
    {
        public int Id { get; init; }
        public int Version { get; init; }
    }

    public sealed record View
    {
        /// <summary>Title, unit and files as they are now; what it says as it was.</summary>
        public required Dossier Dossier { get; init; }
        public required string Title { get; init; }
        public required int Version { get; init; }
        public required DateTime SavedAt { get; init; }
        public required string SavedBy { get; init; }
        public required int? RestoredFrom { get; init; }

        /// <summary>The neighbouring versions; null at either end.</summary>
        public required int? Earlier { get; init; }
        public required int? Later { get; init; }

        /// <summary>The newest version, and the number that a restoring form must send.</summary>
        public required int Newest { get; init; }
        public required int Current { get; init; }
        public required bool IsDraft { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var scope = db.For(actor.Value);
            var initiative = await scope.WrittenInitiatives.AsNoTracking().SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var all = scope.OwnVersions.AsNoTracking().Where(version => version.InitiativeId == request.Id);
            var found = await all.SingleOrNotFound(version => version.Version == request.Version, cancellationToken);
            var now = await db.DossierAsync(initiative, scope.OwnAttachments, cancellationToken);
            var name = await db.CodeNamesAsync(cancellationToken);
            return new View
            {
                Dossier = now with
                {
                    Content = found.Content,
                    FieldLetter = await db.Fields.Where(field => field.Code == found.Content.FieldCode).Select(field => field.Letter).SingleOrDefaultAsync(cancellationToken) ?? "",
                    FieldName = found.Content.FieldCode is { } code ? name(code) : "",
                    IndexNames = [.. found.Content.Indices.Select(name)],
                },
                Title = found.Content.Title is { Length: > 0 } title ? title : Initiative.Untitled,
                Version = found.Version,
                SavedAt = found.SavedAt,
                SavedBy = await db.People.Where(person => person.Id == found.SavedById).Select(person => person.Name).SingleOrDefaultAsync(cancellationToken) ?? "",
                RestoredFrom = found.RestoredFrom,
                Earlier = await all.Where(version => version.Version < found.Version).MaxAsync(version => (int?)version.Version, cancellationToken),
                Later = await all.Where(version => version.Version > found.Version).MinAsync(version => (int?)version.Version, cancellationToken),
                Newest = await all.MaxAsync(version => version.Version, cancellationToken),
                Current = initiative.Version,
                IsDraft = initiative.Status == InitiativeStatus.Draft,
            };
        }
    }
}
