namespace Initiatives.Web.Data;

/// <summary>
/// One writer at a time on SQLite, around begin … commit and nothing else: writers that queue here finish sooner than
/// writers that meet SQLITE_BUSY. PostgreSQL locks rows and needs no gate.
/// </summary>
public sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);

    public async Task<IDisposable?> EnterAsync(bool needed, CancellationToken cancellationToken)
    {
        if (!needed) return null;
        await gate.WaitAsync(cancellationToken);
        return new Exit(gate);
    }

    public IDisposable? Enter(bool needed)
    {
        if (!needed) return null;
        gate.Wait();
        return new Exit(gate);
    }

    public void Dispose() => gate.Dispose();

    private sealed class Exit(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
