using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Platform.Security;
using Initiatives.Web.Platform.Time;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Supplements;

/// <summary>Adds a file to an item that asks for files; with the sending it becomes one of the dossier's.</summary>
public static class AttachSupplementFile
{
    public sealed record Command : IRequest<Result>
    {
        /// <summary>The initiative.</summary>
        public int Id { get; init; }
        public int ItemId { get; init; }
        public UploadedFile? Tep { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, FileIntake intake, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        private const long MaxDossier = 200L << 20;

        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var initiative = await doors.OwnInitiatives.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var asked = await doors.OwnSupplements.SingleOrNotFound(item => item.InitiativeId == request.Id && item.Items.Any(one => one.Id == request.ItemId), cancellationToken);
            if (request.Tep is null) return Result.Fail(nameof(request.Tep), "Chọn tệp cần tải lên.");
            if (asked.WhyShut(clock.GetUtcNow().UtcDateTime) is { Length: > 0 } shut) return Result.Fail(nameof(request.Tep), shut);
            var taken = await intake.CheckAndStoreAsync(request.Tep, FileRules.Any, nameof(request.Tep), cancellationToken);
            if (!taken.Ok) return taken;
            var file = taken.Value;
            var held = await doors.OwnAttachments.FilesOf(request.Id).ToListAsync(cancellationToken);
            var pending = await doors.OwnSupplementFiles.Where(item => item.RequestId == asked.Id).ToListAsync(cancellationToken);
            if (held.Exists(item => item.Sha256 == file.Sha256) || pending.Exists(item => item.Sha256 == file.Sha256)) return Result.Fail(nameof(request.Tep), $"Tệp “{file.FileName}” đã có trong hồ sơ.");
            if (held.Sum(item => item.Size) + pending.Sum(item => item.Size) + file.Size > MaxDossier) return Result.Fail(nameof(request.Tep), "Các tệp của hồ sơ cộng lại quá 200 MB. Bỏ bớt tệp hoặc thu nhỏ rồi thử lại.");
            var added = asked.Attach(request.ItemId, file.FileName, file.ContentType, file.Size, file.Sha256, actor.Value, clock.GetUtcNow().UtcDateTime);
            if (!added.Ok) return added;
            db.Add(added.Value);
            db.Guard(asked);
            db.Record(actor.Value, JournalActions.SupplementSaved, initiative, file.FileName);
            await db.SaveChangesAsync(cancellationToken);
            return added;
        }
    }
}

/// <summary>Takes a file out of an answer that was not sent yet.</summary>
public static class RemoveSupplementFile
{
    public sealed record Command(int Id, int FileId) : IRequest<Result>;

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var initiative = await doors.OwnInitiatives.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var file = await doors.OwnSupplementFiles.SingleOrNotFound(item => item.Id == request.FileId && item.InitiativeId == request.Id, cancellationToken);
            var asked = await doors.OwnSupplements.SingleOrNotFound(item => item.Id == file.RequestId, cancellationToken);
            if (asked.WhyShut(clock.GetUtcNow().UtcDateTime) is { Length: > 0 } shut) return Result.Fail("", shut);
            db.Remove(file);
            db.Guard(asked);
            db.Record(actor.Value, JournalActions.SupplementSaved, initiative, $"Bỏ tệp {file.FileName}");
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
    }
}

/// <summary>A file of an answer: the unit's at any time, the Department's once it was sent.</summary>
public static class DownloadSupplementFile
{
    public sealed record Query(int FileId) : IRequest<Answer>;

    public sealed record Answer(string FileName, string ContentType, Stream Content);

    public sealed class Handler(AppDb db, CurrentActor actor, FileStore store) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var file = await doors.OwnSupplementFiles.AsNoTracking().SingleOrDefaultAsync(item => item.Id == request.FileId, cancellationToken)
                ?? await doors.ReceivedSupplementFiles.AsNoTracking().SingleOrNotFound(item => item.Id == request.FileId, cancellationToken);
            return new Answer(file.FileName, file.ContentType, store.Open(file.Sha256));
        }
    }
}
