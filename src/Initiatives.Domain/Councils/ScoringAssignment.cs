namespace Initiatives.Domain.Councils;

/// <summary>A dossier given to a member to score.</summary>
public sealed class ScoringAssignment
{
    private ScoringAssignment()
    {
    }

    public int Id { get; private set; }
    public int CycleId { get; private set; }
    public int InitiativeId { get; private set; }
    public int PersonId { get; private set; }
    public DateTime AssignedAt { get; private set; }

    /// <summary>Assigns; refused where there is a conflict.</summary>
    /// <param name="conflict">Of this judge with this dossier, found by the rules or recorded.</param>
    public static Result<ScoringAssignment> Give(int cycleId, int initiativeId, JudgeFacts judge, ConflictKind? conflict, DateTime now) =>
        conflict is { } kind
            ? Result.Fail("", $"{judge.Name} {ConflictKinds.Name(kind)}, không được chấm hồ sơ này.")
            : new ScoringAssignment { CycleId = cycleId, InitiativeId = initiativeId, PersonId = judge.PersonId, AssignedAt = now };
}
