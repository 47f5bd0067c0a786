using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Mail;
using Initiatives.Web.Platform.Security;
using MediatR;

namespace Initiatives.Web.Features.Supplements;

/// <summary>Gives the unit more time, also after the old time is over.</summary>
public static class ExtendSupplement
{
    public sealed record Command : IRequest<Result>
    {
        /// <summary>The initiative.</summary>
        public int Id { get; init; }

        [Required(ErrorMessage = "Ghi hạn mới, ví dụ 15/10/2026.")]
        public DateOnly? DueOn { get; init; }

        [StringLength(500, ErrorMessage = "Lý do dài tối đa 500 ký tự.")]
        public string Reason { get; init; } = "";
    }

    public sealed class Handler(AppDb db, CurrentActor actor, Outbox outbox, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var initiative = await doors.ReceivedInitiatives.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            if (initiative.IsWrittenBy(actor.Value)) return Result.Fail("", "Bạn là tác giả của hồ sơ này nên không thẩm định được.");
            var live = await doors.ReceivedSupplements.SingleOrNotFound(item => item.InitiativeId == request.Id && item.Status != SupplementStatus.Closed, cancellationToken);
            var extended = live.Extend(request.DueOn!.Value, request.Reason, clock.GetUtcNow().UtcDateTime);
            if (!extended.Ok) return extended;
            db.Record(actor.Value, JournalActions.SupplementExtended, initiative, $"Hạn mới {VietnamTime.Deadline(live.DueAt)}. {live.ExtensionReason}");
            foreach (var person in await db.WritersAsync(initiative, cancellationToken))
            {
                outbox.Add(new Mail(person.Email, $"Gia hạn bổ sung hồ sơ “{initiative.Title}”", [$"Sở Khoa học và Công nghệ gia hạn bổ sung hồ sơ “{initiative.Title}” đến {VietnamTime.Deadline(live.DueAt)}. Lý do: {live.ExtensionReason}"], "Trả lời từng mục", $"/sang-kien/{initiative.Id}/bo-sung"),
                    $"gia-han-bo-sung-{live.Id}-{live.Version}-{person.PersonId}");
            }

            await db.SaveChangesAsync(cancellationToken);
            return extended;
        }
    }
}
