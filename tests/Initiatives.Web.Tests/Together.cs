using System.Diagnostics;
using Initiatives.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Initiatives.Web.Tests;

/// <summary>
/// Two acts at once: each is held where it begins to save until the other has come as far, so that both go by what stood
/// before either. A second try is not held. It listens to what EF Core tells of its work; the site knows nothing of it.
/// </summary>
internal sealed class Together : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    /// <summary>Only an act that never comes to save, because it was refused before, lets the other wait so long.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly List<IDisposable> subscriptions = [];
    private readonly Barrier meeting = new(2);
    private readonly HashSet<Guid> come = [];
    private readonly string database;

    private Together(string database)
    {
        this.database = database;
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>What came back of both, the first first; an act that throws is an error of the test.</summary>
    public static async Task<(Answer First, Answer Second)> Do(TestApp app, Func<Task<Answer>> first, Func<Task<Answer>> second)
    {
        using var together = new Together(await app.Rows(db => Task.FromResult(NameOf(db))));
        var both = await Task.WhenAll(Task.Run(first), Task.Run(second));
        Assert.True(together.come.Count >= 2, "They did not meet.");
        return (both[0], both[1]);
    }

    private static string NameOf(DbContext db) => db.Database.GetDbConnection() is var connection ? $"{connection.DataSource} {connection.Database}" : "";

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name) subscriptions.Add(value.Subscribe(this, name => name == CoreEventId.DetectChangesStarting.Name));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is not DbContextEventData { Context: AppDb db } || NameOf(db) != database) return;
        lock (come)
        {
            if (come.Count == 2 || !come.Add(db.ContextId.InstanceId)) return;
        }

        meeting.SignalAndWait(Longest);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        subscriptions.ForEach(subscription => subscription.Dispose());
        meeting.Dispose();
    }
}
