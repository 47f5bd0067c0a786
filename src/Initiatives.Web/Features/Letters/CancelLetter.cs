using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;

namespace Initiatives.Web.Features.Letters;

/// <summary>A letter that will not be signed is put away; its dossiers go on waiting.</summary>
public static class CancelLetter
{
    public sealed record Command : IRequest<Result>
    {
        public int Id { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var letter = await db.For(actor.Value).UnitLetters.SingleOrNotFound(item => item.Id == request.Id && item.UnitId == actor.Value.UnitId, cancellationToken);
            var cancelled = letter.Cancel(clock.GetUtcNow().UtcDateTime);
            if (!cancelled.Ok) return cancelled;
            db.Record(actor.Value, JournalActions.LetterCancelled, letter);
            await db.SaveChangesAsync(cancellationToken);
            return cancelled;
        }
    }
}
