using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;

namespace Initiatives.Web.Features.Attachments;

/// <summary>Takes a file out of a draft. Its bytes stay in the store: another dossier may name them.</summary>
public static class RemoveFile
{
    public sealed record Command : IRequest<Result<int>>
    {
        /// <summary>Of the attachment.</summary>
        public int Id { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Command, Result<int>>
    {
        /// <summary>Answers the dossier's id.</summary>
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var scope = db.For(actor.Value);
            var file = await scope.OwnAttachments.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var initiative = await scope.OwnInitiatives.SingleOrNotFound(item => item.Id == file.InitiativeId, cancellationToken);
            if (initiative.Status != InitiativeStatus.Draft) return Result.Fail("Tep", "Hồ sơ đã trình hoặc đã gửi, không bỏ tệp được nữa.");
            db.Remove(file);
            db.Guard(initiative);
            db.Record(actor.Value, JournalActions.FileRemoved, initiative, file.FileName);
            await db.SaveChangesAsync(cancellationToken);
            return initiative.Id;
        }
    }
}
