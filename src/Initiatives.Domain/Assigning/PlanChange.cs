using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Initiatives.Domain.Assigning;

/// <summary>
/// A difference on its way through a form: <c>+12:5</c> gives dossier 12 to person 5, <c>-12:5</c> takes it away,
/// <c>~12:5</c> makes the pair a plain judge's, and a trailing <c>p</c> a reviewer's (phản biện). Words stand between spaces.
/// </summary>
public static class PlanChange
{
    public static string Write(PlanDifference difference) => string.Join(' ',
        difference.Added.Select(pair => "+" + Word(pair)).Concat(difference.Removed.Select(pair => "-" + Word(pair))).Concat(difference.Changed.Select(pair => "~" + Word(pair))));

    /// <summary>The plan that a written difference makes of the present one. Words that say nothing are passed over; the last word on a pair holds.</summary>
    public static IReadOnlyList<PlanPair> Apply(IEnumerable<PlanPair> present, string text)
    {
        var plan = present.ToDictionary(pair => (pair.InitiativeId, pair.PersonId));
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Read(word[1..]) is not { } pair) continue;
            if (word[0] == '-') plan.Remove((pair.InitiativeId, pair.PersonId));
            else if (word[0] == '+' || (word[0] == '~' && plan.ContainsKey((pair.InitiativeId, pair.PersonId)))) plan[(pair.InitiativeId, pair.PersonId)] = pair;
        }

        return [.. plan.Values];
    }

    /// <summary>A pair as a form writes it, without its sign; null: it is none.</summary>
    public static PlanPair? Read(string word)
    {
        var isReviewer = word.EndsWith('p');
        var parts = word.TrimEnd('p').Split(':');
        return parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var initiative) && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var person)
            ? new PlanPair(initiative, person, isReviewer)
            : null;
    }

    /// <summary>The mark of what was seen: of the plan in force and of what is to become of it. 16 hexadecimal digits of a SHA-256.</summary>
    public static string Digest(IEnumerable<PlanPair> present, PlanDifference difference)
    {
        var text = string.Join(' ', present.OrderBy(pair => pair.InitiativeId).ThenBy(pair => pair.PersonId).Select(Word)) + "|" + Write(difference);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }

    public static string Word(PlanPair pair) => string.Create(CultureInfo.InvariantCulture, $"{pair.InitiativeId}:{pair.PersonId}{(pair.IsReviewer ? "p" : "")}");
}
