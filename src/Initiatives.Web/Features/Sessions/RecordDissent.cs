using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Sessions;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Sessions;

/// <summary>A member's dissent (ý kiến bảo lưu) on one dossier.</summary>
public static class RecordDissent
{
    public sealed record Command : ItemCommand
    {
        public int? DissentPersonId { get; init; }

        [StringLength(2000, ErrorMessage = "Ý kiến bảo lưu dài tối đa 2.000 ký tự.")]
        public string DissentText { get; init; } = "";
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var loaded = await ItemDesk.LoadAsync(db, actor.Value, request, cancellationToken);
            if (!loaded.Ok) return loaded;
            var desk = loaded.Value;
            var dissent = DissentingOpinion.Record(desk.Session, desk.Council, desk.Initiative.Id, desk.Conflicted, request.DissentPersonId, request.DissentText, actor.Value, clock.GetUtcNow().UtcDateTime);
            if (!dissent.Ok) return Result.Fail(dissent.Problems.Select(problem => problem.Field.Length == 0 ? problem : problem with { Field = "Dissent" + problem.Field }));
            var said = dissent.Value;
            if (await db.For(actor.Value).Dissents.AnyAsync(item => item.SessionId == said.SessionId && item.InitiativeId == said.InitiativeId && item.PersonId == said.PersonId && item.Text == said.Text, cancellationToken)) return Result.Success;   // the same form twice
            db.Add(said);
            desk.Item.Touch();
            db.Guard(desk.Session);
            db.Record(actor.Value, JournalActions.DissentRecorded, desk.Initiative, said.Name);
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
    }
}
