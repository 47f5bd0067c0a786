using Initiatives.Web.Data;

namespace Initiatives.Web.Platform.Jobs;

/// <summary>Asks once an hour for what is done hourly; several nodes ask for the same once.</summary>
public sealed class HourlyRound(IServiceScopeFactory scopes, TimeProvider clock)
{
    private string asked = "";

    public async Task AskAsync(CancellationToken cancellationToken)
    {
        var hour = FormattableString.Invariant($"{clock.GetUtcNow().UtcDateTime:yyyy-MM-dd-HH}");
        if (asked == hour) return;
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<JobQueue>().Enqueue(new SealReadings(), $"niem-phong-doc-diem:{hour}");
        await scope.ServiceProvider.GetRequiredService<AppDb>().SaveChangesAsync(cancellationToken);
        asked = hour;
    }
}
