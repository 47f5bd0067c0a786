namespace Initiatives.Domain.Submissions;

/// <summary>A part of a dossier as somebody read it.</summary>
/// <param name="Field">Name of the part in <see cref="DraftContent"/>, or <see cref="LookParts.Files"/>.</param>
/// <param name="Label">Its Vietnamese name.</param>
public sealed record LookPart(string Field, string Label, string Text);

/// <summary>
/// That a head of the unit looked at a version of a dossier, and what it said then: when it comes before him again he is
/// shown what changed since. He never sees what was saved in between.
/// </summary>
public sealed class HeadLook
{
    private HeadLook()
    {
    }

    public int Id { get; private set; }
    public int PersonId { get; private set; }
    public int InitiativeId { get; private set; }

    /// <summary>Of the dossier.</summary>
    public int Version { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>What it said, without the parts that were empty.</summary>
    public IReadOnlyList<LookPart> Parts { get; private set; } = [];

    public static HeadLook Of(Initiative initiative, IReadOnlyList<LookPart> parts, int personId, DateTime now) =>
        new() { PersonId = personId, InitiativeId = initiative.Id, Version = initiative.Version, At = now, Parts = parts };
}

/// <summary>Two looks laid over each other.</summary>
public static class LookParts
{
    public const string Files = "Files";

    /// <summary>What a dossier says, part by part, in the order of the form; its files last.</summary>
    /// <param name="nameOf">The name of a field's or an index's code.</param>
    public static IReadOnlyList<LookPart> Of(DraftContent content, IEnumerable<DossierFile> files, Func<string, string> nameOf)
    {
        var parts = DraftDifference.Between(new DraftContent(), content, nameOf).Select(part => new LookPart(part.Field, part.Label, part.Typed)).ToList();
        var list = string.Join('\n', files.OrderBy(file => file.Id).Select(file => $"{file.FileName} · {AttachmentKinds.Name(file.Kind)} · {file.Sha256[..8]}"));
        if (list.Length > 0) parts.Add(new LookPart(Files, "Tài liệu kèm theo", list));
        return parts;
    }

    /// <summary>The parts that read differently; what was taken out stands where it stood.</summary>
    public static IReadOnlyList<DraftDifference> Between(IReadOnlyList<LookPart> before, IReadOnlyList<LookPart> after)
    {
        var (was, now) = (before.ToDictionary(part => part.Field), after.ToDictionary(part => part.Field));
        var gone = before.Where(part => !now.ContainsKey(part.Field)).Select(part => new DraftDifference(part.Field, part.Label, part.Text, ""));
        return [.. after.Select(part => new DraftDifference(part.Field, part.Label, was.GetValueOrDefault(part.Field)?.Text ?? "", part.Text))
            .Where(part => !string.Equals(part.Stored, part.Typed, StringComparison.Ordinal)).Concat(gone)];
    }
}
