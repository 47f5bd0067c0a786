using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Results;

/// <summary>The Department's letters of a published cycle: one for each dossier that was not recognised, those that wait and those that are out. No point stands here.</summary>
public static class ResultList
{
    public sealed record Query(int Year) : IRequest<View>;

    /// <param name="Letter">Of the letter that is out; null: it waits.</param>
    public sealed record Row(int Id, string Number, string Title, string UnitName, string Authors, Issued? Letter);

    public sealed record Issued(int Id, string Code, DateOnly Date);

    /// <param name="Next">Number of the first letter that would be issued now.</param>
    public sealed record View(int Year, bool IsOut, IReadOnlyList<Row> Rows, int Next, DateOnly Today, string Signer, SigningCapacity Capacity)
    {
        public int Waiting => Rows.Count(row => row.Letter is null);
    }

    /// <summary>Dossiers whose letter is to be issued.</summary>
    internal static IQueryable<Initiative> Waiting(ScopedDb doors, int cycleId)
    {
        var told = Letters(doors).SelectMany(letter => letter.Items);
        return Declined(doors, cycleId).Where(item => !told.Any(one => one.InitiativeId == item.Id));
    }

    private static IQueryable<Initiative> Declined(ScopedDb doors, int cycleId) => doors.SentResults.AsNoTracking().Where(item => item.CycleId == cycleId && item.Status == InitiativeStatus.NotRecognised);

    private static IQueryable<DepartmentNotice> Letters(ScopedDb doors) => doors.ReceivedNotices.Where(letter => letter.Kind == DepartmentNoticeKind.NotRecognised);

    public sealed class Handler(AppDb db, CurrentActor actor, TimeProvider clock) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var (doors, today) = (db.For(actor.Value), VietnamTime.Today(clock.GetUtcNow().UtcDateTime));
            var cycle = await doors.Cycles.AsNoTracking().SingleOrNotFound(item => item.Year == request.Year, cancellationToken);
            var reference = await db.ReferenceAsync(cancellationToken);
            var letters = (await Letters(doors).AsNoTracking().Where(item => item.CycleId == cycle.Id).ToListAsync(cancellationToken)).ToDictionary(item => item.Items[0].InitiativeId, item => new Issued(item.Id, item.Code, item.Date));
            var told = letters.Keys.ToList();
            // One that was recognised later keeps the letter it once got.
            var rows = await doors.SentResults.AsNoTracking().Where(item => item.CycleId == cycle.Id && (item.Status == InitiativeStatus.NotRecognised || told.Contains(item.Id))).OrderBy(item => item.RegisterNumber).ThenBy(item => item.Id)
                .Select(item => new { item.Id, item.RegisterNumber, item.Title, item.UnitId, Authors = item.Authors.OrderBy(author => author.Order).Select(author => author.Name).ToList() }).ToListAsync(cancellationToken);
            var (name, capacity) = await db.DepartmentSignerAsync(actor.Value, cancellationToken);
            return new View(cycle.Year, cycle.PublishedAt is not null,
                [.. rows.Select(row => new Row(row.Id, row.RegisterNumber is { } number ? RegisterCode.Of(cycle.Year, number) : "", row.Title, reference.Unit(row.UnitId).Name, string.Join(", ", row.Authors), letters.GetValueOrDefault(row.Id)))],
                1 + await db.TurnAsync(DepartmentNotice.CounterOf(today.Year), cancellationToken), today, name, capacity);
        }
    }
}
