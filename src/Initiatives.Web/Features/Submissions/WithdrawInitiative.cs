using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Submissions;

/// <summary>Its authors or the unit's head take a dossier back, for good, before it is judged.</summary>
public static class WithdrawInitiative
{
    public sealed record Command : IRequest<Result>
    {
        public int Id { get; init; }

        [StringLength(1000, ErrorMessage = "Lý do dài tối đa 1.000 ký tự.")]
        public string Reason { get; init; } = "";
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var initiative = await db.For(actor.Value).OwnInitiatives
                .SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var withdrawn = initiative.Withdraw(request.Reason, actor.Value, clock.GetUtcNow().UtcDateTime);
            if (!withdrawn.Ok) return withdrawn;
            if (await db.For(actor.Value).OwnSupplements.SingleOrDefaultAsync(item => item.InitiativeId == request.Id && item.Status != SupplementStatus.Closed, cancellationToken) is { } asked)
                asked.EndWithDossier(actor.Value, clock.GetUtcNow().UtcDateTime);
            db.Record(actor.Value, JournalActions.Withdrawn, initiative, initiative.OutcomeReason);
            await db.SaveChangesAsync(cancellationToken);
            return withdrawn;
        }
    }
}
