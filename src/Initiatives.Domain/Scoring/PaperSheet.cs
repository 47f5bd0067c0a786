using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;

namespace Initiatives.Domain.Scoring;

/// <summary>What an absent member has signed.</summary>
public enum PaperKind
{
    /// <summary>The printed score sheet.</summary>
    Sheet = 0,

    /// <summary>A written opinion (ý kiến bằng văn bản) that says his points.</summary>
    Opinion = 1,
}

/// <summary>Whether the second person has compared what was typed with the paper.</summary>
public enum PaperStatus
{
    Waiting = 0,
    Verified = 1,
    Rejected = 2,
}

/// <summary>The stored scan of a paper.</summary>
public sealed record PaperScan(string FileName, string ContentType, string Sha256);

/// <summary>
/// A signed sheet on paper as the secretariat typed it ("nhập thay"). It is a row of its own until a second person has
/// compared it with the scan: before that the judge's sheet is untouched, and whoever types sees nothing but this.
/// </summary>
public sealed class PaperSheet
{
    private PaperSheet()
    {
    }

    public int Id { get; private set; }
    public int SheetId { get; private set; }
    public int CycleId { get; private set; }
    public int InitiativeId { get; private set; }

    /// <summary>The judge who signed.</summary>
    public int PersonId { get; private set; }
    public PaperKind Kind { get; private set; }
    public DateOnly SignedOn { get; private set; }
    public SheetContent Content { get; private set; } = null!;
    public string FileName { get; private set; } = "";
    public string ContentType { get; private set; } = "";
    public string Sha256 { get; private set; } = "";

    /// <summary>Why a sheet that counts already is replaced; empty for a first one.</summary>
    public string Reason { get; private set; } = "";
    public int EnteredById { get; private set; }
    public DateTime EnteredAt { get; private set; }
    public PaperStatus Status { get; private set; }

    /// <summary>The second person; null while nobody has looked.</summary>
    public int? DecidedById { get; private set; }
    public DateTime? DecidedAt { get; private set; }

    /// <summary>What the second person found wrong.</summary>
    public string Refusal { get; private set; } = "";
    public int Version { get; private set; }

    /// <summary>
    /// Types a paper. Refused for one's own sheet, where no paper may stand (<see cref="ScoreSheet.CanTakePaper"/>), and
    /// when it could not be handed in as it is.
    /// </summary>
    /// <param name="signedOn">Null: not written, which is refused.</param>
    /// <param name="reason">Needed where the sheet counts already or was reopened.</param>
    /// <param name="selves">The actor, also under other accounts of his.</param>
    public static Result<PaperSheet> Enter(ScoreSheet sheet, RubricContent rubric, Cycle cycle, InitiativeStatus dossier, PaperKind kind, DateOnly? signedOn, SheetContent content, PaperScan scan, string reason, Actor actor, IReadOnlyCollection<int> selves, DateTime now)
    {
        if (selves.Contains(sheet.PersonId)) return Result.Fail("", "Không nhập phiếu của chính mình: tự chấm trên bàn chấm.");
        var open = sheet.CanTakePaper(cycle, dossier);
        if (!open.Ok) return Result.Fail(open.Problems);
        var problems = new List<Problem>(ScoreSheet.Check(rubric, content));
        if (problems.Count == 0) problems.AddRange(ScoreSheet.Gaps(rubric, content));
        if (!Enum.IsDefined(kind)) problems.Add(new(nameof(Kind), "Chọn loại giấy trong danh sách."));
        if (signedOn is not { } day) problems.Add(new(nameof(SignedOn), "Ghi ngày ủy viên ký."));
        else if (day > VietnamTime.Today(now)) problems.Add(new(nameof(SignedOn), "Ngày ký không thể ở sau hôm nay."));
        if (sheet.NeedsReason && !ScoreSheet.IsReason(reason)) problems.Add(new(nameof(Reason), "Phiếu này đang được tính: ghi lý do thay (ít nhất 5 ký tự)."));
        if (problems.Count > 0) return Result.Fail(problems);
        return new PaperSheet
        {
            SheetId = sheet.Id,
            CycleId = sheet.CycleId,
            InitiativeId = sheet.InitiativeId,
            PersonId = sheet.PersonId,
            Kind = kind,
            SignedOn = signedOn!.Value,
            Content = content,
            FileName = scan.FileName,
            ContentType = scan.ContentType,
            Sha256 = scan.Sha256,
            Reason = VietnameseText.Normalize(reason),
            EnteredById = actor.PersonId,
            EnteredAt = now,
        };
    }

    /// <summary>The second person finds that it says what the paper says: the sheet is handed in with it.</summary>
    public Result Verify(ScoreSheet sheet, RubricContent rubric, Cycle cycle, InitiativeStatus dossier, Actor actor, IReadOnlyCollection<int> selves, DateTime now)
    {
        var may = CanDecide(selves);
        if (!may.Ok) return may;
        var taken = sheet.Take(rubric, cycle, dossier, this, actor, now);
        if (!taken.Ok) return taken;
        Decide(PaperStatus.Verified, actor, now);
        return Result.Success;
    }

    /// <summary>The second person finds a difference; the paper is typed anew.</summary>
    public Result Reject(string refusal, Actor actor, IReadOnlyCollection<int> selves, DateTime now)
    {
        var may = CanDecide(selves);
        if (!may.Ok) return may;
        if (!ScoreSheet.IsReason(refusal)) return Result.Fail(nameof(Refusal), "Ghi chỗ không khớp với bản giấy (ít nhất 5 ký tự).");
        Refusal = VietnameseText.Normalize(refusal);
        Decide(PaperStatus.Rejected, actor, now);
        return Result.Success;
    }

    /// <summary>Refuses whoever typed it, whoever signed it, also under another account of his, and a second decision.</summary>
    /// <param name="selves">The actor, also under other accounts of his.</param>
    public Result CanDecide(IReadOnlyCollection<int> selves)
    {
        if (Status != PaperStatus.Waiting) return Result.Fail("", "Phiếu giấy này đã được đối chiếu.");
        if (selves.Contains(EnteredById)) return Result.Fail("", "Người nhập không tự đối chiếu: cần người thứ hai.");
        return selves.Contains(PersonId) ? Result.Fail("", "Không đối chiếu phiếu của chính mình.") : Result.Success;
    }

    private void Decide(PaperStatus status, Actor actor, DateTime now)
    {
        (Status, DecidedById, DecidedAt) = (status, actor.PersonId, now);
        Version++;
    }
}

/// <summary>Vietnamese names of the papers.</summary>
public static class PaperKinds
{
    public static string Name(PaperKind kind) => kind == PaperKind.Sheet ? "Phiếu chấm đã ký" : "Ý kiến bằng văn bản";
}
