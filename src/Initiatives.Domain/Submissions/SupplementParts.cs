using Initiatives.Domain.People;
using Initiatives.Domain.Text;

namespace Initiatives.Domain.Submissions;

/// <summary>Where one asked item stands.</summary>
public enum SupplementItemState
{
    /// <summary>The unit is asked.</summary>
    Asked = 0,

    /// <summary>The unit's answer lies before the appraiser.</summary>
    Answered = 1,
    Accepted = 2,

    /// <summary>The answer was not enough; the item of a later request asks again.</summary>
    AskedAgain = 3,

    /// <summary>Screening goes on without it.</summary>
    Dropped = 4,
}

/// <summary>What is asked for one part, as an appraiser writes it.</summary>
public sealed record SupplementAsk(string Target, string Ask);

/// <summary>One item of a request: the part it opens, what is asked of it, and how it read when it was asked.</summary>
public sealed class SupplementItem
{
    private SupplementItem()
    {
    }

    internal SupplementItem(SupplementTarget target, string ask, string before, int order) =>
        (Target, Ask, Before, Order) = (target.Code, ask, before, order);

    public int Id { get; private set; }
    public int RequestId { get; private set; }
    public int Order { get; private set; }

    /// <summary>Code of a <see cref="SupplementTarget"/>.</summary>
    public string Target { get; private set; } = "";
    public string Ask { get; private set; } = "";

    /// <summary>The part's value when it was asked for; empty for files.</summary>
    public string Before { get; private set; } = "";
    public SupplementItemState State { get; private set; }
    public string DecidedByName { get; private set; } = "";
    public DateTime? DecidedAt { get; private set; }

    public SupplementTarget Part => SupplementTargets.Of(Target) ?? throw new InvalidOperationException($"No part is called {Target}.");

    internal void Answered() => State = SupplementItemState.Answered;

    internal void Decide(SupplementItemState state, Actor actor, DateTime now) => (State, DecidedByName, DecidedAt) = (state, actor.Name, now);
}

/// <summary>The unit's answer to one item. Until it is sent it is the unit's own; the Department does not see that it exists.</summary>
public sealed class SupplementAnswer
{
    private SupplementAnswer()
    {
    }

    public int Id { get; private set; }
    public int RequestId { get; private set; }
    public int ItemId { get; private set; }
    public int InitiativeId { get; private set; }

    /// <summary>The part's new value.</summary>
    public string Value { get; private set; } = "";

    /// <summary>What the unit wants to say to it.</summary>
    public string Note { get; private set; } = "";
    public int SavedById { get; private set; }
    public string SavedByName { get; private set; } = "";
    public DateTime SavedAt { get; private set; }

    /// <summary>When it was sent, UTC; null: it is being written.</summary>
    public DateTime? SentAt { get; private set; }
    public int Version { get; private set; }

    internal static SupplementAnswer For(SupplementRequest request, SupplementItem item) =>
        new() { RequestId = request.Id, ItemId = item.Id, InitiativeId = request.InitiativeId, Value = item.Before };

    internal void Write(string value, string note, Actor actor, DateTime now)
    {
        (Value, Note, SavedById, SavedByName, SavedAt) = (value, VietnameseText.Normalize(note), actor.PersonId, actor.Name, now);
        Version++;
    }

    internal void Send(DateTime at)
    {
        SentAt = at;
        Version++;
    }
}

/// <summary>A file that answers an item. With the sending it becomes an attachment of the dossier.</summary>
public sealed class SupplementFile
{
    private SupplementFile()
    {
    }

    public int Id { get; private set; }
    public int RequestId { get; private set; }
    public int ItemId { get; private set; }
    public int InitiativeId { get; private set; }
    public string FileName { get; private set; } = "";
    public string ContentType { get; private set; } = "";

    /// <summary>Bytes.</summary>
    public long Size { get; private set; }
    public string Sha256 { get; private set; } = "";
    public int AddedById { get; private set; }
    public DateTime AddedAt { get; private set; }
    public DateTime? SentAt { get; private set; }

    internal static SupplementFile Add(SupplementRequest request, SupplementItem item, string fileName, string contentType, long size, string sha256, Actor actor, DateTime now) => new()
    {
        RequestId = request.Id,
        ItemId = item.Id,
        InitiativeId = request.InitiativeId,
        FileName = fileName,
        ContentType = contentType,
        Size = size,
        Sha256 = sha256,
        AddedById = actor.PersonId,
        AddedAt = now,
    };

    internal void Send(DateTime at) => SentAt = at;
}
