using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Mail;
using Initiatives.Web.Platform.Security;
using Initiatives.Web.Platform.Time;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Supplements;

/// <summary>Sends the unit's answers, once: the asked parts change, the dossier goes back to where it stood.</summary>
public static class SendSupplement
{
    public sealed record Command : IRequest<Result>
    {
        /// <summary>The initiative.</summary>
        public int Id { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, Outbox outbox, Arrival arrival) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var initiative = await doors.OwnInitiatives.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var asked = await doors.OwnSupplements.Where(item => item.InitiativeId == request.Id).OrderByDescending(item => item.Round).FirstOrDefaultAsync(cancellationToken)
                ?? throw new RowNotFoundException(nameof(SupplementRequest));
            var answers = await doors.OwnSupplementAnswers.Where(item => item.RequestId == asked.Id).ToListAsync(cancellationToken);
            var files = await doors.OwnSupplementFiles.Where(item => item.RequestId == asked.Id).OrderBy(item => item.Id).ToListAsync(cancellationToken);
            var held = await doors.OwnAttachments.FilesOf(request.Id).ToListAsync(cancellationToken);
            var sent = asked.Send(initiative, answers, files, held, actor.Value, arrival.At);
            if (!sent.Ok) return sent;
            foreach (var file in sent.Value) db.Add(file);
            db.Record(actor.Value, JournalActions.SupplementSent, initiative, $"Lần {asked.Round}, {asked.Items.Count} mục. Máy chủ nhận lúc {VietnamTime.WithTime(arrival.At)}. Mã nội dung {asked.Receipt!.Digest}");
            foreach (var person in await db.RecipientsAsync(asked.RequestedById, cancellationToken))
            {
                outbox.Add(new Mail(person.Email, $"Đã bổ sung: hồ sơ số {initiative.RegisterNumber} “{initiative.Title}”",
                    [$"Đơn vị đã gửi bổ sung {asked.Items.Count} mục lúc {VietnamTime.WithTime(arrival.At)}. So sánh nội dung cũ và mới, chấp nhận từng mục hoặc hỏi lại."], "Xem bổ sung", $"/tham-dinh/{initiative.Id}/bo-sung"), $"da-bo-sung-{asked.Id}-{person.PersonId}");
            }

            await db.SaveChangesAsync(cancellationToken);
            return sent;
        }
    }
}
