using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;

namespace Initiatives.Web.Features.Supplements;

/// <summary>Screening goes on without what the unit has not answered, or not well enough.</summary>
public static class GoOnWithoutSupplement
{
    public sealed record Command : IRequest<Result>
    {
        /// <summary>The initiative.</summary>
        public int Id { get; init; }

        /// <summary>Version of the request that the page showed.</summary>
        public int Version { get; init; }

        [StringLength(500, ErrorMessage = "Lý do dài tối đa 500 ký tự.")]
        public string Reason { get; init; } = "";
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var initiative = await doors.ReceivedInitiatives.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            if (initiative.IsWrittenBy(actor.Value)) return Result.Fail("", "Bạn là tác giả của hồ sơ này nên không thẩm định được.");
            var live = await doors.ReceivedSupplements.SingleOrNotFound(item => item.InitiativeId == request.Id && item.Status != SupplementStatus.Closed, cancellationToken);
            if (live.Version != request.Version) return Result.Fail("", "Yêu cầu đã thay đổi từ khi bạn mở trang. Xem lại rồi quyết định.");
            var ended = live.GoOn(initiative, request.Reason, actor.Value, clock.GetUtcNow().UtcDateTime);
            if (!ended.Ok) return ended;
            db.Record(actor.Value, JournalActions.SupplementClosed, initiative, live.CloseReason);
            await db.SaveChangesAsync(cancellationToken);
            return ended;
        }
    }
}
