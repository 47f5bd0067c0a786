using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Results;

/// <summary>The Department's letters of a published cycle: one for each dossier that was not recognised. No number stands here.</summary>
public static class ResultList
{
    public sealed record Query(int Year) : IRequest<View>;

    public sealed record Row(int Id, string Number, string Title, string UnitName, string Authors);

    public sealed record View(int Year, bool IsOut, IReadOnlyList<Row> Rows);

    public sealed class Handler(AppDb db, CurrentActor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query request, CancellationToken cancellationToken)
        {
            var doors = db.For(actor.Value);
            var cycle = await doors.Cycles.AsNoTracking().SingleOrNotFound(item => item.Year == request.Year, cancellationToken);
            var reference = await db.ReferenceAsync(cancellationToken);
            var rows = await doors.SentResults.AsNoTracking().Where(item => item.CycleId == cycle.Id && item.Status == InitiativeStatus.NotRecognised).OrderBy(item => item.RegisterNumber).ThenBy(item => item.Id)
                .Select(item => new { item.Id, item.RegisterNumber, item.Title, item.UnitId, Authors = item.Authors.OrderBy(author => author.Order).Select(author => author.Name).ToList() }).ToListAsync(cancellationToken);
            return new View(cycle.Year, cycle.PublishedAt is not null, [.. rows.Select(row => new Row(row.Id, row.RegisterNumber is { } number ? RegisterCode.Of(cycle.Year, number) : "", row.Title, reference.Unit(row.UnitId).Name, string.Join(", ", row.Authors)))]);
        }
    }
}
