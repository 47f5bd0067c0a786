using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Sessions;

/// <summary>Moves a dossier one place up or down the agenda.</summary>
public static class MoveItem
{
    public sealed record Command : ItemCommand
    {
        public bool Up { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var loaded = await ItemDesk.LoadAsync(db, actor.Value, request, cancellationToken);
            if (!loaded.Ok) return loaded;
            var desk = loaded.Value;
            if (desk.Session.ConcludedAt is not null) return Result.Fail("", "Phiên họp đã kết thúc, không sửa được nữa.");
            var items = await db.For(actor.Value).AgendaItems.Where(item => item.SessionId == desk.Session.Id).OrderBy(item => item.Order).ThenBy(item => item.Id).ToListAsync(cancellationToken);
            var index = items.IndexOf(desk.Item);
            var other = request.Up ? index - 1 : index + 1;
            if (other < 0 || other >= items.Count) return Result.Success;
            desk.Item.ChangePlaces(items[other]);
            db.Record(actor.Value, JournalActions.AgendaMoved, desk.Session, $"Phiên {desk.Session.Number}");
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
    }
}
