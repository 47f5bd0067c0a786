using Initiatives.Domain.People;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;

namespace Initiatives.Domain.Submissions;

/// <summary>Where a request for an opinion stands; whether it is late says <see cref="OpinionRequest.IsLateAt"/>.</summary>
public enum OpinionStatus
{
    Open = 0,
    Answered = 1,
    Withdrawn = 2,
}

/// <summary>A file that comes with an opinion.</summary>
public sealed record OpinionFile(string FileName, string ContentType, long Size, string Sha256);

/// <summary>
/// The Department asks another department about a dossier. The unit asked reads the parts that are shared, answers in its own
/// words, with a file where it has one, and sees nothing else of the screening.
/// </summary>
public sealed class OpinionRequest
{
    /// <summary>Characters that a question, an answer or a reason needs.</summary>
    public const int LeastWords = 10;

    private OpinionRequest()
    {
    }

    public int Id { get; private set; }
    public int InitiativeId { get; private set; }
    public int CycleId { get; private set; }

    /// <summary>The unit that is asked.</summary>
    public int UnitId { get; private set; }
    public string Question { get; private set; } = "";
    public DossierPart Parts { get; private set; }

    /// <summary>UTC, exclusive. An answer that comes later is still taken.</summary>
    public DateTime DueAt { get; private set; }
    public OpinionStatus Status { get; private set; }
    public int AskedById { get; private set; }
    public string AskedByName { get; private set; } = "";
    public DateTime AskedAt { get; private set; }

    public string Answer { get; private set; } = "";
    public int? AnsweredById { get; private set; }

    /// <summary>"Nguyễn Văn A, Phó Giám đốc".</summary>
    public string AnsweredByName { get; private set; } = "";
    public DateTime? AnsweredAt { get; private set; }
    public OpinionFile? File { get; private set; }

    public DateTime? WithdrawnAt { get; private set; }
    public string WithdrawReason { get; private set; } = "";
    public int Version { get; private set; }

    public bool IsLateAt(DateTime now) => Status == OpinionStatus.Open && now >= DueAt;

    /// <summary>True for a department or a body of its rank: communes are not asked.</summary>
    public static bool MayBeAsked(Unit unit) => unit.Type is "so" or "ban" or "co-quan-ngang-so" or "nganh-doc" or "don-vi";

    /// <param name="dueOn">The last day that counts.</param>
    public static Result<OpinionRequest> Ask(Initiative initiative, Unit unit, string question, DossierPart parts, DateOnly? dueOn, Actor actor, DateTime now)
    {
        if (initiative.Status is not (InitiativeStatus.Submitted or InitiativeStatus.Supplementing or InitiativeStatus.Appraised)) return Result.Fail("", "Hồ sơ đã có kết quả hoặc đã rút, không hỏi ý kiến nữa.");
        if (initiative.IsWrittenBy(actor)) return Result.Fail("", "Bạn là tác giả của hồ sơ này nên không thẩm định được.");
        var problems = new List<Problem>();
        var asked = VietnameseText.Normalize(question);
        if (!MayBeAsked(unit)) problems.Add(new(nameof(UnitId), "Chọn một sở, ngành trong danh sách."));
        else if (unit.Id == initiative.UnitId) problems.Add(new(nameof(UnitId), "Đây là đơn vị của hồ sơ. Chọn một sở, ngành khác."));
        else if (unit.Id == actor.UnitId) problems.Add(new(nameof(UnitId), "Đây là đơn vị của bạn. Chọn một sở, ngành khác."));
        if (asked.Length < LeastWords) problems.Add(new(nameof(Question), "Ghi rõ điều cần hỏi."));
        if (dueOn is not { } day) problems.Add(new("DueOn", "Ghi hạn trả lời, ví dụ 15/10/2026."));
        else if (day <= VietnamTime.Today(now)) problems.Add(new("DueOn", "Hạn trả lời phải sau hôm nay."));
        else if (day > VietnamTime.Today(now).AddDays(90)) problems.Add(new("DueOn", "Hạn trả lời trong vòng 90 ngày."));
        if (problems.Count > 0) return Result.Fail(problems);
        return new OpinionRequest
        {
            InitiativeId = initiative.Id,
            CycleId = initiative.CycleId ?? 0,
            UnitId = unit.Id,
            Question = asked,
            Parts = parts,
            DueAt = VietnamTime.EndOfDay(dueOn!.Value),
            AskedById = actor.PersonId,
            AskedByName = actor.Name,
            AskedAt = now,
        };
    }

    /// <summary>The unit's answer, once; also after the due day, as long as it was not taken back.</summary>
    public Result Reply(Initiative initiative, string answer, OpinionFile? file, Actor actor, DateTime now)
    {
        if (!actor.Is(Role.UnitOfficer | Role.UnitHead) || actor.UnitId != UnitId) return Result.Fail("", "Chỉ đầu mối hoặc lãnh đạo của đơn vị được hỏi trả lời.");
        if (Status == OpinionStatus.Withdrawn) return Result.Fail("", "Sở KH&CN đã thu hồi yêu cầu này, không cần trả lời.");
        if (Status == OpinionStatus.Answered) return Result.Fail("", $"{AnsweredByName} đã trả lời lúc {VietnamTime.WithTime(AnsweredAt!.Value)}.");
        if (initiative.IsWrittenBy(actor)) return Result.Fail("", "Bạn là tác giả của hồ sơ này. Người khác trong đơn vị trả lời thay bạn.");
        var said = VietnameseText.Normalize(answer);
        if (said.Length < LeastWords) return Result.Fail(nameof(Answer), "Ghi ý kiến của đơn vị bằng lời; tệp kèm theo là phần thêm.");
        (Answer, File, Status) = (said, file, OpinionStatus.Answered);
        (AnsweredById, AnsweredByName, AnsweredAt) = (actor.PersonId, actor.Post.Length > 0 ? $"{actor.Name}, {actor.Post}" : actor.Name, now);
        Version++;
        return Result.Success;
    }

    /// <summary>The Department takes the question back; the dossier is closed to the unit again.</summary>
    public Result Withdraw(string reason, DateTime now)
    {
        if (Status != OpinionStatus.Open) return Result.Fail("", Status == OpinionStatus.Answered ? "Đơn vị đã trả lời, không thu hồi được nữa." : "Yêu cầu này đã thu hồi.");
        if (VietnameseText.Normalize(reason) is not { Length: >= 5 } said) return Result.Fail("Reason", "Ghi lý do thu hồi.");
        (Status, WithdrawnAt, WithdrawReason) = (OpinionStatus.Withdrawn, now, said);
        Version++;
        return Result.Success;
    }
}
