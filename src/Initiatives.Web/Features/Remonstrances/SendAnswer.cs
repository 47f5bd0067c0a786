using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Documents;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Platform.Mail;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Remonstrances;

/// <summary>Issues the letter that answers a remonstrance, with the next number of the register: writer and unit read it from now on.</summary>
public static class SendAnswer
{
    public sealed record Command : IRequest<Result>
    {
        public int Id { get; init; }

        /// <summary>Version of the page on which the draft was read; null: not compared.</summary>
        public int? Version { get; init; }
        public DateOnly? Date { get; init; }

        [StringLength(100, ErrorMessage = "Họ và tên dài tối đa 100 ký tự.")]
        public string SignerName { get; init; } = "";
        public SigningCapacity Capacity { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, Fonts fonts, FileStore files, Outbox outbox, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var (doors, now) = (db.For(actor.Value), clock.GetUtcNow().UtcDateTime);
            var item = await doors.ReceivedRemonstrances.SingleOrNotFound(row => row.Id == request.Id, cancellationToken);
            var initiative = await doors.ReceivedInitiatives.SingleOrNotFound(row => row.Id == item.InitiativeId, cancellationToken);
            var may = item.CanDealWith(initiative, actor.Value);
            if (!may.Ok) return may;
            if (request.Version is { } version && version != item.Version) return Result.Fail("", "Có người vừa làm việc trên kiến nghị này. Đọc lại dự thảo rồi ra công văn.");
            var head = new NoticeHead(null, request.Date, request.SignerName, request.Capacity);
            var problems = item.CheckAnswer(head, now);
            if (problems.Count > 0) return Result.Fail(problems);

            var counter = DepartmentNotice.CounterOf(head.Date!.Value.Year);
            var turn = await db.TurnAsync(counter, cancellationToken);
            db.TakeTurn(counter, turn);
            var numbered = head with { Number = turn + 1 };
            var sha256 = await files.KeepPaperAsync(db, await AnswerPaper.RenderAsync(db, item, initiative, numbered, fonts, cancellationToken), now, cancellationToken);
            var letter = DepartmentNotice.Issue(DepartmentNoticeKind.Answer, [initiative], numbered, sha256, actor.Value, now, item.Id);
            if (!letter.Ok) return Result.Fail(letter.Problems);
            var answered = item.Answer(letter.Value, actor.Value, now);
            if (!answered.Ok) return answered;
            db.Add(letter.Value);
            db.Record(actor.Value, JournalActions.RemonstranceAnswered, initiative, $"Kiến nghị {item.Code}: công văn số {item.AnswerNumber} ngày {VietnamTime.Short(letter.Value.Date)}, {RemonstranceWords.Of(item.Outcome!.Value)}");
            var readers = (await db.WritersAsync(initiative, cancellationToken)).Concat(item.WriterId is { } writer ? await db.RecipientsAsync(writer, cancellationToken) : []);
            foreach (var person in readers.DistinctBy(person => person.PersonId))
                outbox.Add(new Mail(person.Email, $"Sở KH&CN trả lời kiến nghị {item.Code}", [$"Công văn số {item.AnswerNumber} ngày {VietnamTime.Short(letter.Value.Date)} trả lời kiến nghị về sáng kiến “{initiative.Title}”."], "Đọc trả lời", $"/kien-nghi/bien-nhan/{item.Id}"), $"tra-loi-kien-nghi:{item.Id}:{person.PersonId}");
            await db.SaveChangesAsync(cancellationToken);
            return answered;
        }
    }
}
