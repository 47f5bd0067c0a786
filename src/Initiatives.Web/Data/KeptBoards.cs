using Initiatives.Domain.Journal;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data;

/// <summary>
/// What was computed from a cycle's closed scoring, kept until an act changes something of it. Nothing is shared across the
/// wall: a board is found again only by whoever sees exactly the dossiers that it was computed from, and which those are is
/// asked at every request.
/// </summary>
public sealed class KeptBoards : IDisposable
{
    /// <summary>Boards of one kind kept at once; the one used longest ago goes first.</summary>
    private const int MostOfCycles = 16;
    private const int MostOfDossiers = 256;

    /// <summary>Acts that come often and change nothing that a council has before it.</summary>
    private static readonly string[] Harmless =
    [
        JournalActions.SignedIn.Code, JournalActions.DraftStarted.Code, JournalActions.DraftSaved.Code, JournalActions.DraftRestored.Code,
        JournalActions.DraftMerged.Code, JournalActions.FileAttached.Code, JournalActions.FileRemoved.Code,
    ];

    private static readonly Func<AppDb, Task<long>> Newest = EF.CompileAsyncQuery((AppDb db) => db.JournalHeads.Where(head => head.Id == 1).Select(head => head.Sequence).Single());

    private readonly SemaphoreSlim making = new(1);
    private readonly Lock door = new();
    private readonly List<Kept> boards = [];

    /// <param name="Act">The journal's newest act when it was computed, or a later one since which nothing of it changed.</param>
    private sealed record Kept(Type Kind, int CycleId, int[] Visible, object Board)
    {
        public long Act { get; set; }
    }

    /// <summary>The board of these dossiers as they stand: a kept one, or one that is made now. One is made at a time.</summary>
    /// <param name="visible">What it is computed from: every dossier of the cycle that the actor reads in the council, by number, or one of them.</param>
    /// <param name="isOfDossier">It tells of one dossier: there are many such, and they are small.</param>
    internal async Task<T> OfAsync<T>(AppDb db, int cycleId, int[] visible, bool isOfDossier, Func<Task<T>> make, CancellationToken cancellationToken)
        where T : class
    {
        var act = await Newest(db);
        if (await FindAsync<T>(db, cycleId, visible, act, cancellationToken) is { } known) return known;
        await making.WaitAsync(cancellationToken);
        try
        {
            act = await Newest(db);   // before the rows: what is written meanwhile is looked at again
            if (await FindAsync<T>(db, cycleId, visible, act, cancellationToken) is { } made) return made;
            var board = await make();
            lock (door)
            {
                boards.RemoveAll(item => IsOf<T>(item, cycleId, visible));
                boards.Insert(0, new Kept(typeof(T), cycleId, visible, board) { Act = act });
                Shed(typeof(T), isOfDossier ? MostOfDossiers : MostOfCycles);
            }

            return board;
        }
        finally
        {
            making.Release();
        }
    }

    /// <summary>Keeps nothing any longer: for whoever changes rows past the journal.</summary>
    public void Forget()
    {
        lock (door) boards.Clear();
    }

    public void Dispose() => making.Dispose();

    private async Task<T?> FindAsync<T>(AppDb db, int cycleId, int[] visible, long act, CancellationToken cancellationToken)
        where T : class
    {
        Kept? found;
        lock (door)
        {
            found = boards.Find(item => IsOf<T>(item, cycleId, visible));
            if (found is not null && boards[0] != found)
            {
                boards.Remove(found);
                boards.Insert(0, found);
            }
        }

        if (found is null || found.Act > act) return null;
        if (found.Act == act) return (T)found.Board;
        var since = found.Act;
        if (await db.Journal.AnyAsync(entry => entry.Sequence > since && entry.Sequence <= act && !Harmless.Contains(entry.Action), cancellationToken)) return null;
        found.Act = act;
        return (T)found.Board;
    }

    private void Shed(Type kind, int most)
    {
        for (var (i, seen) = (0, 0); i < boards.Count; i++)
            if (boards[i].Kind == kind && ++seen > most) boards.RemoveAt(i--);
    }

    private static bool IsOf<T>(Kept item, int cycleId, int[] visible) =>
        item.Kind == typeof(T) && item.CycleId == cycleId && item.Visible.AsSpan().SequenceEqual(visible);
}
