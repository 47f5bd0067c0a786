using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Sessions;

/// <summary>Puts a dossier off to a later session.</summary>
public static class PostponeItem
{
    public sealed record Command : ItemCommand
    {
        [StringLength(500, ErrorMessage = "Lý do hoãn dài tối đa 500 ký tự.")]
        public string PostponeReason { get; init; } = "";
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var loaded = await ItemDesk.LoadAsync(db, actor.Value, request, cancellationToken);
            if (!loaded.Ok) return loaded;
            var desk = loaded.Value;
            var isConcluded = await db.For(actor.Value).Conclusions.AnyAsync(item => item.InitiativeId == desk.Initiative.Id, cancellationToken);
            var postponed = desk.Item.Postpone(desk.Session, isConcluded, request.PostponeReason, clock.GetUtcNow().UtcDateTime);
            if (!postponed.Ok) return postponed;
            db.Record(actor.Value, JournalActions.ItemPostponed, desk.Initiative, desk.Item.PostponeReason);
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
    }
}
