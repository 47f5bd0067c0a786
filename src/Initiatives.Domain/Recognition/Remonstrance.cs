using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;

namespace Initiatives.Domain.Recognition;

/// <summary>How a remonstrance came.</summary>
public enum RemonstranceMeans
{
    Online = 0,
    OnPaper = 1,
}

/// <summary>What the Department answers. Whether the outcome changes is decided by a decision of the Chairman, never here.</summary>
public enum RemonstranceOutcome
{
    /// <summary>The result stands.</summary>
    Kept = 0,

    /// <summary>The Department proposes to the Chairman that the result be looked at again.</summary>
    Reconsider = 1,
}

/// <summary>What somebody remonstrates.</summary>
/// <param name="Content">What is wrong with the result.</param>
/// <param name="Asks">What is asked for.</param>
public sealed record RemonstranceContent(string Content, string Asks);

/// <summary>How one came on paper.</summary>
/// <param name="ReceivedOn">Day of arrival at the Department.</param>
/// <param name="WriterName">Who signed it.</param>
public sealed record PaperArrival(DateOnly? ReceivedOn, string WriterName);

/// <summary>
/// A remonstrance (kiến nghị) against a result: received by its number, answered in writing. It stands beside the statutory
/// ways (Luật Khiếu nại) and takes nothing from them; one that comes late is received and marked, never refused.
/// </summary>
public sealed partial class Remonstrance
{
    public const int LongestText = 10_000;
    private const int LeastText = 10;

    private readonly List<RemonstranceFile> files = [];
    private readonly List<RemonstranceStep> steps = [];

    private Remonstrance()
    {
    }

    public int Id { get; private set; }
    public int InitiativeId { get; private set; }
    public int CycleId { get; private set; }

    /// <summary>Key of the form: the same form posted twice is one remonstrance.</summary>
    public Guid FormKey { get; private set; }

    /// <summary>Register of the year in which it was entered, gapless from 1.</summary>
    public int Year { get; private set; }
    public int Number { get; private set; }
    public RemonstranceMeans Means { get; private set; }
    public string Content { get; private set; } = "";
    public string Asks { get; private set; } = "";

    /// <summary>Who wrote it; null for one that came on paper.</summary>
    public int? WriterId { get; private set; }
    public string WriterName { get; private set; } = "";

    /// <summary>UTC; of one on paper the start of the day on which it came.</summary>
    public DateTime ReceivedAt { get; private set; }
    public int EnteredById { get; private set; }
    public string EnteredByName { get; private set; } = "";
    public DateTime EnteredAt { get; private set; }

    /// <summary>Came after the days that the cycle gives for it.</summary>
    public bool IsLate { get; private set; }

    /// <summary>UTC, exclusive: until then the Department answers.</summary>
    public DateTime DueAt { get; private set; }

    public string AnswerText { get; private set; } = "";
    public RemonstranceOutcome? Outcome { get; private set; }
    public string AnswerNumber { get; private set; } = "";
    public DateOnly? AnswerDate { get; private set; }
    public string AnsweredByName { get; private set; } = "";
    public DateTime? AnsweredAt { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<RemonstranceFile> Files => files;
    public IReadOnlyList<RemonstranceStep> Steps => steps;

    public bool IsAnswered => AnsweredAt is not null;

    /// <summary>"KN-2026-0003".</summary>
    public string Code => CodeOf(Year, Number);

    public bool IsOverdueAt(DateTime now) => !IsAnswered && now >= DueAt;

    public static string CodeOf(int year, int number) => FormattableString.Invariant($"KN-{year}-{number:0000}");

    /// <summary>The counter that numbers remonstrances of a year without gaps.</summary>
    public static string CounterOf(int year) => FormattableString.Invariant($"kien-nghi-{year}");

    /// <summary>True for a dossier that ended without recognition, as its owners are shown it.</summary>
    public static bool MayBeRaised(InitiativeStatus shown) => shown is InitiativeStatus.NotRecognised or InitiativeStatus.Ineligible;

    /// <summary>UTC, exclusive: until then a remonstrance against a result that became known at <paramref name="since"/> is in time.</summary>
    public static DateTime InTimeUntil(DateTime since, CycleSettings settings) => VietnamTime.EndOfDay(VietnamTime.AddWorkingDays(VietnamTime.Today(since), settings.RemonstranceWorkingDays));

    /// <summary>Written online by an author, the unit's officer or its head.</summary>
    /// <param name="now">The instant at which the request arrived.</param>
    public static Result<Remonstrance> Write(Initiative initiative, CycleSettings settings, Guid formKey, RemonstranceContent content, Actor actor, DateTime now)
    {
        var problems = Check(initiative, content);
        if (problems.Count > 0) return Result.Fail(problems);
        var made = Of(initiative, settings, formKey, content, RemonstranceMeans.Online, actor.Post.Length > 0 ? $"{actor.Name}, {actor.Post}" : actor.Name, now, actor, now);
        made.WriterId = actor.PersonId;
        return made;
    }

    /// <summary>Came on paper and is recorded by the Department.</summary>
    public static Result<Remonstrance> Record(Initiative initiative, CycleSettings settings, Guid formKey, RemonstranceContent content, PaperArrival arrival, Actor clerk, DateTime now)
    {
        var problems = Check(initiative, content);
        var (today, name) = (VietnamTime.Today(now), VietnameseName.Normalize(arrival.WriterName));
        if (name.Length < 2) problems.Add(new("WriterName", "Ghi họ tên người ký kiến nghị."));
        if (arrival.ReceivedOn is not { } day) problems.Add(new("ReceivedOn", "Ghi ngày nhận bản giấy, ví dụ 5/12/2026."));
        else if (day > today) problems.Add(new("ReceivedOn", "Ngày nhận không thể ở sau hôm nay."));
        else if (day < VietnamTime.Today(initiative.StatusSince)) problems.Add(new("ReceivedOn", $"Kết quả có ngày {VietnamTime.Short(initiative.StatusSince)}; ngày nhận không thể ở trước ngày đó."));
        return problems.Count > 0
            ? Result.Fail(problems)
            : Of(initiative, settings, formKey, content, RemonstranceMeans.OnPaper, name, VietnamTime.StartOfDay(arrival.ReceivedOn!.Value), clerk, now);
    }

    /// <summary>Gives the number; the caller takes it from the year's counter inside the same transaction.</summary>
    public void Register(int number) => Number = Number == 0 ? number : Number;

    /// <summary>A file that came with it, or the scan of its paper.</summary>
    public void Attach(string fileName, string contentType, long size, string sha256) => files.Add(new RemonstranceFile(fileName, contentType, size, sha256));

    /// <summary>Refuses whoever remonstrates or wrote the dossier: nobody deals with his own cause for the Department.</summary>
    public Result CanDealWith(Initiative initiative, Actor actor) =>
        WriterId == actor.PersonId || initiative.CreatedById == actor.PersonId || initiative.Authors.Any(author => author.PersonId == actor.PersonId)
            ? Result.Fail("", "Bạn là tác giả hoặc người kiến nghị: người khác của Sở xử lý kiến nghị này.")
            : Result.Success;

    /// <summary>Keeps the text of the answer while it is being written.</summary>
    public Result Draft(string text, RemonstranceOutcome? outcome)
    {
        if (IsAnswered) return Result.Fail("", "Kiến nghị đã trả lời, văn bản không sửa được nữa.");
        var problems = new List<Problem>();
        var said = VietnameseText.Normalize(text);
        if (said.Length < LeastText) problems.Add(new(nameof(AnswerText), "Ghi nội dung trả lời: xem xét thế nào, căn cứ vào đâu."));
        if (outcome is null) problems.Add(new(nameof(Outcome), "Chọn kết quả giải quyết."));
        if (problems.Count > 0) return Result.Fail(problems);
        (AnswerText, Outcome) = (said, outcome);
        Touch();
        return Result.Success;
    }

    /// <summary>The letter goes out: from now on the writer and his unit read it. Refused while others are still scoring anew.</summary>
    /// <param name="letter">Issued on this remonstrance.</param>
    public Result Answer(DepartmentNotice letter, Actor actor, DateTime now)
    {
        var problems = CheckAnswer(new NoticeHead(letter.Number, letter.Date, letter.SignerName, letter.Capacity), now);
        if (problems.Count > 0) return Result.Fail(problems);
        (AnswerNumber, AnswerDate, AnsweredByName, AnsweredAt) = (letter.Code, letter.Date, actor.Name, now);
        Step(RemonstranceAct.Answered, $"Công văn số {AnswerNumber} ngày {VietnamTime.Short(letter.Date)}: {RemonstranceWords.Of(Outcome!.Value)}", actor, now);
        return Result.Success;
    }

    /// <summary>What stands in the way of the answer; nothing when its letter may be issued. The number comes from the register.</summary>
    public IReadOnlyList<Problem> CheckAnswer(NoticeHead head, DateTime now)
    {
        if (IsAnswered) return [new("", $"Kiến nghị đã trả lời bằng công văn số {AnswerNumber}.")];
        if (AnswerText.Length == 0 || Outcome is null) return [new("", "Soạn nội dung trả lời và lưu trước, rồi mới ra công văn.")];
        if (IsRescoring) return [new("", "Việc chấm lại chưa chốt. Chốt kết quả chấm lại rồi mới trả lời.")];
        List<Problem> problems = [.. DepartmentNotice.CheckSigning(head, VietnamTime.Today(now))];
        if (head.Date < VietnamTime.Today(ReceivedAt)) problems.Add(new("Date", $"Kiến nghị nhận ngày {VietnamTime.Short(ReceivedAt)}; công văn trả lời không thể có trước đó."));
        return problems;
    }

    private static List<Problem> Check(Initiative initiative, RemonstranceContent content)
    {
        var problems = new List<Problem>();
        if (!MayBeRaised(initiative.ShownStatus)) problems.Add(new("", "Kiến nghị gửi cho hồ sơ đã có kết quả không được công nhận hoặc không đủ điều kiện."));
        if (VietnameseText.Normalize(content.Content).Length < LeastText) problems.Add(new(nameof(Content), "Ghi nội dung kiến nghị: điểm nào của kết quả chưa đúng, vì sao."));
        if (VietnameseText.Normalize(content.Asks).Length < LeastText) problems.Add(new(nameof(Asks), "Ghi điều bạn đề nghị."));
        if (content.Content.Length > LongestText) problems.Add(new(nameof(Content), "Nội dung dài tối đa 10.000 ký tự."));
        if (content.Asks.Length > LongestText) problems.Add(new(nameof(Asks), "Đề nghị dài tối đa 10.000 ký tự."));
        return problems;
    }

    private static Remonstrance Of(Initiative initiative, CycleSettings settings, Guid formKey, RemonstranceContent content, RemonstranceMeans means, string writer, DateTime receivedAt, Actor by, DateTime now)
    {
        var made = new Remonstrance
        {
            InitiativeId = initiative.Id,
            CycleId = initiative.CycleId ?? 0,
            FormKey = formKey,
            Year = VietnamTime.Today(now).Year,
            Means = means,
            Content = VietnameseText.Normalize(content.Content),
            Asks = VietnameseText.Normalize(content.Asks),
            WriterName = writer,
            ReceivedAt = receivedAt,
            EnteredById = by.PersonId,
            EnteredByName = by.Name,
            EnteredAt = now,
            IsLate = receivedAt >= InTimeUntil(initiative.StatusSince, settings),
            DueAt = VietnamTime.EndOfDay(VietnamTime.AddWorkingDays(VietnamTime.Today(receivedAt), settings.AnswerWorkingDays)),
        };
        made.steps.Add(new RemonstranceStep(RemonstranceAct.Received, means == RemonstranceMeans.OnPaper ? $"Bản giấy, {by.Name} ghi vào sổ" : "Gửi trực tuyến", by, now));
        return made;
    }

    private void Step(RemonstranceAct act, string text, Actor actor, DateTime now)
    {
        steps.Add(new RemonstranceStep(act, text, actor, now));
        Touch();
    }

    private void Touch() => Version++;
}
