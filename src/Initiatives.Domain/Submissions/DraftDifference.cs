namespace Initiatives.Domain.Submissions;

/// <summary>A part of a dossier that two versions say differently, each as a person reads it.</summary>
/// <param name="Field">Name of the part in <see cref="DraftContent"/>.</param>
/// <param name="Label">Its Vietnamese name.</param>
public sealed record DraftDifference(string Field, string Label, string Stored, string Typed)
{
    /// <summary>The words are the same; only headings, lists or emphasis differ.</summary>
    public bool IsLookOnly => string.Equals(Stored, Typed, StringComparison.Ordinal);

    /// <summary>
    /// What differs between the stored and the typed content, in the order of the form; nothing when they are equal.
    /// </summary>
    /// <param name="nameOf">The name of a field's or an index's code.</param>
    public static IReadOnlyList<DraftDifference> Between(DraftContent stored, DraftContent typed, Func<string, string>? nameOf = null)
    {
        var name = nameOf ?? (code => code);
        return [.. DraftPart.Different(stored, typed).Select(part => new DraftDifference(part.Field, part.Label, part.Read(stored, name), part.Read(typed, name)))];
    }
}
