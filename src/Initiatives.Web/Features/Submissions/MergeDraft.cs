using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Html;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Submissions;

/// <summary>Saves what somebody has made of two texts: the stored version and what was typed on an older one.</summary>
public static class MergeDraft
{
    public sealed record Command : IRequest<Result<SaveDraft.Saved>>
    {
        public int Id { get; init; }

        /// <summary>The stored version that was seen beside the typed text.</summary>
        public int Version { get; init; }

        /// <summary>The version from which both began; 0: not known.</summary>
        public int Origin { get; init; }

        /// <summary>What was typed, whole.</summary>
        public SaveDraft.Command Mine { get; init; } = new();

        /// <summary>For each part in conflict: Stored, Typed or Both.</summary>
        [EachAtMost(10, ErrorMessage = "Chọn một trong ba cách.")]
        public Dictionary<string, string> Choices { get; init; } = [];

        /// <summary>For texts of which both are kept: as they were joined and edited.</summary>
        [EachAtMost(300_000, ErrorMessage = "Phần ghép lại quá dài.")]
        public Dictionary<string, string> Joined { get; init; } = [];
    }

    public sealed class Handler(AppDb db, CurrentActor actor, HtmlCleaner cleaner, TimeProvider clock) : IRequestHandler<Command, Result<SaveDraft.Saved>>
    {
        public async Task<Result<SaveDraft.Saved>> Handle(Command request, CancellationToken cancellationToken)
        {
            var initiative = await db.For(actor.Value).OwnInitiatives.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            if (initiative.Version != request.Version) return Result.Fail(nameof(Initiative.Version), "Có người vừa lưu bản khác của hồ sơ này.");
            var decided = await Merging.DecideAsync(db, actor.Value, cleaner, request, initiative, cancellationToken);
            if (Merging.TooLong(decided) is { Count: > 0 } problems) return Result.Fail(problems);
            if (initiative.Status == InitiativeStatus.Draft && DraftPart.Different(initiative.Content(), decided).Count == 0)
                return SaveDraft.Saved.Of(initiative, decided);
            var revised = initiative.Revise(decided, request.Version, actor.Value, clock.GetUtcNow().UtcDateTime, new SaveMark(request.Mine.Tab, request.Mine.Sequence));
            if (!revised.Ok) return Result.Fail(revised.Problems);
            db.Record(actor.Value, JournalActions.DraftMerged, initiative, $"Bản {request.Version} với phần gõ trên bản {request.Mine.Version}, thành bản {initiative.Version}");
            await db.SaveChangesAsync(cancellationToken);
            return SaveDraft.Saved.Of(initiative, decided);
        }
    }
}
