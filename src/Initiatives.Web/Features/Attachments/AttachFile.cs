using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Attachments;

/// <summary>Adds a file to a draft. The same file twice stays one.</summary>
public static class AttachFile
{
    public sealed record Command : IRequest<Result<DossierFile>>
    {
        /// <summary>Of the dossier.</summary>
        public int Id { get; init; }
        public AttachmentKind Kind { get; init; }
        public required UploadedFile File { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, FileIntake intake, TimeProvider clock) : IRequestHandler<Command, Result<DossierFile>>
    {
        private const string Field = "Tep";
        private const long MaxDossier = 200L << 20;

        public async Task<Result<DossierFile>> Handle(Command request, CancellationToken cancellationToken)
        {
            var initiative = await db.For(actor.Value).OwnInitiatives.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            if (initiative.Status != InitiativeStatus.Draft) return Result.Fail(Field, "Hồ sơ đã trình hoặc đã gửi, không thêm tệp được nữa.");
            if (!AttachmentKinds.All.Contains(request.Kind)) return Result.Fail("Loai", "Chọn loại tài liệu trong danh sách.");
            var taken = await intake.CheckAndStoreAsync(request.File, FileRules.Any, Field, cancellationToken);
            if (!taken.Ok) return Result.Fail(taken.Problems);
            var file = taken.Value;
            var files = await db.For(actor.Value).OwnAttachments.FilesOf(request.Id).ToListAsync(cancellationToken);
            if (files.Find(item => item.Sha256 == file.Sha256) is { } same) return same;
            if (files.Sum(item => item.Size) + file.Size > MaxDossier)
                return Result.Fail(Field, "Các tệp của hồ sơ cộng lại quá 200 MB. Bỏ bớt tệp hoặc thu nhỏ rồi thử lại.");

            var now = clock.GetUtcNow().UtcDateTime;
            var attachment = Attachment.Add(request.Id, request.Kind, file.FileName, file.ContentType, file.Size, file.Sha256, actor.Value.PersonId, now);
            db.Add(attachment);
            db.Guard(initiative);
            db.Record(actor.Value, JournalActions.FileAttached, initiative, file.FileName);
            await db.SaveChangesAsync(cancellationToken);
            return new DossierFile(attachment.Id, request.Kind, file.FileName, file.ContentType, file.Size, file.Sha256) { AddedAt = now, AddedBy = actor.Value.Name };
        }
    }
}
