using System.Globalization;

namespace Initiatives.Domain.Journal;

/// <summary>
/// Who did what to what, when. Written in the same transaction as the change itself and sealed to the entry before,
/// so that a later change, removal or insertion is found by <see cref="HashChain"/>.
/// </summary>
public sealed class JournalEntry
{
    private JournalEntry()
    {
    }

    /// <summary>1, 2, 3, … without gaps.</summary>
    public long Sequence { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>0 for the public and the system.</summary>
    public int PersonId { get; private set; }

    public string PersonName { get; private set; } = "";

    /// <summary>Code of a <see cref="JournalAction"/>.</summary>
    public string Action { get; private set; } = "";

    /// <summary>Type name of what was acted on ("Initiative", "Cycle", …).</summary>
    public string Subject { get; private set; } = "";

    public int SubjectId { get; private set; }

    /// <summary>A Vietnamese sentence or fact that completes the action; may be empty.</summary>
    public string Details { get; private set; } = "";

    public string Hash { get; private set; } = "";

    public static JournalEntry Write(long sequence, string previousHash, DateTime at, int personId, string personName,
        string action, string subject, int subjectId, string details)
    {
        var entry = new JournalEntry
        {
            Sequence = sequence,
            At = at,
            PersonId = personId,
            PersonName = personName,
            Action = action,
            Subject = subject,
            SubjectId = subjectId,
            Details = details,
        };
        entry.Hash = HashChain.Seal(previousHash, entry.Fields());
        return entry;
    }

    /// <summary>What the seal covers, in order. Time is cut to whole microseconds: both databases keep those.</summary>
    public string[] Fields() =>
    [
        Sequence.ToString(CultureInfo.InvariantCulture),
        (At.Ticks / 10).ToString(CultureInfo.InvariantCulture),
        PersonId.ToString(CultureInfo.InvariantCulture),
        PersonName,
        Action,
        Subject,
        SubjectId.ToString(CultureInfo.InvariantCulture),
        Details,
    ];
}
