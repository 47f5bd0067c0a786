using Initiatives.Domain.Recognition;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Postings;

/// <summary>What the council recommends in a cycle, as it is posted: no rank and no point is read for it.</summary>
internal static class RecommendedList
{
    public static async Task<IReadOnlyList<PostedInitiative>> OfAsync(AppDb db, ScopedDb doors, int cycleId, CancellationToken cancellationToken)
    {
        var reference = await db.ReferenceAsync(cancellationToken);
        var rows = await doors.ReceivedInitiatives.AsNoTracking().Where(item => item.CycleId == cycleId && item.Status == InitiativeStatus.Recommended)
            .Select(item => new { item.Id, item.Title, item.UnitId, item.FieldCode, Authors = item.Authors.OrderBy(author => author.Order).Select(author => author.Name).ToList() })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new PostedInitiative(0, row.Id, row.Title, reference.Unit(row.UnitId).Name, reference.Field(row.FieldCode)?.Name ?? "", string.Join(", ", row.Authors)))];
    }
}
