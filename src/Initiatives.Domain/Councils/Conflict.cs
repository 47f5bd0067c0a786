using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;

namespace Initiatives.Domain.Councils;

/// <summary>Who says that there is a conflict.</summary>
public enum ConflictSource
{
    /// <summary>The rules, from what the dossiers say.</summary>
    Found = 0,

    /// <summary>The member himself.</summary>
    Declared = 1,

    /// <summary>The secretary, or whoever prepares the council.</summary>
    Set = 2,
}

/// <summary>
/// A person and a dossier that he must not come near in the council until its outcome is published. While the row stands
/// the dossier, its scores and its place do not exist for him in that capacity.
/// </summary>
public sealed class Conflict
{
    private Conflict()
    {
    }

    public int Id { get; private set; }
    public int CycleId { get; private set; }
    public int InitiativeId { get; private set; }
    public int PersonId { get; private set; }
    public ConflictKind Kind { get; private set; }
    public ConflictSource Source { get; private set; }

    /// <summary>What was said of it; empty for one that the rules found.</summary>
    public string Note { get; private set; } = "";
    public int RecordedById { get; private set; }
    public DateTime RecordedAt { get; private set; }

    /// <summary>When it was found to be none, UTC; null: it stands. The row stays.</summary>
    public DateTime? LiftedAt { get; private set; }
    public int? LiftedById { get; private set; }
    public string LiftReason { get; private set; } = "";

    public static Conflict Found(int cycleId, int initiativeId, int personId, ConflictKind kind, Actor actor, DateTime now) =>
        new() { CycleId = cycleId, InitiativeId = initiativeId, PersonId = personId, Kind = kind, Source = ConflictSource.Found, RecordedById = actor.PersonId, RecordedAt = now };

    /// <summary>A member says it of himself. "Other" needs a note; nothing else is asked, so that nobody hesitates.</summary>
    public static Result<Conflict> Declare(int cycleId, int initiativeId, ConflictKind? kind, string? note, Actor actor, DateTime now)
    {
        var clean = VietnameseText.Normalize(note);
        if (kind is not { } declared || !ConflictKinds.Declarable.Contains(declared)) return Result.Fail(nameof(Kind), "Chọn loại xung đột lợi ích.");
        if (declared == ConflictKind.Other && clean.Length < 5) return Result.Fail(nameof(Note), "Ghi ngắn gọn lý do.");
        return Make(cycleId, initiativeId, actor.PersonId, declared, ConflictSource.Declared, clean, actor, now);
    }

    /// <summary>The secretary, or whoever prepares the council, says it of a member; always with a reason.</summary>
    public static Result<Conflict> Set(int cycleId, int initiativeId, int personId, ConflictKind? kind, string? reason, Actor actor, DateTime now)
    {
        var clean = VietnameseText.Normalize(reason);
        var problems = new List<Problem>();
        if (kind is null || !Enum.IsDefined(kind.Value)) problems.Add(new(nameof(Kind), "Chọn loại xung đột lợi ích."));
        if (clean.Length < 5) problems.Add(new(nameof(Note), "Ghi lý do xác định xung đột lợi ích."));
        return problems.Count > 0 ? Result.Fail(problems) : Make(cycleId, initiativeId, personId, kind!.Value, ConflictSource.Set, clean, actor, now);
    }

    /// <summary>True while the council has the dossier before it or will have: after its conclusion no conflict is declared, set or lifted.</summary>
    public static bool MayChange(InitiativeStatus status) =>
        InitiativeStatuses.IsBeingScreened(status) || status is InitiativeStatus.Eligible or InitiativeStatus.Judging or InitiativeStatus.Judged;

    /// <summary>Says that it was none after all. What the rules find cannot be lifted while they find it, and nobody lifts his own.</summary>
    public Result Lift(string? reason, Actor actor, DateTime now)
    {
        var clean = VietnameseText.Normalize(reason);
        if (LiftedAt is not null) return Result.Fail("", "Xung đột này đã được gỡ.");
        if (Source == ConflictSource.Found) return Result.Fail("", "Hồ sơ cho thấy xung đột này, không gỡ được.");
        if (actor.PersonId == PersonId) return Result.Fail("", "Không ai tự gỡ xung đột lợi ích của mình.");
        if (clean.Length < 5) return Result.Fail(nameof(LiftReason), "Ghi lý do gỡ.");
        (LiftedAt, LiftedById, LiftReason) = (now, actor.PersonId, clean);
        return Result.Success;
    }

    /// <summary>The rules do not find it any more: the council or the dossier was changed before scoring opened.</summary>
    public void Outdate(Actor actor, DateTime now) =>
        (LiftedAt, LiftedById, LiftReason) = (now, actor.PersonId, "Hồ sơ hoặc Hội đồng đã đổi trước khi mở chấm điểm.");

    private static Conflict Make(int cycleId, int initiativeId, int personId, ConflictKind kind, ConflictSource source, string note, Actor actor, DateTime now) => new()
    {
        CycleId = cycleId,
        InitiativeId = initiativeId,
        PersonId = personId,
        Kind = kind,
        Source = source,
        Note = note,
        RecordedById = actor.PersonId,
        RecordedAt = now,
    };
}
