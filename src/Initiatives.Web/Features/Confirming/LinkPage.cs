using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Confirming;

/// <summary>What the holder of a link sees: his own line, the shares of the others, and nothing else of the dossier.</summary>
public static class LinkPage
{
    public sealed record Query : IRequest<View>
    {
        public string Token { get; init; } = "";
    }

    public enum LinkState
    {
        Unknown,
        Open,
        Used,
        Expired,

        /// <summary>The line says something else since the link was made.</summary>
        Superseded,

        /// <summary>The dossier has gone to the head, or was taken back.</summary>
        Closed,
    }

    public sealed record Share(string Name, decimal? Percent);

    /// <summary>Everything but <see cref="State"/> and times is there only while the link is open.</summary>
    public sealed record View
    {
        public required LinkState State { get; init; }
        public string Token { get; init; } = "";
        public DateTime? At { get; init; }
        public bool HasConfirmed { get; init; }
        public string Title { get; init; } = "";
        public string UnitName { get; init; } = "";
        public AuthorStatement? Own { get; init; }
        public IReadOnlyList<Share> Others { get; init; } = [];
        public decimal Total { get; init; }
        public DateTime? ExpiresAt { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var (scope, hash) = (db.For(actor.Value), HashOf(request.Token));
            var row = await scope.LinkedConfirmations(hash).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
            if (row is null) return new View { State = LinkState.Unknown };
            var initiative = await scope.LinkedInitiatives(hash).AsNoTracking().SingleAsync(cancellationToken);
            var state = StateOf(row, initiative, clock.GetUtcNow().UtcDateTime);
            if (state != LinkState.Open) return new View { State = state, At = state == LinkState.Used ? row.LinkUsedAt : row.LinkExpiresAt, HasConfirmed = row.Answer == AuthorAnswer.Confirmed };
            var authors = initiative.Content().Authors;
            return new View
            {
                State = state,
                Token = LinkToken.Show(LinkToken.Read(request.Token)),
                Title = initiative.Title,
                UnitName = await db.Units.Where(unit => unit.Id == initiative.UnitId).Select(unit => unit.Name).SingleAsync(cancellationToken),
                Own = row.Statement,
                Others = [.. authors.Zip(AuthorStatement.Of(authors)).Where(pair => pair.Second.Key != row.Key).Select(pair => new Share(pair.First.Name, pair.First.Share))],
                Total = authors.Sum(author => author.Share ?? 0),
                ExpiresAt = row.LinkExpiresAt,
            };
        }
    }

    /// <summary>Digest by which a link is found; of no link when it cannot be one.</summary>
    internal static string HashOf(string token) => LinkTokens.DigestOf(LinkToken.Read(token));

    internal static LinkState StateOf(AuthorConfirmation row, Initiative initiative, DateTime now) =>
        row.LinkUsedAt is not null ? LinkState.Used
        : initiative.Status != InitiativeStatus.Draft ? LinkState.Closed
        : !AuthorStatement.Of(initiative.Content().Authors).Any(statement => statement.Key == row.Key) ? LinkState.Superseded
        : now >= row.LinkExpiresAt ? LinkState.Expired
        : LinkState.Open;
}
