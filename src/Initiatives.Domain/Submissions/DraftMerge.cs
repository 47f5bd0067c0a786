namespace Initiatives.Domain.Submissions;

/// <summary>What became of a part when two people (or one in two windows) wrote on the same version.</summary>
public enum MergeState
{
    /// <summary>Both say the same.</summary>
    Same,

    /// <summary>Only the stored version changed it: taken from there.</summary>
    Stored,

    /// <summary>Only the typed text changed it: taken from there.</summary>
    Typed,

    /// <summary>Both changed different rows of it: the rows of both are taken.</summary>
    Rows,

    /// <summary>Both changed it, each otherwise: a person decides.</summary>
    Conflict,
}

/// <summary>Which text a person chose for a part in conflict.</summary>
public enum MergeChoice
{
    Stored,
    Typed,

    /// <summary>Both, as joined (and, where it is a text, edited) on the screen.</summary>
    Both,
}

/// <summary>A part of the form in a merge.</summary>
/// <param name="MayJoin">Both can be kept: texts and rows. Of a date or a chosen item there is only one.</param>
public sealed record MergePart(DraftPart Part, MergeState State, bool MayJoin);

/// <summary>
/// Three-way merge of a draft: the version from which both began, the stored one, the typed one. Pure; what is not in
/// conflict merges by itself, rows (authors, effects, people of the trial) by what names them.
/// </summary>
public sealed class DraftMerge
{
    private readonly DraftContent stored;
    private readonly DraftContent typed;
    private readonly DraftContent merged;

    /// <param name="origin">The version from which both began; null where it is not known: then every difference is a conflict.</param>
    public DraftMerge(DraftContent? origin, DraftContent stored, DraftContent typed)
    {
        (this.stored, this.typed) = (stored, typed);
        var parts = new List<MergePart>();
        merged = stored;
        foreach (var part in DraftPart.All)
        {
            var state = part.Same(stored, typed) ? MergeState.Same
                : origin is null ? MergeState.Conflict
                : part.Same(origin, typed) ? MergeState.Stored
                : part.Same(origin, stored) ? MergeState.Typed
                : MergeState.Conflict;
            if (state == MergeState.Typed) merged = part.Take(merged, typed);
            if (state == MergeState.Conflict && origin is not null && MergedRows.Of(part.Field, origin, stored, typed) is { } rows)
            {
                state = MergeState.Rows;
                merged = part.Take(merged, rows);
            }

            parts.Add(new MergePart(part, state, part.Put is not null || MergedRows.IsRows(part.Field) || part.Field is nameof(DraftContent.Indices) or nameof(DraftContent.Solution)));
        }

        Parts = parts;
    }

    /// <summary>All parts, in the order of the form.</summary>
    public IReadOnlyList<MergePart> Parts { get; }

    public IEnumerable<MergePart> Conflicts => Parts.Where(part => part.State == MergeState.Conflict);

    /// <summary>The content with every conflict decided.</summary>
    /// <param name="choice">What was chosen for a part in conflict.</param>
    /// <param name="joined">The part as it was joined and edited, for <see cref="MergeChoice.Both"/> of a text; null: joined by the rule.</param>
    public DraftContent Decide(Func<string, MergeChoice> choice, Func<DraftContent, string, DraftContent?> joined)
    {
        var content = merged;
        foreach (var (part, _, mayJoin) in Conflicts)
        {
            content = choice(part.Field) switch
            {
                MergeChoice.Typed => part.Take(content, typed),
                MergeChoice.Both when mayJoin => joined(content, part.Field) ?? part.Take(content, MergedRows.Both(part.Field, stored, typed)),
                _ => part.Take(content, stored),
            };
        }

        return content;
    }
}
