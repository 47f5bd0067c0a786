using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;

namespace Initiatives.Domain.Assigning;

/// <summary>Where a change of the assignments came from.</summary>
public enum RunSource
{
    /// <summary>The planner, from its seed.</summary>
    Plan = 0,

    /// <summary>Ticks made by hand.</summary>
    Hand = 1,

    /// <summary>A file that was uploaded.</summary>
    File = 2,
}

/// <summary>
/// One change of the assignments of a cycle that was seen as a dry run and applied: what a complaint is answered from, and
/// what an undo takes back. The rows are never changed but for being undone.
/// </summary>
public sealed class AssignmentRun
{
    private AssignmentRun()
    {
    }

    public int Id { get; private set; }
    public int CycleId { get; private set; }

    /// <summary>1, 2, … in the cycle.</summary>
    public int Number { get; private set; }
    public RunSource Source { get; private set; }

    /// <summary>Of the planner; null: the change was made by hand or from a file.</summary>
    public int? Seed { get; private set; }

    /// <summary>k of the plan; null: the whole council.</summary>
    public int? JudgesPerDossier { get; private set; }
    public int ReviewersPerDossier { get; private set; }
    public IReadOnlyList<PlanPair> Added { get; private set; } = [];
    public IReadOnlyList<PlanPair> Removed { get; private set; } = [];

    /// <summary>Pairs that began or ceased to be a reviewer's, as they became.</summary>
    public IReadOnlyList<PlanPair> Changed { get; private set; } = [];
    public DateTime AppliedAt { get; private set; }
    public int AppliedById { get; private set; }

    /// <summary>UTC; null: it stands.</summary>
    public DateTime? UndoneAt { get; private set; }
    public int? UndoneById { get; private set; }

    /// <summary>Whether the assignments of a cycle can be changed: until scoring opens, once there is a council and something to judge.</summary>
    /// <param name="council">Null: none is recorded.</param>
    /// <param name="dossiers">How many are eligible.</param>
    public static Result CanChange(Cycle cycle, Council? council, int dossiers) =>
        cycle.Phase >= CyclePhase.Judging ? Result.Fail("", "Đã mở chấm điểm, phân công không đổi được nữa.")
        : council is null ? Result.Fail("", "Ghi nhận Hội đồng trước khi phân công.")
        : dossiers == 0 ? Result.Fail("", "Chưa có hồ sơ nào đủ điều kiện. Duyệt kết quả thẩm định trước.")
        : Result.Success;

    /// <summary>Applies a difference. Refused for a pair in conflict, for somebody not of the council, for a dossier that is not to be judged.</summary>
    /// <param name="input">What the difference is checked against; its settings are recorded.</param>
    public static Result<AssignmentRun> Apply(int cycleId, int number, RunSource source, PlanDifference difference, AssignmentInput input, Actor actor, DateTime now)
    {
        if (difference.IsEmpty) return Result.Fail("", "Không có gì thay đổi so với phân công hiện tại.");
        var refusals = Refusals([.. difference.Added, .. difference.Changed], input);
        if (refusals.Count > 0) return Result.Fail(refusals.Select(refusal => new Problem("", refusal.Sentence)));
        return new AssignmentRun
        {
            CycleId = cycleId,
            Number = number,
            Source = source,
            Seed = source == RunSource.Plan ? input.Settings.Seed : null,
            JudgesPerDossier = input.Settings.JudgesPerDossier,
            ReviewersPerDossier = input.Settings.ReviewersPerDossier,
            Added = difference.Added,
            Removed = difference.Removed,
            Changed = difference.Changed,
            AppliedAt = now,
            AppliedById = actor.PersonId,
        };
    }

    /// <summary>Pairs that may not be, each with its sentence.</summary>
    public static IReadOnlyList<(PlanPair Pair, string Sentence)> Refusals(IReadOnlyList<PlanPair> pairs, AssignmentInput input)
    {
        var dossiers = input.Dossiers.ToDictionary(dossier => dossier.InitiativeId);
        var judges = input.Judges.ToDictionary(judge => judge.PersonId);
        var conflicts = input.Conflicts.ToLookup(conflict => (conflict.InitiativeId, conflict.PersonId), conflict => conflict.Reason);
        var found = new List<(PlanPair, string)>();
        foreach (var pair in pairs)
        {
            if (!dossiers.TryGetValue(pair.InitiativeId, out var dossier)) found.Add((pair, "Có hồ sơ không còn trong danh sách được chấm."));
            else if (!judges.TryGetValue(pair.PersonId, out var judge)) found.Add((pair, $"Hồ sơ {dossier.Code}: có người không còn là thành viên Hội đồng."));
            else if (conflicts[(pair.InitiativeId, pair.PersonId)].FirstOrDefault() is { } reason) found.Add((pair, $"{judge.Name} {reason}, không được chấm hồ sơ {dossier.Code}."));
        }

        return found;
    }

    /// <summary>
    /// Marks the run as undone and answers what brings back the former assignments. A pair that may not be any more (a
    /// conflict since, a member who left) is not brought back.
    /// </summary>
    public Result<PlanDifference> Undo(IReadOnlyList<PlanPair> present, AssignmentInput input, Actor actor, DateTime now)
    {
        if (UndoneAt is not null) return Result.Fail("", "Lần phân công này đã được hoàn tác.");
        var barred = Refusals(Removed, input).Select(refusal => Key(refusal.Pair)).ToHashSet();
        var added = Added.Select(Key).ToHashSet();
        var before = Changed.ToDictionary(Key, pair => pair with { IsReviewer = !pair.IsReviewer });
        var known = present.Select(Key).ToHashSet();
        var former = present.Where(pair => !added.Contains(Key(pair))).Select(pair => before.GetValueOrDefault(Key(pair), pair))
            .Concat(Removed.Where(pair => !known.Contains(Key(pair)) && !barred.Contains(Key(pair))));
        (UndoneAt, UndoneById) = (now, actor.PersonId);
        return PlanDifference.Between(present, [.. former]);
    }

    private static (int, int) Key(PlanPair pair) => (pair.InitiativeId, pair.PersonId);
}
