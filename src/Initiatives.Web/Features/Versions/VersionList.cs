using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Versions;

/// <summary>Every saved version of a draft, the saves of one sitting on one line.</summary>
public static class VersionList
{
    /// <summary>Versions read at once; older ones follow on the next page.</summary>
    public const int PageSize = 200;

    public sealed record Query : IRequest<View>
    {
        public int Id { get; init; }

        /// <summary>Only versions before this one; 0: from the newest.</summary>
        public int Before { get; init; }
    }

    public sealed record View
    {
        public required int Id { get; init; }
        public required string Title { get; init; }
        public required bool IsDraft { get; init; }

        /// <summary>The newest version there is; 0: none.</summary>
        public required int Newest { get; init; }
        public required int Count { get; init; }
        public required IReadOnlyList<VersionGroup> Groups { get; init; }

        /// <summary>Where the next page begins; null: this is the last.</summary>
        public required int? Older { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var scope = db.For(actor.Value);
            var draft = await scope.WrittenInitiatives.Where(item => item.Id == request.Id)
                .Select(item => new Named(item.Title, item.Status)).SingleOrNotFound(item => true, cancellationToken);
            var all = scope.OwnVersions.Where(version => version.InitiativeId == request.Id);
            var lines = await (from version in all
                               where request.Before == 0 || version.Version < request.Before
                               join person in db.People on version.SavedById equals person.Id into people
                               from person in people.DefaultIfEmpty()
                               orderby version.Version descending
                               select new VersionLine(version.Version, version.SavedAt, version.SavedById, person.Name ?? "", version.Words, version.Changed, version.RestoredFrom))
                .Take(PageSize + 1).ToListAsync(cancellationToken);
            var next = lines.ElementAtOrDefault(PageSize);
            return new View
            {
                Id = request.Id,
                Title = draft.Title,
                IsDraft = draft.Status == InitiativeStatus.Draft,
                Newest = request.Before == 0 ? lines.FirstOrDefault()?.Version ?? 0 : await all.MaxAsync(version => (int?)version.Version, cancellationToken) ?? 0,
                Count = await all.CountAsync(cancellationToken),
                Groups = VersionGroup.Of([.. lines.Take(PageSize)], next?.Words ?? 0),
                Older = next is null ? null : lines[PageSize - 1].Version,
            };
        }

        private sealed record Named(string Title, InitiativeStatus Status);
    }
}
