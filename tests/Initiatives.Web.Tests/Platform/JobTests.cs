using Initiatives.Domain;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Rows;
using Initiatives.Web.Platform.Jobs;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatives.Web.Tests.Platform;

/// <summary>Jobs: saved with the change, leased, retried with growing waits, parked where an administrator sees them.</summary>
public sealed class JobTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    /// <summary>A certificate of a decision that does not exist: it can only fail.</summary>
    private Task Enqueue(string key) => Enqueue(new IssueCertificate(-1, -1), key);

    private async Task Enqueue(IRequest<Result> request, string key)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<JobQueue>().Enqueue(request, key);
        await scope.ServiceProvider.GetRequiredService<AppDb>().SaveChangesAsync();
    }

    private Task<Job> Job() => app.Rows(db => db.Jobs.AsNoTracking().SingleAsync());

    [Fact]
    public async Task A_failing_job_waits_longer_each_time_and_is_parked_after_the_sixth()
    {
        await Enqueue("mot");
        for (var attempt = 1; attempt <= 6; attempt++)
        {
            Assert.Equal(1, await app.DrainJobs());
            var job = await Job();
            Assert.Equal((attempt, attempt < 6 ? JobStatus.Waiting : JobStatus.Parked, (DateTime?)null), (job.Attempts, job.Status, job.LeaseUntil));
            Assert.NotEqual("", job.LastError);
            if (attempt == 6) break;
            Assert.Equal(app.Clock.Now.AddSeconds(5 * Math.Pow(4, attempt)), job.DueAt);
            Assert.Equal(0, await app.DrainJobs());
            app.Clock.Now = job.DueAt;
        }

        app.Clock.Now = app.Clock.Now.AddYears(1);
        Assert.Equal(0, await app.DrainJobs());
    }

    [Fact]
    public async Task The_same_key_is_the_same_work()
    {
        await Enqueue("mot");
        await Enqueue("mot");
        await Enqueue("hai");
        Assert.Equal(["hai", "mot"], await app.Rows(db => db.Jobs.Select(job => job.Key).OrderBy(key => key).ToListAsync()));
    }

    [Fact]
    public async Task A_leased_job_is_left_alone_until_its_lease_has_run_out()
    {
        await Enqueue("mot");
        var until = app.Clock.Now.AddMinutes(5);
        await app.Rows(db => db.Jobs.ExecuteUpdateAsync(set => set.SetProperty(job => job.LeaseUntil, until)));
        Assert.Equal(0, await app.DrainJobs());
        app.Clock.Now = until;
        Assert.Equal(0, await app.DrainJobs());
        app.Clock.Now = until.AddSeconds(1);
        Assert.Equal(1, await app.DrainJobs());
    }

    [Fact]
    public async Task Eight_runners_run_every_job_once()
    {
        for (var i = 0; i < 12; i++) await Enqueue($"viec-{i}");
        var ran = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(app.DrainJobs)));
        Assert.Equal(12, ran.Sum());
        Assert.All(await app.Rows(db => db.Jobs.AsNoTracking().ToListAsync()), job => Assert.Equal(1, job.Attempts));
    }

    [Fact]
    public async Task A_job_of_a_change_that_was_not_saved_does_not_exist()
    {
        await using (var scope = app.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<JobQueue>().Enqueue(new IssueCertificate(1, 1), "mot");
        }

        Assert.Equal(0, await app.DrainJobs());
    }
}
