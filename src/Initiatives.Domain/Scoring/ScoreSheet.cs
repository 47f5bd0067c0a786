using Initiatives.Domain.Cycles;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;

namespace Initiatives.Domain.Scoring;

/// <summary>The life of a sheet (DESIGN § 6).</summary>
public enum SheetStatus
{
    NotStarted = 0,
    Draft = 1,
    Submitted = 2,
    Locked = 3,
}

/// <summary>Points of one sub-criterion.</summary>
public sealed class SubScore
{
    private SubScore()
    {
    }

    internal SubScore(string code, decimal points) => (Code, Points) = (code, points);

    public int SheetId { get; private set; }
    public string Code { get; private set; } = "";
    public decimal Points { get; internal set; }
}

/// <summary>Total and comment of one criterion. The total is stored, written here, recomputed by the invariant check.</summary>
public sealed class CriterionScore
{
    private CriterionScore()
    {
    }

    internal CriterionScore(string code) => Code = code;

    public int SheetId { get; private set; }
    public string Code { get; private set; } = "";
    public decimal Total { get; internal set; }
    public string Comment { get; internal set; } = "";
}

/// <summary>What a judge writes on a sheet.</summary>
/// <param name="Points">By sub-criterion code; a missing code is not yet scored.</param>
/// <param name="Comments">By criterion code.</param>
public sealed record SheetContent(IReadOnlyDictionary<string, decimal> Points, IReadOnlyDictionary<string, string> Comments);

/// <summary>One judge's sheet (phiếu chấm điểm) for one dossier.</summary>
public sealed partial class ScoreSheet
{
    private readonly List<SubScore> points = [];
    private readonly List<CriterionScore> criteria = [];

    private ScoreSheet()
    {
    }

    public int Id { get; private set; }
    public int CycleId { get; private set; }
    public int InitiativeId { get; private set; }
    public int PersonId { get; private set; }
    public SheetStatus Status { get; private set; }

    /// <summary>Sum of the criteria's totals.</summary>
    public decimal Total { get; private set; }
    public DateTime? SavedAt { get; private set; }
    public DateTime? SubmittedAt { get; private set; }

    /// <summary>"Để lại sau": its judge comes back to it last; the next save takes it up again.</summary>
    public bool IsPutAside { get; private set; }

    /// <summary>Who typed the signed paper by which it was handed in; null: the judge handed it in himself.</summary>
    public int? EnteredById { get; private set; }

    /// <summary>Digest of the scan of that paper; empty without one.</summary>
    public string PaperSha256 { get; private set; } = "";

    /// <summary>The second person, who compared it with the paper.</summary>
    public int? VerifiedById { get; private set; }
    public DateTime? VerifiedAt { get; private set; }

    /// <summary>Locked, but the secretary lets it be changed once; what was handed in stands until then.</summary>
    public bool IsReopened { get; private set; }

    /// <summary>When it was last reopened and why, for the minutes; kept after it is locked again.</summary>
    public DateTime? ReopenedAt { get; private set; }
    public string ReopenReason { get; private set; } = "";

    /// <summary>
    /// Raised once by every act that changes what the sheet says or whether it counts; each such act keeps a
    /// <see cref="ScoreSheetVersion"/>, so history counts 1, 2, 3 … without a gap. Put aside and locked it stays the version it
    /// is; a save and a lock that cross are told apart by <see cref="Status"/>.
    /// </summary>
    public int Version { get; private set; }
    public IReadOnlyList<SubScore> Points => points;
    public IReadOnlyList<CriterionScore> Criteria => criteria;

    /// <summary>True when it counts: once handed in it stays so, every change is handed in with it; only <see cref="CallAgain"/> starts anew.</summary>
    public bool IsValid => SubmittedAt is not null;

    /// <summary>Handed in on paper and typed by the secretariat ("nhập thay").</summary>
    public bool IsEntered => EnteredById is not null;

    public static ScoreSheet Open(int cycleId, int initiativeId, int personId) =>
        new() { CycleId = cycleId, InitiativeId = initiativeId, PersonId = personId };

    /// <summary>
    /// Saves points and comments of a draft. Refused when scoring is closed, when <paramref name="version"/> is stale, when a
    /// point is outside 0 … maximum or off the step, and once the sheet is handed in: then it is changed as a whole and with
    /// a reason (<see cref="Change"/>), so that no save ever makes a draft of it again.
    /// </summary>
    public Result Put(RubricContent rubric, Cycle cycle, SheetContent content, int version, DateTime now)
    {
        var open = CanPut(cycle, version);
        if (!open.Ok) return open;
        if (IsValid || IsReopened) return Result.Fail(nameof(ScoreSheetVersion.Reason), "Phiếu đã nộp: ghi lý do rồi lưu thay đổi.");
        var problems = Check(rubric, content);
        if (problems.Count > 0) return Result.Fail(problems);
        Write(rubric, content, now);
        Status = SheetStatus.Draft;
        return Result.Success;
    }

    private void Write(RubricContent rubric, SheetContent content, DateTime now)
    {
        foreach (var criterion in rubric.Criteria)
        {
            var score = criteria.Find(item => item.Code == criterion.Code);
            if (score is null) criteria.Add(score = new CriterionScore(criterion.Code));
            score.Comment = VietnameseText.Normalize(content.Comments.GetValueOrDefault(criterion.Code));
            score.Total = 0;
            foreach (var part in criterion.SubCriteria)
            {
                var stored = points.Find(item => item.Code == part.Code);
                if (!content.Points.TryGetValue(part.Code, out var value))
                {
                    if (stored is not null) points.Remove(stored);
                    continue;
                }

                if (stored is null) points.Add(new SubScore(part.Code, value));
                else stored.Points = value;
                score.Total += value;
            }
        }

        Total = criteria.Sum(score => score.Total);
        IsPutAside = false;
        SavedAt = now;
        Version++;
    }

    /// <summary>Whether anything may be saved on it now, whatever the points are.</summary>
    public Result CanPut(Cycle cycle, int version)
    {
        if (!IsReopened && !IsOpenIn(cycle)) return Result.Fail("", "Thư ký đã chốt điểm, phiếu không sửa được nữa.");
        if (IsReopened && !cycle.MayMeet) return Result.Fail("", "Hội đồng đã kết thúc, phiếu không sửa được nữa.");
        return version == Version ? Result.Success : Result.Fail(nameof(Version), "Phiếu vừa được lưu ở nơi khác. Kiểm tra lại điểm bên dưới rồi lưu.");
    }

    /// <summary>True when the sheet already says exactly this: the same form posted twice changes nothing the second time.</summary>
    public bool Says(RubricContent rubric, SheetContent content) =>
        points.Count == content.Points.Count
        && points.TrueForAll(item => content.Points.TryGetValue(item.Code, out var value) && value == item.Points)
        && rubric.Criteria.All(criterion => (criteria.Find(item => item.Code == criterion.Code)?.Comment ?? "")
            == VietnameseText.Normalize(content.Comments.GetValueOrDefault(criterion.Code)));

    /// <summary>What is wrong with the points given: outside 0 … maximum, or off the step.</summary>
    public static IReadOnlyList<Problem> Check(RubricContent rubric, SheetContent content)
    {
        var problems = new List<Problem>();
        foreach (var part in rubric.SubCriteria)
        {
            if (!content.Points.TryGetValue(part.Code, out var value)) continue;
            var field = $"Points[{part.Code}]";
            if (value < 0) problems.Add(new(field, $"Điểm {part.Code} không được âm."));
            else if (value > part.Max) problems.Add(new(field, $"Điểm {part.Code} tối đa {VietnameseNumber.Format(part.Max)}."));
            else if (value % rubric.Step != 0) problems.Add(new(field, StepSentence(part.Code, value, rubric.Step)));
        }

        return problems;
    }

    private static string StepSentence(string code, decimal value, decimal step)
    {
        var below = Math.Floor(value / step) * step;
        return $"Điểm {code} theo bước {VietnameseNumber.Format(step)}: ghi {VietnameseNumber.Format(below)} hoặc {VietnameseNumber.Format(below + step)}.";
    }

    /// <summary>
    /// Hands in what was just put: every part scored, a comment wherever a criterion stands in its lowest or highest band. It is
    /// one act with that save and of its version.
    /// </summary>
    public Result Submit(RubricContent rubric, Cycle cycle, DateTime now)
    {
        var may = CanSubmit(rubric, cycle, now);
        if (!may.Ok) return may;
        Status = IsCalled ? SheetStatus.Locked : SheetStatus.Submitted;
        SubmittedAt = now;
        return Result.Success;
    }

    /// <summary>Whether it could be handed in as it stands.</summary>
    public Result CanSubmit(RubricContent rubric, Cycle cycle, DateTime now)
    {
        if (!IsOpenIn(cycle)) return Result.Fail("", "Thư ký đã chốt điểm, phiếu không nộp được nữa.");
        if (DueIn(cycle) is { } due && now >= due) return Result.Fail("", $"Đã quá hạn chấm ({VietnamTime.Deadline(due)}). Điểm vừa nhập đã được giữ; liên hệ thư ký Hội đồng.");
        var problems = Gaps(rubric, Content());
        return problems.Count > 0 ? Result.Fail(problems) : Result.Success;
    }

    /// <summary>What keeps such a content from being handed in: a part not scored, an extreme band without a comment.</summary>
    public static IReadOnlyList<Problem> Gaps(RubricContent rubric, SheetContent content)
    {
        var problems = new List<Problem>();
        foreach (var criterion in rubric.Criteria)
        {
            var missing = criterion.SubCriteria.Where(part => !content.Points.ContainsKey(part.Code)).ToList();
            problems.AddRange(missing.Select(part => new Problem($"Points[{part.Code}]", $"Chưa chấm mục {part.Code}.")));
            if (missing.Count > 0) continue;
            var band = rubric.BandOf(criterion.SubCriteria.Sum(part => content.Points[part.Code]), criterion.Max);
            if (rubric.IsExtreme(band) && string.IsNullOrWhiteSpace(content.Comments.GetValueOrDefault(criterion.Code)))
                problems.Add(new($"Comments[{criterion.Code}]", $"Tiêu chí {criterion.ShortName} ở mức {band.Name}: ghi nhận xét để giải thích."));
        }

        return problems;
    }

    /// <summary>Scoring closes: nothing changes any more, what was not submitted does not count.</summary>
    public void Lock() => Status = SheetStatus.Locked;

    /// <summary>The content as it stands.</summary>
    public SheetContent Content() => new(
        points.ToDictionary(item => item.Code, item => item.Points),
        criteria.ToDictionary(item => item.Code, item => item.Comment));
}
