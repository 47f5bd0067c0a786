using Initiatives.Domain.Time;
using Initiatives.Web.Data;

namespace Initiatives.Web.Platform.Jobs;

/// <summary>Asks once a day, from eight in the morning in Việt Nam on, for what is done daily; several nodes ask for the same once.</summary>
public sealed class DailyRound(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const int FromHour = 8;

    private DateOnly? asked;

    public async Task AskAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = VietnamTime.Today(now);
        if (asked == today || VietnamTime.ToLocal(now).Hour < FromHour) return;
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<JobQueue>().Enqueue(new SendReminders(today), $"nhac-han:{today:yyyy-MM-dd}");
        await scope.ServiceProvider.GetRequiredService<AppDb>().SaveChangesAsync(cancellationToken);
        asked = today;
    }
}
