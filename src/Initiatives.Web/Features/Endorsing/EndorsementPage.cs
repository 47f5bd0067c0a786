using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Endorsing;

/// <summary>A dossier before the head of its unit: he reads it, sees what changed since he last did, and sends it on or gives it back.</summary>
public static class EndorsementPage
{
    public sealed record Query : IRequest<View>
    {
        public int Id { get; init; }
    }

    public sealed record View
    {
        public required Dossier Dossier { get; init; }
        public required InitiativeStatus Status { get; init; }
        public required DateTime Since { get; init; }
        public required int Version { get; init; }
        public required bool IsAwaiting { get; init; }

        /// <summary>The prepared letter that lists it; null: none, or it does not wait any more.</summary>
        public required (int Id, string Name)? InLetter { get; init; }

        /// <summary>When this head last looked at an earlier version; null: never.</summary>
        public required DateTime? LookedAt { get; init; }

        /// <summary>What reads differently since; empty also when he has not looked before.</summary>
        public required IReadOnlyList<DraftDifference> Changes { get; init; }
        public required IReadOnlyList<AuthorState> Authors { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var scope = db.For(actor.Value);
            var initiative = await scope.OwnInitiatives.AsNoTracking().SingleOrNotFound(item => item.Id == request.Id && item.UnitId == actor.Value.UnitId, cancellationToken);
            var dossier = await db.DossierAsync(initiative, scope.OwnAttachments, cancellationToken);
            var last = await scope.HeadLooks.AsNoTracking().Where(look => look.InitiativeId == request.Id && look.Version < initiative.Version)
                .OrderByDescending(look => look.Version).FirstOrDefaultAsync(cancellationToken);
            var isAwaiting = initiative.Status == InitiativeStatus.AwaitingEndorsement;
            var letter = isAwaiting ? (await scope.OpenLettersAsync(initiative.UnitId, cancellationToken)).Holding(initiative.Id) : null;
            return new View
            {
                Dossier = dossier,
                Status = initiative.ShownStatus,
                Since = initiative.StatusSince,
                Version = initiative.Version,
                IsAwaiting = isAwaiting,
                InLetter = letter is null ? null : (letter.Id, letter.NameInText),
                LookedAt = last?.At,
                Changes = last is null ? [] : LookParts.Between(last.Parts, LookParts.Of(dossier.Content, dossier.Files, await db.CodeNamesAsync(cancellationToken))),
                Authors = await scope.AuthorStatesAsync(initiative, dossier.Content.Authors, clock.GetUtcNow().UtcDateTime, cancellationToken),
            };
        }
    }
}
