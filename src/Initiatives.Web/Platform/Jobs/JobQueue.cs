using System.Text.Json;
using Initiatives.Domain;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Rows;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Platform.Jobs;

/// <summary>Adds work to the save at hand: it exists exactly when the change does.</summary>
public sealed class JobQueue(AppDb db, TimeProvider clock)
{
    /// <summary>Enqueues <paramref name="request"/> once for <paramref name="key"/>: a key that is known already asks for nothing new.</summary>
    public void Enqueue(IRequest<Result> request, string key)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        db.Add(new Job
        {
            Type = JobRequests.NameOf(request.GetType()),
            Payload = JsonSerializer.Serialize(request, request.GetType()),
            Key = key,
            DueAt = now,
            CreatedAt = now,
        });
    }
}

/// <summary>
/// Runs due jobs: takes a lease, sends the request in a scope of its own as the system, marks it done. A failure waits
/// longer each time and is parked after the sixth, where an administrator sees it. Every request is idempotent.
/// </summary>
public sealed class JobRunner(IServiceScopeFactory scopes, WriteGate gate, TimeProvider clock, ILogger<JobRunner> log)
{
    private const int MostAttempts = 6;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>Runs everything that is due; answers how many jobs it ran.</summary>
    public async Task<int> DrainAsync(CancellationToken cancellationToken)
    {
        var ran = 0;
        while (await ClaimAsync(cancellationToken) is { } id)
        {
            await RunAsync(id, cancellationToken);
            ran++;
        }

        return ran;
    }

    private async Task<int?> ClaimAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var now = clock.GetUtcNow().UtcDateTime;
        var candidates = await db.Jobs
            .Where(job => job.Status == JobStatus.Waiting && job.DueAt <= now && (job.LeaseUntil == null || job.LeaseUntil < now))
            .OrderBy(job => job.DueAt).ThenBy(job => job.Id).Select(job => job.Id).Take(8).ToListAsync(cancellationToken);
        foreach (var id in candidates)
        {
            // Read again with the claim: another runner may have tried the job since, and put it off.
            using var turn = await gate.EnterAsync(db.Database.IsSqlite(), cancellationToken);
            var until = now + Lease;
            var claimed = await db.Jobs
                .Where(job => job.Id == id && job.Status == JobStatus.Waiting && job.DueAt <= now && (job.LeaseUntil == null || job.LeaseUntil < now))
                .ExecuteUpdateAsync(set => set.SetProperty(job => job.LeaseUntil, until).SetProperty(job => job.Attempts, job => job.Attempts + 1), cancellationToken);
            if (claimed == 1) return id;
        }

        return null;
    }

    private async Task RunAsync(int id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var job = await db.Jobs.AsNoTracking().SingleAsync(item => item.Id == id, cancellationToken);
        string? error = null;
        try
        {
            var request = (IRequest<Result>)JsonSerializer.Deserialize(job.Payload, JobRequests.TypeOf(job.Type))!;
            var result = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, cancellationToken);
            if (!result.Ok) error = result.Problems[0].Message;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.JobFailed(failure, job.Type, job.Key, job.Attempts);
            error = failure.Message;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var status = error is null ? JobStatus.Done : job.Attempts >= MostAttempts ? JobStatus.Parked : JobStatus.Waiting;
        var due = now + TimeSpan.FromSeconds(5 * Math.Pow(4, job.Attempts));
        using var turn = await gate.EnterAsync(db.Database.IsSqlite(), cancellationToken);
        await db.Jobs.Where(item => item.Id == id).ExecuteUpdateAsync(set => set
            .SetProperty(item => item.Status, status)
            .SetProperty(item => item.LeaseUntil, (DateTime?)null)
            .SetProperty(item => item.DueAt, item => status == JobStatus.Waiting ? due : item.DueAt)
            .SetProperty(item => item.DoneAt, status == JobStatus.Done ? now : null)
            .SetProperty(item => item.Payload, item => status == JobStatus.Done ? "" : item.Payload)   // a mail's may hold a link that is a key
            .SetProperty(item => item.LastError, error ?? ""), cancellationToken);
    }
}

/// <summary>Looks for due jobs every second while the site runs, and starts the day's round.</summary>
public sealed class JobLoop(JobRunner runner, DailyRound round, HourlyRound hours, ILogger<JobLoop> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await round.AskAsync(stoppingToken);
                await hours.AskAsync(stoppingToken);
                await runner.DrainAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LoopFailed(failure);
            }
        }
    }
}

internal static partial class JobLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {Type} {Key} failed at attempt {Attempt}")]
    public static partial void JobFailed(this ILogger log, Exception failure, string type, string key, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "The job loop could not reach its table")]
    public static partial void LoopFailed(this ILogger log, Exception failure);
}
