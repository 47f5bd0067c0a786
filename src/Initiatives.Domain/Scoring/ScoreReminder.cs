using Initiatives.Domain.Cycles;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;

namespace Initiatives.Domain.Scoring;

/// <summary>How far a judge is with his sheets.</summary>
/// <param name="Started">Begun and not handed in.</param>
public sealed record JudgeStanding(int Submitted, int Started, int Assigned)
{
    public int Open => Assigned - Submitted;

    public bool IsDone => Assigned > 0 && Open == 0;

    /// <summary>Has neither handed in nor begun any.</summary>
    public bool IsUntouched => Assigned > 0 && Submitted + Started == 0;

    /// <summary>Has begun and is not done.</summary>
    public bool IsUnderway => Open > 0 && Submitted + Started > 0;
}

/// <summary>A mail that reminded a judge of open sheets, so that none goes out twice within a day.</summary>
public sealed class ScoreReminder
{
    private ScoreReminder()
    {
    }

    public int Id { get; private set; }
    public int CycleId { get; private set; }
    public int PersonId { get; private set; }
    public int SentById { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime SentAt { get; private set; }

    public static ScoreReminder Of(int cycleId, int personId, int sentById, DateTime now) =>
        new() { CycleId = cycleId, PersonId = personId, SentById = sentById, SentAt = now };

    /// <summary>True while another would be the same again.</summary>
    public bool IsFresh(DateTime now) => now < SentAt.AddDays(1);
}

/// <summary>
/// What a judge is told. No number of sheets: whoever sends it may not know of all dossiers that the judge has, and sees the
/// mail before it goes.
/// </summary>
public static class ScoreReminderText
{
    public static string Subject(Cycle cycle, DateTime now) => cycle.ScoringDueAt is not { } due ? $"Phiếu chấm sáng kiến {cycle.Year} chưa nộp"
        : due <= now ? $"Quá hạn chấm: phiếu chấm sáng kiến {cycle.Year} chưa nộp"
        : $"{Capital(VietnamTime.Remaining(due - now))}: phiếu chấm sáng kiến {cycle.Year} chưa nộp";

    public static IReadOnlyList<string> Paragraphs(Cycle cycle, string name, JudgeStanding standing, DateTime now) =>
    [
        $"Chào {name},",
        standing.IsUntouched
            ? $"Bạn được phân công chấm sáng kiến kỳ {cycle.Year} và chưa mở phiếu nào."
            : $"Bạn còn phiếu chấm sáng kiến kỳ {cycle.Year} chưa nộp.",
        cycle.ScoringDueAt is { } due
            ? due <= now ? $"Hạn chấm đã hết ({VietnamTime.Deadline(due)}). Nếu vẫn muốn chấm, liên hệ thư ký Hội đồng." : $"Hạn chấm: {VietnamTime.Deadline(due)} ({VietnamTime.Remaining(due - now)})."
            : "Thư ký Hội đồng chưa chốt điểm.",
        "Có xung đột lợi ích với hồ sơ nào thì khai ngay trên phiếu của hồ sơ đó, không cần chấm.",
    ];

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
