namespace Initiatives.Domain.People;

/// <summary>What a one-use link is for.</summary>
public enum LinkPurpose
{
    /// <summary>The first password of an account that an administrator made.</summary>
    Invitation = 0,

    /// <summary>A new password for somebody who forgot his.</summary>
    Reset = 1,
}

/// <summary>Where a link stands.</summary>
public enum LinkState
{
    /// <summary>Made, but its letter has not gone out yet: there is no token that would open it.</summary>
    Waiting = 0,
    Live = 1,
    Used = 2,
    Expired = 3,

    /// <summary>Taken back, or replaced by a newer one.</summary>
    Revoked = 4,
}

/// <summary>
/// A link by which somebody chooses a password: once, and for a while only. What is kept of its token is the SHA-256: who
/// reads the database, or a copy of it, opens nothing.
/// </summary>
public sealed class AccountLink
{
    /// <summary>Hexadecimal letters of a SHA-256.</summary>
    public const int DigestLength = 64;

    private AccountLink()
    {
    }

    public int Id { get; private set; }

    public int PersonId { get; private set; }

    public LinkPurpose Purpose { get; private set; }

    /// <summary>SHA-256 of the token, hexadecimal; null until the link is handed out.</summary>
    public string? TokenDigest { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime IssuedAt { get; private set; }

    /// <summary>UTC, exclusive.</summary>
    public DateTime ExpiresAt { get; private set; }

    /// <summary>Who issued it; 0: the person asked for it himself, without being signed in.</summary>
    public int IssuedById { get; private set; }

    /// <summary>Goes out by mail; otherwise on paper.</summary>
    public bool ByMail { get; private set; }

    public DateTime? SentAt { get; private set; }

    public DateTime? UsedAt { get; private set; }

    public DateTime? RevokedAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>How long a link of this purpose opens: an invitation lies on a desk for days, a reset is asked for now.</summary>
    public static TimeSpan Life(LinkPurpose purpose) => purpose == LinkPurpose.Invitation ? TimeSpan.FromDays(14) : TimeSpan.FromHours(24);

    /// <summary>A link; it opens nothing before <see cref="HandOut"/>.</summary>
    /// <param name="purpose">What it is for.</param>
    /// <param name="personId">Whose password it sets.</param>
    /// <param name="issuedById">Who issues it; 0: asked for by somebody who is not signed in.</param>
    /// <param name="byMail">Goes out by mail.</param>
    /// <param name="now">UTC.</param>
    public static AccountLink Issue(LinkPurpose purpose, int personId, int issuedById, bool byMail, DateTime now) => new()
    {
        Purpose = purpose,
        PersonId = personId,
        IssuedById = issuedById,
        ByMail = byMail,
        IssuedAt = now,
        ExpiresAt = now + Life(purpose),
    };

    /// <summary>Gives it the token that opens it; a second token takes the place of the first, whose letter never left.</summary>
    public void HandOut(string tokenDigest)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(tokenDigest.Length, DigestLength);
        TokenDigest = tokenDigest;
        Version++;
    }

    /// <summary>Its letter has left.</summary>
    public void MarkSent(DateTime now)
    {
        SentAt = now;
        Version++;
    }

    public LinkState StateAt(DateTime now) =>
        UsedAt is not null ? LinkState.Used
        : RevokedAt is not null ? LinkState.Revoked
        : now >= ExpiresAt ? LinkState.Expired
        : TokenDigest is null ? LinkState.Waiting
        : LinkState.Live;

    /// <summary>Uses it up.</summary>
    public Result Use(DateTime now)
    {
        if (StateAt(now) != LinkState.Live) return Result.Fail("", "Liên kết này không còn dùng được.");
        UsedAt = now;
        Version++;
        return Result.Success;
    }

    /// <summary>Takes it back; what was used or taken back stays as it is.</summary>
    public void Revoke(DateTime now)
    {
        if (UsedAt is not null || RevokedAt is not null) return;
        RevokedAt = now;
        Version++;
    }
}

/// <summary>What must hold of every link, at any instant.</summary>
public static class AccountLinkFaults
{
    public static IEnumerable<string> Of(AccountLink link)
    {
        if (link.UsedAt is not null && link.RevokedAt is not null) yield return $"Liên kết {link.Id}: vừa đã dùng vừa đã thu hồi.";
        if (link.UsedAt is { } used && (used < link.IssuedAt || used >= link.ExpiresAt)) yield return $"Liên kết {link.Id}: dùng ngoài thời hạn của nó.";
        if (link.UsedAt is not null && link.TokenDigest is null) yield return $"Liên kết {link.Id}: đã dùng mà chưa từng có mã.";
        if (link.TokenDigest is { } digest && (digest.Length != AccountLink.DigestLength || !digest.All(char.IsAsciiHexDigitLower))) yield return $"Liên kết {link.Id}: mã lưu không phải SHA-256.";
        if (link.ExpiresAt - link.IssuedAt != AccountLink.Life(link.Purpose)) yield return $"Liên kết {link.Id}: thời hạn không đúng loại.";
    }
}
