using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Text;

namespace Initiatives.Domain.Submissions;

/// <summary>What an appraiser found on one item.</summary>
public enum ChecklistAnswer
{
    Met = 1,
    NotMet = 2,
    NotApplicable = 3,
}

/// <summary>One thing that is looked at in every dossier.</summary>
/// <param name="Code">Stable.</param>
/// <param name="Hint">Where to look, in a few words; may be empty.</param>
public sealed record ChecklistItem(string Code, string Group, string Title, string Hint);

/// <summary>The checklist of screening (DOMAIN § 4, phiếu thẩm định; novelty: Điều lệ Sáng kiến, Điều 4).</summary>
public static class Checklist
{
    private const string Papers = "Hồ sơ";
    private const string Novelty = "Tính mới, tính đến ngày nộp hoặc ngày áp dụng lần đầu";
    private const string Rest = "Đối chiếu";

    /// <summary>Characters that the note of an unmet item needs.</summary>
    public const int NoteLength = 5;

    private const string BaseDecision = "co-so";

    private static readonly ChecklistItem[] All =
    [
        new("thanh-phan", Papers, "Đủ thành phần hồ sơ", "Đơn, mô tả giải pháp, hiệu quả, minh chứng"),
        new("dung-mau", Papers, "Đúng mẫu, đủ các mục", ""),
        new("chu-ky", Papers, "Có xác nhận của thủ trưởng đơn vị", "Người ký đúng thẩm quyền, không phải tác giả duy nhất"),
        new("ty-le", Papers, "Tỷ lệ đóng góp đúng 100%", "Đồng tác giả đã xác nhận"),
        new("minh-chung", Papers, "Minh chứng khớp với hiệu quả đã nêu", ""),
        new(BaseDecision, Papers, "Có quyết định công nhận sáng kiến cấp cơ sở", ""),
        new("moi-don-truoc", Novelty, "Không trùng giải pháp trong đơn nộp trước", ""),
        new("moi-cong-khai", Novelty, "Chưa bị bộc lộ công khai đến mức thực hiện được ngay", ""),
        new("moi-ap-dung", Novelty, "Không trùng giải pháp đã áp dụng, áp dụng thử hoặc đưa vào kế hoạch", ""),
        new("moi-bat-buoc", Novelty, "Chưa được quy định thành biện pháp bắt buộc", ""),
        new("trung-lap", Rest, "Đã tra trùng lặp với các kỳ trước và danh mục", ""),
        new("bao-mat", Rest, "Thông tin bảo mật không nằm ở phần sẽ công bố", ""),
    ];

    /// <summary>The items of a cycle: the base-level decision only where the cycle asks for it.</summary>
    public static IReadOnlyList<ChecklistItem> Of(CycleSettings settings) =>
        [.. All.Where(item => item.Code != BaseDecision || settings.BaseDecisionRequired)];

    /// <summary>Items that nobody has answered yet.</summary>
    public static IReadOnlyList<ChecklistItem> Open(CycleSettings settings, IReadOnlyCollection<string> answered) =>
        [.. Of(settings).Where(item => !answered.Contains(item.Code))];

    /// <summary>"Bảng kiểm còn 2 mục chưa ghi: …."; empty when none is open.</summary>
    public static string OpenSentence(IReadOnlyList<ChecklistItem> open) =>
        open.Count == 0 ? "" : $"Bảng kiểm còn {open.Count} mục chưa ghi: {string.Join("; ", open.Select(item => item.Title.ToLowerInvariant()))}.";

    public static string Name(ChecklistAnswer answer) => answer switch
    {
        ChecklistAnswer.Met => "Đạt",
        ChecklistAnswer.NotMet => "Không đạt",
        _ => "Không áp dụng",
    };
}

/// <summary>The answer on one item of one dossier; the Department's own.</summary>
public sealed class ChecklistEntry
{
    private ChecklistEntry()
    {
    }

    public int Id { get; private set; }
    public int InitiativeId { get; private set; }
    public string Code { get; private set; } = "";
    public ChecklistAnswer Answer { get; private set; }
    public string Note { get; private set; } = "";
    public int PersonId { get; private set; }
    public string PersonName { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }
    public int Version { get; private set; }

    public static Result<ChecklistEntry> Write(Initiative initiative, ChecklistItem item, ChecklistAnswer answer, string note, Actor actor, DateTime now)
    {
        var entry = new ChecklistEntry { InitiativeId = initiative.Id, Code = item.Code };
        var put = entry.Put(initiative, item, answer, note, actor, now);
        return put.Ok ? entry : Result.Fail(put.Problems);
    }

    /// <summary>Writes anew until the lead has approved.</summary>
    public Result Put(Initiative initiative, ChecklistItem item, ChecklistAnswer answer, string note, Actor actor, DateTime now)
    {
        if (!InitiativeStatuses.IsBeingScreened(initiative.Status)) return Result.Fail("", "Hồ sơ đã có kết quả hoặc đã rút, bảng kiểm không sửa được nữa.");
        if (initiative.IsWrittenBy(actor)) return Result.Fail("", "Bạn là tác giả của hồ sơ này nên không thẩm định được.");
        if (!Enum.IsDefined(answer)) return Result.Fail(nameof(Answer), $"Chọn Đạt, Không đạt hoặc Không áp dụng cho mục “{item.Title}”.");
        var said = VietnameseText.Normalize(note);
        if (answer == ChecklistAnswer.NotMet && said.Length < Checklist.NoteLength) return Result.Fail(nameof(Note), $"Mục “{item.Title}” không đạt: ghi rõ thiếu hoặc sai gì.");
        (Answer, Note, PersonId, PersonName, At) = (answer, said, actor.PersonId, actor.Name, now);
        Version++;
        return Result.Success;
    }
}
