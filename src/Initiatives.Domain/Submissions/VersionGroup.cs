namespace Initiatives.Domain.Submissions;

/// <summary>A version as a list shows it: everything but its content.</summary>
public sealed record VersionLine(int Version, DateTime SavedAt, int SavedById, string SavedBy, int Words, string Changed, int? RestoredFrom);

/// <summary>Saves of one person that followed each other closely: one line of the list, in which each version can be reached.</summary>
/// <param name="Lines">Newest first.</param>
/// <param name="WordsBefore">Words of the version before the group; 0 when there is none.</param>
public sealed record VersionGroup(IReadOnlyList<VersionLine> Lines, int WordsBefore)
{
    /// <summary>Between two saves of one sitting lie at most so many minutes.</summary>
    public const int Minutes = 10;

    public VersionLine Newest => Lines[0];
    public VersionLine Oldest => Lines[^1];

    /// <summary>Words added (or, negative, taken out) over the whole group.</summary>
    public int WordsAdded => Newest.Words - WordsBefore;

    /// <summary>Vietnamese names of all parts changed in it, in the order of the form.</summary>
    public IReadOnlyList<string> Changed =>
        [.. DraftPart.All.Where(part => Lines.Any(line => line.Changed.Split(',').Contains(part.Field, StringComparer.Ordinal))).Select(part => part.Label)];

    /// <summary>Groups a list, newest first. What was brought back from an earlier version stands alone.</summary>
    /// <param name="wordsBefore">Words of the version just before the oldest line.</param>
    public static IReadOnlyList<VersionGroup> Of(IReadOnlyList<VersionLine> lines, int wordsBefore)
    {
        var groups = new List<VersionGroup>();
        for (var from = 0; from < lines.Count;)
        {
            var to = from + 1;
            while (to < lines.Count && IsOneSitting(lines[to], lines[to - 1])) to++;
            groups.Add(new VersionGroup([.. lines.Skip(from).Take(to - from)], to < lines.Count ? lines[to].Words : wordsBefore));
            from = to;
        }

        return groups;
    }

    private static bool IsOneSitting(VersionLine earlier, VersionLine later) =>
        earlier.SavedById == later.SavedById && earlier.RestoredFrom is null && later.RestoredFrom is null
        && later.SavedAt - earlier.SavedAt <= TimeSpan.FromMinutes(Minutes);
}
