using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Mail;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Opinions;

/// <summary>Takes a question back; the dossier is closed to the unit again.</summary>
public static class WithdrawOpinion
{
    public sealed record Command : IRequest<Result<int>>
    {
        /// <summary>The request.</summary>
        public int Id { get; init; }

        /// <summary>Version of the request that the page showed.</summary>
        public int Version { get; init; }

        [StringLength(500, ErrorMessage = "Lý do dài tối đa 500 ký tự.")]
        public string Reason { get; init; } = "";
    }

    public sealed record Query(int Id) : IRequest<View>;

    public sealed record View(OpinionRequest Request, int? Number, string Title, string UnitName);

    public sealed class Page(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var asked = await doors.ReceivedOpinions.AsNoTracking().SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var initiative = await doors.ReceivedInitiatives.AsNoTracking().SingleOrNotFound(item => item.Id == asked.InitiativeId, cancellationToken);
            return new View(asked, initiative.RegisterNumber, initiative.Title, await db.Units.Where(unit => unit.Id == asked.UnitId).Select(unit => unit.Name).SingleAsync(cancellationToken));
        }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, Outbox outbox, TimeProvider clock) : IRequestHandler<Command, Result<int>>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var asked = await doors.ReceivedOpinions.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var initiative = await doors.ReceivedInitiatives.SingleOrNotFound(item => item.Id == asked.InitiativeId, cancellationToken);
            if (initiative.IsWrittenBy(actor.Value)) return Result.Fail("", "Bạn là tác giả của hồ sơ này nên không thẩm định được.");
            if (asked.Status == OpinionStatus.Open && asked.Version != request.Version) return Result.Fail("", "Yêu cầu đã thay đổi từ khi bạn mở trang. Xem lại rồi quyết định.");
            var withdrawn = asked.Withdraw(request.Reason, clock.GetUtcNow().UtcDateTime);
            if (!withdrawn.Ok) return Result.Fail(withdrawn.Problems);
            db.Record(actor.Value, JournalActions.OpinionWithdrawn, initiative, asked.WithdrawReason);
            foreach (var person in await db.RecipientsAsync(asked.UnitId, Role.UnitOfficer | Role.UnitHead, cancellationToken))
            {
                outbox.Add(new Mail(person.Email, $"Không cần trả lời nữa: ý kiến về sáng kiến “{initiative.Title}”", [$"Sở Khoa học và Công nghệ thu hồi yêu cầu cho ý kiến về sáng kiến “{initiative.Title}”. Lý do: {asked.WithdrawReason}"]),
                    $"thu-hoi-y-kien-{asked.Id}-{person.PersonId}");
            }

            await db.SaveChangesAsync(cancellationToken);
            return asked.InitiativeId;
        }
    }
}
