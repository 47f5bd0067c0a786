using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;

namespace Initiatives.Domain.Scoring;

/// <summary>What becomes of a sheet after it was handed in: changed with a reason, reopened, taken from paper.</summary>
public sealed partial class ScoreSheet
{
    /// <summary>Least characters of a reason.</summary>
    public const int LeastReason = 5;

    private const string Concluded = "Hội đồng đã kết luận hồ sơ này, phiếu không sửa được nữa.";
    private const string NoReason = "Ghi lý do sửa phiếu đã nộp (ít nhất 5 ký tự).";

    /// <summary>True when a change needs a reason: it was handed in, or the secretary has reopened it.</summary>
    public bool NeedsReason => IsValid || IsReopened;

    /// <summary>
    /// Changes a sheet that was handed in, or one that was reopened: as a whole, with a reason; it stays handed in. A
    /// reopened sheet is locked again. Refused after the due hour, unless it was reopened.
    /// </summary>
    /// <param name="dossier">Where its dossier stands: nothing changes once the council has concluded on it.</param>
    public Result Change(RubricContent rubric, Cycle cycle, InitiativeStatus dossier, SheetContent content, string reason, int version, DateTime now)
    {
        var open = CanPut(cycle, version);
        if (!open.Ok) return open;
        if (IsReopened && dossier != InitiativeStatus.Judged) return Result.Fail("", Concluded);
        if (!NeedsReason) return Result.Fail("", "Phiếu chưa nộp.");
        if (!IsReopened && DueIn(cycle) is { } due && now >= due) return Result.Fail("", $"Đã quá hạn chấm ({VietnamTime.Deadline(due)}). Phiếu đã nộp được giữ nguyên.");
        var problems = new List<Problem>(Check(rubric, content));
        if (problems.Count == 0) problems.AddRange(Gaps(rubric, content));
        if (!IsReason(reason)) problems.Add(new(nameof(ScoreSheetVersion.Reason), NoReason));
        if (problems.Count > 0) return Result.Fail(problems);
        Write(rubric, content, now);
        (EnteredById, VerifiedById, VerifiedAt, PaperSha256) = (null, null, null, "");
        HandIn(now);
        return Result.Success;
    }

    /// <summary>
    /// The secretary lets a locked sheet be changed once more (DESIGN § 6). Only while the council has not concluded on the
    /// dossier; what was handed in counts until the change is.
    /// </summary>
    public Result Reopen(Initiative initiative, string reason, Actor actor, DateTime now)
    {
        if (actor.PersonId == PersonId) return Result.Fail("", "Không mở lại phiếu của chính mình.");
        if (Status != SheetStatus.Locked) return Result.Fail("", "Phiếu chưa khóa, ủy viên tự sửa được.");
        if (IsReopened) return Result.Fail("", "Phiếu này đang được mở lại.");
        if (initiative.Status != InitiativeStatus.Judged) return Result.Fail("", "Hội đồng đã kết luận hồ sơ này, không mở lại phiếu được nữa.");
        if (!IsReason(reason)) return Result.Fail(nameof(ScoreSheetVersion.Reason), "Ghi lý do mở lại phiếu (ít nhất 5 ký tự).");
        (IsReopened, ReopenedAt, ReopenReason) = (true, now, VietnameseText.Normalize(reason));
        Version++;
        return Result.Success;
    }

    /// <summary>Its judge leaves it for later. A sheet that was handed in is not left.</summary>
    public Result SetAside(Cycle cycle)
    {
        var open = CanPut(cycle, Version);
        if (!open.Ok) return open;
        if (NeedsReason) return Result.Fail("", "Phiếu đã nộp, không cần để lại sau.");
        IsPutAside = true;
        return Result.Success;
    }

    /// <summary>
    /// Whether a signed paper may stand for it: of a judge who has not handed in by himself, while scoring is open; once it
    /// is closed only where the secretary has reopened the sheet.
    /// </summary>
    public Result CanTakePaper(Cycle cycle, InitiativeStatus dossier)
    {
        if (IsReopened) return cycle.MayMeet && dossier == InitiativeStatus.Judged ? Result.Success : Result.Fail("", Concluded);
        if (Status == SheetStatus.Locked || cycle.Phase != CyclePhase.Judging) return Result.Fail("", "Đã chốt điểm: chỉ nhập được phiếu giấy khi thư ký mở lại phiếu.");
        return IsValid && !IsEntered ? Result.Fail("", "Ủy viên đã tự nộp phiếu này.") : Result.Success;
    }

    /// <summary>The paper that a second person has compared now stands for the sheet.</summary>
    internal Result Take(RubricContent rubric, Cycle cycle, InitiativeStatus dossier, PaperSheet paper, Actor verifier, DateTime now)
    {
        var open = CanTakePaper(cycle, dossier);
        if (!open.Ok) return open;
        Write(rubric, paper.Content, now);
        (EnteredById, PaperSha256, VerifiedById, VerifiedAt) = (paper.EnteredById, paper.Sha256, verifier.PersonId, now);
        HandIn(now);
        return Result.Success;
    }

    private void HandIn(DateTime now)
    {
        SubmittedAt ??= now;
        Status = IsReopened ? SheetStatus.Locked : SheetStatus.Submitted;
        IsReopened = false;
    }

    internal static bool IsReason(string? reason) => VietnameseText.Normalize(reason).Length >= LeastReason;
}
