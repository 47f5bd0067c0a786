using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Jobs;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Endorsing;

/// <summary>Puts a complete dossier before the head of the unit, as the form's and the dossier's page ask.</summary>
public static class PutBeforeHead
{
    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<SendToHead, Result>
    {
        public async Task<Result> Handle(SendToHead request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var initiative = await db.For(actor.Value).OwnInitiatives.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var (states, own) = await db.AuthorsConfirmAsync(now, cancellationToken) ? await AuthorsAsync(initiative, now, cancellationToken) : (null, []);
            var sent = initiative.SendToHead(request.Version, now, states);
            if (!sent.Ok) return sent;
            db.AddRange(own);
            db.Record(actor.Value, JournalActions.SentToHead, initiative);
            await db.SaveChangesAsync(cancellationToken);
            return sent;
        }

        /// <summary>Where the authors stand once the sender, if he is one of them, has confirmed by this very act; and his rows that are new.</summary>
        private async Task<(IReadOnlyList<AuthorState> States, IReadOnlyList<AuthorConfirmation> New)> AuthorsAsync(Initiative initiative, DateTime now, CancellationToken cancellationToken)
        {
            var scope = db.For(actor.Value);
            var rows = await scope.AuthorConfirmations.Where(item => item.InitiativeId == initiative.Id).ToListAsync(cancellationToken);
            var scannedAt = await scope.ScannedAtAsync(initiative, cancellationToken);
            var added = new List<AuthorConfirmation>();
            foreach (var own in AuthorStates.Of(initiative.Content().Authors, rows, scannedAt, now).Where(state => state.IsOf(actor.Value, initiative.UnitId)))
            {
                var row = rows.Find(item => item.Key == own.Statement.Key);
                if (row is null) added.Add(row = AuthorConfirmation.Of(initiative.Id, own.Statement));
                row.ConfirmBySending(actor.Value, now);
            }

            return (AuthorStates.Of(initiative.Content().Authors, rows.Concat(added), scannedAt, now), added);
        }
    }
}
