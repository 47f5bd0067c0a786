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

    /// <summary>Somebody saved another version since this form was opened.</summary>
    public sealed record Conflict(string SavedBy, DateTime SavedAt, IReadOnlyList<DraftDifference> Differences);

    public sealed record View
    {
        public required int Id { get; init; }
        public required int Version { get; init; }
        public required bool IsDraft { get; init; }
        public required SaveDraft.Command Form { get; init; }
        public required IReadOnlyList<SectionCheck> Sections { get; init; }
        public required decimal ShareTotal { get; init; }
        public required IReadOnlyList<ReformField> Fields { get; init; }
        public required IReadOnlyList<PerformanceIndex> Indices { get; init; }

        /// <summary>Accounts that may stand behind an author.</summary>
        public required IReadOnlyList<(string Value, string Text)> People { get; init; }
        public required FileSlots Slots { get; init; }
        public IReadOnlyList<DossierFile> Files => Slots.Files;
        /// <summary>What each author has said about his row; as stored, so empty while a refused save is shown again.</summary>
        public IReadOnlyList<AuthorState> Authors { get; init; } = [];
        public DateTime? SavedAt { get; init; }
        public string ReturnReason { get; init; } = "";
        public Conflict? Conflict { get; init; }

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
                Version = stored?.Version ?? 0,
                IsDraft = stored is null || stored.Status == InitiativeStatus.Draft,
                Form = request.Typed ?? FormOf(stored, content),
                Sections = Completeness.Of(content),
                ShareTotal = content.ShareTotal,
                Fields = fields,
                Indices = indices,
                People = [.. people.Select(person => (person.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), $"{person.Name}, {person.Post}"))],
                Slots = await SlotsAsync(stored, cancellationToken),
                Authors = stored is null || request.Typed is not null ? []
                    : await db.For(actor.Value).AuthorStatesAsync(stored, content.Authors, clock.GetUtcNow().UtcDateTime, cancellationToken),
                SavedAt = stored?.SavedAt,
                ReturnReason = stored?.ReturnReason ?? "",
                Conflict = stored is not null && request.Typed is not null && request.Typed.Version != stored.Version
                    ? await ConflictAsync(stored, content, fields, indices, cancellationToken) : null,
            };
        }

        /// <summary>The stored draft; for a new form posted again the one it has made.</summary>
        private async Task<Initiative?> StoredAsync(Query request, CancellationToken cancellationToken)
        {
            var own = db.For(actor.Value).OwnInitiatives.AsNoTracking();
            if (request.Id != 0) return await own.SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var key = request.Typed?.FormKey ?? Guid.Empty;
            return key == Guid.Empty ? null : await own.SingleOrDefaultAsync(item => item.FormKey == key, cancellationToken);
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

        private async Task<Conflict> ConflictAsync(Initiative stored, DraftContent typed, List<ReformField> fields, List<PerformanceIndex> indices, CancellationToken cancellationToken)
        {
            var names = fields.Select(field => (field.Code, field.Name)).Concat(indices.Select(index => (index.Code, index.Name))).ToDictionary(item => item.Code, item => item.Name);
            var savedBy = await db.People.Where(person => person.Id == stored.SavedById).Select(person => person.Name).SingleOrDefaultAsync(cancellationToken);
            return new Conflict(stored.SavedById == actor.Value.PersonId ? "Bạn, ở một cửa sổ khác," : savedBy ?? "", stored.SavedAt, DraftDifference.Between(stored.Content(), typed, code => names.GetValueOrDefault(code, code)));
        }

        private static SaveDraft.Command FormOf(Initiative? stored, DraftContent content) => new()
        {
            Id = stored?.Id ?? 0,
            FormKey = stored?.FormKey ?? Guid.NewGuid(),
            Version = stored?.Version ?? 0,
            Title = content.Title,
            SolutionType = content.SolutionType,
            FieldCode = content.FieldCode,
            Indices = [.. content.Indices],
            FirstAppliedOn = content.FirstAppliedOn,
            Summary = content.Summary,
            PriorSituation = content.PriorSituation,
            Solution = content.Solution.Html,
            Novelty = content.Novelty,
            Scope = content.Scope,
            ReplicationConditions = content.ReplicationConditions,
            Confidential = content.Confidential,
            Authors = [.. content.Authors.Select(author => new AuthorInput
            {
                PersonId = author.PersonId,
                Name = author.Name,
                BirthDate = author.BirthDate,
                Workplace = author.Workplace,
                Post = author.Post,
                Qualification = author.Qualification,
                Share = author.Share,
                Email = author.Email,
            })],
            Participants = [.. content.Participants.Select(person => new ParticipantInput { Name = person.Name, Workplace = person.Workplace, Post = person.Post, Contribution = person.Contribution })],
            Effects = [.. content.Effects.Select(effect => new EffectInput { Measure = effect.Measure, Before = effect.Before, After = effect.After, Unit = effect.Unit, HowMeasured = effect.HowMeasured })],
        };
    }
}
