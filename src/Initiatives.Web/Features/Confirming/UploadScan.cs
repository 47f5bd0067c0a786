using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Data.Rows;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Confirming;

/// <summary>Takes the paper that all authors have signed; it stands for the confirmation of each until a line changes.</summary>
public static class UploadScan
{
    public sealed record Command : IRequest<Result>
    {
        public int Id { get; init; }
        public string FileName { get; init; } = "";

        /// <summary>Seekable; the caller closes it.</summary>
        public required Stream Content { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, FileStore store, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        private const string Field = "Scan";

        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var (scope, now) = (db.For(actor.Value), clock.GetUtcNow().UtcDateTime);
            var initiative = await scope.OwnInitiatives.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            if (initiative.Status != InitiativeStatus.Draft) return Result.Fail(Field, "Hồ sơ đã trình hoặc đã gửi, không thêm bản ký được nữa.");
            var name = FileName.Of(request.FileName);
            var type = FileTypes.Check(request.Content, name, Field);
            if (!type.Ok) return Result.Fail(type.Problems);
            if (type.Value.ContentType is not ("application/pdf" or "image/jpeg" or "image/png")) return Result.Fail(Field, $"Tệp “{name}” không phải bản chụp. Chọn tệp PDF, JPG hoặc PNG.");
            request.Content.Position = 0;
            var saved = await store.SaveAsync(request.Content, cancellationToken);
            var same = await scope.OwnAttachments.SingleOrDefaultAsync(file => file.InitiativeId == initiative.Id && file.Sha256 == saved.Sha256, cancellationToken);
            if (same is { Kind: AttachmentKind.SignedConfirmation } && same.AddedAt >= initiative.AuthorsChangedAt) return Result.Success;
            if (same is not null) return Result.Fail(Field, $"Tệp này đã có trong hồ sơ (“{same.FileName}”). In bản mới, ký rồi tải lên.");
            if (!await db.StoredFiles.AnyAsync(file => file.Sha256 == saved.Sha256, cancellationToken))
                db.Add(new StoredFile { Sha256 = saved.Sha256, Size = saved.Size, ContentType = type.Value.ContentType, StoredAt = now });
            db.Add(Attachment.Add(initiative.Id, AttachmentKind.SignedConfirmation, name, type.Value.ContentType, saved.Size, saved.Sha256, actor.Value.PersonId, now));
            db.Guard(initiative);
            db.Record(actor.Value, JournalActions.FileAttached, initiative, $"{name}: bản xác nhận có chữ ký của các tác giả");
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
    }
}
