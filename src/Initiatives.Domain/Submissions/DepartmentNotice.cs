using System.Globalization;
using Initiatives.Domain.People;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;

namespace Initiatives.Domain.Submissions;

/// <summary>What a notice tells.</summary>
public enum DepartmentNoticeKind
{
    /// <summary>One dossier is not eligible, and why.</summary>
    Ineligible = 0,

    /// <summary>The eligible dossiers of a cycle, in one list.</summary>
    Eligible = 1,

    /// <summary>The letter on one dossier that was not recognised, and why.</summary>
    NotRecognised = 2,

    /// <summary>The letter that answers a remonstrance on one dossier.</summary>
    Answer = 3,
}

/// <summary>Who signs the notice, and under which number.</summary>
/// <param name="Number">Number in the Department's series of the year.</param>
public sealed record NoticeHead(int? Number, DateOnly? Date, string SignerName, SigningCapacity Capacity);

/// <summary>
/// What the Department has issued on dossiers: a notice (thông báo) on the result of screening, a letter (công văn) on a result
/// or on a remonstrance. It exists only as the bytes that were issued. Numbers of notices are typed, for the Department's series
/// has others besides; those of letters come from a register of their own and run without gaps (NĐ 30/2020, Điều 15).
/// </summary>
public sealed class DepartmentNotice
{
    private readonly List<DepartmentNoticeItem> items = [];

    private DepartmentNotice()
    {
    }

    public int Id { get; private set; }
    public int CycleId { get; private set; }
    public DepartmentNoticeKind Kind { get; private set; }

    /// <summary>What follows the number: <see cref="Notices"/> or <see cref="Letters"/>.</summary>
    public string Series { get; private set; } = Notices;

    /// <summary>The remonstrance that a letter answers.</summary>
    public int? RemonstranceId { get; private set; }
    public int Number { get; private set; }
    public int Year { get; private set; }
    public DateOnly Date { get; private set; }
    public string SignerName { get; private set; } = "";
    public SigningCapacity Capacity { get; private set; }
    public string FileSha256 { get; private set; } = "";
    public int IssuedById { get; private set; }
    public DateTime IssuedAt { get; private set; }
    public IReadOnlyList<DepartmentNoticeItem> Items => items;

    /// <summary>The series of notices: the type and who issues it.</summary>
    public const string Notices = "TB-SKHCN";

    /// <summary>The series of letters on initiatives: who issues them, and the field they deal with.</summary>
    public const string Letters = "SKHCN-SK";

    /// <summary>What follows a typed number.</summary>
    public const string Symbol = "/" + Notices;

    /// <summary>"07/TB-SKHCN".</summary>
    public string Code => CodeOf(Number, Series);

    public static string CodeOf(int number, string series) => $"{VietnamTime.Nd30Number(number)}/{series}";

    /// <summary>The counter that numbers letters of a year without gaps.</summary>
    public static string CounterOf(int year) => FormattableString.Invariant($"cong-van-sk-{year}");

    private static string SeriesOf(DepartmentNoticeKind kind) => kind is DepartmentNoticeKind.Ineligible or DepartmentNoticeKind.Eligible ? Notices : Letters;

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
        problems.AddRange(CheckSigning(head, today));
        return problems;
    }

    /// <summary>What is wrong with date or signer: all that is typed where the number comes from the register.</summary>
    public static IReadOnlyList<Problem> CheckSigning(NoticeHead head, DateOnly today)
    {
        var problems = new List<Problem>();
        if (head.Date is null) problems.Add(new("Date", "Ghi ngày ký, ví dụ 12/10/2026."));
        else if (head.Date > today) problems.Add(new("Date", "Ngày ký không thể ở sau hôm nay."));
        if (!Enum.IsDefined(head.Capacity)) problems.Add(new("Capacity", "Chọn tư cách ký."));
        if (VietnameseName.Normalize(head.SignerName).Length == 0) problems.Add(new("SignerName", "Ghi họ và tên người ký."));
        return problems;
    }

    /// <summary>Issues the notice or letter whose bytes lie under <paramref name="sha256"/>.</summary>
    /// <param name="remonstranceId">What a letter answers.</param>
    public static Result<DepartmentNotice> Issue(DepartmentNoticeKind kind, IReadOnlyList<Initiative> initiatives, NoticeHead head, string sha256, Actor actor, DateTime now, int? remonstranceId = null)
    {
        var problems = Check(head, VietnamTime.Today(now));
        if (problems.Count > 0) return Result.Fail(problems);
        if (initiatives.Count == 0 || (kind != DepartmentNoticeKind.Eligible && initiatives.Count > 1)) return Result.Fail("", "Chọn hồ sơ để ra thông báo.");
        foreach (var initiative in initiatives)
        {
            var fits = kind switch
            {
                DepartmentNoticeKind.Ineligible => initiative.Status == InitiativeStatus.Ineligible,
                DepartmentNoticeKind.Eligible => InitiativeStatuses.IsFoundEligible(initiative.Status),
                DepartmentNoticeKind.NotRecognised => initiative.Status == InitiativeStatus.NotRecognised,
                _ => remonstranceId is not null,
            };
            if (!fits) return Result.Fail("", $"Hồ sơ số {initiative.RegisterNumber}: kết quả chưa được duyệt hoặc không thuộc loại thông báo này.");
        }

        var notice = new DepartmentNotice
        {
            CycleId = initiatives[0].CycleId ?? 0,
            Kind = kind,
            Series = SeriesOf(kind),
            RemonstranceId = remonstranceId,
            Number = head.Number!.Value,
            Year = head.Date!.Value.Year,
            Date = head.Date.Value,
            SignerName = VietnameseName.Normalize(head.SignerName),
            Capacity = head.Capacity,
            FileSha256 = sha256,
            IssuedById = actor.PersonId,
            IssuedAt = now,
        };
        notice.items.AddRange(initiatives.Select(initiative => new DepartmentNoticeItem(initiative.Id)));
        return notice;
    }
}

/// <summary>A dossier that a notice names.</summary>
public sealed class DepartmentNoticeItem
{
    private DepartmentNoticeItem()
    {
    }

    internal DepartmentNoticeItem(int initiativeId) => InitiativeId = initiativeId;

    public int Id { get; private set; }
    public int NoticeId { get; private set; }
    public int InitiativeId { get; private set; }
}
