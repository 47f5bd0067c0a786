using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Security;
using MediatR;

namespace Initiatives.Web.Features.Sessions;

/// <summary>The council turns to a dossier: it is "Đang xét" on every page, its recused leave.</summary>
public static class TakeUpItem
{
    public sealed record Command : ItemCommand;

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var loaded = await ItemDesk.LoadAsync(db, actor.Value, request, cancellationToken);
            if (!loaded.Ok) return loaded;
            var desk = loaded.Value;
            var taken = desk.Item.TakeUp(desk.Session, clock.GetUtcNow().UtcDateTime);
            if (!taken.Ok) return taken;
            db.Record(actor.Value, JournalActions.ItemTakenUp, desk.Initiative, $"Phiên {desk.Session.Number}");
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
    }
}
