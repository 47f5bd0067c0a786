using Initiatives.Web.Data;
using Initiatives.Web.Data.Rows;
using Initiatives.Web.Platform.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Initiatives.Web.Platform.Health;

/// <summary>/health/live says the process answers; /health/ready says that database, files, jobs and journal do.</summary>
public static class HealthSetup
{
    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks().AddCheck<Ready>("ready");

    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => "ok").AllowAnonymous();
        app.MapHealthChecks("/health/ready", new()
        {
            ResponseWriter = (context, report) => context.Response.WriteAsJsonAsync(report.Entries["ready"].Data
                .Append(new("status", report.Status.ToString())).ToDictionary(pair => pair.Key, pair => pair.Value)),
        }).AllowAnonymous();
    }

    private sealed class Ready(AppDb db, FileStore files) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            var facts = new Dictionary<string, object>();
            try
            {
                var head = await db.JournalHeads.AsNoTracking().SingleAsync(cancellationToken);
                facts["database"] = "ok";
                facts["journal"] = head.Sequence;
                facts["jobsWaiting"] = await db.Jobs.CountAsync(job => job.Status == JobStatus.Waiting, cancellationToken);
                facts["jobsParked"] = await db.Jobs.CountAsync(job => job.Status == JobStatus.Parked, cancellationToken);
                facts["files"] = files.IsWritable() ? "ok" : "not writable";
                return files.IsWritable() ? HealthCheckResult.Healthy(data: facts) : HealthCheckResult.Unhealthy(data: facts);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                facts["database"] = "unreachable";
                return HealthCheckResult.Unhealthy(data: facts);
            }
        }
    }
}
