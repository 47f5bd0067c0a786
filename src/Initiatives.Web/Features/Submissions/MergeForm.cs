using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Html;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Submissions;

/// <summary>The stored version and the typed text side by side: what merges by itself, and what a person decides.</summary>
public static class MergeForm
{
    public sealed record Query : IRequest<View?>
    {
        /// <summary>What was typed on an older version; its id 0: on the draft that its form has made.</summary>
        public required SaveDraft.Command Typed { get; init; }

        /// <summary>Decided already, but somebody saved once more: the decision is now what was typed.</summary>
        public MergeDraft.Command? Again { get; init; }
    }

    /// <summary>A part that both changed.</summary>
    /// <param name="Joined">Both texts as they can be kept together; empty where the rule joins rows.</param>
    /// <param name="Kind">How the joined text is edited: text, textarea, rich; empty: not at all.</param>
    public sealed record Conflict(string Field, string Label, string Stored, string Typed, bool MayJoin, string Joined, string Kind);

    /// <summary>A part that merged by itself, and from where.</summary>
    public sealed record Settled(string Label, MergeState From, string Stored, string Typed);

    public sealed record View
    {
        public required int Id { get; init; }
        public required int Version { get; init; }
        public required int Origin { get; init; }

        /// <summary>Empty: the same person, in another window.</summary>
        public required string SavedBy { get; init; }
        public required DateTime SavedAt { get; init; }
        public required string Title { get; init; }
        public required SaveDraft.Command Mine { get; init; }
        public required IReadOnlyList<Conflict> Conflicts { get; init; }
        public required IReadOnlyList<Settled> Merged { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor, HtmlCleaner cleaner) : IRequestHandler<Query, View?>
    {
        /// <summary>Null when there is no draft to merge with: it was sent meanwhile.</summary>
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            var own = db.For(actor.Value).OwnInitiatives.AsNoTracking();
            var stored = request.Typed.Id != 0
                ? await own.SingleOrNotFound(item => item.Id == request.Typed.Id, cancellationToken)
                : await own.SingleOrNotFound(item => item.FormKey == request.Typed.FormKey && item.CreatedById == actor.Value.PersonId, cancellationToken);
            if (stored.Status != InitiativeStatus.Draft) return null;
            var (mine, typed, origin) = await TypedAsync(request, stored, cancellationToken);
            var content = stored.Content();
            var merge = new DraftMerge(origin?.Content, content, typed);
            var name = await db.CodeNamesAsync(cancellationToken);
            return new View
            {
                Id = stored.Id,
                Version = stored.Version,
                Origin = origin?.Version ?? 0,
                SavedBy = stored.SavedById == actor.Value.PersonId ? "" : await db.People.Where(person => person.Id == stored.SavedById).Select(person => person.Name).SingleOrDefaultAsync(cancellationToken) ?? "",
                SavedAt = stored.SavedAt,
                Title = stored.Title,
                Mine = mine,
                Conflicts = [.. merge.Conflicts.Select(item => new Conflict(item.Part.Field, item.Part.Label, item.Part.Read(content, name), item.Part.Read(typed, name),
                    item.MayJoin, Merging.Joined(item.Part.Field, content, typed, cleaner), KindOf(item.Part)))],
                Merged = [.. merge.Parts.Where(item => item.State is not (MergeState.Same or MergeState.Conflict))
                    .Select(item => new Settled(item.Part.Label, item.State, item.Part.Read(content, name), item.Part.Read(typed, name)))],
            };
        }

        private async Task<(SaveDraft.Command Mine, DraftContent Typed, InitiativeVersion? Origin)> TypedAsync(Query request, Initiative stored, CancellationToken cancellationToken)
        {
            if (request.Again is { } again)
            {
                var decided = await Merging.DecideAsync(db, actor.Value, cleaner, again, stored, cancellationToken);
                var form = DraftInput.FormOf(stored, decided) with { Version = again.Version, Tab = again.Mine.Tab, Sequence = again.Mine.Sequence };
                return (form, decided, await Merging.LastAsync(db, actor.Value, stored.Id, again.Version, default, cancellationToken));
            }

            var mine = request.Typed with { Id = stored.Id };
            var typed = DraftInput.Read(mine, cleaner, await db.LinkedPeopleAsync(mine, stored, actor.Value, cancellationToken)).Content;
            return (mine, typed, await Merging.LastAsync(db, actor.Value, stored.Id, mine.Version, new SaveMark(mine.Tab, mine.Sequence), cancellationToken));
        }

        private static string KindOf(DraftPart part) => part.Field switch
        {
            nameof(DraftContent.Title) => "text",
            nameof(DraftContent.Solution) => "rich",
            _ => part.Put is null ? "" : "textarea",
        };
    }
}
