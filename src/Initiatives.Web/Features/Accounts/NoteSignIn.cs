using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Accounts;

/// <summary>Notes that the actor has come in without a form: the people of the demo, whose accounts are not new.</summary>
public static class NoteSignIn
{
    public sealed record Command : IRequest<Result>;

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var person = await db.People.SingleAsync(item => item.Id == actor.Value.PersonId, cancellationToken);
            (await db.Users.SingleAsync(item => item.PersonId == person.Id, cancellationToken)).LastSignInAt = clock.GetUtcNow().UtcDateTime;
            db.Record(actor.Value, JournalActions.SignedIn, person);
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
    }
}
