using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Platform.Files.Text;
using Initiatives.Web.Platform.Jobs;
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

    public sealed class Handler(AppDb db, CurrentActor actor, FileIntake intake, JobQueue jobs, TimeProvider clock) : IRequestHandler<Command, Result<DossierFile>>
    {
        private const string Field = "Tep";

        public async Task<Result<DossierFile>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            if (!await IsDraftAsync(request.Id, cancellationToken)) return Result.Fail(Field, "Hồ sơ đã trình hoặc đã gửi, không thêm tệp được nữa.");
            if (!AttachmentKinds.All.Contains(request.Kind)) return Result.Fail("Loai", "Chọn loại tài liệu trong danh sách.");
            var settings = await db.UploadSettingsAsync(now, cancellationToken);
            var taken = await intake.CheckAndStoreAsync(request.File, FileSlots.RulesOf(settings, request.Kind), Field, cancellationToken);
            if (!taken.Ok) return Result.Fail(taken.Problems);

            // Read only now: a large file takes its time to arrive, and others write meanwhile.
            var initiative = await db.For(actor.Value).OwnInitiatives.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            if (initiative.Status != InitiativeStatus.Draft) return Result.Fail(Field, "Hồ sơ đã trình hoặc đã gửi, không thêm tệp được nữa.");
            var file = taken.Value;
            var files = await db.For(actor.Value).OwnAttachments.FilesOf(request.Id).ToListAsync(cancellationToken);
            if (files.Find(item => item.Sha256 == file.Sha256) is { } same) return same;
            if (files.Sum(item => item.Size) + file.Size > (long)settings.MaxDossierMegabytes << 20)
                return Result.Fail(Field, $"Thêm “{file.FileName}” thì các tệp của hồ sơ cộng lại quá {settings.MaxDossierMegabytes} MB. Bỏ bớt tệp hoặc thu nhỏ rồi thử lại.");

            var attachment = Attachment.Add(request.Id, request.Kind, file.FileName, file.ContentType, file.Size, file.Sha256, actor.Value.PersonId, now);
            db.Add(attachment);
            if (TextOfFiles.HasText(file.ContentType) && await db.AwaitTextAsync(file.Sha256, now, cancellationToken)) jobs.Enqueue(new ExtractText(file.Sha256), $"van-ban:{file.Sha256}");
            db.Guard(initiative);
            db.Record(actor.Value, JournalActions.FileAttached, initiative, file.FileName);
            await db.SaveChangesAsync(cancellationToken);
            return new DossierFile(attachment.Id, request.Kind, file.FileName, file.ContentType, file.Size, file.Sha256) { AddedAt = now, AddedBy = actor.Value.Name };
        }

        private async Task<bool> IsDraftAsync(int id, CancellationToken cancellationToken) =>
            (await db.For(actor.Value).OwnInitiatives.AsNoTracking().SingleOrNotFound(item => item.Id == id, cancellationToken)).Status == InitiativeStatus.Draft;
    }
}
