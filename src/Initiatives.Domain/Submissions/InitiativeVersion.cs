using Initiatives.Domain.People;
using Initiatives.Domain.Text;

namespace Initiatives.Domain.Submissions;

/// <summary>
/// Where a save came from: the window in which it was typed, and how far its text had come there. A window whose answer was
/// lost on the way sends again; by its mark it is known not to be somebody else.
/// </summary>
/// <param name="Tab">Names the window; empty: a browser without script.</param>
/// <param name="Sequence">Grows with every change typed in that window.</param>
public readonly record struct SaveMark(Guid Tab, int Sequence)
{
    /// <summary>True when this save carries on what <paramref name="earlier"/> saved: the same window, later.</summary>
    public bool Continues(SaveMark earlier) => Tab != Guid.Empty && Tab == earlier.Tab && Sequence > earlier.Sequence;
}

/// <summary>What a draft said at one save: written with it, never changed, never removed.</summary>
public sealed class InitiativeVersion
{
    private InitiativeVersion()
    {
    }

    internal InitiativeVersion(Initiative initiative, DraftContent content, DraftContent before, Actor actor, SaveOrigin origin)
    {
        (InitiativeId, Version) = (initiative.Id, initiative.Version);
        (SavedAt, SavedById) = (initiative.SavedAt, actor.PersonId);
        (Tab, Sequence, RestoredFrom) = (origin.Mark.Tab, origin.Mark.Sequence, origin.RestoredFrom);
        Words = WordsOf(content);
        Changed = string.Join(',', DraftPart.Different(before, content).Select(part => part.Field));
        Content = content;
    }

    public int InitiativeId { get; private set; }
    public int Version { get; private set; }
    public DateTime SavedAt { get; private set; }
    public int SavedById { get; private set; }

    /// <summary>Words in its long texts.</summary>
    public int Words { get; private set; }

    /// <summary>Names of the parts that differ from the version before, comma separated, in the order of the form.</summary>
    public string Changed { get; private set; } = "";

    /// <summary>The version that this one brought back; null: it was typed.</summary>
    public int? RestoredFrom { get; private set; }

    public Guid Tab { get; private set; }
    public int Sequence { get; private set; }
    public DraftContent Content { get; private set; } = null!;

    /// <summary>Words of the texts that are written in sentences.</summary>
    public static int WordsOf(DraftContent content) =>
        VietnameseText.CountWords(content.Summary) + VietnameseText.CountWords(content.PriorSituation) + content.Solution.WordCount
        + VietnameseText.CountWords(content.Novelty) + VietnameseText.CountWords(content.Scope)
        + VietnameseText.CountWords(content.ReplicationConditions) + VietnameseText.CountWords(content.Confidential);

    /// <summary>Vietnamese names of the parts in <see cref="Changed"/>.</summary>
    public static IReadOnlyList<string> LabelsOf(string changed) =>
        [.. changed.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(field => DraftPart.Of(field).Label)];
}

/// <summary>How a content came: from which window, or out of an earlier version.</summary>
public readonly record struct SaveOrigin(SaveMark Mark, int? RestoredFrom = null);
