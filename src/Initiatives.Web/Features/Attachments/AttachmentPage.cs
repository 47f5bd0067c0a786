using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Attachments;

/// <summary>The files of one's own dossier, slot by slot: what is there, what may be added.</summary>
public static class AttachmentPage
{
    public sealed record Query : IRequest<View>
    {
        public int Id { get; init; }

        /// <summary>Or one of its files.</summary>
        public int FileId { get; init; }
    }

    public sealed record View
    {
        public required int Id { get; init; }
        public required string Title { get; init; }

        /// <summary>Files come and go only while it is a draft.</summary>
        public required bool IsDraft { get; init; }
        public required FileRules Rules { get; init; }
        public required IReadOnlyList<DossierFile> Files { get; init; }
        public long Used => Files.Sum(file => file.Size);
    }

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var scope = db.For(actor.Value);
            var id = request.FileId == 0 ? request.Id : (await scope.OwnAttachments.SingleOrNotFound(file => file.Id == request.FileId, cancellationToken)).InitiativeId;
            var initiative = await scope.OwnInitiatives.AsNoTracking().SingleOrNotFound(item => item.Id == id, cancellationToken);
            return new View
            {
                Id = initiative.Id,
                Title = initiative.Title,
                IsDraft = initiative.Status == InitiativeStatus.Draft,
                Rules = FileRules.Any,
                Files = await db.FilesAsync(scope.OwnAttachments, initiative.Id, cancellationToken),
            };
        }
    }
}
