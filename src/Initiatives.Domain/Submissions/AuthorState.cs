using Initiatives.Domain.People;
using Initiatives.Domain.Time;

namespace Initiatives.Domain.Submissions;

/// <summary>How far an author's confirmation is.</summary>
public enum AuthorStanding
{
    NotAsked,
    Waiting,

    /// <summary>He was asked, but his link has expired.</summary>
    Lapsed,
    Confirmed,
    Denied,
}

/// <summary>One line of the authors and what its author has said about it.</summary>
/// <param name="At">Of the answer, or since when it is waited for.</param>
/// <param name="Reason">What is wrong, for a denial.</param>
/// <param name="ByScan">A paper signed by all authors stands for his confirmation.</param>
/// <param name="MailedTo">Where the link went; empty: it was handed over.</param>
public sealed record AuthorState(AuthorContent Author, AuthorStatement Statement, AuthorStanding Standing, DateTime? At = null, string Reason = "", bool ByScan = false, string MailedTo = "")
{
    public bool IsConfirmed => Standing == AuthorStanding.Confirmed;

    /// <summary>"đã xác nhận 21/9", as the chip says it.</summary>
    public string Sentence => Standing switch
    {
        AuthorStanding.Confirmed => (ByScan ? "bản ký " : "đã xác nhận ") + Day,
        AuthorStanding.Denied => "không đúng: " + Reason,
        AuthorStanding.Waiting => "chờ từ " + Day,
        AuthorStanding.Lapsed => "hết hạn liên kết, gửi " + Day,
        _ => "chưa gửi",
    };

    /// <summary>True for the actor's own line; see <see cref="Identity.IsSame"/>.</summary>
    public bool IsOf(Actor actor, int unitId) => new Identity(Author.PersonId, Author.Name, unitId).IsSame(actor.Identity);

    private string Day => At is { } at && VietnamTime.Today(at) is var day ? $"{day.Day}/{day.Month}" : "";
}

/// <summary>Where the authors of a dossier stand, and what that forbids.</summary>
public static class AuthorStates
{
    /// <summary>Each line with its standing; the latest of an answer and of a signed paper counts.</summary>
    /// <param name="confirmations">All rows of the dossier, also of lines that are no more.</param>
    /// <param name="scannedAt">When a paper signed by all was added after the last change of the lines; null: there is none.</param>
    public static IReadOnlyList<AuthorState> Of(IReadOnlyList<AuthorContent> authors, IEnumerable<AuthorConfirmation> confirmations, DateTime? scannedAt, DateTime now)
    {
        var byKey = confirmations.ToDictionary(item => item.Key, StringComparer.Ordinal);
        return [.. authors.Zip(AuthorStatement.Of(authors), (author, statement) => StateOf(author, statement, byKey.GetValueOrDefault(statement.Key), scannedAt, now))];
    }

    private static AuthorState StateOf(AuthorContent author, AuthorStatement statement, AuthorConfirmation? row, DateTime? scannedAt, DateTime now)
    {
        if (row is { Answer: AuthorAnswer.Confirmed }) return new(author, statement, AuthorStanding.Confirmed, row.AnsweredAt);
        if (scannedAt is not null && (row?.AnsweredAt is not { } answered || scannedAt >= answered)) return new(author, statement, AuthorStanding.Confirmed, scannedAt, ByScan: true);
        return row switch
        {
            { Answer: AuthorAnswer.Denied } => new(author, statement, AuthorStanding.Denied, row.AnsweredAt, row.Reason, MailedTo: row.MailedTo),
            { AskedAt: not null } => new(author, statement, now < row.LinkExpiresAt ? AuthorStanding.Waiting : AuthorStanding.Lapsed, row.AskedAt, MailedTo: row.MailedTo),
            _ => new(author, statement, AuthorStanding.NotAsked),
        };
    }

    /// <summary>Why the dossier cannot go to the head yet: who has not confirmed, and the two ways out.</summary>
    public static IEnumerable<Problem> Missing(IReadOnlyList<AuthorState> states)
    {
        foreach (var denied in states.Where(state => state.Standing == AuthorStanding.Denied))
            yield return new(nameof(DraftContent.Authors), $"{denied.Author.Name} báo thông tin của mình không đúng: “{denied.Reason}”. Sửa dòng đó rồi hỏi lại.");
        var open = states.Where(state => state.Standing is not (AuthorStanding.Denied or AuthorStanding.Confirmed)).Select(state => state.Author.Name).ToList();
        if (open.Count > 0)
        {
            yield return new(nameof(DraftContent.Authors), $"Chưa có xác nhận của {string.Join(", ", open)}. "
                + "Gửi liên kết để từng người xác nhận, hoặc in bản xác nhận cho mọi tác giả ký rồi tải bản chụp lên.");
        }
    }
}
