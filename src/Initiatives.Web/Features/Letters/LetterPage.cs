using Initiatives.Domain.Access;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Letters;

/// <summary>One letter: what it lists and where each dossier stands, its files, and the signed letter or the form to upload it.</summary>
public static class LetterPage
{
    public sealed record Query : IRequest<View>
    {
        public int Id { get; init; }
    }

    /// <param name="Trouble">Why it cannot be sent with this letter any more; empty: it can, or it was.</param>
    /// <param name="Waits">For the unit's head still.</param>
    public sealed record Row(UnitLetterItem Item, string Number, string Trouble, bool Waits);

    public sealed record View
    {
        public required UnitLetter Letter { get; init; }
        public required string UnitName { get; init; }
        public required IReadOnlyList<Row> Rows { get; init; }
        public required IReadOnlyList<Person> Heads { get; init; }
        public required IReadOnlyList<JournalEntry> Timeline { get; init; }

        /// <summary>An officer of the unit, and it waits to be signed.</summary>
        public required bool MaySend { get; init; }

        /// <summary>Where the reader opens a dossier.</summary>
        public required string DossierPath { get; init; }
    }

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var scope = db.For(actor.Value);
            var letter = await scope.UnitLetters.AsNoTracking().SingleOrNotFound(item => item.Id == request.Id, cancellationToken);
            var isOurs = letter.UnitId == actor.Value.UnitId && actor.Value.Is(Role.UnitOfficer | Role.UnitHead);
            var maySend = letter.Status == UnitLetterStatus.Prepared && isOurs && actor.Value.Has(Permission.PrepareLetter);
            return new View
            {
                Letter = letter,
                UnitName = await db.Units.Where(unit => unit.Id == letter.UnitId).Select(unit => unit.Name).SingleAsync(cancellationToken),
                Rows = await RowsAsync(isOurs ? scope.OwnInitiatives : scope.ReceivedInitiatives, scope, letter, cancellationToken),
                Heads = maySend ? await db.HeadsAsync(letter.UnitId, cancellationToken) : [],
                Timeline = await scope.TimelineAsync<UnitLetter>(letter.Id, Audience.Owners, cancellationToken),
                MaySend = maySend,
                DossierPath = isOurs ? "/sang-kien" : "/tham-dinh",
            };
        }

        private async Task<IReadOnlyList<Row>> RowsAsync(IQueryable<Initiative> door, ScopedDb scope, UnitLetter letter, CancellationToken cancellationToken)
        {
            var ids = letter.Items.Select(item => item.InitiativeId).ToList();
            var initiatives = await door.AsNoTracking().Where(item => ids.Contains(item.Id)).ToDictionaryAsync(item => item.Id, cancellationToken);
            var years = await db.Cycles.ToDictionaryAsync(cycle => cycle.Id, cycle => cycle.Year, cancellationToken);
            var rows = new List<Row>();
            foreach (var item in letter.Items.OrderBy(item => item.Order))
            {
                var initiative = initiatives.GetValueOrDefault(item.InitiativeId);
                var number = initiative is { RegisterNumber: { } register, CycleId: { } cycle } ? RegisterCode.Of(years[cycle], register) : "";
                rows.Add(new Row(item, letter.Status == UnitLetterStatus.Sent ? number : "",
                    letter.Status == UnitLetterStatus.Prepared ? await TroubleAsync(scope, item, initiative, number, cancellationToken) : "",
                    initiative?.Status == InitiativeStatus.AwaitingEndorsement));
            }

            return rows;
        }

        private static async Task<string> TroubleAsync(ScopedDb scope, UnitLetterItem item, Initiative? initiative, string number, CancellationToken cancellationToken)
        {
            if (initiative is null) return "đã trả về cho tác giả";
            if (initiative.Status != InitiativeStatus.AwaitingEndorsement)
                return initiative.SubmittedAt is { } at && number.Length > 0 ? $"đã gửi Sở KH&CN lúc {VietnamTime.WithTime(at)}, số {number}, không theo tờ trình này" : "đã trả về cho tác giả hoặc đã rút";
            var files = await scope.OwnAttachments.FilesOf(item.InitiativeId).ToListAsync(cancellationToken);
            return ContentDigest.Of(initiative.Content(), files) == item.Digest ? "" : "nội dung đã sửa sau khi lập tờ trình";
        }
    }
}
