using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Journal;

/// <summary>Who was shown scores of others, newest first.</summary>
public static class ScoreReadings
{
    public const int PageSize = 50;

    public sealed record Query : IRequest<View>
    {
        public int? PersonId { get; init; }

        /// <summary>Calendar year in Việt Nam in which it was read.</summary>
        public int? Year { get; init; }

        public int Page { get; init; } = 1;
    }

    /// <param name="Dossier">The dossier's number here; empty: the page showed several.</param>
    /// <param name="IsSealed">A digest in the journal covers it.</param>
    public sealed record Row(DateTime At, string PersonName, string Page, string Dossier, bool IsSealed);

    public sealed record Choice(int Value, string Text);

    public sealed record View(Query Filter, IReadOnlyList<Row> Rows, int Count, int Page, int Pages, IReadOnlyList<Choice> People, IReadOnlyList<int> Years);

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var readings = doors.ScoreReadings.AsNoTracking();
            var found = readings;
            if (request.PersonId is { } person) found = found.Where(row => row.PersonId == person);
            if (request.Year is >= 2000 and <= 9000 and { } year)
            {
                var (from, to) = (VietnamTime.StartOfDay(new DateOnly(year, 1, 1)), VietnamTime.StartOfDay(new DateOnly(year + 1, 1, 1)));
                found = found.Where(row => row.At >= from && row.At < to);
            }

            var count = await found.CountAsync(cancellationToken);
            var pages = Math.Max(1, (count + PageSize - 1) / PageSize);
            var page = Math.Clamp(request.Page, 1, pages);
            var sealedTo = await doors.ReadingSeals.MaxAsync(seal => (int?)seal.ToBatch, cancellationToken) ?? 0;
            var rows = await found.OrderByDescending(row => row.Batch).ThenByDescending(row => row.Line).Skip((page - 1) * PageSize).Take(PageSize)
                .Select(row => new Row(row.At, row.PersonName, row.Page, row.InitiativeId == null ? "" : $"hồ sơ #{row.InitiativeId}", row.Batch <= sealedTo)).ToListAsync(cancellationToken);
            var people = await readings.Select(row => new { row.PersonId, row.PersonName }).Distinct().OrderBy(item => item.PersonName).ThenBy(item => item.PersonId).ToListAsync(cancellationToken);
            var first = await readings.MinAsync(row => (DateTime?)row.At, cancellationToken);
            var now = VietnamTime.Today(clock.GetUtcNow().UtcDateTime).Year;
            return new View(request, rows, count, page, pages, [.. people.DistinctBy(item => item.PersonId).Select(item => new Choice(item.PersonId, item.PersonName))],
                first is { } at ? [.. Enumerable.Range(VietnamTime.Today(at).Year, Math.Max(1, now - VietnamTime.Today(at).Year + 1)).Reverse()] : []);
        }
    }
}
