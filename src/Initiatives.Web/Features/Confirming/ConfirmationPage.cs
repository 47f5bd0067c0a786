using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Mail;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Confirming;

/// <summary>For those who write a dossier: which of its authors have confirmed, and how to ask the others.</summary>
public static class ConfirmationPage
{
    public sealed record Query : IRequest<View>
    {
        public int Id { get; init; }
    }

    /// <param name="Email">Where his link can be mailed; empty: nowhere.</param>
    /// <param name="IsMine">The line is the reader's own.</param>
    /// <param name="SignsIn">He confirms when he has signed in, or by a mail: no link to him is handed to anybody else.</param>
    public sealed record Row(AuthorState State, string Email, bool IsMine, bool SignsIn);

    public sealed record View
    {
        public required int Id { get; init; }
        public required string Title { get; init; }
        public required bool IsDraft { get; init; }

        /// <summary>The cycle wants every author's confirmation.</summary>
        public required bool IsAsked { get; init; }
        public required IReadOnlyList<Row> Rows { get; init; }
        public required decimal ShareTotal { get; init; }
        public required IReadOnlyList<DossierFile> Scans { get; init; }

        /// <summary>A scan was added before the lines last changed.</summary>
        public required bool HasOldScan { get; init; }

        /// <summary>Printed on the paper to sign; another one once the lines change.</summary>
        public required string Code { get; init; }
        public required bool MailIsOn { get; init; }
        public int Confirmed => Rows.Count(row => row.State.IsConfirmed);

        /// <summary>Who can be asked by mail at once.</summary>
        public IReadOnlyList<Row> Mailable => [.. Rows.Where(row => !row.State.IsConfirmed && !row.IsMine && row.Email.Length > 0 && row.State.Statement.IsWhole)];
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock, Outbox outbox) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var (scope, now) = (db.For(actor.Value), clock.GetUtcNow().UtcDateTime);
            var initiative = await scope.OwnInitiatives.AsNoTracking().SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var content = initiative.Content();
            var states = await scope.AuthorStatesAsync(initiative, content.Authors, now, cancellationToken);
            var contacts = await db.AuthorContactsAsync(content.Authors, initiative.UnitId, cancellationToken);
            var scans = await scope.OwnAttachments.Where(file => file.Kind == AttachmentKind.SignedConfirmation).FilesOf(request.Id).ToListAsync(cancellationToken);
            return new View
            {
                Id = initiative.Id,
                Title = initiative.Title,
                IsDraft = initiative.Status == InitiativeStatus.Draft,
                IsAsked = await db.AuthorsConfirmAsync(now, cancellationToken),
                Rows = [.. from state in states let contact = contacts(state.Author) select new Row(state, contact.Email, state.IsOf(actor.Value, initiative.UnitId), contact.SignsIn)],
                ShareTotal = content.ShareTotal,
                Scans = scans,
                HasOldScan = scans.Count > 0 && await scope.ScannedAtAsync(initiative, cancellationToken) is null,
                Code = AuthorStatement.CodeOf(states.Select(state => state.Statement)),
                MailIsOn = outbox.IsOn,
            };
        }
    }
}
