using Initiatives.Domain.Sessions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;

namespace Initiatives.Web.Features.Sessions;

/// <summary>One dossier before the council: its scores and rules, who is outside, and the form of the vote.</summary>
public static class DossierVote
{
    public sealed record Query(int Year, int InitiativeId) : IRequest<View>;

    /// <param name="Voters">Members present and entitled to vote on it.</param>
    /// <param name="Base">Members over whom the share is taken.</param>
    /// <param name="Needed">Least number of approving votes; null where the vote does not decide.</param>
    /// <param name="Reason">What stands in the minutes, or a sentence from the rules to begin with.</param>
    public sealed record View(SessionRoom Room, SessionRoom.Item Item, int Voters, int Base, int? Needed, string Reason);

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var room = await SessionRoom.LoadAsync(db, actor.Value, request.Year, cancellationToken);
            var item = room.Items.SingleOrDefault(each => each.InitiativeId == request.InitiativeId);
            if (item is null || room.Council is null) throw new RowNotFoundException(nameof(Conclusion));
            var settings = room.Cycle.Settings;
            var voteBase = Conclusion.BaseOf(settings, room.Council, item.Recused.Count);
            return new View(room, item, room.Present - item.Recused.Count, voteBase, settings.PassVoteShare?.LeastOf(voteBase),
                item.Conclusion?.Reason ?? Conclusion.SuggestReason(item.Place));
        }
    }
}
