using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;

namespace Initiatives.Web.Features.Remonstrances;

/// <summary>The Department's lead lets other members of the council score the dossier anew.</summary>
public static class OrderRescoring
{
    public sealed record Command : IRequest<Result>
    {
        public int Id { get; init; }

        [StringLength(3000, ErrorMessage = "Lý do dài tối đa 3.000 ký tự.")]
        public string RescoringReason { get; init; } = "";

        /// <summary>The last day that counts.</summary>
        public DateOnly? RescoringDueOn { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var item = await doors.ReceivedRemonstrances.SingleOrNotFound(row => row.Id == request.Id, cancellationToken);
            var initiative = await doors.ReceivedInitiatives.SingleOrNotFound(row => row.Id == item.InitiativeId, cancellationToken);
            var may = item.CanDealWith(initiative, actor.Value);
            if (!may.Ok) return may;
            var facts = await RescoringFacts.OfAsync(db, doors, item.CycleId, item.InitiativeId, cancellationToken);
            var ordered = item.OrderRescoring(request.RescoringReason, request.RescoringDueOn, initiative.Status == InitiativeStatus.NotRecognised, facts is null ? "" : Rescoring.Shortage(facts.Members), actor.Value, clock.GetUtcNow().UtcDateTime);
            if (!ordered.Ok) return ordered;
            db.Record(actor.Value, JournalActions.RescoringOrdered, initiative, $"Kiến nghị {item.Code}: chấm lại đến {VietnamTime.Deadline(item.RescoringDueAt!.Value)}");
            await db.SaveChangesAsync(cancellationToken);
            return ordered;
        }
    }
}
