using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Endorsing;

/// <summary>What waits for the head of a unit, to be read and sent one by one or several at once; and what he sent last.</summary>
public static class EndorsementList
{
    /// <summary>No unit puts more before its head at a time; what is over waits its turn.</summary>
    private const int Most = 200;

    public sealed record Query : IRequest<View>;

    public sealed record Row
    {
        public required int Id { get; init; }
        public required int Version { get; init; }
        public required string Title { get; init; }
        public required string Authors { get; init; }
        public required string FieldLetter { get; init; }
        public required string FieldName { get; init; }
        public required DateTime SentAt { get; init; }
        public required int Files { get; init; }

        /// <summary>He is among its authors.</summary>
        public required bool IsMine { get; init; }

        /// <summary>When this head last looked at an earlier version; null: never.</summary>
        public required DateTime? LookedAt { get; init; }

        /// <summary>He has opened it as it stands.</summary>
        public required bool IsRead { get; init; }

        /// <summary>The prepared letter that lists it; null: none.</summary>
        public required (int Id, string Name)? InLetter { get; init; }

        /// <summary>Vietnamese names of the parts that changed since he last looked.</summary>
        public required IReadOnlyList<string> Changed { get; init; }
    }

    public sealed record Sent(int Id, string Number, string Title, DateTime At);

    public sealed record View(Actor Head, string UnitName, IReadOnlyList<Row> Rows, IReadOnlyList<Sent> Recent);

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var scope = db.For(actor.Value);
            var waiting = await scope.OwnInitiatives.AsNoTracking()
                .Where(item => item.UnitId == actor.Value.UnitId && item.Status == InitiativeStatus.AwaitingEndorsement)
                .OrderBy(item => item.StatusSince).ThenBy(item => item.Id).Take(Most).ToListAsync(cancellationToken);
            var ids = waiting.ConvertAll(item => item.Id);
            var fields = await db.Fields.AsNoTracking().ToDictionaryAsync(field => field.Code, cancellationToken);
            var looks = (await scope.HeadLooks.AsNoTracking().Where(look => ids.Contains(look.InitiativeId)).ToListAsync(cancellationToken)).ToLookup(look => look.InitiativeId);
            var files = (await scope.OwnAttachments.AsNoTracking().Where(file => ids.Contains(file.InitiativeId)).ToListAsync(cancellationToken)).ToLookup(file => file.InitiativeId);
            var letters = await scope.OpenLettersAsync(actor.Value.UnitId, cancellationToken);
            var nameOf = await db.CodeNamesAsync(cancellationToken);
            var unit = await db.Units.Where(item => item.Id == actor.Value.UnitId).Select(item => item.Name).SingleAsync(cancellationToken);
            return new View(actor.Value, unit, [.. waiting.Select(item => RowOf(item, looks[item.Id], [.. files[item.Id]], letters.Holding(item.Id), fields, nameOf))], await RecentAsync(scope, cancellationToken));
        }

        private Row RowOf(Initiative item, IEnumerable<HeadLook> looks, IReadOnlyList<Attachment> files, UnitLetter? letter, Dictionary<string, Domain.Cycles.ReformField> fields, Func<string, string> nameOf)
        {
            var last = looks.Where(look => look.Version < item.Version).MaxBy(look => look.Version);
            var content = item.Content();
            var field = fields.GetValueOrDefault(item.FieldCode ?? "");
            var parts = LookParts.Of(content, files.Select(file => new DossierFile(file.Id, file.Kind, file.FileName, file.ContentType, file.Size, file.Sha256)), nameOf);
            return new Row
            {
                Id = item.Id,
                Version = item.Version,
                Title = item.Title,
                Authors = string.Join(", ", content.Authors.Select(author => $"{author.Name} {VietnameseNumber.Format(author.Share ?? 0)}%")),
                FieldLetter = field?.Letter ?? "",
                FieldName = field?.ShortName ?? "",
                SentAt = item.StatusSince,
                Files = files.Count,
                IsMine = item.IsWrittenBy(actor.Value),
                LookedAt = last?.At,
                InLetter = letter is null ? null : (letter.Id, letter.NameInText),
                IsRead = looks.Any(look => look.Version == item.Version),
                Changed = last is null ? [] : [.. LookParts.Between(last.Parts, parts).Select(part => part.Label)],
            };
        }

        private async Task<IReadOnlyList<Sent>> RecentAsync(ScopedDb scope, CancellationToken cancellationToken)
        {
            var rows = await (from endorsement in scope.Endorsements
                              join item in scope.OwnInitiatives on endorsement.InitiativeId equals item.Id
                              join cycle in db.Cycles on endorsement.CycleId equals cycle.Id
                              where endorsement.PersonId == actor.Value.PersonId
                              orderby endorsement.At descending, item.RegisterNumber descending
                              select new { item.Id, item.Title, item.RegisterNumber, cycle.Year, endorsement.At }).Take(10).ToListAsync(cancellationToken);
            return [.. rows.Select(row => new Sent(row.Id, RegisterCode.Of(row.Year, row.RegisterNumber ?? 0), row.Title, row.At))];
        }
    }
}
