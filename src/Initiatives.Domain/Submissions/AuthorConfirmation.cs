using Initiatives.Domain.People;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;

namespace Initiatives.Domain.Submissions;

/// <summary>What an author has said about his line.</summary>
public enum AuthorAnswer
{
    None = 0,
    Confirmed = 1,
    Denied = 2,
}

/// <summary>How the answer came.</summary>
public enum AnswerWay
{
    None = 0,

    /// <summary>By the link that was sent or handed to him.</summary>
    Link = 1,

    /// <summary>By his own account.</summary>
    Account = 2,

    /// <summary>By putting the dossier before the head himself.</summary>
    Sending = 3,
}

/// <summary>
/// One author's answer to one statement about him. Rows of answers stay when the dossier changes: what counts is found by
/// the key. A link carries a secret of which only the SHA-256 is kept; it serves once and expires.
/// </summary>
public sealed class AuthorConfirmation
{
    /// <summary>Days after which a link is dead.</summary>
    public const int LinkDays = 14;

    /// <summary>Characters that a denial needs.</summary>
    public const int ReasonLength = 5;

    private AuthorConfirmation()
    {
    }

    public int Id { get; private set; }
    public int InitiativeId { get; private set; }

    /// <summary><see cref="AuthorStatement.Key"/> of what is asked and answered.</summary>
    public string Key { get; private set; } = "";
    public int? PersonId { get; private set; }
    public string Name { get; private set; } = "";
    public string Post { get; private set; } = "";
    public string Workplace { get; private set; } = "";

    /// <summary>Percent, two decimals.</summary>
    public decimal Share { get; private set; }
    public int Occurrence { get; private set; }

    /// <summary>When the last link was made; null: nobody has asked him.</summary>
    public DateTime? AskedAt { get; private set; }
    public int? AskedById { get; private set; }

    /// <summary>Where the link was mailed to; empty: it was handed over.</summary>
    public string MailedTo { get; private set; } = "";

    /// <summary>SHA-256 of the link's secret, lower-case hex; null: no link was made.</summary>
    public string? LinkHash { get; private set; }

    /// <summary>UTC, exclusive.</summary>
    public DateTime? LinkExpiresAt { get; private set; }
    public DateTime? LinkUsedAt { get; private set; }

    public AuthorAnswer Answer { get; private set; }
    public AnswerWay Way { get; private set; }
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>The account that answered; null for a link.</summary>
    public int? AnsweredById { get; private set; }

    /// <summary>What is wrong, in the author's words.</summary>
    public string Reason { get; private set; } = "";

    public int Version { get; private set; }

    /// <summary>What the row is bound to, from its own fields.</summary>
    public AuthorStatement Statement => new(PersonId, Name, Post, Workplace, Share, Occurrence);

    public static AuthorConfirmation Of(int initiativeId, AuthorStatement statement) => new()
    {
        InitiativeId = initiativeId,
        Key = statement.Key,
        PersonId = statement.PersonId,
        Name = statement.Name,
        Post = statement.Post,
        Workplace = statement.Workplace,
        Share = statement.Share ?? 0,
        Occurrence = statement.Occurrence,
    };

    /// <summary>Asks him anew; a link that was made before is dead from now on. The new one opens something only once it is handed out.</summary>
    /// <param name="mailedTo">Where the link goes; empty: it is handed over.</param>
    public Result Ask(string mailedTo, Actor actor, DateTime now)
    {
        if (!Statement.IsWhole) return Result.Fail("", $"Ghi đủ họ tên, chức danh, nơi công tác và tỷ lệ của {Name} rồi mới hỏi xác nhận.");
        if (Answer == AuthorAnswer.Confirmed) return Result.Fail("", $"{Name} đã xác nhận, không cần hỏi lại.");
        (LinkHash, LinkExpiresAt, LinkUsedAt) = (null, now.AddDays(LinkDays), null);
        (AskedAt, AskedById, MailedTo) = (now, actor.PersonId, mailedTo);
        Version++;
        return Result.Success;
    }

    /// <summary>The link leaves: what is kept is its token's digest. Called again (a mail that had to be tried twice), the first link is dead.</summary>
    public void HandOut(string linkHash)
    {
        LinkHash = linkHash;
        Version++;
    }

    /// <summary>The answer through the link. The same answer twice is one.</summary>
    public Result AnswerByLink(bool isRight, string reason, DateTime now)
    {
        if (LinkUsedAt is { } used)
            return isRight == (Answer == AuthorAnswer.Confirmed) ? Result.Success : Result.Fail("", $"Liên kết này đã dùng lúc {VietnamTime.WithTime(used)}, không trả lời lại được. Cần sửa thì báo người soạn hồ sơ.");
        if (now >= LinkExpiresAt) return Result.Fail("", $"Liên kết này đã hết hạn ({VietnamTime.Deadline(LinkExpiresAt!.Value)}). Nhờ người soạn hồ sơ gửi liên kết mới.");
        var put = Put(isRight, reason, AnswerWay.Link, null, now);
        if (put.Ok) LinkUsedAt = now;
        return put;
    }

    /// <summary>The answer of the author himself, signed in.</summary>
    public Result AnswerInside(bool isRight, string reason, Actor actor, DateTime now) => Put(isRight, reason, AnswerWay.Account, actor.PersonId, now);

    /// <summary>Whoever puts the dossier before the head confirms his own line by that.</summary>
    public void ConfirmBySending(Actor actor, DateTime now) => Put(true, "", AnswerWay.Sending, actor.PersonId, now);

    private Result Put(bool isRight, string reason, AnswerWay way, int? personId, DateTime now)
    {
        var said = VietnameseText.Normalize(reason);
        if (isRight && Answer == AuthorAnswer.Confirmed) return Result.Success;
        if (!isRight && said.Length < ReasonLength) return Result.Fail(nameof(Reason), "Ghi chỗ chưa đúng, ví dụ “Tỷ lệ của tôi là 40%”.");
        (Answer, Way, AnsweredAt, AnsweredById) = (isRight ? AuthorAnswer.Confirmed : AuthorAnswer.Denied, way, now, personId);
        Reason = isRight ? "" : said;
        Version++;
        return Result.Success;
    }
}
