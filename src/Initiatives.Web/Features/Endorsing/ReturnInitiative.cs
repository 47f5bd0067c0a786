using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;

namespace Initiatives.Web.Features.Endorsing;

/// <summary>The head gives a dossier back to its authors, with a reason.</summary>
public static class ReturnInitiative
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
                .SingleOrNotFound(item => item.Id == request.Id && item.UnitId == actor.Value.UnitId, cancellationToken);
            var returned = initiative.ReturnToAuthors(request.Reason, clock.GetUtcNow().UtcDateTime);
            if (!returned.Ok) return returned;
            db.Record(actor.Value, JournalActions.ReturnedByHead, initiative, initiative.ReturnReason);
            await db.SaveChangesAsync(cancellationToken);
            return returned;
        }
    }
}
