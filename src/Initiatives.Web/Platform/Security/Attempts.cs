namespace Initiatives.Web.Platform.Security;

/// <summary>
/// How often something was asked for, within a while. In memory: each node of several counts for itself, and a restart
/// forgets, which is enough against somebody who wants to flood a mailbox.
/// </summary>
public sealed class Attempts(TimeProvider clock)
{
    private const int Most = 20_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Queue<DateTime>> asked = new(StringComparer.Ordinal);

    /// <summary>Counts one, unless <paramref name="key"/> has been counted <paramref name="most"/> times within <paramref name="window"/> already.</summary>
    public bool Allow(string key, int most, TimeSpan window)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        lock (gate)
        {
            if (asked.Count > Most) Forget(now - window);
            if (!asked.TryGetValue(key, out var times)) asked[key] = times = [];
            while (times.TryPeek(out var first) && first <= now - window) times.Dequeue();
            if (times.Count >= most) return false;
            times.Enqueue(now);
            return true;
        }
    }

    /// <summary>Whether <paramref name="key"/> has been counted <paramref name="most"/> times within <paramref name="window"/>; counts nothing.</summary>
    public bool IsSpent(string key, int most, TimeSpan window)
    {
        var since = clock.GetUtcNow().UtcDateTime - window;
        lock (gate) return asked.TryGetValue(key, out var times) && times.Count(at => at > since) >= most;
    }

    /// <summary>What was counted of <paramref name="key"/> is forgotten.</summary>
    public void Forgive(string key)
    {
        lock (gate) asked.Remove(key);
    }

    private void Forget(DateTime before)
    {
        foreach (var key in asked.Where(pair => pair.Value.All(at => at <= before)).Select(pair => pair.Key).ToList()) asked.Remove(key);
        if (asked.Count > Most) asked.Clear();   // a flood of keys: better to forget than to grow
    }
}
