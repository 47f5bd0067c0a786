using Initiatives.Domain.People;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;

namespace Initiatives.Domain.Submissions;

/// <summary>How far a unit's letter is.</summary>
public enum UnitLetterStatus
{
    /// <summary>Generated, to be signed outside the system.</summary>
    Prepared = 0,

    /// <summary>The signed letter was uploaded: its dossiers are sent.</summary>
    Sent = 1,
    Cancelled = 2,
}

/// <summary>Vietnamese names of the states.</summary>
public static class UnitLetterStatuses
{
    public static string Name(UnitLetterStatus status) => status switch
    {
        UnitLetterStatus.Prepared => "Chờ ký",
        UnitLetterStatus.Sent => "Đã gửi",
        _ => "Đã hủy",
    };
}

/// <summary>A dossier as the letter lists it: what it said when the letter was generated.</summary>
/// <param name="Authors">One line each, as printed.</param>
/// <param name="Field">"c) Cải cách thủ tục hành chính".</param>
/// <param name="BaseDecision">Number and date of its recognition at base level; may be empty.</param>
/// <param name="Digest">The <see cref="ContentDigest"/> of content and files: what is signed is what is sent.</param>
public sealed record LetterEntry(int InitiativeId, string Title, IReadOnlyList<string> Authors, string Field, string BaseDecision, string Digest);

/// <summary>A scan as it was uploaded; its bytes lie under their SHA-256.</summary>
public sealed record LetterScan(string FileName, string ContentType, long Size, string Sha256);

/// <summary>What stands on the signed letter.</summary>
public sealed record SignedLetterFacts(string Number, DateOnly? Date, string SignerName, string SignerPost, SigningCapacity Capacity);

/// <summary>
/// A unit's letter (tờ trình) for dossiers whose head signs on paper or in the document system. It is generated from what the
/// dossiers say, signed outside, and uploaded: that act sends them, each as it was when the letter was generated.
/// </summary>
public sealed class UnitLetter
{
    private readonly List<UnitLetterItem> items = [];

    private UnitLetter()
    {
    }

    public int Id { get; private set; }

    /// <summary>Key of the form that made it: the same form posted twice makes one letter.</summary>
    public Guid FormKey { get; private set; }
    public int UnitId { get; private set; }

    /// <summary>The cycle at hand when it was generated; null: none was ever launched.</summary>
    public int? CycleId { get; private set; }
    public int Year { get; private set; }
    public int CreatedById { get; private set; }
    public string CreatedByName { get; private set; } = "";
    public DateTime CreatedAt { get; private set; }
    public UnitLetterStatus Status { get; private set; }

    /// <summary>Who is to sign, as printed; once it is sent, who has signed.</summary>
    public string SignerName { get; private set; } = "";

    /// <summary>Of the signer, from the signed letter.</summary>
    public string SignerPost { get; private set; } = "";
    public SigningCapacity Capacity { get; private set; }

    /// <summary>"125/TTr-UBND", from the signed letter.</summary>
    public string Number { get; private set; } = "";
    public DateOnly? Date { get; private set; }
    public DateTime? SentAt { get; private set; }
    public int? SentById { get; private set; }
    public string ScanName { get; private set; } = "";
    public string ScanType { get; private set; } = "";
    public long ScanSize { get; private set; }
    public string? ScanSha256 { get; private set; }
    public DateTime? CancelledAt { get; private set; }
    public int Version { get; private set; }

    public IReadOnlyList<UnitLetterItem> Items => items;

    /// <summary>"Tờ trình số 125/TTr-UBND ngày 20/9/2026"; before it is signed "Tờ trình lập ngày …".</summary>
    public string Name => Number.Length > 0 && Date is { } day ? $"Tờ trình số {Number} ngày {VietnamTime.Short(day)}" : $"Tờ trình lập ngày {VietnamTime.Short(CreatedAt)}";

    /// <summary>The same within a sentence: "tờ trình lập ngày …".</summary>
    public string NameInText => char.ToLowerInvariant(Name[0]) + Name[1..];

    public static Result<UnitLetter> Prepare(Guid formKey, int? cycleId, int year, IReadOnlyList<LetterEntry> entries, string signerName, SigningCapacity capacity, Actor actor, DateTime now)
    {
        if (entries.Count == 0) return Result.Fail("Ids", "Chọn ít nhất một hồ sơ đang chờ thủ trưởng.");
        var letter = new UnitLetter
        {
            FormKey = formKey,
            UnitId = actor.UnitId,
            CycleId = cycleId,
            Year = year,
            CreatedById = actor.PersonId,
            CreatedByName = actor.Name,
            CreatedAt = now,
            SignerName = VietnameseName.Normalize(signerName),
            Capacity = capacity,
        };
        letter.items.AddRange(entries.Select((entry, index) => new UnitLetterItem(entry, index)));
        return letter;
    }

    /// <summary>It will not be signed; its dossiers wait for the head again, or for another letter.</summary>
    public Result Cancel(DateTime now)
    {
        if (Status != UnitLetterStatus.Prepared) return Result.Fail("", Status == UnitLetterStatus.Sent ? "Tờ trình đã gửi, không hủy được." : "Tờ trình này đã hủy.");
        (Status, CancelledAt) = (UnitLetterStatus.Cancelled, now);
        Version++;
        return Result.Success;
    }

    /// <summary>What is needed beside the scan before a letter may be sent.</summary>
    public IReadOnlyList<Problem> Check(SignedLetterFacts facts, DateTime now)
    {
        if (Status == UnitLetterStatus.Sent) return [new("", $"Tờ trình này đã gửi lúc {VietnamTime.WithTime(SentAt!.Value)}.")];
        if (Status == UnitLetterStatus.Cancelled) return [new("", "Tờ trình này đã hủy. Lập tờ trình khác.")];
        var problems = new List<Problem>();
        if (VietnameseText.Normalize(facts.Number).Length == 0) problems.Add(new(nameof(Number), "Ghi số của tờ trình đã ký, ví dụ 125/TTr-UBND."));
        if (facts.Date is null) problems.Add(new(nameof(Date), "Ghi ngày ký tờ trình."));
        else if (facts.Date > VietnamTime.Today(now)) problems.Add(new(nameof(Date), "Ngày ký không thể ở sau hôm nay."));
        else if (facts.Date < VietnamTime.Today(CreatedAt)) problems.Add(new(nameof(Date), $"Ngày ký không thể trước ngày lập tờ trình ({VietnamTime.Short(CreatedAt)})."));
        if (VietnameseName.Normalize(facts.SignerName).Length == 0) problems.Add(new(nameof(SignerName), "Ghi họ và tên người ký."));
        if (VietnameseText.Normalize(facts.SignerPost).Length == 0) problems.Add(new(nameof(SignerPost), "Ghi chức vụ người ký."));
        return problems;
    }

    /// <summary>The signed letter is here: it is sent, with the instant at which the request arrived.</summary>
    public Result Send(SignedLetterFacts facts, LetterScan scan, Actor actor, DateTime arrivedAt, DateTime now)
    {
        // A request may reach the server long before its body ends; a letter that was made meanwhile cannot ride on it.
        if (CreatedAt > arrivedAt) return Result.Fail("", "Tờ trình được lập sau lúc yêu cầu của bạn đến máy chủ. Tải lại trang rồi gửi lại.");
        var problems = Check(facts, now);
        if (problems.Count > 0) return Result.Fail(problems);
        (Number, Date) = (DocumentNumber.Normalize(facts.Number), facts.Date);
        (SignerName, SignerPost, Capacity) = (VietnameseName.Normalize(facts.SignerName), VietnameseText.Normalize(facts.SignerPost), facts.Capacity);
        (ScanName, ScanType, ScanSize, ScanSha256) = (scan.FileName, scan.ContentType, scan.Size, scan.Sha256);
        (Status, SentAt, SentById) = (UnitLetterStatus.Sent, arrivedAt, actor.PersonId);
        Version++;
        return Result.Success;
    }

    /// <summary>The entry of a dossier still says what the dossier says.</summary>
    /// <param name="digest">Of the dossier's content and files now.</param>
    public bool Holds(int initiativeId, string digest) => items.Exists(item => item.InitiativeId == initiativeId && item.Digest == digest);
}

/// <summary>A dossier on a letter's list.</summary>
public sealed class UnitLetterItem
{
    private UnitLetterItem()
    {
    }

    internal UnitLetterItem(LetterEntry entry, int order)
    {
        (InitiativeId, Title, Field, BaseDecision, Digest, Order) = (entry.InitiativeId, entry.Title, entry.Field, VietnameseText.Normalize(entry.BaseDecision), entry.Digest, order);
        Authors = string.Join('\n', entry.Authors);
    }

    public int Id { get; private set; }
    public int LetterId { get; private set; }
    public int InitiativeId { get; private set; }
    public int Order { get; private set; }
    public string Title { get; private set; } = "";

    /// <summary>One line each.</summary>
    public string Authors { get; private set; } = "";
    public string Field { get; private set; } = "";
    public string BaseDecision { get; private set; } = "";
    public string Digest { get; private set; } = "";
}
