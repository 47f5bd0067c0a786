using Initiatives.Domain.People;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;

namespace Initiatives.Domain.Submissions;

/// <summary>Where a request stands; whether its time has run out says <see cref="SupplementRequest.IsLapsedAt"/>.</summary>
public enum SupplementStatus
{
    /// <summary>The unit answers; also after the due time, until the appraiser extends it or goes on without.</summary>
    Open = 0,

    /// <summary>Sent by the unit; the appraiser reads it item by item.</summary>
    Answered = 1,
    Closed = 2,
}

/// <summary>What a supplement's sending leaves as a receipt: when its request reached the server, who sent it, the digest of the whole dossier with it.</summary>
public sealed record SupplementReceipt(DateTime At, string PersonName, string Digest);

/// <summary>
/// The appraiser asks a unit to supplement named parts of a dossier that it has sent. Only those parts open; the unit answers
/// item by item and sends once; what was accepted is never asked for again, and the dossier goes on where it stood.
/// </summary>
public sealed class SupplementRequest
{
    private const int ReasonLength = 5;
    private readonly List<SupplementItem> items = [];

    private SupplementRequest()
    {
    }

    public int Id { get; private set; }
    public int InitiativeId { get; private set; }
    public int CycleId { get; private set; }

    /// <summary>1, 2, 3 … of one dossier.</summary>
    public int Round { get; private set; }
    public SupplementStatus Status { get; private set; }
    public int RequestedById { get; private set; }
    public string RequestedByName { get; private set; } = "";
    public DateTime RequestedAt { get; private set; }

    /// <summary>UTC, exclusive.</summary>
    public DateTime DueAt { get; private set; }

    /// <summary>Why it was last extended, and to when; empty: never.</summary>
    public string ExtensionReason { get; private set; } = "";

    public SupplementReceipt? Receipt { get; private set; }
    public DateTime? ClosedAt { get; private set; }

    /// <summary>Why screening went on without some item; empty when all were accepted.</summary>
    public string CloseReason { get; private set; } = "";
    public int Version { get; private set; }
    public IReadOnlyList<SupplementItem> Items => items;

    /// <summary>True when the time is over and the unit has not sent.</summary>
    public bool IsLapsedAt(DateTime now) => Status == SupplementStatus.Open && now >= DueAt;

    public bool IsLive => Status != SupplementStatus.Closed;

    /// <summary>Asks the unit; the dossier waits for it.</summary>
    /// <param name="earlier">All requests for this dossier before.</param>
    public static Result<SupplementRequest> Make(Initiative initiative, IReadOnlyList<SupplementRequest> earlier, IReadOnlyList<SupplementAsk> asks, DateOnly dueOn, Actor actor, DateTime now)
    {
        if (initiative.IsWrittenBy(actor)) return Result.Fail("", "Bạn là tác giả của hồ sơ này nên không thẩm định được.");
        if (earlier.Any(request => request.IsLive)) return Result.Fail("", "Hồ sơ còn một yêu cầu bổ sung chưa xong. Xem xong yêu cầu đó rồi mới yêu cầu tiếp.");
        if (asks.Count == 0) return Result.Fail("Asks", "Chọn ít nhất một mục cần bổ sung.");
        var problems = new List<Problem>();
        var accepted = earlier.SelectMany(request => request.items).Where(item => item.State == SupplementItemState.Accepted).ToDictionary(item => item.Target, item => item.DecidedAt);
        var content = initiative.Content();
        var made = new SupplementRequest { InitiativeId = initiative.Id, CycleId = initiative.CycleId ?? 0, Round = earlier.Count + 1, RequestedById = actor.PersonId, RequestedByName = actor.Name, RequestedAt = now };
        foreach (var (code, text) in asks)
        {
            var (field, said) = ($"Asks[{code}]", VietnameseText.Normalize(text));
            if (SupplementTargets.Of(code) is not { } target) problems.Add(new("Asks", "Chọn mục trong danh sách."));
            else if (made.items.Exists(item => item.Target == code)) problems.Add(new(field, $"“{target.Label}” đã có trong yêu cầu này."));
            else if (accepted.TryGetValue(code, out var at)) problems.Add(new(field, $"“{target.Label}” đã được bổ sung và chấp nhận ngày {VietnamTime.Short(at!.Value)}, không yêu cầu lại."));
            else if (said.Length < OpinionRequest.LeastWords) problems.Add(new(field, $"Ghi rõ cần bổ sung gì ở “{target.Label}”."));
            else made.items.Add(new SupplementItem(target, said, SupplementTargets.Read(content, target), made.items.Count + 1));
        }

        problems.AddRange(made.DueBy(dueOn, now));
        if (problems.Count > 0) return Result.Fail(problems);
        var moved = initiative.AwaitSupplement(now);
        return moved.Ok ? made : Result.Fail(moved.Problems);
    }

    /// <summary>Keeps the answer to one item as far as it is written.</summary>
    /// <param name="answer">The one that is kept already; null: none.</param>
    /// <param name="value">The part's new value, cleaned; ignored for files.</param>
    /// <param name="version">Version of the answer that the form showed, 0 for none.</param>
    public Result<SupplementAnswer> Write(int itemId, SupplementAnswer? answer, string value, string note, int version, Actor actor, DateTime arrivedAt)
    {
        if (WhyShut(arrivedAt) is { Length: > 0 } shut) return Result.Fail("", shut);
        if (items.Find(item => item.Id == itemId) is not { State: SupplementItemState.Asked } item) return Result.Fail("", "Mục này không mở để bổ sung.");
        if (version != (answer?.Version ?? 0)) return Result.Fail("Version", $"{answer?.SavedByName} vừa lưu bản khác của mục này. Nội dung bạn nhập còn bên dưới: đối chiếu rồi lưu lại.");
        if (item.Part.Kind != SupplementKind.Files && SupplementTargets.Fault(item.Part, value, VietnamTime.Today(arrivedAt)) is { Length: > 0 } fault) return Result.Fail("Value", fault);
        answer ??= SupplementAnswer.For(this, item);
        answer.Write(item.Part.Kind == SupplementKind.Files ? "" : value, note, actor, arrivedAt);
        return answer;
    }

    /// <summary>Adds a file to an item that asks for files.</summary>
    public Result<SupplementFile> Attach(int itemId, string fileName, string contentType, long size, string sha256, Actor actor, DateTime arrivedAt)
    {
        if (WhyShut(arrivedAt) is { Length: > 0 } shut) return Result.Fail("Tep", shut);
        if (items.Find(item => item.Id == itemId) is not { State: SupplementItemState.Asked, Part.Kind: SupplementKind.Files } item) return Result.Fail("Tep", "Mục này không nhận tệp.");
        return SupplementFile.Add(this, item, fileName, contentType, size, sha256, actor, arrivedAt);
    }

    /// <summary>Why the unit cannot write or send at this instant; empty when it can.</summary>
    public string WhyShut(DateTime arrivedAt) =>
        Status != SupplementStatus.Open ? Receipt is { } sent ? $"{sent.PersonName} đã gửi bổ sung lúc {VietnamTime.WithTime(sent.At)}, không sửa được nữa." : "Sở KH&CN đã kết thúc yêu cầu này."
        : IsLapsedAt(arrivedAt) ? $"Đã hết hạn bổ sung ({VietnamTime.Deadline(DueAt)}). Nội dung đã lưu được giữ; Sở KH&CN có thể gia hạn."
        : "";

    /// <summary>Items that say nothing yet: no file, no changed value, no note.</summary>
    public IReadOnlyList<SupplementItem> Unanswered(IReadOnlyList<SupplementAnswer> answers, IReadOnlyList<SupplementFile> files) => [.. items.Where(item =>
    {
        var answer = answers.FirstOrDefault(one => one.ItemId == item.Id);
        return string.IsNullOrEmpty(answer?.Note) && (item.Part.Kind == SupplementKind.Files ? !files.Any(file => file.ItemId == item.Id) : answer is null || answer.Value == item.Before);
    })];

    /// <summary>
    /// Sends the answers, once: the parts that were asked for change, nothing else does. The instant at which the request
    /// arrived decides timeliness.
    /// </summary>
    /// <param name="held">The files that the dossier holds already.</param>
    public Result<IReadOnlyList<Attachment>> Send(Initiative initiative, IReadOnlyList<SupplementAnswer> answers, IReadOnlyList<SupplementFile> files, IReadOnlyList<DossierFile> held, Actor actor, DateTime arrivedAt)
    {
        if (WhyShut(arrivedAt) is { Length: > 0 } shut) return Result.Fail("", shut);
        var open = Unanswered(answers, files);
        if (open.Count > 0) return Result.Fail("", $"Còn {open.Count} mục chưa trả lời: {string.Join("; ", open.Select(item => item.Part.Label))}. Không có gì để sửa thì ghi giải trình vào mục đó.");
        var content = initiative.Content();
        foreach (var item in items)
            if (answers.FirstOrDefault(answer => answer.ItemId == item.Id) is { } answer && item.Part.Kind != SupplementKind.Files) content = SupplementTargets.Apply(content, item.Part, answer.Value);
        var amended = initiative.Supplement(content, actor, arrivedAt);
        if (!amended.Ok) return Result.Fail(amended.Problems);
        var added = files.Where(file => !held.Any(one => one.Sha256 == file.Sha256)).DistinctBy(file => file.Sha256).Select(file => Attachment.Add(
            InitiativeId, items.Find(item => item.Id == file.ItemId)!.Part.Slot!.Value, file.FileName, file.ContentType, file.Size, file.Sha256, file.AddedById, arrivedAt)).ToList();
        var digest = ContentDigest.Of(initiative.Content(), held.Concat(added.Select(file => new DossierFile(0, file.Kind, file.FileName, file.ContentType, file.Size, file.Sha256))));
        foreach (var answer in answers) answer.Send(arrivedAt);
        foreach (var file in files) file.Send(arrivedAt);
        foreach (var item in items) item.Answered();
        (Receipt, Status) = (new SupplementReceipt(arrivedAt, actor.Name, digest), SupplementStatus.Answered);
        Version++;
        return Result.Of<IReadOnlyList<Attachment>>(added);
    }

    /// <summary>Gives the unit more time, also after it has run out.</summary>
    public Result Extend(DateOnly dueOn, string reason, DateTime now)
    {
        if (Status != SupplementStatus.Open) return Result.Fail("", "Yêu cầu này không còn chờ đơn vị, không gia hạn được.");
        var problems = new List<Problem>();
        if (VietnamTime.EndOfDay(dueOn) <= DueAt) problems.Add(new("DueOn", $"Hạn mới phải sau hạn cũ ({VietnamTime.Deadline(DueAt)})."));
        if (VietnameseText.Normalize(reason).Length < ReasonLength) problems.Add(new("Reason", "Ghi lý do gia hạn."));
        var due = DueAt;
        if (problems.Count == 0) problems.AddRange(DueBy(dueOn, now));
        if (problems.Count > 0)
        {
            DueAt = due;
            return Result.Fail(problems);
        }

        ExtensionReason = VietnameseText.Normalize(reason);
        Version++;
        return Result.Success;
    }

    /// <summary>Takes items as they are now; the request closes with the last.</summary>
    public Result Accept(IReadOnlyCollection<int> itemIds, Actor actor, DateTime now)
    {
        if (Status != SupplementStatus.Answered) return Result.Fail("", "Đơn vị chưa gửi bổ sung hoặc yêu cầu đã xong.");
        var chosen = items.FindAll(item => itemIds.Contains(item.Id));
        if (chosen.Count == 0) return Result.Fail("Items", "Chọn ít nhất một mục để chấp nhận.");
        foreach (var item in chosen.Where(item => item.State == SupplementItemState.Answered)) item.Decide(SupplementItemState.Accepted, actor, now);
        if (items.TrueForAll(item => item.State != SupplementItemState.Answered)) Close("", now);
        Version++;
        return Result.Success;
    }

    /// <summary>Asks once more for items that were not accepted, and only for those; this request closes, the answer is the next one.</summary>
    /// <param name="earlier">All requests for this dossier; this one may be among them.</param>
    public Result<SupplementRequest> AskAgain(Initiative initiative, IReadOnlyList<SupplementRequest> earlier, IReadOnlyList<SupplementAsk> asks, DateOnly dueOn, Actor actor, DateTime now)
    {
        if (Status != SupplementStatus.Answered) return Result.Fail("", "Đơn vị chưa gửi bổ sung hoặc yêu cầu đã xong.");
        var left = items.FindAll(item => item.State == SupplementItemState.Answered);
        if (asks.FirstOrDefault(ask => !left.Exists(item => item.Target == ask.Target)) is { } foreign)
            return Result.Fail($"Asks[{foreign.Target}]", "Chỉ hỏi lại những mục của yêu cầu này chưa được chấp nhận.");
        if (left.Find(item => asks.All(ask => ask.Target != item.Target)) is { } undecided)
            return Result.Fail($"Asks[{undecided.Target}]", $"“{undecided.Part.Label}”: chấp nhận, hoặc ghi cần bổ sung thêm gì.");
        var others = earlier.Where(request => request != this).ToList();
        var made = Make(initiative, others, asks, dueOn, actor, now);
        if (!made.Ok) return made;
        made.Value.Round = others.Count + 2;
        foreach (var item in left) item.Decide(SupplementItemState.AskedAgain, actor, now);
        Close("", now);
        Version++;
        return made;
    }

    /// <summary>Screening goes on without what is still open: the unit did not answer, or the answer is no longer needed.</summary>
    public Result GoOn(Initiative initiative, string reason, Actor actor, DateTime now)
    {
        if (Status == SupplementStatus.Closed) return Result.Fail("", "Yêu cầu này đã xong.");
        if (VietnameseText.Normalize(reason) is not { Length: >= ReasonLength } said) return Result.Fail("Reason", "Ghi lý do thẩm định tiếp mà không chờ.");
        if (Status == SupplementStatus.Open && initiative.ResumeScreening(now) is { Ok: false } refused) return refused;
        foreach (var item in items.Where(item => item.State is SupplementItemState.Asked or SupplementItemState.Answered)) item.Decide(SupplementItemState.Dropped, actor, now);
        Close(said, now);
        Version++;
        return Result.Success;
    }

    /// <summary>The unit has withdrawn the dossier: nothing is waited for any more.</summary>
    public void EndWithDossier(Actor actor, DateTime now)
    {
        if (Status == SupplementStatus.Closed) return;
        foreach (var item in items.Where(item => item.State is SupplementItemState.Asked or SupplementItemState.Answered)) item.Decide(SupplementItemState.Dropped, actor, now);
        Close("Đơn vị đã rút hồ sơ.", now);
        Version++;
    }

    private List<Problem> DueBy(DateOnly dueOn, DateTime now)
    {
        DueAt = VietnamTime.EndOfDay(dueOn);
        var today = VietnamTime.Today(now);
        return dueOn <= today ? [new("DueOn", "Hạn bổ sung phải sau hôm nay.")]
            : dueOn > today.AddDays(60) ? [new("DueOn", "Hạn bổ sung trong vòng 60 ngày.")]
            : [];
    }

    private void Close(string reason, DateTime now) => (Status, ClosedAt, CloseReason) = (SupplementStatus.Closed, now, reason);
}
