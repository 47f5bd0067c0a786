using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Sessions;

/// <summary>Throws away a count that was entered and never announced. What is announced stays.</summary>
public static class DiscardVote
{
    public sealed record Command : ItemCommand;

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var loaded = await ItemDesk.LoadAsync(db, actor.Value, request, cancellationToken);
            if (!loaded.Ok) return loaded;
            var desk = loaded.Value;
            var open = desk.Session.MustBeOpen();
            if (!open.Ok) return open;
            var drafts = await db.For(actor.Value).VotesToDiscard.Where(vote => vote.InitiativeId == desk.Initiative.Id && vote.SessionId == desk.Session.Id).ToListAsync(cancellationToken);
            if (drafts.Count == 0) return Result.Fail("", "Không có số phiếu nào chưa công bố.");
            db.RemoveRange(drafts);
            desk.Item.Touch();
            db.Record(actor.Value, JournalActions.VoteDiscarded, desk.Initiative, $"Phiên {desk.Session.Number}");
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
    }
}
