using System.ComponentModel.DataAnnotations;
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
    public sealed record Command : ItemCommand
    {
        public int NotesVersion { get; init; }

        [StringLength(200, ErrorMessage = "Người trình bày ghi tối đa 200 ký tự.")]
        public string Presenter { get; init; } = "";

        [StringLength(4000, ErrorMessage = "Nội dung trình bày dài tối đa 4.000 ký tự.")]
        public string Presentation { get; init; } = "";

        [StringLength(4000, ErrorMessage = "Nhận xét phản biện dài tối đa 4.000 ký tự.")]
        public string Reviews { get; init; } = "";

        [StringLength(6000, ErrorMessage = "Hỏi đáp dài tối đa 6.000 ký tự.")]
        public string Questions { get; init; } = "";
    }

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var loaded = await ItemDesk.LoadAsync(db, actor.Value, request, cancellationToken);
            if (!loaded.Ok) return loaded;
            var desk = loaded.Value;
            var noted = desk.Item.Note(desk.Session, new ItemNotes(request.Presenter, request.Presentation, request.Reviews, request.Questions), request.NotesVersion, clock.GetUtcNow().UtcDateTime);
            if (!noted.Ok) return noted;
            db.Record(actor.Value, JournalActions.ItemNoted, desk.Initiative, $"Phiên {desk.Session.Number}");
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
    }
}
