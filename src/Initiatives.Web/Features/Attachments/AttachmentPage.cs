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
        public required string Title { get; init; }

        public required FileSlots Slots { get; init; }
        public int Id => Slots.DossierId;
        public bool IsDraft => Slots.MayChange;
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var scope = db.For(actor.Value);
            var id = request.FileId == 0 ? request.Id : (await scope.OwnAttachments.SingleOrNotFound(file => file.Id == request.FileId, cancellationToken)).InitiativeId;
            var initiative = await scope.OwnInitiatives.AsNoTracking().SingleOrNotFound(item => item.Id == id, cancellationToken);
            var files = await db.FilesAsync(scope.OwnAttachments, initiative.Id, cancellationToken);
            var settings = await db.UploadSettingsAsync(clock.GetUtcNow().UtcDateTime, cancellationToken);
            return new View { Title = initiative.Title, Slots = new FileSlots(initiative.Id, files, settings, initiative.Status == InitiativeStatus.Draft) };
        }
    }
}
