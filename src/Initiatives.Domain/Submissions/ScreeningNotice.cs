using System.Globalization;
using Initiatives.Domain.People;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;

namespace Initiatives.Domain.Submissions;

/// <summary>What a notice tells.</summary>
public enum ScreeningNoticeKind
{
    /// <summary>One dossier is not eligible, and why.</summary>
    Ineligible = 0,

    /// <summary>The eligible dossiers of a cycle, in one list.</summary>
    Eligible = 1,
}

/// <summary>Who signs the notice, and under which number.</summary>
/// <param name="Number">Number in the Department's series of the year.</param>
public sealed record NoticeHead(int? Number, DateOnly? Date, string SignerName, SigningCapacity Capacity);

/// <summary>A notice of the Department (Thông báo) on the result of screening. It exists only as the bytes that were issued.</summary>
public sealed class ScreeningNotice
{
    private readonly List<ScreeningNoticeItem> items = [];

    private ScreeningNotice()
    {
    }

    public int Id { get; private set; }
    public int CycleId { get; private set; }
    public ScreeningNoticeKind Kind { get; private set; }
    public int Number { get; private set; }
    public int Year { get; private set; }
    public DateOnly Date { get; private set; }
    public string SignerName { get; private set; } = "";
    public SigningCapacity Capacity { get; private set; }
    public string FileSha256 { get; private set; } = "";
    public int IssuedById { get; private set; }
    public DateTime IssuedAt { get; private set; }
    public IReadOnlyList<ScreeningNoticeItem> Items => items;

    /// <summary>What follows the number: the type and who issues it.</summary>
    public const string Symbol = "/TB-SKHCN";

    /// <summary>"07/TB-SKHCN".</summary>
    public string Code => VietnamTime.Nd30Number(Number) + Symbol;

    /// <summary>The number as it is typed: "12" or "12/TB-SKHCN", whatever its case; null: neither.</summary>
    public static int? ReadNumber(string? typed)
    {
        var text = string.Concat(VietnameseText.Normalize(typed).Where(letter => !char.IsWhiteSpace(letter)));
        if (text.EndsWith(Symbol, StringComparison.OrdinalIgnoreCase)) text = text[..^Symbol.Length];
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>Why what was typed is no number; null: it is one, or nothing was typed.</summary>
    public static string? RefusalOf(string? typed) => string.IsNullOrWhiteSpace(typed) || ReadNumber(typed) is not null ? null : $"Số thông báo ghi như 12 hoặc 12{Symbol}.";

    /// <summary>What is wrong with number, date or signer; nothing when the notice can be printed.</summary>
    public static IReadOnlyList<Problem> Check(NoticeHead head, DateOnly today)
    {
        var problems = new List<Problem>();
        if (head.Number is null or < 1 or > 99_999) problems.Add(new("Number", "Ghi số thông báo, từ 1 trở lên."));
        if (head.Date is null) problems.Add(new("Date", "Ghi ngày ký, ví dụ 12/10/2026."));
        else if (head.Date > today) problems.Add(new("Date", "Ngày ký không thể ở sau hôm nay."));
        if (VietnameseName.Normalize(head.SignerName).Length == 0) problems.Add(new("SignerName", "Ghi họ và tên người ký."));
        return problems;
    }

    /// <summary>Issues the notice whose bytes lie under <paramref name="sha256"/>.</summary>
    public static Result<ScreeningNotice> Issue(ScreeningNoticeKind kind, IReadOnlyList<Initiative> initiatives, NoticeHead head, string sha256, Actor actor, DateTime now)
    {
        var problems = Check(head, VietnamTime.Today(now));
        if (problems.Count > 0) return Result.Fail(problems);
        if (initiatives.Count == 0 || (kind == ScreeningNoticeKind.Ineligible && initiatives.Count > 1)) return Result.Fail("", "Chọn hồ sơ để ra thông báo.");
        foreach (var initiative in initiatives)
        {
            var fits = kind == ScreeningNoticeKind.Ineligible ? initiative.Status == InitiativeStatus.Ineligible : InitiativeStatuses.IsFoundEligible(initiative.Status);
            if (!fits) return Result.Fail("", $"Hồ sơ số {initiative.RegisterNumber}: kết quả chưa được duyệt hoặc không thuộc loại thông báo này.");
        }

        var notice = new ScreeningNotice
        {
            CycleId = initiatives[0].CycleId ?? 0,
            Kind = kind,
            Number = head.Number!.Value,
            Year = head.Date!.Value.Year,
            Date = head.Date.Value,
            SignerName = VietnameseName.Normalize(head.SignerName),
            Capacity = head.Capacity,
            FileSha256 = sha256,
            IssuedById = actor.PersonId,
            IssuedAt = now,
        };
        notice.items.AddRange(initiatives.Select(initiative => new ScreeningNoticeItem(initiative.Id)));
        return notice;
    }
}

/// <summary>A dossier that a notice names.</summary>
public sealed class ScreeningNoticeItem
{
    private ScreeningNoticeItem()
    {
    }

    internal ScreeningNoticeItem(int initiativeId) => InitiativeId = initiativeId;

    public int Id { get; private set; }
    public int NoticeId { get; private set; }
    public int InitiativeId { get; private set; }
}
