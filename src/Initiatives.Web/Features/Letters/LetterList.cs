using Initiatives.Domain.Access;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Letters;

/// <summary>A unit's letters, and for its officer the dossiers that a new one may cover; for the Department what was sent to it.</summary>
public static class LetterList
{
    public const int PageSize = 25;

    public sealed record Query : IRequest<View>
    {
        /// <summary>From 1.</summary>
        public int Trang { get; init; } = 1;
    }

    public sealed record Row(int Id, string Name, string UnitName, UnitLetterStatus Status, int Dossiers, string Signer, DateTime At);

    /// <param name="InLetter">A letter that waits to be signed and holds it already; null: none.</param>
    public sealed record Waiting(int Id, string Title, string Authors, DateTime SentAt, (int Id, string Name)? InLetter);

    public sealed record View(IReadOnlyList<Row> Rows, int Count, int Page, IReadOnlyList<Waiting> Dossiers, IReadOnlyList<Person> Heads, bool MayPrepare, bool IsDepartment, Guid FormKey)
    {
        public int Pages => Math.Max(1, (Count + PageSize - 1) / PageSize);
    }

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var scope = db.For(actor.Value);
            var count = await scope.UnitLetters.CountAsync(cancellationToken);
            var page = Math.Clamp(request.Trang, 1, Math.Max(1, (count + PageSize - 1) / PageSize));
            var letters = await scope.UnitLetters.AsNoTracking().OrderByDescending(letter => letter.Id).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
            var ids = letters.ConvertAll(letter => letter.UnitId);
            var units = await db.Units.Where(unit => ids.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.Name, cancellationToken);
            var may = actor.Value.Has(Permission.PrepareLetter);
            return new View(
                [.. letters.Select(letter => new Row(letter.Id, letter.Name, units[letter.UnitId], letter.Status, letter.Items.Count, letter.SignerName, letter.SentAt ?? letter.CancelledAt ?? letter.CreatedAt))],
                count, page,
                may ? await WaitingAsync(scope, cancellationToken) : [],
                may ? await db.HeadsAsync(actor.Value.UnitId, cancellationToken) : [],
                may, !actor.Value.Is(Role.UnitOfficer | Role.UnitHead), Guid.NewGuid());
        }

        private async Task<IReadOnlyList<Waiting>> WaitingAsync(ScopedDb scope, CancellationToken cancellationToken)
        {
            var open = await scope.OpenLettersAsync(actor.Value.UnitId, cancellationToken);
            var dossiers = await scope.OwnInitiatives.AsNoTracking()
                .Where(item => item.UnitId == actor.Value.UnitId && item.Status == InitiativeStatus.AwaitingEndorsement)
                .OrderBy(item => item.StatusSince).ThenBy(item => item.Id).Take(200).ToListAsync(cancellationToken);
            return dossiers.ConvertAll(item => new Waiting(item.Id, item.Title,
                string.Join(", ", item.Content().Authors.Select(author => $"{author.Name} {VietnameseNumber.Format(author.Share ?? 0)}%")), item.StatusSince,
                open.Holding(item.Id) is { } letter ? (letter.Id, letter.NameInText) : null));
        }
    }
}
