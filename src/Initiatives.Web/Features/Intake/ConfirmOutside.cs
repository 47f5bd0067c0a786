using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Access;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Intake;

/// <summary>The unit reads what was entered on its behalf and says that it is as it was sent, or what is wrong.</summary>
public static class ConfirmOutside
{
    public sealed record Query : IRequest<View>
    {
        /// <summary>Of the dossier.</summary>
        public int Id { get; init; }
    }

    /// <param name="MayAnswer">The reader is of the unit, and it has not confirmed yet.</param>
    /// <param name="MayCorrect">The reader is the one who enters, and it has not been confirmed yet.</param>
    public sealed record View(Dossier Dossier, OutsideArrival Arrival, string Number, bool MayAnswer, bool MayCorrect);

    public sealed class Page(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var arrival = await doors.OutsideArrivals.AsNoTracking().SingleOrNotFound(item => item.InitiativeId == request.Id, cancellationToken);
            var isOwn = await doors.OwnInitiatives.AnyAsync(item => item.Id == request.Id, cancellationToken);
            var initiative = await (isOwn ? doors.OwnInitiatives : doors.ReceivedInitiatives).AsNoTracking().SingleAsync(item => item.Id == request.Id, cancellationToken);
            var year = await db.Cycles.Where(cycle => cycle.Id == initiative.CycleId).Select(cycle => cycle.Year).SingleAsync(cancellationToken);
            return new View(
                await db.DossierAsync(initiative, isOwn ? doors.OwnAttachments : doors.DossierAttachments, cancellationToken),
                arrival,
                RegisterCode.Of(year, initiative.RegisterNumber!.Value),
                !arrival.IsConfirmed && actor.Value.Has(Permission.ConfirmOutside) && actor.Value.UnitId == initiative.UnitId,
                !arrival.IsConfirmed && actor.Value.Has(Permission.RegisterOutside) && initiative.Status == InitiativeStatus.Submitted);
        }
    }

    public sealed record Command : IRequest<Result>
    {
        public int Id { get; init; }
        public int Version { get; init; }

        /// <summary>dung: as it was sent; sai: something is wrong.</summary>
        [StringLength(10, ErrorMessage = "Chọn một trong hai câu trả lời.")]
        public string Op { get; init; } = "";

        [StringLength(2000, ErrorMessage = "Nội dung dài tối đa 2.000 ký tự.")]
        public string Objection { get; init; } = "";
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var initiative = await doors.OwnInitiatives.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var arrival = await doors.OutsideArrivals.SingleOrNotFound(item => item.InitiativeId == request.Id, cancellationToken);
            var answered = request.Op == "dung"
                ? arrival.Confirm(initiative.UnitId, request.Version, actor.Value, clock.GetUtcNow().UtcDateTime)
                : arrival.Object(initiative.UnitId, request.Version, request.Objection, actor.Value);
            if (!answered.Ok) return answered;
            db.Record(actor.Value, arrival.IsConfirmed ? JournalActions.OutsideConfirmed : JournalActions.OutsideObjected, initiative, arrival.Objection);
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
    }
}
