using Initiatives.Domain.Cycles;
using Initiatives.Domain.Sessions;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Sessions;

/// <summary>One session: attendance, agenda, what is concluded and what is left.</summary>
public static class SessionPage
{
    public sealed record Query(int Year, int Number) : IRequest<View>;

    /// <param name="SeesTie">The reader sees the board around the last place of merit.</param>
    /// <param name="Tie">What a ballot has to decide there; null: nothing, or it is not for him to know.</param>
    /// <param name="HasBallots">Something was counted on paper, and announced.</param>
    public sealed record View(SessionRoom Room, bool SeesTie, CutTie? Tie, bool HasBallots)
    {
        public int Left => Room.Items.Count(item => item is { IsConcluded: false, IsPostponed: false });
    }

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var (room, doors) = (await SessionRoom.LoadAsync(db, actor.Value, request.Year, request.Number, cancellationToken), db.For(actor.Value));
            var board = room.Items.All(item => item.IsConcluded) ? await doors.TieBoardAsync(request.Year, request.Number, cancellationToken) : null;
            var hasBallots = room.Items.Any(item => item.Vote is { Method: VoteMethod.Paper } vote && vote.SessionId == room.Session.Id)
                || await doors.TieBallots.AnyAsync(ballot => ballot.SessionId == room.Session.Id, cancellationToken);
            return new View(room, board is not null, board?.Tie, hasBallots);
        }
    }
}
