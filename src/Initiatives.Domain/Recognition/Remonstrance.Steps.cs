using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;

namespace Initiatives.Domain.Recognition;

/// <summary>What was done on a remonstrance.</summary>
public enum RemonstranceAct
{
    Received = 0,
    Forwarded = 1,
    Explained = 2,
    RescoringOrdered = 3,
    RescorersNamed = 4,
    RescoringClosed = 5,
    Answered = 6,
}

/// <summary>Vietnamese names of what a remonstrance goes through.</summary>
public static class RemonstranceWords
{
    public static string Of(RemonstranceOutcome outcome) => outcome == RemonstranceOutcome.Kept ? "giữ nguyên kết quả" : "đề nghị xem xét lại, trình Chủ tịch Ủy ban nhân dân thành phố";

    public static string Of(RemonstranceMeans means) => means == RemonstranceMeans.Online ? "trực tuyến" : "bản giấy";

    public static string Of(RemonstranceAct act) => act switch
    {
        RemonstranceAct.Received => "Nhận kiến nghị",
        RemonstranceAct.Forwarded => "Chuyển thư ký Hội đồng giải trình",
        RemonstranceAct.Explained => "Thư ký Hội đồng giải trình",
        RemonstranceAct.RescoringOrdered => "Giao chấm lại",
        RemonstranceAct.RescorersNamed => "Chọn người chấm lại",
        RemonstranceAct.RescoringClosed => "Chốt kết quả chấm lại",
        _ => "Trả lời bằng văn bản",
    };

    /// <summary>Steps that the writer and his unit are told of; the others are the Department's and the council's work.</summary>
    public static bool IsTold(RemonstranceAct act) => act is RemonstranceAct.Received or RemonstranceAct.RescoringOrdered or RemonstranceAct.RescoringClosed or RemonstranceAct.Answered;
}

/// <summary>One act on a remonstrance; none is ever changed.</summary>
public sealed class RemonstranceStep
{
    private RemonstranceStep()
    {
    }

    internal RemonstranceStep(RemonstranceAct act, string text, Actor by, DateTime at) => (Act, Text, ById, ByName, At) = (act, text, by.PersonId, by.Name, at);

    public int Id { get; private set; }
    public int RemonstranceId { get; private set; }
    public RemonstranceAct Act { get; private set; }
    public string Text { get; private set; } = "";
    public int ById { get; private set; }
    public string ByName { get; private set; } = "";
    public DateTime At { get; private set; }
}

/// <summary>A file that came with a remonstrance, or the scan of its paper.</summary>
public sealed class RemonstranceFile
{
    private RemonstranceFile()
    {
    }

    internal RemonstranceFile(string fileName, string contentType, long size, string sha256) =>
        (FileName, ContentType, Size, Sha256) = (fileName, contentType, size, sha256);

    public int Id { get; private set; }
    public int RemonstranceId { get; private set; }
    public string FileName { get; private set; } = "";
    public string ContentType { get; private set; } = "";

    /// <summary>Bytes.</summary>
    public long Size { get; private set; }
    public string Sha256 { get; private set; } = "";
}

/// <content>Asking the council's secretary, and scoring anew by other members. The first result is never touched.</content>
public sealed partial class Remonstrance
{
    public DateTime? ForwardedAt { get; private set; }
    public string Question { get; private set; } = "";
    public string Explanation { get; private set; } = "";
    public DateTime? ExplainedAt { get; private set; }

    public DateTime? RescoringOrderedAt { get; private set; }
    public string RescoringReason { get; private set; } = "";

    /// <summary>UTC, exclusive: until then those named score.</summary>
    public DateTime? RescoringDueAt { get; private set; }

    /// <summary>2, 3 …: the round of scoring on this dossier that those named make; null: nobody is named yet.</summary>
    public int? Round { get; private set; }
    public DateTime? RescoringClosedAt { get; private set; }

    /// <summary>Others have been named and have not ended.</summary>
    public bool IsRescoring => Round is not null && RescoringClosedAt is null;

    /// <summary>Somebody has yet to be named.</summary>
    public bool MayOrderRescoring => RescoringOrderedAt is null && !IsAnswered;

    public bool AwaitsRescorers => RescoringOrderedAt is not null && Round is null && !IsAnswered;

    public bool AwaitsExplanation => ForwardedAt is not null && ExplainedAt is null && !IsAnswered;

    /// <summary>The Department asks the council's secretary how the result came about. A dossier that never reached the council has none to ask.</summary>
    /// <param name="judged">The council has judged the dossier.</param>
    public Result Forward(string question, bool judged, Actor actor, DateTime now)
    {
        if (IsAnswered) return Result.Fail("", "Kiến nghị đã trả lời.");
        if (!judged) return Result.Fail("", "Hồ sơ này không qua Hội đồng, không có gì để thư ký giải trình.");
        if (ForwardedAt is not null) return Result.Fail("", $"Đã chuyển thư ký lúc {VietnamTime.WithTime(ForwardedAt.Value)}.");
        var said = VietnameseText.Normalize(question);
        if (said.Length < LeastText) return Result.Fail(nameof(Question), "Ghi điều cần thư ký giải trình.");
        (Question, ForwardedAt) = (said, now);
        Step(RemonstranceAct.Forwarded, said, actor, now);
        return Result.Success;
    }

    public Result Explain(string explanation, Actor secretary, DateTime now)
    {
        if (!AwaitsExplanation) return Result.Fail("", "Kiến nghị này không chờ giải trình.");
        var said = VietnameseText.Normalize(explanation);
        if (said.Length < LeastText) return Result.Fail(nameof(Explanation), "Ghi giải trình: điểm và kết luận được lập thế nào, theo quy tắc nào.");
        (Explanation, ExplainedAt) = (said, now);
        Step(RemonstranceAct.Explained, said, secretary, now);
        return Result.Success;
    }

    /// <summary>The Department's lead lets other members score the dossier anew. Nothing is ordered, nor the author told of it, that nobody can do.</summary>
    /// <param name="dueOn">The last day that counts.</param>
    /// <param name="shortage">Why nobody can be named (<see cref="Rescoring.Shortage"/>); empty: somebody can.</param>
    public Result OrderRescoring(string reason, DateOnly? dueOn, bool judged, string shortage, Actor lead, DateTime now)
    {
        if (IsAnswered) return Result.Fail("", "Kiến nghị đã trả lời.");
        if (!judged) return Result.Fail("", "Hồ sơ này không qua Hội đồng nên không có điểm để chấm lại.");
        if (RescoringOrderedAt is not null) return Result.Fail("", "Đã giao chấm lại theo kiến nghị này.");
        if (shortage.Length > 0) return Result.Fail("", shortage);
        var problems = new List<Problem>();
        var (said, today) = (VietnameseText.Normalize(reason), VietnamTime.Today(now));
        if (said.Length < LeastText) problems.Add(new(nameof(RescoringReason), "Ghi lý do giao chấm lại."));
        if (dueOn is not { } day) problems.Add(new("RescoringDueOn", "Ghi ngày cuối cùng để chấm lại, ví dụ 20/12/2026."));
        else if (day <= today || day > today.AddDays(90)) problems.Add(new("RescoringDueOn", "Hạn chấm lại từ ngày mai đến 90 ngày sau."));
        if (problems.Count > 0) return Result.Fail(problems);
        (RescoringReason, RescoringOrderedAt, RescoringDueAt) = (said, now, VietnamTime.EndOfDay(dueOn!.Value));
        Step(RemonstranceAct.RescoringOrdered, $"Chấm lại đến {VietnamTime.Deadline(RescoringDueAt.Value)}", lead, now);
        return Result.Success;
    }

    /// <summary>Those who score anew are named; see <see cref="Rescoring.Name"/>.</summary>
    internal Result Begin(int round, string names, Actor actor, DateTime now)
    {
        if (!AwaitsRescorers) return Result.Fail("", Round is null ? "Chưa có quyết định giao chấm lại." : "Đã chọn người chấm lại.");
        if (now >= RescoringDueAt) return Result.Fail("", $"Hạn chấm lại đã qua ({VietnamTime.Deadline(RescoringDueAt!.Value)}).");
        Round = round;
        Step(RemonstranceAct.RescorersNamed, names, actor, now);
        return Result.Success;
    }

    /// <summary>Ends the round when all have handed in, or when its day is over.</summary>
    /// <param name="handedIn">Sheets of the round that were handed in.</param>
    /// <param name="all">Sheets of the round.</param>
    internal Result End(int handedIn, int all, Actor actor, DateTime now)
    {
        if (!IsRescoring) return Result.Fail("", "Không có lần chấm lại nào đang mở.");
        if (handedIn < all && now < RescoringDueAt) return Result.Fail("", $"Mới có {handedIn}/{all} phiếu. Chốt được khi đủ phiếu hoặc sau {VietnamTime.Deadline(RescoringDueAt!.Value)}.");
        RescoringClosedAt = now;
        Step(RemonstranceAct.RescoringClosed, $"{handedIn}/{all} phiếu đã nộp", actor, now);
        return Result.Success;
    }
}
