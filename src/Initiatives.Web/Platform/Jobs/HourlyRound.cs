using Initiatives.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Platform.Jobs;

/// <summary>Asks once an hour for a seal over who read scores, when somebody has; several nodes ask for the same once.</summary>
public sealed class HourlyRound(IServiceScopeFactory scopes, TimeProvider clock)
{
    private string asked = "";

    public async Task AskAsync(CancellationToken cancellationToken)
    {
        var hour = FormattableString.Invariant($"{clock.GetUtcNow().UtcDateTime:yyyy-MM-dd-HH}");
        if (asked == hour) return;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var last = await db.ReadingSeals.MaxAsync(seal => (int?)seal.ToBatch, cancellationToken) ?? 0;
        if (await db.ScoreReadings.AnyAsync(row => row.Batch > last, cancellationToken))
        {
            scope.ServiceProvider.GetRequiredService<JobQueue>().Enqueue(new SealReadings(), $"niem-phong-doc-diem:{hour}");
            await db.SaveChangesAsync(cancellationToken);
        }

        asked = hour;
    }
}
