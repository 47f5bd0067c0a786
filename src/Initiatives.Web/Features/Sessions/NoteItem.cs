using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Sessions;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Security;
using MediatR;

namespace Initiatives.Web.Features.Sessions;

/// <summary>What was presented, reviewed, asked and answered; the minutes are drafted from it.</summary>
public static class NoteItem
{
    public sealed record Command : NotedCommand;

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var loaded = await ItemDesk.LoadAsync(db, actor.Value, request, cancellationToken);
            if (!loaded.Ok) return loaded;
            var desk = loaded.Value;
            var noted = desk.Item.Note(desk.Session, request.Notes, request.NotesVersion ?? 0, clock.GetUtcNow().UtcDateTime);
            if (!noted.Ok) return noted;
            db.Record(actor.Value, JournalActions.ItemNoted, desk.Initiative, $"Phiên {desk.Session.Number}");
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
    }
}
