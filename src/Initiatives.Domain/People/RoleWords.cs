using Initiatives.Domain.Text;

namespace Initiatives.Domain.People;

/// <summary>Roles as people write them into a list: "Cán bộ đầu mối; Tác giả"; case and diacritics do not matter.</summary>
public static class RoleWords
{
    /// <summary>Roles of a unit: a list says all of them; other roles are given by acts and decisions, and a list only adds them.</summary>
    public const Role OfUnits = Role.Author | Role.UnitOfficer | Role.UnitHead;

    private const string Deputy = "cap pho";

    private static readonly Dictionary<string, Role> Words = new(StringComparer.Ordinal)
    {
        ["dau moi"] = Role.UnitOfficer,
        ["can bo dau moi don vi"] = Role.UnitOfficer,
        ["thu truong"] = Role.UnitHead,
        [Deputy] = Role.UnitHead,
        ["pho thu truong"] = Role.UnitHead,
        ["cap pho don vi"] = Role.UnitHead,
        ["uy vien"] = Role.CouncilMember,
        ["quan tri he thong"] = Role.Administrator,
    };

    static RoleWords()
    {
        foreach (var (role, name) in RoleNames.Each) Words[VietnameseText.Fold(name)] = role;
    }

    /// <summary>The words that a list may use, for a refusal and for the template.</summary>
    public static string Offered { get; } = string.Join("; ", RoleNames.Each.Reverse().Select(item => item.Name).Append("Cấp phó"));

    /// <summary>What a cell says.</summary>
    /// <param name="Unknown">The first word that is no role; empty: there is none.</param>
    /// <param name="IsTwofold">It says head and deputy at once.</param>
    public sealed record Reading(Role Roles, SigningCapacity Capacity, string Unknown, bool IsTwofold);

    /// <summary>
    /// Reads words between semicolons, line breaks, plus signs or slashes. Commas separate too, but one role has a comma in
    /// its name: the longest known name is taken first.
    /// </summary>
    public static Reading Read(string text)
    {
        var (roles, head, deputy) = (Role.None, false, false);
        foreach (var part in text.ReplaceLineEndings("\n").Split([';', '+', '\n', '/'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).SelectMany(Named))
        {
            var word = VietnameseText.Fold(part);
            if (!Words.TryGetValue(word, out var role)) return new Reading(Role.None, SigningCapacity.Head, part, false);
            roles |= role;
            if (role != Role.UnitHead) continue;
            if (word.Contains("pho", StringComparison.Ordinal)) deputy = true;
            else head = true;
        }

        return new Reading(roles, deputy ? SigningCapacity.Deputy : SigningCapacity.Head, "", head && deputy);
    }

    /// <summary>The names between commas; as many pieces as make a known name are one.</summary>
    private static IEnumerable<string> Named(string text)
    {
        var pieces = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        for (var (start, end) = (0, 0); start < pieces.Length; start = end)
        {
            end = pieces.Length;
            while (end > start + 1 && !Words.ContainsKey(VietnameseText.Fold(string.Join(", ", pieces[start..end])))) end--;
            yield return string.Join(", ", pieces[start..end]);
        }
    }

    /// <summary>Roles in the words of a list.</summary>
    public static string Write(Role roles, SigningCapacity capacity) => string.Join("; ", RoleNames.Each.Reverse()
        .Where(item => roles.HasFlag(item.Role))
        .Select(item => item.Role == Role.UnitHead && capacity == SigningCapacity.Deputy ? "Cấp phó" : item.Name));
}
