using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Versions;

/// <summary>Two versions of a draft laid over each other, part by part.</summary>
public static class CompareVersions
{
    public sealed record Query : IRequest<View>
    {
        public int Id { get; init; }
        public int Old { get; init; }
        public int New { get; init; }
    }

    /// <summary>One of the two.</summary>
    public sealed record Side(int Version, DateTime SavedAt, string SavedBy);

    public sealed record View(int Id, string Title, Side Old, Side New, IReadOnlyList<DraftDifference> Differences, IReadOnlyList<int> All);

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var scope = db.For(actor.Value);
            var title = await scope.WrittenInitiatives.Where(item => item.Id == request.Id).Select(item => item.Title).SingleOrNotFound(item => true, cancellationToken);
            var versions = scope.OwnVersions.AsNoTracking().Where(version => version.InitiativeId == request.Id);
            var (older, newer) = (Math.Min(request.Old, request.New), Math.Max(request.Old, request.New));
            var before = await versions.SingleOrNotFound(version => version.Version == older, cancellationToken);
            var after = await versions.SingleOrNotFound(version => version.Version == newer, cancellationToken);
            var names = await db.People.Where(person => person.Id == before.SavedById || person.Id == after.SavedById)
                .ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
            Side Of(InitiativeVersion version) => new(version.Version, version.SavedAt, names.GetValueOrDefault(version.SavedById, ""));
            return new View(request.Id, title, Of(before), Of(after),
                DraftDifference.Between(before.Content, after.Content, await db.CodeNamesAsync(cancellationToken)),
                await versions.OrderByDescending(version => version.Version).Select(version => version.Version).Take(VersionList.PageSize).ToListAsync(cancellationToken));
        }
    }
}
