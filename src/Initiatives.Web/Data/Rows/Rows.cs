using Initiatives.Domain.Journal;
using Microsoft.AspNetCore.Identity;

namespace Initiatives.Web.Data.Rows;

/// <summary>A way to sign in; who somebody is and may do stands on the person.</summary>
public sealed class Account : IdentityUser
{
    public int PersonId { get; set; }

    /// <summary>UTC; null: this account was never signed in with.</summary>
    public DateTime? LastSignInAt { get; set; }

    /// <summary>Shut for good (a lockout without an end), as when somebody has left. Wrong passwords shut nothing: they are counted by the place they come from.</summary>
    public bool IsClosed => IsClosedBy(LockoutEnd);

    /// <summary>Takes a new password: other sessions end; what is closed stays closed.</summary>
    public void ChoosePassword(string passwordHash)
    {
        (PasswordHash, AccessFailedCount) = (passwordHash, 0);
        if (!IsClosed) LockoutEnd = null;
        Renew();
    }

    /// <summary>Shuts it for good; its sessions end.</summary>
    public void Close()
    {
        (LockoutEnabled, LockoutEnd) = (true, DateTimeOffset.MaxValue);
        Renew();
    }

    public void Reopen()
    {
        (AccessFailedCount, LockoutEnd) = (0, null);
        Renew();
    }

    private void Renew() => (SecurityStamp, ConcurrencyStamp) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString());

    /// <summary>The same of the column alone.</summary>
    public static bool IsClosedBy(DateTimeOffset? lockoutEnd) => lockoutEnd is { Year: > 9000 };
}

/// <summary>A number that must have no gaps; taken inside the transaction that uses it.</summary>
public sealed class Counter
{
    public string Key { get; set; } = "";
    public int Value { get; set; }
}

/// <summary>The last seal of the journal: one row, locked last in every write.</summary>
public sealed class JournalHead
{
    public int Id { get; set; } = 1;
    public long Sequence { get; set; }
    public string Hash { get; set; } = HashChain.Genesis;
}

/// <summary>A file on disk, named by its digest.</summary>
public sealed class StoredFile
{
    public string Sha256 { get; set; } = "";
    public long Size { get; set; }
    public string ContentType { get; set; } = "";
    public DateTime StoredAt { get; set; }
}

public enum JobStatus
{
    Waiting = 0,
    Done = 1,
    Parked = 2,
}

/// <summary>Work to be done after the change that asked for it, saved in the same transaction.</summary>
public sealed class Job
{
    public int Id { get; set; }

    /// <summary>Stable name of the request: see JobRequests.</summary>
    public string Type { get; set; } = "";
    public string Payload { get; set; } = "";

    /// <summary>The same key is the same work: enqueued twice it runs once.</summary>
    public string Key { get; set; } = "";
    public JobStatus Status { get; set; }
    public int Attempts { get; set; }
    public DateTime DueAt { get; set; }
    public DateTime? LeaseUntil { get; set; }
    public string LastError { get; set; } = "";
    public DateTime CreatedAt { get; set; }
    public DateTime? DoneAt { get; set; }
}
