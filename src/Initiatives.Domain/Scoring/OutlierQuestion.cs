using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;

namespace Initiatives.Domain.Scoring;

/// <summary>What a judge says to a question on his sheet.</summary>
public enum OutlierAnswer
{
    /// <summary>He has not answered yet.</summary>
    None = 0,

    /// <summary>The sheet stands as it is.</summary>
    Confirm = 1,

    /// <summary>He changes it; the sheet was reopened for that.</summary>
    Revise = 2,
}

/// <summary>
/// The secretary asks a judge whose sheet lies far from the others to confirm or to revise it (DOMAIN § 3.3). Until he
/// answers, and if he never does, the sheet counts as it is.
/// </summary>
public sealed class OutlierQuestion
{
    /// <summary>Most characters of what is asked and answered.</summary>
    public const int MaxLength = 500;

    private OutlierQuestion()
    {
    }

    public int Id { get; private set; }
    public int CycleId { get; private set; }
    public int InitiativeId { get; private set; }
    public int SheetId { get; private set; }

    /// <summary>Whose sheet it is.</summary>
    public int PersonId { get; private set; }

    /// <summary>What the secretary asks; the points of others are not told.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The sheet's total when it was asked.</summary>
    public decimal Total { get; private set; }
    public int AskedById { get; private set; }
    public DateTime AskedAt { get; private set; }
    public OutlierAnswer Answer { get; private set; }
    public string Reason { get; private set; } = "";
    public DateTime? AnsweredAt { get; private set; }
    public int Version { get; private set; }

    /// <param name="isFar">The sheet is flagged by the outlier rule.</param>
    /// <param name="isAsked">A question on it waits for its answer.</param>
    public static Result<OutlierQuestion> Ask(ScoreSheet sheet, Initiative initiative, bool isFar, bool isAsked, string? text, Actor actor, DateTime now)
    {
        var clean = VietnameseText.Normalize(text);
        if (sheet.PersonId == actor.PersonId) return Result.Fail("", "Không tự hỏi lại phiếu của chính mình.");
        if (initiative.Status != InitiativeStatus.Judged) return Result.Fail("", "Hội đồng đã kết luận hồ sơ này, không hỏi lại phiếu được nữa.");
        if (!sheet.IsValid || sheet.Status != SheetStatus.Locked) return Result.Fail("", "Chỉ hỏi lại phiếu đã nộp và đã khóa.");
        if (!isFar) return Result.Fail("", "Phiếu này không lệch xa các phiếu khác.");
        if (isAsked) return Result.Fail("", "Đã hỏi lại phiếu này, đang chờ trả lời.");
        if (clean.Length < 5) return Result.Fail(nameof(Text), "Ghi điều cần hỏi người chấm (ít nhất 5 ký tự).");
        return new OutlierQuestion
        {
            CycleId = sheet.CycleId,
            InitiativeId = sheet.InitiativeId,
            SheetId = sheet.Id,
            PersonId = sheet.PersonId,
            Text = clean,
            Total = sheet.Total,
            AskedById = actor.PersonId,
            AskedAt = now,
        };
    }

    /// <summary>The judge answers, once and with a reason; to revise, the sheet is reopened by whoever asked.</summary>
    /// <param name="asker">Who asked: he lets the sheet be changed.</param>
    public Result Reply(ScoreSheet sheet, Initiative initiative, OutlierAnswer answer, string? reason, Actor asker, DateTime now)
    {
        var clean = VietnameseText.Normalize(reason);
        if (Answer != OutlierAnswer.None) return Result.Fail("", "Bạn đã trả lời câu hỏi này.");
        if (initiative.Status != InitiativeStatus.Judged) return Result.Fail("", "Hội đồng đã kết luận hồ sơ này, không cần trả lời nữa.");
        if (answer is not (OutlierAnswer.Confirm or OutlierAnswer.Revise)) return Result.Fail(nameof(Answer), "Chọn giữ nguyên hoặc sửa phiếu.");
        if (clean.Length < 5) return Result.Fail(nameof(Reason), "Ghi lý do (ít nhất 5 ký tự).");
        var reopened = answer == OutlierAnswer.Revise && !sheet.IsReopened ? sheet.Reopen(initiative, clean, asker, now) : Result.Success;
        if (!reopened.Ok) return reopened;
        (Answer, Reason, AnsweredAt) = (answer, clean, now);
        Version++;
        return Result.Success;
    }
}
