using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;

namespace Initiatives.Domain.Councils;

/// <summary>A dossier given to a member to score.</summary>
public sealed class ScoringAssignment
{
    /// <summary>Least characters of a reason.</summary>
    private const int LeastReason = 5;

    private ScoringAssignment()
    {
    }

    public int Id { get; private set; }
    public int CycleId { get; private set; }
    public int InitiativeId { get; private set; }
    public int PersonId { get; private set; }
    public DateTime AssignedAt { get; private set; }

    /// <summary>1: the council's own scoring. From 2 on: anew after a remonstrance; never in the official ranking.</summary>
    public int Round { get; private set; } = 1;

    /// <summary>Until when one more judge may hand in who was called after scoring had closed, UTC, exclusive; null: assigned before.</summary>
    public DateTime? DueAt { get; private set; }

    /// <summary>Why he was added or called after scoring had opened, and by whom; empty: assigned before.</summary>
    public string Reason { get; private set; } = "";
    public int? CalledById { get; private set; }

    /// <summary>Given to another member in a later round; who may be, <c>Rescoring</c> has said.</summary>
    public static ScoringAssignment Again(int cycleId, int initiativeId, int personId, int round, DateTime now) =>
        new() { CycleId = cycleId, InitiativeId = initiativeId, PersonId = personId, Round = round, AssignedAt = now };

    /// <summary>Assigns; refused where there is a conflict.</summary>
    /// <param name="conflict">Of this judge with this dossier, found by the rules or recorded.</param>
    public static Result<ScoringAssignment> Give(int cycleId, int initiativeId, JudgeFacts judge, ConflictKind? conflict, DateTime now) =>
        conflict is { } kind
            ? Result.Fail("", Barred(judge.Name, kind))
            : new ScoringAssignment { CycleId = cycleId, InitiativeId = initiativeId, PersonId = judge.PersonId, AssignedAt = now };

    /// <summary>Whether one more judge may be added: while scoring is open and this dossier is being scored.</summary>
    public static Result CanAdd(Cycle cycle, InitiativeStatus dossier) => cycle.Phase == CyclePhase.Judging && dossier == InitiativeStatus.Judging
        ? Result.Success
        : Result.Fail("", "Chỉ gọi thêm người chấm khi hồ sơ đang được chấm.");

    /// <summary>Adds one more judge while the dossier is being scored; also one whose conflict was lifted. Nothing is ever taken away.</summary>
    /// <param name="assigned">Who judges it already.</param>
    /// <param name="conflict">Of this member with this dossier, found by the rules or recorded.</param>
    public static Result<ScoringAssignment> Add(
        Cycle cycle, Initiative initiative, CouncilMember? member, IReadOnlyCollection<int> assigned, ConflictKind? conflict, string? reason, Actor actor, DateTime now)
    {
        var (may, clean) = (CanAdd(cycle, initiative.Status), VietnameseText.Normalize(reason));
        if (!may.Ok) return Result.Fail(may.Problems);
        if (clean.Length < LeastReason) return Result.Fail(nameof(Reason), "Ghi lý do gọi thêm người chấm (ít nhất 5 ký tự).");
        if (member is null) return Result.Fail(nameof(PersonId), "Chọn một thành viên Hội đồng.");
        if (assigned.Contains(member.PersonId)) return Result.Fail(nameof(PersonId), $"{member.Name} đang chấm hồ sơ này.");
        if (conflict is { } kind) return Result.Fail(nameof(PersonId), Barred(member.Name, kind));
        return new ScoringAssignment { CycleId = cycle.Id, InitiativeId = initiative.Id, PersonId = member.PersonId, AssignedAt = now, Reason = clean, CalledById = actor.PersonId };
    }

    /// <summary>
    /// Calls one more judge when the others' sheets differ too far (DOMAIN § 3.3). What he gives stands beside theirs; he is
    /// counted among the judges once he has handed in, so that one who never does cannot fail the dossier.
    /// </summary>
    /// <param name="assigned">Who judges it already.</param>
    /// <param name="barred">Who is in conflict with it.</param>
    /// <param name="informed">Who has read the others' sheets: the council's secretary, whoever stands in on the dossier, the Department's leads.</param>
    public static Result<ScoringAssignment> Call(
        int cycleId, int initiativeId, CouncilMember? member, IReadOnlyCollection<int> assigned, IReadOnlyCollection<int> barred, IReadOnlyCollection<int> informed, DateTime dueAt, string? reason, Actor actor, DateTime now)
    {
        var clean = VietnameseText.Normalize(reason);
        if (member is null || barred.Contains(member.PersonId)) return Result.Fail(nameof(PersonId), "Chọn một thành viên Hội đồng không có xung đột lợi ích với hồ sơ này.");
        if (assigned.Contains(member.PersonId)) return Result.Fail(nameof(PersonId), $"{member.Name} đã được phân công hồ sơ này.");
        if (informed.Contains(member.PersonId)) return Result.Fail(nameof(PersonId), $"{member.Name} đã đọc phiếu của những người khác, không chấm thêm hồ sơ này được.");
        if (dueAt <= now) return Result.Fail(nameof(DueAt), "Hạn chấm thêm phải ở sau thời điểm này.");
        if (clean.Length < LeastReason) return Result.Fail(nameof(Reason), "Ghi lý do mời chấm thêm (ít nhất 5 ký tự).");
        return new ScoringAssignment { CycleId = cycleId, InitiativeId = initiativeId, PersonId = member.PersonId, AssignedAt = now, DueAt = dueAt, Reason = clean, CalledById = actor.PersonId };
    }

    private static string Barred(string name, ConflictKind kind) => $"{name} {ConflictKinds.Name(kind)}, không được chấm hồ sơ này.";
}
