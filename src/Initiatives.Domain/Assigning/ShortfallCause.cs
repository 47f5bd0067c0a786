using Initiatives.Domain.Text;

namespace Initiatives.Domain.Assigning;

/// <summary>How a judge stands to a dossier once the plan is made.</summary>
/// <param name="Conflict">What bars him; null: nothing.</param>
/// <param name="FullAt">His cap, when it is reached; else null.</param>
internal sealed record Candidate(string Name, string? Conflict, bool IsGiven, int? FullAt, bool MayReview);

/// <summary>Says why a dossier does not get all it should: who is in conflict, who has reached his cap.</summary>
internal sealed class ShortfallCause(IEnumerable<Candidate> judges)
{
    /// <summary>Names in one list; the rest is counted.</summary>
    private const int MostNames = 8;

    private readonly List<Candidate> judges = [.. judges];

    /// <summary>Judges who are not in conflict.</summary>
    internal int Free => judges.Count(judge => judge.Conflict is null);

    internal string OfJudges(int needed) => string.Join(' ', TooFew(judges, needed, "thành viên").Concat(AtTheirCaps(judges)));

    /// <summary>Whoever is neither in conflict nor full judges the dossier, unless pins leave no place.</summary>
    internal string OfReviewers(int needed)
    {
        var able = judges.Where(judge => judge.MayReview).ToList();
        var sentences = TooFew(able, needed, able.Count < judges.Count ? "ủy viên phản biện" : "thành viên").Concat(AtTheirCaps(able)).ToList();
        var squeezed = able.Where(judge => judge is { Conflict: null, IsGiven: false, FullAt: null }).ToList();
        if (squeezed.Count > 0) sentences.Add($"Các cặp ghim bằng tay không để lại chỗ cho {Names(squeezed)}.");
        return string.Join(' ', sentences);
    }

    private static IEnumerable<string> TooFew(List<Candidate> pool, int needed, string who)
    {
        var free = pool.Count(judge => judge.Conflict is null);
        if (free >= needed) yield break;
        var conflicts = pool.Where(judge => judge.Conflict is not null).GroupBy(judge => judge.Conflict).Select(of => $"{Names([.. of])} {of.Key}").ToList();
        yield return conflicts.Count > 0 ? $"{(free == 0 ? $"Không còn {who} nào" : $"Chỉ còn {free} {who}")} không xung đột (cần {needed}): {string.Join("; ", conflicts)}."
            : free == 0 ? $"Hội đồng không có {who} nào (cần {needed})."
            : $"Hội đồng chỉ có {free} {who} (cần {needed}).";
    }

    private static IEnumerable<string> AtTheirCaps(List<Candidate> pool)
    {
        var full = pool.Where(judge => judge is { Conflict: null, IsGiven: false, FullAt: not null })
            .GroupBy(judge => judge.FullAt!.Value)
            .Select(of => $"{Names([.. of])} đã đủ mức tối đa {VietnameseNumber.Format(of.Key)} hồ sơ")
            .ToList();
        if (full.Count > 0) yield return string.Join("; ", full) + ".";
    }

    private static string Names(IReadOnlyList<Candidate> people) => people.Count <= MostNames + 1
        ? string.Join(", ", people.Select(person => person.Name))
        : $"{string.Join(", ", people.Take(MostNames).Select(person => person.Name))} và {people.Count - MostNames} người khác";
}
