using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Platform.Mail;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Remonstrances;

/// <summary>The signed document with its number and day goes out: writer and unit read it from now on.</summary>
public static class SendAnswer
{
    public sealed record Command : IRequest<Result>
    {
        public int Id { get; init; }

        [StringLength(50, ErrorMessage = "Số văn bản dài tối đa 50 ký tự.")]
        public string AnswerNumber { get; init; } = "";
        public DateOnly? AnswerDate { get; init; }
        public UploadedFile? Signed { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, FileIntake intake, Outbox outbox, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var (doors, now) = (db.For(actor.Value), clock.GetUtcNow().UtcDateTime);
            var item = await doors.ReceivedRemonstrances.SingleOrNotFound(row => row.Id == request.Id, cancellationToken);
            var initiative = await doors.ReceivedInitiatives.SingleOrNotFound(row => row.Id == item.InitiativeId, cancellationToken);
            var may = item.CanDealWith(initiative, actor.Value);
            if (!may.Ok) return may;
            List<Problem> missing = [.. item.CheckAnswer(request.AnswerNumber, request.AnswerDate, now)];
            if (request.Signed is null) missing.Add(new Problem(SentFiles.Field, "Chọn bản chụp hoặc tệp văn bản đã ký."));
            if (missing.Count > 0) return Result.Fail(missing);
            var file = await intake.CheckAndStoreAsync(request.Signed!, FileRules.Scan, SentFiles.Field, cancellationToken);
            if (!file.Ok) return Result.Fail(file.Problems);
            var answered = item.Answer(request.AnswerNumber, request.AnswerDate, (file.Value.FileName, file.Value.ContentType, file.Value.Size, file.Value.Sha256), actor.Value, now);
            if (!answered.Ok) return answered;
            db.Record(actor.Value, JournalActions.RemonstranceAnswered, initiative, $"Kiến nghị {item.Code}: công văn số {item.AnswerNumber} ngày {VietnamTime.Short(item.AnswerDate!.Value)}, {RemonstranceWords.Of(item.Outcome!.Value)}");
            var readers = (await db.WritersAsync(initiative, cancellationToken)).Concat(item.WriterId is { } writer ? await db.RecipientsAsync(writer, cancellationToken) : []);
            foreach (var person in readers.DistinctBy(person => person.PersonId))
                outbox.Add(new Mail(person.Email, $"Sở KH&CN trả lời kiến nghị {item.Code}", [$"Công văn số {item.AnswerNumber} ngày {VietnamTime.Short(item.AnswerDate.Value)} trả lời kiến nghị về sáng kiến “{initiative.Title}”."], "Đọc trả lời", $"/kien-nghi/bien-nhan/{item.Id}"), $"tra-loi-kien-nghi:{item.Id}:{person.PersonId}");
            await db.SaveChangesAsync(cancellationToken);
            return answered;
        }
    }
}
