using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Attachments;

/// <summary>A file of a dossier, for whoever may open the dossier.</summary>
public static class DownloadFile
{
    public sealed record Query : IRequest<Answer>
    {
        public int Id { get; init; }
    }

    /// <summary>The receiver closes the content.</summary>
    public sealed record Answer(string FileName, string ContentType, Stream Content);

    public sealed class Handler(AppDb db, CurrentActor actor, FileStore store) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var scope = db.For(actor.Value);
            var own = await scope.OwnAttachments.AsNoTracking().SingleOrDefaultAsync(item => item.Id == request.Id, cancellationToken);
            var file = own ?? await scope.DossierAttachments.AsNoTracking().SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            return new Answer(own is null ? await db.ShownNameAsync(scope, file, cancellationToken) : file.FileName, file.ContentType, store.Open(file.Sha256));
        }
    }
}
