using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;

namespace Initiatives.Domain.Recognition;

/// <summary>What a decision does.</summary>
public enum DecisionKind
{
    Recognition = 0,
    Merit = 1,
}

/// <summary>The life of a decision (DESIGN § 6). A published one is never edited.</summary>
public enum DecisionStatus
{
    Drafting = 0,
    AwaitingSignature = 1,
    Signed = 2,
    Published = 3,
}

/// <summary>In which capacity the city's leader signs (NĐ 30/2020, Phụ lục I, mục II.7).</summary>
public enum LeaderCapacity
{
    Chairman = 0,
    DeputyForChairman = 1,
}

/// <summary>Vietnamese names of the leader's capacities.</summary>
public static class LeaderCapacities
{
    public static string Name(LeaderCapacity capacity) =>
        capacity == LeaderCapacity.Chairman ? "Chủ tịch" : "KT. Chủ tịch – Phó Chủ tịch";
}

/// <summary>One initiative in a decision.</summary>
public sealed class DecisionItem
{
    private DecisionItem()
    {
    }

    internal DecisionItem(int initiativeId, int order, int rank, string skipReason) =>
        (InitiativeId, Order, Rank, SkipReason) = (initiativeId, order, rank, skipReason);

    public int DecisionId { get; private set; }
    public int InitiativeId { get; private set; }
    public int Order { get; internal set; }
    public int Rank { get; internal set; }

    /// <summary>For a merit decision: why this place was passed over; empty for one that is named.</summary>
    public string SkipReason { get; internal set; } = "";

    public bool IsNamed => SkipReason.Length == 0;
}

/// <summary>Number, date, signer as they stand on the paper.</summary>
public sealed record DecisionForm(int? Number, DateOnly? Date, string SignerName, LeaderCapacity Capacity, string ProposalNumber, DateOnly? ProposalDate)
{
    public static DecisionForm Empty { get; } = new(null, null, "", LeaderCapacity.Chairman, "", null);
}

/// <summary>A decision of the city's Chairman. Its file is frozen when it goes to be signed: publishing renders nothing.</summary>
public sealed class Decision
{
    private readonly List<DecisionItem> items = [];

    private Decision()
    {
    }

    public int Id { get; private set; }
    public int CycleId { get; private set; }
    public int Year { get; private set; }
    public DecisionKind Kind { get; private set; }
    public DecisionStatus Status { get; private set; }
    public DecisionForm Form { get; private set; } = DecisionForm.Empty;

    /// <summary>The opinion of Sở Nội vụ (công văn 2345, mục 5b); needed before a merit decision is signed.</summary>
    public string Opinion { get; private set; } = "";
    public string OpinionBy { get; private set; } = "";
    public DateTime? OpinionAt { get; private set; }

    /// <summary>SHA-256 of the frozen PDF.</summary>
    public string? FileSha256 { get; private set; }
    public DateTime? FrozenAt { get; private set; }
    public DateTime? SignedAt { get; private set; }
    public string SignedBy { get; private set; } = "";
    public DateTime? PublishedAt { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<DecisionItem> Items => items;

    /// <summary>"05/QĐ-UBND", or "…/QĐ-UBND" while it has no number.</summary>
    public string Number => Form.Number is { } number ? $"{VietnamTime.Nd30Number(number)}/QĐ-UBND" : "…/QĐ-UBND";

    public IEnumerable<DecisionItem> Named => items.Where(item => item.IsNamed).OrderBy(item => item.Order);

    /// <summary>Drafts the recognition decision from the recommended dossiers, in their order of rank.</summary>
    public static Decision DraftRecognition(int cycleId, int year, IEnumerable<(int InitiativeId, int Rank)> recommended)
    {
        var decision = new Decision { CycleId = cycleId, Year = year, Kind = DecisionKind.Recognition };
        decision.items.AddRange(recommended.OrderBy(item => item.Rank).ThenBy(item => item.InitiativeId)
            .Select((item, index) => new DecisionItem(item.InitiativeId, index + 1, item.Rank, "")));
        return decision;
    }

    /// <summary>Drafts the merit decision; who is named is chosen by <see cref="Choose"/>.</summary>
    public static Decision DraftMerit(int cycleId, int year) => new() { CycleId = cycleId, Year = year, Kind = DecisionKind.Merit };

    /// <summary>
    /// Names the initiatives for a certificate of merit. At most <paramref name="most"/>; a recognised initiative that is
    /// passed over in favour of a lower place, or of one level with it, needs a recorded reason. Another list than before needs
    /// another opinion of Sở Nội vụ.
    /// </summary>
    /// <param name="ranked">Recognised initiatives of the cycle by rank.</param>
    /// <param name="named">Ids chosen.</param>
    /// <param name="skips">Reasons by initiative id.</param>
    public Result Choose(IReadOnlyList<(int InitiativeId, int Rank)> ranked, IReadOnlyCollection<int> named, IReadOnlyDictionary<int, string> skips, int most)
    {
        if (Kind != DecisionKind.Merit) return Result.Fail("", "Đây không phải quyết định tặng Bằng khen.");
        if (Status != DecisionStatus.Drafting) return Result.Fail("", "Quyết định đã trình ký, không sửa được nữa.");
        if (named.Count > most) return Result.Fail("Named", $"Đã chọn {named.Count} sáng kiến. Chỉ được tặng Bằng khen tối đa {most:00} sáng kiến (công văn 2345/UBND-NVKTGS, mục 5a).");
        if (named.Except(ranked.Select(item => item.InitiativeId)).Any()) return Result.Fail("Named", "Chỉ chọn được sáng kiến đã công nhận trong kỳ.");
        var lowest = ranked.Where(item => named.Contains(item.InitiativeId)).Select(item => item.Rank).DefaultIfEmpty(0).Max();
        var problems = ranked
            .Where(item => item.Rank <= lowest && !named.Contains(item.InitiativeId) && VietnameseText.Normalize(skips.GetValueOrDefault(item.InitiativeId)).Length < 5)
            .Select(item => new Problem($"Skips[{item.InitiativeId}]", item.Rank < lowest
                ? $"Hạng {item.Rank} bị bỏ qua: ghi lý do."
                : $"Đồng hạng {item.Rank} với sáng kiến được chọn: ghi nghị quyết của Hội đồng hoặc lý do không chọn."))
            .ToList();
        if (problems.Count > 0) return Result.Fail(problems);

        var chosen = ranked.OrderBy(item => item.Rank).ThenBy(item => item.InitiativeId)
            .Where(item => named.Contains(item.InitiativeId) || item.Rank <= lowest).ToList();
        var before = Named.Select(item => item.InitiativeId).ToList();
        items.RemoveAll(item => !chosen.Exists(place => place.InitiativeId == item.InitiativeId));
        for (var i = 0; i < chosen.Count; i++)
        {
            var (id, rank) = chosen[i];
            var reason = named.Contains(id) ? "" : VietnameseText.Normalize(skips[id]);
            if (items.Find(item => item.InitiativeId == id) is not { } kept) items.Add(new DecisionItem(id, i + 1, rank, reason));
            else (kept.Order, kept.Rank, kept.SkipReason) = (i + 1, rank, reason);   // the same row stays the same row
        }

        if (!Named.Select(item => item.InitiativeId).SequenceEqual(before)) (Opinion, OpinionBy, OpinionAt) = ("", "", null);
        Version++;
        return Result.Success;
    }

    /// <summary>
    /// The first places that the system proposes for merit. Of places that are level across the last one none is proposed: a
    /// secret ballot parts them, never the order in which they stand here (DOMAIN § 3.3).
    /// </summary>
    public static IReadOnlyList<int> Propose(IEnumerable<(int InitiativeId, int Rank)> ranked, int most)
    {
        var proposed = new List<int>();
        foreach (var level in ranked.GroupBy(item => item.Rank).OrderBy(group => group.Key))
        {
            if (proposed.Count + level.Count() > most) break;
            proposed.AddRange(level.Select(item => item.InitiativeId).Order());
        }

        return proposed;
    }

    /// <summary>Refuses an act on another text than the one that was read.</summary>
    /// <param name="version">Version of the page from which one acts; null: not compared.</param>
    /// <param name="act">What one was about to do ("ký"), for the sentence.</param>
    public Result IsStill(int? version, string act) => version is null || version == Version
        ? Result.Success
        : Result.Fail("", $"Quyết định đã thay đổi từ khi bạn mở trang. Đọc lại rồi {act}.");

    public Result RecordOpinion(string opinion, string by, DateTime now)
    {
        if (Kind != DecisionKind.Merit) return Result.Fail("", "Sở Nội vụ chỉ cho ý kiến về Bằng khen.");
        if (Status != DecisionStatus.Drafting) return Result.Fail("", "Quyết định đã trình ký, ý kiến không sửa được nữa.");
        if (VietnameseText.Normalize(opinion).Length < 5) return Result.Fail(nameof(Opinion), "Ghi ý kiến của Sở Nội vụ.");
        (Opinion, OpinionBy, OpinionAt) = (VietnameseText.Normalize(opinion), by, now);
        Version++;
        return Result.Success;
    }

    /// <summary>Saves number, date and signer of a draft; all may still be missing.</summary>
    public Result Fill(DecisionForm form)
    {
        if (Status != DecisionStatus.Drafting) return Result.Fail("", "Quyết định đã trình ký, không sửa được nữa.");
        if (form.Number is < 1) return Result.Fail(nameof(form.Number), "Số quyết định từ 1 trở lên.");
        if (form.Date is { } date && date.Year != Year && date.Year != Year + 1) return Result.Fail(nameof(form.Date), $"Ngày ký phải trong năm {Year} hoặc {Year + 1}.");
        Form = form with { SignerName = VietnameseName.Normalize(form.SignerName), ProposalNumber = VietnameseText.Normalize(form.ProposalNumber) };
        Version++;
        return Result.Success;
    }

    /// <summary>What still stands in the way of sending it to be signed.</summary>
    public IReadOnlyList<Problem> Missing(DateOnly today)
    {
        var problems = new List<Problem>();
        if (!Named.Any()) problems.Add(new("", Kind == DecisionKind.Merit ? "Chưa chọn sáng kiến nào để tặng Bằng khen." : "Chưa có sáng kiến nào được đề nghị công nhận."));
        if (Form.Number is null) problems.Add(new(nameof(Form.Number), "Ghi số quyết định."));
        if (Form.Date is null) problems.Add(new(nameof(Form.Date), "Ghi ngày ký."));
        else if (Form.Date > today) problems.Add(new(nameof(Form.Date), "Ngày ký không thể ở sau hôm nay."));
        if (Form.SignerName.Length == 0) problems.Add(new(nameof(Form.SignerName), "Ghi họ tên người ký."));
        if (Form.ProposalNumber.Length == 0) problems.Add(new(nameof(Form.ProposalNumber), "Ghi số tờ trình của Sở KH&CN."));
        if (Form.ProposalDate is null) problems.Add(new(nameof(Form.ProposalDate), "Ghi ngày tờ trình."));
        else if (Form.ProposalDate > Form.Date) problems.Add(new(nameof(Form.ProposalDate), "Tờ trình phải có trước ngày ký quyết định."));
        if (Kind == DecisionKind.Merit && OpinionAt is null) problems.Add(new(nameof(Opinion), "Chờ ý kiến của Sở Nội vụ."));
        return problems;
    }

    /// <summary>Freezes the text: the bytes with this digest are what is signed and published.</summary>
    public Result Freeze(string sha256, DateTime now)
    {
        if (Status != DecisionStatus.Drafting) return Result.Fail("", "Quyết định đã trình ký.");
        var missing = Missing(VietnamTime.Today(now));
        if (missing.Count > 0) return Result.Fail(missing);
        (Status, FileSha256, FrozenAt) = (DecisionStatus.AwaitingSignature, sha256, now);
        Version++;
        return Result.Success;
    }

    /// <summary>Takes an unsigned decision back to be changed.</summary>
    public Result Reopen()
    {
        if (Status != DecisionStatus.AwaitingSignature) return Result.Fail("", "Chỉ lấy lại được quyết định đang chờ ký.");
        (Status, FileSha256, FrozenAt) = (DecisionStatus.Drafting, null, null);
        Version++;
        return Result.Success;
    }

    /// <summary>The leader whom the frozen text names signs it, in the capacity that stands above his name.</summary>
    public Result Sign(Actor actor, DateTime now)
    {
        if (Status != DecisionStatus.AwaitingSignature) return Result.Fail("", "Quyết định không ở bước chờ ký.");
        if (!VietnameseName.AreSame(Form.SignerName, actor.Name))
            return Result.Fail("", $"Văn bản ghi người ký là {Form.SignerName}, không phải bạn. Sở KH&CN lấy lại dự thảo để ghi đúng người ký.");
        if (Form.Capacity == LeaderCapacity.DeputyForChairman != (actor.Capacity == SigningCapacity.Deputy))
            return Result.Fail("", $"Văn bản ghi quyền hạn “{LeaderCapacities.Name(Form.Capacity)}”, không khớp tài khoản của bạn. Sở KH&CN lấy lại dự thảo để ghi đúng quyền hạn.");
        (Status, SignedAt, SignedBy) = (DecisionStatus.Signed, now, actor.Name);
        Version++;
        return Result.Success;
    }

    public Result Publish(DateTime now)
    {
        if (Status == DecisionStatus.Published) return Result.Fail("", "Quyết định đã công bố.");
        if (Status != DecisionStatus.Signed) return Result.Fail("", "Chỉ công bố quyết định đã ký.");
        (Status, PublishedAt) = (DecisionStatus.Published, now);
        Version++;
        return Result.Success;
    }

    /// <summary>Refuses publishing a recognition decision while a dossier that was judged has no conclusion.</summary>
    /// <param name="statuses">Statuses of all dossiers of the cycle.</param>
    public static Result AllConcluded(IEnumerable<InitiativeStatus> statuses)
    {
        var open = statuses.Count(status => status is InitiativeStatus.Eligible or InitiativeStatus.Judging or InitiativeStatus.Judged
            or InitiativeStatus.Submitted or InitiativeStatus.Supplementing or InitiativeStatus.Appraised);
        return open == 0 ? Result.Success : Result.Fail("", $"Còn {open} hồ sơ chưa có kết luận. Chỉ công bố khi mọi hồ sơ đã được kết luận.");
    }
}

/// <summary>A certificate of merit printed for one initiative's author group.</summary>
public sealed class Certificate
{
    private Certificate()
    {
    }

    public int Id { get; private set; }
    public int DecisionId { get; private set; }
    public int InitiativeId { get; private set; }

    /// <summary>Place in the register of merit (số sổ vàng), 1, 2, 3 … within the year.</summary>
    public int RegisterNumber { get; private set; }

    /// <summary>What a citizen types to check it: "BK-2025-7F3K9Q".</summary>
    public string LookupCode { get; private set; } = "";

    /// <summary>SHA-256 of the print; empty while it is being made.</summary>
    public string FileSha256 { get; private set; } = "";
    public DateTime IssuedAt { get; private set; }

    /// <summary>True once its print lies in the store.</summary>
    public bool IsPrinted => FileSha256.Length > 0;

    public static Certificate Issue(int decisionId, int initiativeId, string lookupCode, DateTime now) => new()
    {
        DecisionId = decisionId,
        InitiativeId = initiativeId,
        LookupCode = lookupCode,
        IssuedAt = now,
    };

    /// <summary>Gives the place in the register of merit; the caller takes it from the year's counter inside the same transaction.</summary>
    public void Register(int number) => RegisterNumber = RegisterNumber == 0 ? number : RegisterNumber;

    /// <summary>The print was made and stored; the first one stays.</summary>
    public void Print(string sha256) => FileSha256 = IsPrinted ? FileSha256 : sha256;
}
