using Initiatives.Domain.Text;

namespace Initiatives.Domain.Submissions;

/// <summary>Merges the lists of a draft row by row: a row is known by its account or name, by its measure, by its code.</summary>
internal static class MergedRows
{
    public static bool IsRows(string field) => field is nameof(DraftContent.Authors) or nameof(DraftContent.Effects) or nameof(DraftContent.Participants);

    /// <summary>A content whose list holds the changes of both; null where both changed one row, or a row cannot be told from another.</summary>
    public static DraftContent? Of(string field, DraftContent origin, DraftContent stored, DraftContent typed) => field switch
    {
        nameof(DraftContent.Authors) => Merge(origin.Authors, stored.Authors, typed.Authors, KeyOf) is { } rows ? stored with { Authors = rows } : null,
        nameof(DraftContent.Effects) => Merge(origin.Effects, stored.Effects, typed.Effects, KeyOf) is { } rows ? stored with { Effects = rows } : null,
        nameof(DraftContent.Participants) => Merge(origin.Participants, stored.Participants, typed.Participants, KeyOf) is { } rows ? stored with { Participants = rows } : null,
        nameof(DraftContent.Indices) => Merge(origin.Indices, stored.Indices, typed.Indices, code => code) is { } rows ? stored with { Indices = rows } : null,
        _ => null,
    };

    /// <summary>The rows of both lists: equal ones once, the rest one after the other, so that none is lost.</summary>
    public static DraftContent Both(string field, DraftContent stored, DraftContent typed) => field switch
    {
        nameof(DraftContent.Authors) => stored with { Authors = [.. stored.Authors, .. typed.Authors.Except(stored.Authors)] },
        nameof(DraftContent.Effects) => stored with { Effects = [.. stored.Effects, .. typed.Effects.Except(stored.Effects)] },
        nameof(DraftContent.Participants) => stored with { Participants = [.. stored.Participants, .. typed.Participants.Except(stored.Participants)] },
        nameof(DraftContent.Indices) => stored with { Indices = [.. stored.Indices.Union(typed.Indices)] },
        _ => typed,
    };

    private static string KeyOf(AuthorContent author) => author.PersonId is { } id ? $"#{id}" : VietnameseText.Fold(author.Name);

    private static string KeyOf(EffectContent effect) => VietnameseText.Fold(effect.Measure);

    private static string KeyOf(ParticipantContent person) => VietnameseText.Fold(person.Name);

    private static List<T>? Merge<T>(IReadOnlyList<T> origin, IReadOnlyList<T> stored, IReadOnlyList<T> typed, Func<T, string> key)
        where T : class
    {
        if (Keyed(origin, key) is not { } was || Keyed(stored, key) is not { } theirs || Keyed(typed, key) is not { } mine) return null;
        var rows = new List<T>();
        foreach (var name in stored.Select(key).Concat(typed.Select(key).Where(name => !theirs.ContainsKey(name))))
        {
            var (old, their, my) = (was.GetValueOrDefault(name), theirs.GetValueOrDefault(name), mine.GetValueOrDefault(name));
            if (Equals(their, my) || Equals(old, my))
            {
                if (their is not null) rows.Add(their);
            }
            else if (Equals(old, their))
            {
                if (my is not null) rows.Add(my);
            }
            else
            {
                return null;
            }
        }

        return rows;
    }

    private static Dictionary<string, T>? Keyed<T>(IReadOnlyList<T> rows, Func<T, string> key)
    {
        var named = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var row in rows)
            if (key(row).Length == 0 || !named.TryAdd(key(row), row)) return null;
        return named;
    }
}
