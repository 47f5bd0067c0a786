using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Platform.Mail;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Opinions;

/// <summary>The unit's answer, once, with its paper where it has one.</summary>
public static class AnswerOpinion
{
    public sealed record Command : IRequest<Result>
    {
        /// <summary>The request.</summary>
        public int Id { get; init; }

        [StringLength(10_000, ErrorMessage = "Ý kiến dài tối đa 10.000 ký tự. Phần chi tiết đưa vào tệp.")]
        public string Answer { get; init; } = "";

        /// <summary>The paper; null: none.</summary>
        public UploadedFile? Tep { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, FileIntake intake, Outbox outbox, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var asked = await doors.AskedOpinions.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var initiative = await doors.ConsultedInitiatives.SingleOrNotFound(item => item.Id == asked.InitiativeId, cancellationToken);
            OpinionFile? file = null;
            if (request.Tep is not null)
            {
                var taken = await intake.CheckAndStoreAsync(request.Tep, FileRules.Any, nameof(request.Tep), cancellationToken);
                if (!taken.Ok) return taken;
                file = new OpinionFile(taken.Value.FileName, taken.Value.ContentType, taken.Value.Size, taken.Value.Sha256);
            }

            var replied = asked.Reply(initiative, request.Answer, file, actor.Value, clock.GetUtcNow().UtcDateTime);
            if (!replied.Ok) return replied;
            var unit = await db.Units.Where(item => item.Id == asked.UnitId).Select(item => item.Name).SingleAsync(cancellationToken);
            db.Record(actor.Value, JournalActions.OpinionAnswered, initiative, $"{unit}: {asked.Answer}");
            foreach (var person in await db.RecipientsAsync(asked.AskedById, cancellationToken))
            {
                outbox.Add(new Mail(person.Email, $"{unit} đã cho ý kiến: hồ sơ số {initiative.RegisterNumber}", [$"{asked.AnsweredByName} ({unit}) đã trả lời câu hỏi về sáng kiến “{initiative.Title}”."], "Đọc ý kiến", $"/tham-dinh/{initiative.Id}"),
                    $"tra-loi-y-kien-{asked.Id}-{person.PersonId}");
            }

            await db.SaveChangesAsync(cancellationToken);
            return replied;
        }
    }
}
