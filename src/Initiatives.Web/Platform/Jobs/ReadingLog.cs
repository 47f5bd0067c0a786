using System.Threading.Channels;
using Initiatives.Domain.Journal;
using Initiatives.Web.Data;

namespace Initiatives.Web.Platform.Jobs;

/// <summary>
/// Who was shown scores of others, on its way into the database. A page only puts its row in here; rows are written
/// together every two seconds and when the site stops, so that a crash loses two seconds at most. When the database cannot
/// be written to, rows wait; from ten thousand on pages wait with them, because scores are not read unseen.
/// </summary>
public sealed class ReadingLog(IServiceScopeFactory scopes)
{
    /// <summary>The counter that numbers the batches without gaps, in the order in which they are committed.</summary>
    public const string Counter = "doc-diem";
    private const int Room = 10_000;
    private const int Most = 500;

    private readonly Channel<ScoreReading> waiting = Channel.CreateBounded<ScoreReading>(Room);
    private readonly SemaphoreSlim turn = new(1, 1);
    private List<ScoreReading> taken = [];

    public ValueTask NoteAsync(ScoreReading reading, CancellationToken cancellationToken) => waiting.Writer.WriteAsync(reading, cancellationToken);

    /// <summary>Writes everything that waits; what could not be written waits on.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            while (Take() > 0) await WriteAsync(cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    private int Take()
    {
        while (taken.Count < Most && waiting.Reader.TryRead(out var reading)) taken.Add(reading);
        return taken.Count;
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var rows = taken;
        db.TakeNumber(Counter, batch =>
        {
            for (var i = 0; i < rows.Count; i++) rows[i].Number(batch, i + 1);
            db.AddRange(rows);
        });
        await db.SaveChangesAsync(cancellationToken);
        taken = [];
    }
}

/// <summary>Writes the log every two seconds while the site runs, and once more when it stops.</summary>
public sealed class ReadingLoop(ReadingLog readings, ILogger<ReadingLoop> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(2));
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await FlushAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The site stops: what came in since is written below.
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await FlushAsync(cancellationToken);
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        try
        {
            await readings.FlushAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.NotWritten(failure);
        }
    }
}

internal static partial class ReadingLogLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "The log of who read scores could not be written; its rows wait")]
    public static partial void NotWritten(this ILogger log, Exception failure);
}
