using Initiatives.Domain.Cycles;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Platform.Html;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Submissions;

/// <summary>The form of a dossier: as stored, or as it was typed when a save was refused.</summary>
public static class DraftForm
{
    public sealed record Query : IRequest<View>
    {
        /// <summary>0: a new one.</summary>
        public int Id { get; init; }

        /// <summary>What was typed, to be shown again.</summary>
        public SaveDraft.Command? Typed { get; init; }
    }

    public sealed record View
    {
        public required int Id { get; init; }
        /// <summary>The version on which the form was, or is being, typed.</summary>
        public required int Version { get; init; }
        public required bool IsDraft { get; init; }
        public required SaveDraft.Command Form { get; init; }
        public required IReadOnlyList<SectionState> Sections { get; init; }
        public required decimal ShareTotal { get; init; }
        public required IReadOnlyList<ReformField> Fields { get; init; }
        public required IReadOnlyList<PerformanceIndex> Indices { get; init; }

        /// <summary>Accounts that may stand behind an author.</summary>
        public required IReadOnlyList<(string Value, string Text)> People { get; init; }
        /// <summary>What each author has said about his row; as stored, so empty while a refused save is shown again.</summary>
        public IReadOnlyList<AuthorState> Authors { get; init; } = [];

        public required FileSlots Slots { get; init; }
        public IReadOnlyList<DossierFile> Files => Slots.Files;
        public DateTime? SavedAt { get; init; }
        public string ReturnReason { get; init; } = "";

        /// <summary>Who else saved it within the last minutes; empty: nobody.</summary>
        public string SavedBy { get; init; } = "";

        /// <summary>Whose copies of unsaved text on this computer may be shown here.</summary>
        public required int OwnerId { get; init; }

        /// <summary>The window that saved the newest version: what it still holds is stored.</summary>
        public SaveMark Mark { get; init; }

        /// <summary>What stands in the form is not stored: it was refused.</summary>
        public bool IsTyped { get; init; }

        /// <summary>Nothing was written yet, so nothing is missing yet.</summary>
        public bool IsFresh => Id == 0 && Form.Title.Length == 0;
        public string Action => Id == 0 ? "/sang-kien/soan" : $"/sang-kien/{Id}/soan";
    }

    public sealed class Handler(AppDb db, CurrentActor actor, HtmlCleaner cleaner, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var stored = await StoredAsync(request, cancellationToken);
            var fields = await db.Fields.AsNoTracking().OrderBy(field => field.Order).ToListAsync(cancellationToken);
            var indices = await db.Indices.AsNoTracking().OrderBy(index => index.Order).ToListAsync(cancellationToken);
            var people = await PeopleAsync(stored, cancellationToken);
            var content = request.Typed is { } typed ? DraftInput.Read(typed, cleaner, people.ToDictionary(person => person.Id)).Content : stored?.Content() ?? new DraftContent();
            return new View
            {
                Id = stored?.Id ?? 0,
                Version = request.Typed?.Version ?? stored?.Version ?? 0,   // what was typed on an older version stays so until it is merged
                IsDraft = stored is null || stored.Status == InitiativeStatus.Draft,
                Form = request.Typed ?? DraftInput.FormOf(stored, content),
                Sections = SectionState.Of(content),
                ShareTotal = content.ShareTotal,
                Fields = fields,
                Indices = indices,
                People = [.. people.Select(person => (person.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), $"{person.Name}, {person.Post}"))],
                Authors = stored is null || request.Typed is not null ? []
                    : await db.For(actor.Value).AuthorStatesAsync(stored, content.Authors, clock.GetUtcNow().UtcDateTime, cancellationToken),
                Slots = await SlotsAsync(stored, cancellationToken),
                SavedAt = stored?.SavedAt,
                ReturnReason = stored?.ReturnReason ?? "",
                SavedBy = stored is null ? "" : await CompanionAsync(stored, cancellationToken),
                OwnerId = actor.Value.PersonId,
                Mark = stored is null ? default : await MarkAsync(stored.Id, cancellationToken),
                IsTyped = request.Typed is not null,
            };
        }

        /// <summary>The stored draft; for a new form posted again the one it has made.</summary>
        private async Task<Initiative?> StoredAsync(Query request, CancellationToken cancellationToken)
        {
            var own = db.For(actor.Value).OwnInitiatives.AsNoTracking();
            if (request.Id != 0) return await own.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var key = request.Typed?.FormKey ?? Guid.Empty;
            return key == Guid.Empty ? null : await own.SingleOrDefaultAsync(item => item.FormKey == key && item.CreatedById == actor.Value.PersonId, cancellationToken);
        }

        private async Task<FileSlots> SlotsAsync(Initiative? stored, CancellationToken cancellationToken) => new(
            stored?.Id ?? 0,
            stored is null ? [] : await db.FilesAsync(db.For(actor.Value).OwnAttachments, stored.Id, cancellationToken),
            await db.UploadSettingsAsync(clock.GetUtcNow().UtcDateTime, cancellationToken),
            MayChange: true);

        private async Task<List<LinkedPerson>> PeopleAsync(Initiative? stored, CancellationToken cancellationToken)
        {
            var unitId = stored?.UnitId ?? actor.Value.UnitId;
            var linked = stored?.Authors.Select(author => author.PersonId).OfType<int>().ToList() ?? [];
            return await (from person in db.People
                          join unit in db.Units on person.UnitId equals unit.Id
                          where person.UnitId == unitId || linked.Contains(person.Id)
                          orderby person.SortKey, person.Id
                          select new LinkedPerson(person.Id, person.Name, person.Post, unit.Name)).ToListAsync(cancellationToken);
        }

        private async Task<SaveMark> MarkAsync(int id, CancellationToken cancellationToken) => await db.For(actor.Value).OwnVersions
            .Where(version => version.InitiativeId == id).OrderByDescending(version => version.Version)
            .Select(version => new SaveMark(version.Tab, version.Sequence)).FirstOrDefaultAsync(cancellationToken);

        /// <summary>Somebody else who has just saved it probably still writes.</summary>
        private async Task<string> CompanionAsync(Initiative stored, CancellationToken cancellationToken) =>
            stored.SavedById == actor.Value.PersonId || clock.GetUtcNow().UtcDateTime - stored.SavedAt > TimeSpan.FromMinutes(5)
                ? ""
                : await db.People.Where(person => person.Id == stored.SavedById).Select(person => person.Name).SingleOrDefaultAsync(cancellationToken) ?? "";
    }
}
