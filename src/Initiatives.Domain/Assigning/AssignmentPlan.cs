namespace Initiatives.Domain.Assigning;

/// <summary>A pair of the plan.</summary>
/// <param name="IsPinned">Made by hand.</param>
/// <param name="InField">The judge masters the dossier's field, or the dossier has none.</param>
public sealed record PlannedPair(int InitiativeId, int PersonId, bool IsReviewer, bool IsPinned, bool InField);

/// <summary>What a judge carries.</summary>
/// <param name="Dossiers">Dossiers to judge.</param>
/// <param name="Reviews">Reviews to write, of dossiers that he judges.</param>
/// <param name="OutOfField">Dossiers outside his fields.</param>
/// <param name="Barred">Dossiers that he is in conflict with.</param>
public sealed record JudgeLoad(int PersonId, string Name, int? Cap, int Dossiers, int Reviews, int OutOfField, int Barred);

/// <summary>A dossier that does not get all it should.</summary>
/// <param name="OfReviewers">Reviewers are missing; else judges.</param>
/// <param name="Needed">k or r; for the whole council the members who are not in conflict.</param>
/// <param name="Cause">Whole Vietnamese sentences that name who is missing and why.</param>
public sealed record PlanShortfall(int InitiativeId, string Code, bool OfReviewers, int Given, int Needed, string Cause);

/// <summary>How a plan differs from the one in force.</summary>
/// <param name="Changed">Pairs of both plans that begin or cease to be a reviewer's, as in the new one.</param>
public sealed record PlanDifference(IReadOnlyList<PlanPair> Added, IReadOnlyList<PlanPair> Removed, IReadOnlyList<PlanPair> Changed, int Kept)
{
    /// <summary>True when applying the plan would change nothing.</summary>
    public bool IsEmpty => Added.Count + Removed.Count + Changed.Count == 0;

    /// <summary>Compares two plans, O(n log n) in their pairs; ordered by dossier, then person.</summary>
    public static PlanDifference Between(IEnumerable<PlanPair> before, IEnumerable<PlanPair> after)
    {
        var old = before.ToDictionary(pair => (pair.InitiativeId, pair.PersonId));
        var now = after.ToDictionary(pair => (pair.InitiativeId, pair.PersonId));
        var changed = Sorted(now.Values.Where(pair => old.TryGetValue((pair.InitiativeId, pair.PersonId), out var was) && was.IsReviewer != pair.IsReviewer));
        return new PlanDifference(
            Sorted(now.Where(pair => !old.ContainsKey(pair.Key)).Select(pair => pair.Value)),
            Sorted(old.Where(pair => !now.ContainsKey(pair.Key)).Select(pair => pair.Value)),
            changed,
            now.Keys.Count(old.ContainsKey) - changed.Count);
    }

    private static List<PlanPair> Sorted(IEnumerable<PlanPair> pairs) => [.. pairs.OrderBy(pair => pair.InitiativeId).ThenBy(pair => pair.PersonId)];
}

/// <summary>A dry run, ready to be shown and applied.</summary>
/// <param name="Pairs">By dossier, then person.</param>
/// <param name="Loads">Of every judge, by person.</param>
/// <param name="Shortfalls">By dossier, judges before reviewers; empty when every dossier gets what it should.</param>
/// <param name="Cost">Σ over judges of 0 + 1 + … + (n − 1) for n dossiers, plus the worth of expertise for each pair out of field.</param>
/// <param name="ReviewCost">The same of the reviews.</param>
public sealed record AssignmentPlan(
    IReadOnlyList<PlannedPair> Pairs,
    IReadOnlyList<JudgeLoad> Loads,
    IReadOnlyList<PlanShortfall> Shortfalls,
    PlanDifference Difference,
    long Cost,
    long ReviewCost,
    int Seed);
