using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
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
        public UploadedFile? Scan { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, FileIntake intake, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        private const string Field = "Scan";

        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var (scope, now) = (db.For(actor.Value), clock.GetUtcNow().UtcDateTime);
            var initiative = await scope.OwnInitiatives.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            if (initiative.Status != InitiativeStatus.Draft) return Result.Fail(Field, "Hồ sơ đã trình hoặc đã gửi, không thêm bản ký được nữa.");
            if (request.Scan is null) return Result.Fail(Field, "Chọn bản chụp đã ký.");
            var taken = await intake.CheckAndStoreAsync(request.Scan, FileRules.Scan, Field, cancellationToken);
            if (!taken.Ok) return Result.Fail(taken.Problems);
            var file = taken.Value;
            var same = await scope.OwnAttachments.SingleOrDefaultAsync(item => item.InitiativeId == initiative.Id && item.Sha256 == file.Sha256, cancellationToken);
            if (same is { Kind: AttachmentKind.SignedConfirmation } && same.AddedAt >= initiative.AuthorsChangedAt) return Result.Success;
            if (same is not null) return Result.Fail(Field, $"Tệp này đã có trong hồ sơ (“{same.FileName}”). In bản mới, ký rồi tải lên.");
            db.Add(Attachment.Add(initiative.Id, AttachmentKind.SignedConfirmation, file.FileName, file.ContentType, file.Size, file.Sha256, actor.Value.PersonId, now));
            db.Guard(initiative);
            db.Record(actor.Value, JournalActions.FileAttached, initiative, $"{file.FileName}: bản xác nhận có chữ ký của các tác giả");
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
    }
}
