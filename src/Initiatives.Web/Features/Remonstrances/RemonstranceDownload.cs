using Initiatives.Domain.Recognition;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Remonstrances;

/// <summary>A file that came with a remonstrance: for its writer and his unit, the Department, the secretary who was asked.</summary>
public static class RemonstranceDownload
{
    public sealed record Query(int FileId) : IRequest<Answer>;

    /// <summary>The receiver closes the content.</summary>
    public sealed record Answer(string FileName, string ContentType, Stream Content);

    public sealed class Handler(AppDb db, CurrentActor actor, FileStore store) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            foreach (var door in new[] { doors.OwnRemonstrances, doors.ReceivedRemonstrances, doors.AskedRemonstrances })
            {
                var file = await door.IgnoreAutoIncludes().Where(item => item.Files.Any(one => one.Id == request.FileId)).SelectMany(item => item.Files).AsNoTracking().SingleOrDefaultAsync(one => one.Id == request.FileId, cancellationToken);
                if (file is not null) return new Answer(file.FileName, file.ContentType, store.Open(file.Sha256));
            }

            throw new RowNotFoundException(nameof(RemonstranceFile));
        }
    }
}
