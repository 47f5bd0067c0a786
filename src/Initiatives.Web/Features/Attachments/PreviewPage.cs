using Initiatives.Domain.Submissions;
using Initiatives.Web.Components;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Attachments;

/// <summary>A PDF or a picture shown, for whoever may open its dossier: by the same doors as the file itself.</summary>
public static class PreviewPage
{
    public sealed record Query : IRequest<View>
    {
        /// <summary>Of the attachment.</summary>
        public int Id { get; init; }
    }

    /// <summary>What is shown.</summary>
    /// <param name="IsOwn">The reader has the page of the dossier's files.</param>
    public sealed record View(DossierFile File, int DossierId, bool IsOwn)
    {
        public bool IsPicture => File.ContentType.StartsWith("image/", StringComparison.Ordinal);
        public bool IsPdf => File.ContentType == "application/pdf";
        public bool HasPreview => FileViews.HasPreview(File.ContentType);
    }

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var scope = db.For(actor.Value);
            var own = await scope.OwnAttachments.AsNoTracking().SingleOrDefaultAsync(item => item.Id == request.Id, cancellationToken);
            var file = own ?? await scope.DossierAttachments.AsNoTracking().SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var name = own is null ? await db.ShownNameAsync(scope, file, cancellationToken) : file.FileName;
            return new View(new DossierFile(file.Id, file.Kind, name, file.ContentType, file.Size, file.Sha256) { AddedAt = file.AddedAt }, file.InitiativeId, own is not null);
        }
    }
}
