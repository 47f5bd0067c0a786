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

namespace Initiatives.Web.Features.Submissions;

/// <summary>Adds a file to a draft. The same file twice stays one.</summary>
public static class AttachFile
{
    public sealed record Command : IRequest<Result<int>>
    {
        public int Id { get; init; }
        public AttachmentKind Kind { get; init; }
        public string FileName { get; init; } = "";

        /// <summary>Seekable; the caller closes it.</summary>
        public required Stream Content { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, FileStore store, TimeProvider clock) : IRequestHandler<Command, Result<int>>
    {
        private const string Field = "Tep";

        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var initiative = await db.For(actor.Value).OwnInitiatives.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            if (initiative.Status != InitiativeStatus.Draft) return Result.Fail(Field, "Hồ sơ đã trình hoặc đã gửi, không thêm tệp được nữa.");
            if (!Enum.IsDefined(request.Kind)) return Result.Fail("Loai", "Chọn loại tài liệu trong danh sách.");
            var name = FileName.Of(request.FileName);
            var type = FileTypes.Check(request.Content, name, Field);
            if (!type.Ok) return Result.Fail(type.Problems);
            var files = await db.For(actor.Value).OwnAttachments.AsNoTracking().Where(file => file.InitiativeId == request.Id).ToListAsync(cancellationToken);
            if (files.Sum(file => file.Size) + request.Content.Length > FileTypes.MaxDossier)
                return Result.Fail(Field, "Các tệp của hồ sơ cộng lại quá 200 MB. Bỏ bớt tệp hoặc thu nhỏ rồi thử lại.");

            request.Content.Position = 0;
            var saved = await store.SaveAsync(request.Content, cancellationToken);
            if (files.Find(file => file.Sha256 == saved.Sha256) is { } same) return same.Id;
            var now = clock.GetUtcNow().UtcDateTime;
            if (!await db.StoredFiles.AnyAsync(file => file.Sha256 == saved.Sha256, cancellationToken))
                db.Add(new StoredFile { Sha256 = saved.Sha256, Size = saved.Size, ContentType = type.Value.ContentType, StoredAt = now });
            var attachment = Attachment.Add(request.Id, request.Kind, name, type.Value.ContentType, saved.Size, saved.Sha256, actor.Value.PersonId, now);
            db.Add(attachment);
            db.Guard(initiative);
            db.Record(actor.Value, JournalActions.FileAttached, initiative, name);
            await db.SaveChangesAsync(cancellationToken);
            return attachment.Id;
        }
    }
}
