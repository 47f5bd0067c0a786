using Initiatives.Domain;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Web.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Platform.Jobs;

/// <summary>Puts a digest over what was read since the last seal into the journal. Nothing new: no seal.</summary>
public sealed class SealReadingsHandler(AppDb db, TimeProvider clock) : IRequestHandler<SealReadings, Result>
{
    private const int Most = 20_000;

    public async Task<Result> Handle(SealReadings request, CancellationToken cancellationToken)
    {
        while (await SealAsync(cancellationToken))
        {
        }

        return Result.Success;
    }

    /// <summary>True when rows are left.</summary>
    private async Task<bool> SealAsync(CancellationToken cancellationToken)
    {
        var last = await db.ReadingSeals.MaxAsync(seal => (int?)seal.ToBatch, cancellationToken) ?? 0;
        var rows = await db.ScoreReadings.AsNoTracking().Where(row => row.Batch > last)
            .OrderBy(row => row.Batch).ThenBy(row => row.Line).Take(Most).ToListAsync(cancellationToken);
        if (rows.Count == 0) return false;
        var isMore = rows.Count == Most;
        if (isMore) rows.RemoveAll(row => row.Batch == rows[^1].Batch);   // perhaps not all of it was read; a batch is far smaller than this
        var seal = ReadingSeal.Over(rows, clock.GetUtcNow().UtcDateTime);
        db.Add(seal);
        db.Record(Actor.System, JournalActions.ReadingsSealed, seal, seal.Details);
        await db.SaveChangesAsync(cancellationToken);
        return isMore;
    }
}
