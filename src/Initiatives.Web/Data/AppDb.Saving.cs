using System.Data.Common;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data;

/// <summary>
/// The one place that writes: begin, take numbers, write rows, take the journal's head last, seal, commit. Nothing is
/// loaded for the rules, hashed for files or rendered in here.
/// </summary>
public abstract partial class AppDb
{
    private readonly List<(Actor Actor, JournalAction Action, object Subject, string Details)> acts = [];
    private readonly List<(string Counter, Action<int> Give)> numbers = [];
    private IntakeCalendar? calendar;
    private int lease;

    /// <summary>What a request has read of the cycles already, for its page and for what every page carries; a save forgets it.</summary>
    internal IntakeCalendar? Calendar
    {
        get
        {
            ForgetFormerLease();
            return calendar;
        }
        set
        {
            ForgetFormerLease();
            calendar = value;
        }
    }

    /// <summary>Notes an act for the journal; it is written and sealed by the next save, with the change itself.</summary>
    public void Record(Actor actor, JournalAction action, object subject, string details = "")
    {
        ForgetFormerLease();
        acts.Add((actor, action, subject, details));
    }

    /// <summary>Asks for the next number of a counter inside the next save's transaction: no gaps, no doubles.</summary>
    public void TakeNumber(string counter, Action<int> give)
    {
        ForgetFormerLease();
        numbers.Add((counter, give));
    }

    /// <summary>How often a counter was asked for a number so far.</summary>
    public Task<int> TurnAsync(string counter, CancellationToken cancellationToken) =>
        Counters.Where(item => item.Key == counter).Select(item => item.Value).SingleOrDefaultAsync(cancellationToken);

    /// <summary>
    /// Lets the next save fail when somebody else has taken a turn since <paramref name="turn"/> was read: for a rule over
    /// several rows, where two saves that change different rows could break it together.
    /// </summary>
    public void TakeTurn(string counter, int turn) => TakeNumber(counter, number =>
    {
        if (number != turn + 1) throw new DbUpdateConcurrencyException($"Somebody else took a turn of {counter}.");
    });

    /// <summary>Contexts are pooled: what a request recorded and never saved must not be saved by the next one.</summary>
    private void ForgetFormerLease()
    {
        if (lease == ContextId.Lease) return;
        acts.Clear();
        numbers.Clear();
        calendar = null;
        lease = ContextId.Lease;
    }

    /// <summary>
    /// Lets the next save fail when somebody changed or guarded <paramref name="root"/> since it was loaded, also when the save
    /// itself changes only what hangs on it; and theirs, when this one comes first. The turn is a column of the database alone:
    /// a version that moved would tell, on the pages that carry it, of acts that their reader must not know.
    /// </summary>
    public void Guard(object root)
    {
        var turn = Entry(root).Property(Turn);
        turn.CurrentValue = (int)turn.OriginalValue! + 1;
    }

    /// <summary>Lets a new row hang on another new one of the same save, whose key is known only then.</summary>
    /// <param name="key">The column of <paramref name="child"/> that names <paramref name="parent"/>.</param>
    public void AddUnder(object parent, object child, string key)
    {
        var property = Entry(child).Property(key);
        property.CurrentValue = Entry(parent).Property("Id").CurrentValue;
        property.IsTemporary = Entry(parent).Property("Id").IsTemporary;
        Entry(child).State = EntityState.Added;
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ForgetFormerLease();
        if (acts.Count == 0 && numbers.Count == 0 && !ChangeTracker.HasChanges()) return 0;
        var isReference = ChangesReference();
        using var turn = await gate.EnterAsync(Database.IsSqlite(), cancellationToken);
        try
        {
            await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
            foreach (var (counter, give) in numbers) give(await NextAsync(counter, cancellationToken));
            await DropKnownJobsAsync(cancellationToken);
            var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            await SealAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            if (isReference) reference.Forget();
            return rows;
        }
        catch (DbException refused)
        {
            ChangeTracker.Clear();
            throw new DbUpdateException("A number was not given, the journal not written, or the save not committed.", refused);   // past EF Core, which would have said so
        }
        catch
        {
            ChangeTracker.Clear();   // what is tracked no longer says what is on disk
            throw;
        }
        finally
        {
            acts.Clear();
            numbers.Clear();
            calendar = null;
        }
    }

    private bool ChangesReference() => ChangeTracker.Entries().Any(entry =>
        entry is { State: not EntityState.Unchanged, Entity: Unit or Domain.Cycles.ReformField or Domain.Cycles.PerformanceIndex });

    /// <summary>Only the framework saves without awaiting (its data protection keys); an act always goes the other way.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        ForgetFormerLease();
        if (acts.Count > 0 || numbers.Count > 0) throw new NotSupportedException("Use SaveChangesAsync: it seals the journal.");
        using var turn = gate.Enter(Database.IsSqlite());
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    private async Task<int> NextAsync(string counter, CancellationToken cancellationToken)
    {
        // One statement on both databases: the row stays locked until this transaction ends.
        var values = await Database.SqlQuery<int>(
            $"""INSERT INTO "Counters" ("Key", "Value") VALUES ({counter}, 1) ON CONFLICT ("Key") DO UPDATE SET "Value" = "Counters"."Value" + 1 RETURNING "Value" """)
            .ToListAsync(cancellationToken);
        return values[0];
    }

    /// <summary>Work that was asked for under the same key is not asked for twice.</summary>
    private async Task DropKnownJobsAsync(CancellationToken cancellationToken)
    {
        var added = ChangeTracker.Entries<Job>().Where(entry => entry.State == EntityState.Added).ToList();
        if (added.Count == 0) return;
        var keys = added.Select(entry => entry.Entity.Key).ToList();
        var known = (await Jobs.Where(job => keys.Contains(job.Key)).Select(job => job.Key).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in added.Where(entry => !known.Add(entry.Entity.Key))) entry.State = EntityState.Detached;
    }

    private static readonly Func<AppDb, Task<JournalHead>> Head = EF.CompileAsyncQuery((AppDb db) => db.JournalHeads.AsNoTracking().Single(item => item.Id == 1));

    private static readonly Func<AppDb, Task<JournalHead>> LockedHead = EF.CompileAsyncQuery((AppDb db) =>
        db.JournalHeads.FromSqlRaw("""SELECT * FROM "JournalHeads" WHERE "Id" = 1 FOR UPDATE""").AsNoTracking().Single());

    /// <summary>Written past the tracker: every act ends here, and a second look at all that is tracked would cost more than the act itself.</summary>
    private async Task SealAsync(CancellationToken cancellationToken)
    {
        if (acts.Count == 0) return;
        var head = await (Database.IsNpgsql() ? LockedHead(this) : Head(this));
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var (actor, action, subject, details) in acts)
        {
            var entry = JournalEntry.Write(head.Sequence + 1, head.Hash, now, actor.PersonId, actor.Name,
                action.Code, subject.GetType().Name, IdOf(subject), details);
            await Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "Journal" ("Sequence", "At", "PersonId", "PersonName", "Action", "Subject", "SubjectId", "Details", "Hash")
                VALUES ({entry.Sequence}, {entry.At}, {entry.PersonId}, {entry.PersonName}, {entry.Action}, {entry.Subject}, {entry.SubjectId}, {entry.Details}, {entry.Hash});
                UPDATE "JournalHeads" SET "Sequence" = {entry.Sequence}, "Hash" = {entry.Hash} WHERE "Id" = 1
                """, cancellationToken);
            (head.Sequence, head.Hash) = (entry.Sequence, entry.Hash);
        }
    }

    private int IdOf(object subject) =>
        Entry(subject).Metadata.FindPrimaryKey()?.Properties is [{ ClrType: var type } key] && type == typeof(int)
            ? (int)Entry(subject).Property(key).CurrentValue!
            : 0;
}
