using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;

namespace Initiatives.Domain.Recognition;

/// <summary>A line of the posted list: what anybody may read before the decision, and nothing of how it was judged.</summary>
/// <param name="Number">Place in the list, 1, 2, 3 …: by title, never by rank.</param>
/// <param name="Authors">Names, as the decision's annex prints them.</param>
public sealed record PostedInitiative(int Number, int InitiativeId, string Title, string UnitName, string FieldName, string Authors);

/// <summary>
/// The list that the council recommends, posted for everybody to remark on (niêm yết, lấy ý kiến). Its text is frozen: another
/// list is another posting with days of its own.
/// </summary>
public sealed class Posting
{
    private Posting()
    {
    }

    public int Id { get; private set; }
    public int CycleId { get; private set; }
    public int Year { get; private set; }

    /// <summary>1, 2 … within the cycle; the last one counts.</summary>
    public int Number { get; private set; }
    public IReadOnlyList<PostedInitiative> Items { get; private set; } = [];

    /// <summary>Why there is a list after another; empty for the first.</summary>
    public string Reason { get; private set; } = "";
    public int PostedById { get; private set; }
    public string PostedByName { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime PostedAt { get; private set; }

    /// <summary>UTC, exclusive: the end of the last working day.</summary>
    public DateTime ClosesAt { get; private set; }

    public bool TakesRemarksAt(DateTime now) => now >= PostedAt && now < ClosesAt;

    /// <summary>Posts the list. Days count from the day after (Bộ luật Dân sự 2015, Điều 147 khoản 2).</summary>
    /// <param name="recommended">What the council recommends; put in the order of titles here, because that of ranks must not show.</param>
    /// <param name="former">The posting before this one; null: there is none.</param>
    /// <param name="reason">Why another list is posted.</param>
    public static Result<Posting> Post(Cycle cycle, IEnumerable<PostedInitiative> recommended, Posting? former, string reason, Actor actor, DateTime now)
    {
        if (cycle.Settings.PostingWorkingDays == 0) return Result.Fail("", $"{cycle.Name} không niêm yết danh sách dự kiến (cấu hình kỳ ghi 0 ngày).");
        if (cycle.Phase != CyclePhase.Deciding) return Result.Fail("", "Chỉ niêm yết khi Hội đồng đã kết luận xong mọi hồ sơ và quyết định chưa công bố.");
        var items = recommended.OrderBy(item => VietnameseText.SortKey(item.Title), StringComparer.Ordinal).ThenBy(item => item.InitiativeId)
            .Select((item, index) => item with { Number = index + 1 }).ToList();
        if (items.Count == 0) return Result.Fail("", "Hội đồng không đề nghị công nhận sáng kiến nào, không có gì để niêm yết.");
        var said = VietnameseText.Normalize(reason);
        if (former is not null && former.Items.SequenceEqual(items)) return Result.Fail("", $"Danh sách không đổi so với lần niêm yết thứ {former.Number}.");
        if (former is not null && said.Length < 5) return Result.Fail(nameof(Reason), "Ghi lý do niêm yết lại.");
        return new Posting
        {
            CycleId = cycle.Id,
            Year = cycle.Year,
            Number = (former?.Number ?? 0) + 1,
            Items = items,
            Reason = former is null ? "" : said,
            PostedById = actor.PersonId,
            PostedByName = actor.Name,
            PostedAt = now,
            ClosesAt = VietnamTime.EndOfDay(VietnamTime.AddWorkingDays(VietnamTime.Today(now), cycle.Settings.PostingWorkingDays)),
        };
    }

    /// <summary>Whether the recognition decision may go to be signed: posted as it stands, the days over, every remark handled.</summary>
    /// <param name="last">The last posting of the cycle; null: none yet.</param>
    /// <param name="named">Initiatives in the draft of the decision.</param>
    /// <param name="open">Remarks on the cycle's postings that are not handled.</param>
    public static Result AllowsSigning(CycleSettings settings, Posting? last, IEnumerable<int> named, int open, DateTime now)
    {
        var days = settings.PostingWorkingDays;
        if (days == 0) return Result.Success;
        if (last is null) return Result.Fail("", $"Chưa niêm yết danh sách dự kiến. Niêm yết {days} ngày làm việc rồi mới trình ký.");
        if (!last.Items.Select(item => item.InitiativeId).ToHashSet().SetEquals(named)) return Result.Fail("", "Danh sách trong dự thảo khác danh sách đã niêm yết. Niêm yết lại danh sách mới rồi mới trình ký.");
        if (now < last.ClosesAt) return Result.Fail("", $"Danh sách đang được niêm yết đến {VietnamTime.Deadline(last.ClosesAt)}. Trình ký được sau thời điểm đó.");
        return open == 0 ? Result.Success : Result.Fail("", $"Còn {open} góp ý chưa trả lời. Ghi cách xử lý từng góp ý rồi mới trình ký.");
    }
}
