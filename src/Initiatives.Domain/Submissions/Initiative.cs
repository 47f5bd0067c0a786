using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;

namespace Initiatives.Domain.Submissions;

/// <summary>An initiative (sáng kiến) from its first draft to its recognition. All moves of its life are methods here.</summary>
public sealed partial class Initiative
{
    /// <summary>What stands in lists for a draft whose title is not written yet; <see cref="Content"/> says it is empty.</summary>
    public const string Untitled = "(chưa đặt tên)";

    private readonly List<Authorship> authors = [];
    private readonly List<Participant> participants = [];
    private readonly List<Effect> effects = [];
    private readonly List<InitiativeVersion> versions = [];

    private Initiative()
    {
    }

    public int Id { get; private set; }

    /// <summary>Key of the form that created it: the same form posted twice makes one draft.</summary>
    public Guid FormKey { get; private set; }

    public int UnitId { get; private set; }

    /// <summary>The cycle it was sent to; null while it is a draft.</summary>
    public int? CycleId { get; private set; }

    public string Title { get; private set; } = "";
    public string Summary { get; private set; } = "";
    public SolutionType? SolutionType { get; private set; }
    public string? FieldCode { get; private set; }

    /// <summary>Comma separated index codes.</summary>
    public string Indices { get; private set; } = "";

    public DateOnly? FirstAppliedOn { get; private set; }

    /// <summary>Folded title, summary, authors: what people search by.</summary>
    public string SearchKey { get; private set; } = "";

    public InitiativeStatus Status { get; private set; }

    /// <summary>The status as it may be shown outside the Department and the council: <see cref="InitiativeStatuses.Shown"/>.</summary>
    public InitiativeStatus ShownStatus { get; private set; }

    /// <summary>Since when it stands in its shown status, UTC.</summary>
    public DateTime StatusSince { get; private set; }

    /// <summary>1, 2, 3 … within the cycle, without gaps; null until it is sent.</summary>
    public int? RegisterNumber { get; private set; }

    /// <summary>The shuffled code by which the council knows it ("K7-318"); null until scoring opens.</summary>
    public string? CouncilCode { get; private set; }

    public int CreatedById { get; private set; }
    public DateTime CreatedAt { get; private set; }
    public DateTime SavedAt { get; private set; }
    public int SavedById { get; private set; }

    /// <summary>When a line of the authors last said something else (<see cref="AuthorStatement"/>): a signed paper from before counts no more.</summary>
    public DateTime AuthorsChangedAt { get; private set; }

    /// <summary>When it was first put before the unit's head, UTC; null: he has never been shown it.</summary>
    public DateTime? FirstSentToHeadAt { get; private set; }

    /// <summary>When the dossier reached the Department: the instant its request arrived, UTC.</summary>
    public DateTime? SubmittedAt { get; private set; }

    /// <summary>Why the head sent it back, while it is a draft again.</summary>
    public string ReturnReason { get; private set; } = "";

    /// <summary>Why it was withdrawn, found ineligible or not recognised, as published to its authors.</summary>
    public string OutcomeReason { get; private set; } = "";

    public int Version { get; private set; }

    public InitiativeText Text { get; private set; } = new();
    public IReadOnlyList<Authorship> Authors => authors;
    public IReadOnlyList<Participant> Participants => participants;
    public IReadOnlyList<Effect> Effects => effects;

    /// <summary>The earlier dossier whose content it began with; null: it began empty.</summary>
    public int? CopiedFromId { get; private set; }

    /// <summary>What was saved since it was loaded, to be written with it; the others are not loaded.</summary>
    public IReadOnlyList<InitiativeVersion> NewVersions => versions;

    public static Result<Initiative> Start(Guid formKey, DraftContent content, Actor actor, DateTime now, SaveMark mark = default)
    {
        var check = content.Check(VietnamTime.Today(now));
        if (!check.Ok) return Result.Fail(check.Problems);
        var initiative = new Initiative { FormKey = formKey, UnitId = actor.UnitId, CreatedById = actor.PersonId, CreatedAt = now, AuthorsChangedAt = now, StatusSince = now };
        initiative.Take(content, new DraftContent(), actor, now, new SaveOrigin(mark));
        return initiative;
    }

    /// <summary>A new draft with what an unrecognised dossier said. Files and decisions stay with the old one.</summary>
    public static Result<Initiative> Copy(Initiative source, Guid formKey, Actor actor, DateTime now)
    {
        if (!MayBeCopied(source.ShownStatus)) return Result.Fail("", "Chỉ chép được hồ sơ không được công nhận, không đủ điều kiện hoặc đã rút.");
        var copy = Start(formKey, source.Content(), actor, now);
        if (copy.Ok) copy.Value.CopiedFromId = source.Id;
        return copy;
    }

    /// <summary>True for a dossier whose way has ended without recognition, as its owners are shown it.</summary>
    public static bool MayBeCopied(InitiativeStatus shown) => shown is InitiativeStatus.NotRecognised or InitiativeStatus.Ineligible or InitiativeStatus.Withdrawn;

    /// <summary>Saves the draft. Refused unless it is a draft and <paramref name="version"/> is the one the form was opened with.</summary>
    public Result Revise(DraftContent content, int version, Actor actor, DateTime now, SaveMark mark = default)
    {
        if (Status != InitiativeStatus.Draft) return Result.Fail("", "Hồ sơ đã trình hoặc đã gửi, không sửa được nữa.");
        if (version != Version) return Result.Fail(nameof(Version), "Có người vừa lưu bản khác của hồ sơ này.");
        var check = content.Check(VietnamTime.Today(now));
        if (!check.Ok) return check;
        Take(content, Content(), actor, now, new SaveOrigin(mark));
        return Result.Success;
    }

    /// <summary>Brings an earlier version back as a new one; what stood between stays among the versions.</summary>
    public Result Restore(InitiativeVersion earlier, int version, Actor actor, DateTime now)
    {
        if (Status != InitiativeStatus.Draft) return Result.Fail("", "Hồ sơ đã trình hoặc đã gửi, không sửa được nữa.");
        if (version != Version) return Result.Fail(nameof(Version), "Hồ sơ vừa được lưu bản mới hơn. Xem lại rồi khôi phục.");
        var before = Content();
        if (DraftPart.Different(before, earlier.Content).Count == 0) return Result.Fail("", "Bản này giống hệt bản đang có.");
        Take(earlier.Content, before, actor, now, new SaveOrigin(default, earlier.Version));
        return Result.Success;
    }

    private void Take(DraftContent content, DraftContent before, Actor actor, DateTime now, SaveOrigin origin)
    {
        (Title, Summary, SolutionType, FieldCode, FirstAppliedOn) =
            (content.Title.Length > 0 ? content.Title : Untitled, content.Summary, content.SolutionType, content.FieldCode, content.FirstAppliedOn);
        Indices = string.Join(',', content.Indices);
        Text.Take(content);
        if (AuthorsChangedAt == default || !AuthorStatement.Of(before.Authors).SequenceEqual(AuthorStatement.Of(content.Authors))) AuthorsChangedAt = now;
        Replace(authors, content.Authors, author => author.Content(), (author, order) => new Authorship(author, order));
        Replace(participants, content.Participants, person => person.Content(), (person, order) => new Participant(person, order));
        Replace(effects, content.Effects, effect => effect.Content(), (effect, order) => new Effect(effect, order));
        SearchKey = SearchKeyOf(content);
        (SavedAt, SavedById) = (now, actor.PersonId);
        Version++;
        versions.Add(new InitiativeVersion(this, content, before, actor, origin));
    }

    /// <summary>What the catalogue publishes, and nothing it does not: a hit must not tell what the confidential part says.</summary>
    private static string SearchKeyOf(DraftContent content) => VietnameseText.SearchKey(
    [
        content.Title, content.Summary, content.PriorSituation, content.Solution.PlainText(), content.Novelty, content.Scope, content.ReplicationConditions,
        .. content.Effects.Select(effect => effect.Measure), .. content.Authors.Select(author => author.Name),
    ]);

    private static void Replace<TPart, TContent>(List<TPart> parts, IReadOnlyList<TContent> contents, Func<TPart, TContent> content, Func<TContent, int, TPart> make)
    {
        if (parts.Select(content).SequenceEqual(contents)) return;
        parts.Clear();
        parts.AddRange(contents.Select((item, index) => make(item, index)));
    }

    /// <summary>The content as a draft form holds it.</summary>
    public DraftContent Content() => new()
    {
        Title = Title == Untitled ? "" : Title,
        Summary = Summary,
        SolutionType = SolutionType,
        FieldCode = FieldCode,
        Indices = Indices.Split(',', StringSplitOptions.RemoveEmptyEntries),
        FirstAppliedOn = FirstAppliedOn,
        PriorSituation = Text.PriorSituation,
        Solution = Text.Solution,
        Novelty = Text.Novelty,
        Scope = Text.Scope,
        ReplicationConditions = Text.ReplicationConditions,
        Confidential = Text.Confidential,
        Authors = [.. authors.OrderBy(author => author.Order).Select(author => author.Content())],
        Participants = [.. participants.OrderBy(person => person.Order).Select(person => person.Content())],
        Effects = [.. effects.OrderBy(effect => effect.Order).Select(effect => effect.Content())],
    };

    /// <summary>Asks the unit's head to endorse it. Everything must be complete, shares together exactly 100 %, and every author have confirmed.</summary>
    /// <param name="authorStates">Where its authors stand; null: the cycle does not ask them.</param>
    public Result SendToHead(int version, DateTime now, IReadOnlyList<AuthorState>? authorStates = null)
    {
        if (Status != InitiativeStatus.Draft) return Result.Fail("", "Hồ sơ này đã trình.");
        if (version != Version) return Result.Fail(nameof(Version), "Có người vừa lưu bản khác của hồ sơ này. Mở lại để xem trước khi trình.");
        var missing = Completeness.Of(Content()).SelectMany(section => section.Problems).ToList();
        if (missing.Count == 0 && authorStates is not null) missing.AddRange(AuthorStates.Missing(authorStates));
        if (missing.Count > 0) return Result.Fail(missing);
        ReturnReason = "";
        FirstSentToHeadAt ??= now;
        return Move(InitiativeStatus.AwaitingEndorsement, now);
    }

    /// <summary>The head sends it back to its authors with a reason.</summary>
    public Result ReturnToAuthors(string reason, DateTime now)
    {
        if (Status != InitiativeStatus.AwaitingEndorsement) return Result.Fail("", "Hồ sơ không ở bước chờ thủ trưởng.");
        if (VietnameseText.Normalize(reason) is not { Length: > 0 } said) return Result.Fail("Reason", "Ghi lý do trả lại để tác giả biết cần sửa gì.");
        ReturnReason = said;
        return Move(InitiativeStatus.Draft, now);
    }

    /// <summary>
    /// The head endorses it: this act sends the dossier. The instant at which its request arrived decides timeliness.
    /// The register number is given in the same transaction: <see cref="Register"/>.
    /// </summary>
    /// <param name="grounds">What the head has read, and who else could endorse it.</param>
    public Result<Endorsement> Endorse(IntakeWindow? window, EndorsementGrounds grounds, Actor actor, DateTime arrivedAt)
    {
        if (Status != InitiativeStatus.AwaitingEndorsement)
            return Result.Fail("", SubmittedAt is { } at ? $"Hồ sơ đã gửi lúc {VietnamTime.WithTime(at)}." : "Hồ sơ không ở bước chờ thủ trưởng.");
        if (!actor.Is(Role.UnitHead) || actor.UnitId != UnitId) return Result.Fail("", "Chỉ thủ trưởng hoặc cấp phó của đơn vị được xác nhận.");
        if (grounds.Version is { } version && version != Version) return Result.Fail("", "Hồ sơ đã thay đổi từ khi bạn mở trang. Đọc lại hồ sơ rồi xác nhận.");
        if (IsWrittenBy(actor) && grounds.AnotherHeadMay) return Result.Fail("", "Bạn là tác giả của hồ sơ này. Người khác trong lãnh đạo đơn vị xác nhận thay bạn.");
        // A request may reach the server long before its body ends; what was put before the head later cannot ride on it.
        if (StatusSince > arrivedAt) return Result.Fail("", "Hồ sơ được trình sau lúc yêu cầu của bạn đến máy chủ. Tải lại trang, xem hồ sơ rồi xác nhận.");
        if (window is null || !window.Accepts(arrivedAt)) return Result.Fail("", IntakeWindow.Refusal(window, arrivedAt));

        var moved = Move(InitiativeStatus.Submitted, arrivedAt);
        if (!moved.Ok) return Result.Fail(moved.Problems);
        CycleId = window.Cycle.Id;
        SubmittedAt = arrivedAt;
        return Endorsement.By(this, window, grounds.Files, actor, arrivedAt);
    }

    /// <summary>The unit's signed letter sends it, as it was when the letter was generated; the instant at which the request arrived decides.</summary>
    public Result<Endorsement> EndorseByLetter(IntakeWindow? window, EndorsementGrounds grounds, UnitLetter letter, DateTime arrivedAt)
    {
        if (Status != InitiativeStatus.AwaitingEndorsement)
            return Result.Fail("", SubmittedAt is { } at ? $"Hồ sơ đã gửi lúc {VietnamTime.WithTime(at)}." : "Hồ sơ không còn ở bước chờ thủ trưởng.");
        var digest = ContentDigest.Of(Content(), grounds.Files);
        if (letter.UnitId != UnitId || !letter.Holds(Id, digest)) return Result.Fail("", "Nội dung hoặc tài liệu đã thay đổi từ khi lập tờ trình.");
        var signer = new Identity(null, letter.SignerName, UnitId);
        if (grounds.AnotherHeadMay && authors.Exists(author => new Identity(author.PersonId, author.Name, UnitId).IsSame(signer))) return Result.Fail("", "Người ký tờ trình là tác giả của hồ sơ này. Người khác trong lãnh đạo đơn vị ký thay.");
        if (StatusSince > arrivedAt) return Result.Fail("", "Hồ sơ được trình sau lúc yêu cầu của bạn đến máy chủ. Tải lại trang rồi gửi lại tờ trình.");
        if (window is null || !window.Accepts(arrivedAt)) return Result.Fail("", IntakeWindow.Refusal(window, arrivedAt));
        var moved = Move(InitiativeStatus.Submitted, arrivedAt);
        if (!moved.Ok) return Result.Fail(moved.Problems);
        (CycleId, SubmittedAt) = (window.Cycle.Id, arrivedAt);
        return Endorsement.ByLetter(this, window, grounds.Files, letter, arrivedAt);
    }

    /// <summary>Gives the register number; the caller takes it from the cycle's counter inside the same transaction.</summary>
    public void Register(int number) => RegisterNumber ??= number;

    /// <summary>True for an author; see <see cref="Identity.IsSame"/>.</summary>
    public bool IsWrittenBy(Actor actor) => authors.Exists(author => new Identity(author.PersonId, author.Name, UnitId).IsSame(actor.Identity));

    /// <summary>
    /// Whose it is to take back (DOMAIN § 6): its authors and co-authors, whoever wrote the draft, and the head by whose act
    /// it goes out. An officer who only helps with it is not among them.
    /// </summary>
    public bool MayBeWithdrawnBy(Actor actor) =>
        CreatedById == actor.PersonId || IsWrittenBy(actor) || (actor.Is(Role.UnitHead) && actor.UnitId == UnitId);

    /// <summary>Its own people take the dossier back before judging.</summary>
    public Result Withdraw(string reason, Actor actor, DateTime now)
    {
        if (!MayBeWithdrawnBy(actor)) return Result.Fail("", "Chỉ tác giả, người soạn hồ sơ hoặc thủ trưởng đơn vị được rút hồ sơ này.");
        if (VietnameseText.Normalize(reason) is not { Length: > 0 } said) return Result.Fail("Reason", "Ghi lý do rút hồ sơ.");
        if (!InitiativeStatuses.CanMove(Status, InitiativeStatus.Withdrawn)) return Result.Fail("", "Hồ sơ đã vào bước chấm điểm hoặc đã kết thúc, không rút được nữa.");
        OutcomeReason = said;
        return Move(InitiativeStatus.Withdrawn, now);
    }

    /// <summary>An appraiser has proposed; nothing is decided and nobody outside the Department sees it.</summary>
    public Result MarkAppraised(DateTime now) => Move(InitiativeStatus.Appraised, now);

    /// <summary>The Department asks for a supplement; see <see cref="SupplementRequest"/>.</summary>
    internal Result AwaitSupplement(DateTime now) => Move(InitiativeStatus.Supplementing, now);

    /// <summary>The supplemented content; which parts may differ is the request's matter.</summary>
    internal Result Supplement(DraftContent content, Actor actor, DateTime now)
    {
        var check = content.CheckNamed(VietnamTime.Today(now));
        if (!check.Ok) return check;
        var moved = Move(InitiativeStatus.Submitted, now);
        if (moved.Ok) Take(content, Content(), actor, now, default);
        return moved;
    }

    /// <summary>Screening goes on without a supplement.</summary>
    internal Result ResumeScreening(DateTime now) => Move(InitiativeStatus.Submitted, now);

    /// <summary>The lead's approval of the proposal.</summary>
    /// <param name="eligible">Both conditions 3a and 3b met.</param>
    /// <param name="reason">For an ineligible dossier: what its authors are told.</param>
    public Result Settle(bool eligible, string reason, DateTime now)
    {
        if (Status != InitiativeStatus.Appraised) return Result.Fail("", "Hồ sơ chưa có đề xuất thẩm định hoặc đã được duyệt.");
        if (!eligible) OutcomeReason = reason;
        return Move(eligible ? InitiativeStatus.Eligible : InitiativeStatus.Ineligible, now);
    }

    /// <summary>Scoring opens: the council knows it by a shuffled code.</summary>
    public Result OpenForJudging(string councilCode, DateTime now)
    {
        var moved = Move(InitiativeStatus.Judging, now);
        if (moved.Ok) CouncilCode = councilCode;
        return moved;
    }

    public Result CloseJudging(DateTime now) => Move(InitiativeStatus.Judged, now);

    /// <summary>The council's conclusion. Not shown to authors before publication.</summary>
    public Result Conclude(bool recommended, DateTime now)
    {
        var to = recommended ? InitiativeStatus.Recommended : InitiativeStatus.NotRecommended;
        return Status == to ? Result.Success : Move(to, now);
    }

    /// <summary>A published decision recognises it.</summary>
    public Result Recognise(DateTime now)
    {
        var moved = Move(InitiativeStatus.Recognised, now);
        if (moved.Ok) OutcomeReason = "";   // of one that is recognised in addition: why it was not at first stands in the conclusion
        return moved;
    }

    /// <summary>The published decision leaves it out; its authors are given the reason.</summary>
    public Result Decline(string reason, DateTime now)
    {
        var moved = Move(InitiativeStatus.NotRecognised, now);
        if (moved.Ok) OutcomeReason = reason;
        return moved;
    }

    private Result Move(InitiativeStatus to, DateTime now)
    {
        if (!InitiativeStatuses.CanMove(Status, to))
            return Result.Fail("", $"Hồ sơ đang ở trạng thái “{InitiativeStatuses.Name(InitiativeStatuses.Shown(Status))}”, không làm được việc này.");
        Status = to;
        var shown = InitiativeStatuses.Shown(to);
        if (shown != ShownStatus) (ShownStatus, StatusSince) = (shown, now);
        Version++;
        return Result.Success;
    }
}
