using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Councils;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Mail;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Remonstrances;

/// <summary>The Department asks the council's secretary how the result came about.</summary>
public static class ForwardRemonstrance
{
    public sealed record Command : IRequest<Result>
    {
        public int Id { get; init; }

        [StringLength(3000, ErrorMessage = "Câu hỏi dài tối đa 3.000 ký tự.")]
        public string Question { get; init; } = "";
    }

    public sealed class Handler(AppDb db, CurrentActor actor, Outbox outbox, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var item = await doors.ReceivedRemonstrances.SingleOrNotFound(row => row.Id == request.Id, cancellationToken);
            var initiative = await doors.ReceivedInitiatives.SingleOrNotFound(row => row.Id == item.InitiativeId, cancellationToken);
            var may = item.CanDealWith(initiative, actor.Value);
            if (!may.Ok) return may;
            var forwarded = item.Forward(request.Question, initiative.Status == InitiativeStatus.NotRecognised, actor.Value, clock.GetUtcNow().UtcDateTime);
            if (!forwarded.Ok) return forwarded;
            db.Record(actor.Value, JournalActions.RemonstranceForwarded, item, $"{item.Code}: {item.Question}");
            var council = await db.Councils.AsNoTracking().SingleOrDefaultAsync(row => row.CycleId == item.CycleId, cancellationToken);
            if (council?.Members.FirstOrDefault(member => member.Post == CouncilPost.Secretary) is { } secretary)
            {
                foreach (var person in await db.RecipientsAsync(secretary.PersonId, cancellationToken))
                    outbox.Add(new Mail(person.Email, $"Giải trình kiến nghị {item.Code}", [$"Sở KH&CN đề nghị giải trình kết quả của một hồ sơ. Sở phải trả lời kiến nghị trước {VietnamTime.Deadline(item.DueAt)}."], "Đọc và giải trình", $"/kien-nghi/{item.Id}"), $"giai-trinh:{item.Id}:{person.PersonId}");
            }

            await db.SaveChangesAsync(cancellationToken);
            return forwarded;
        }
    }
}
