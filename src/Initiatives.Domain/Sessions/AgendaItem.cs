using Initiatives.Domain.Text;

namespace Initiatives.Domain.Sessions;

/// <summary>What is written down while a dossier is before the council.</summary>
/// <param name="Presenter">Who presented it.</param>
/// <param name="Presentation">What was presented.</param>
/// <param name="Reviews">The reviewers' opinions as they were read.</param>
/// <param name="Questions">Questions and answers.</param>
public sealed record ItemNotes(string Presenter, string Presentation, string Reviews, string Questions)
{
    /// <summary>As they are kept.</summary>
    public ItemNotes Normalized() => new(VietnameseText.Normalize(Presenter), VietnameseText.Normalize(Presentation), VietnameseText.Normalize(Reviews), VietnameseText.Normalize(Questions));
}

/// <summary>A dossier on a session's agenda. It may be on several, and is concluded in one of them.</summary>
public sealed class AgendaItem
{
    private AgendaItem()
    {
    }

    public int Id { get; private set; }
    public int SessionId { get; private set; }
    public int CycleId { get; private set; }
    public int InitiativeId { get; private set; }
    public int Order { get; private set; }

    /// <summary>When it first came before the council, UTC; also when the recused left.</summary>
    public DateTime? TakenUpAt { get; private set; }

    /// <summary>When the council last turned to it, UTC; null: it did not, or it was put off. Of the items that somebody sees the last one is before the council.</summary>
    public DateTime? CalledAt { get; private set; }
    public string Presenter { get; private set; } = "";
    public string Presentation { get; private set; } = "";
    public DateTime? PresentedAt { get; private set; }
    public string Reviews { get; private set; } = "";
    public DateTime? ReviewedAt { get; private set; }
    public string Questions { get; private set; } = "";
    public DateTime? QuestionedAt { get; private set; }

    /// <summary>Put off to a later session, UTC.</summary>
    public DateTime? PostponedAt { get; private set; }
    public string PostponeReason { get; private set; } = "";
    public int Version { get; private set; }

    /// <summary>What is written down so far.</summary>
    public ItemNotes Written() => new(Presenter, Presentation, Reviews, Questions);

    public static AgendaItem Put(CouncilSession session, int initiativeId, int order) =>
        new() { SessionId = session.Id, CycleId = session.CycleId, InitiativeId = initiativeId, Order = order };

    /// <summary>Two items change places.</summary>
    public void ChangePlaces(AgendaItem other)
    {
        (Order, other.Order) = (other.Order, Order);
        Version++;
        other.Version++;
    }

    /// <summary>The session turns to this dossier; a postponed one comes back.</summary>
    public Result TakeUp(CouncilSession session, DateTime now)
    {
        var open = session.MustBeOpen();
        if (!open.Ok) return open;
        TakenUpAt ??= now;
        CalledAt = now;
        (PostponedAt, PostponeReason) = (null, "");
        Version++;
        return Result.Success;
    }

    /// <summary>Writes down the course of the discussion; the first time that a part has text is its hour.</summary>
    public Result Note(CouncilSession session, ItemNotes notes, int version, DateTime now)
    {
        var open = session.MustBeOpen();
        if (!open.Ok) return open;
        if (version != Version) return Result.Fail(nameof(Version), "Diễn biến vừa được ghi ở nơi khác. Kiểm tra lại rồi ghi.");
        (Presenter, Presentation, Reviews, Questions) = notes.Normalized();
        TakenUpAt ??= now;
        if (Presenter.Length + Presentation.Length > 0) PresentedAt ??= now;
        if (Reviews.Length > 0) ReviewedAt ??= now;
        if (Questions.Length > 0) QuestionedAt ??= now;
        CalledAt = now;
        Version++;
        return Result.Success;
    }

    /// <summary>Puts it off to a later session. Refused once the council has concluded on it.</summary>
    public Result Postpone(CouncilSession session, bool isConcluded, string reason, DateTime now)
    {
        var open = session.MustBeOpen();
        if (!open.Ok) return open;
        if (isConcluded) return Result.Fail("", "Hồ sơ đã có kết luận, không hoãn được nữa.");
        if (VietnameseText.Normalize(reason).Length < 5) return Result.Fail(nameof(PostponeReason), "Ghi lý do hoãn, để đưa vào biên bản.");
        (PostponedAt, PostponeReason, CalledAt) = (now, VietnameseText.Normalize(reason), null);
        Version++;
        return Result.Success;
    }

    /// <summary>What hangs on it has changed, or its session ends: two such acts never pass each other unseen.</summary>
    public void Touch() => Version++;
}
