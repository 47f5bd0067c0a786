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
    public int Version { get; private set; }
    public IReadOnlyList<SubScore> Points => points;
    public IReadOnlyList<CriterionScore> Criteria => criteria;

    /// <summary>True when it counts: submitted, and not taken back into a draft since.</summary>
    public bool IsValid => SubmittedAt is not null;

    public static ScoreSheet Open(int cycleId, int initiativeId, int personId) =>
        new() { CycleId = cycleId, InitiativeId = initiativeId, PersonId = personId };

    /// <summary>
    /// Saves points and comments. Refused when scoring is closed, when <paramref name="version"/> is stale, or when a
    /// point is outside 0 … maximum or off the step. A submitted sheet becomes a draft again until it is submitted anew;
    /// after the deadline, when it no longer could be, it stays as it was submitted.
    /// </summary>
    public Result Put(RubricContent rubric, Cycle cycle, SheetContent content, int version, DateTime now)
    {
        var open = CanPut(cycle, version);
        if (!open.Ok) return open;
        if (IsValid && DueIn(cycle) is { } due && now >= due) return Result.Fail("", $"Đã quá hạn chấm ({VietnamTime.Deadline(due)}). Phiếu đã nộp được giữ nguyên.");
        var problems = Check(rubric, content);
        if (problems.Count > 0) return Result.Fail(problems);

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
        Status = SheetStatus.Draft;
        SubmittedAt = null;
        SavedAt = now;
        Version++;
        return Result.Success;
    }

    /// <summary>Whether anything may be saved on it now, whatever the points are.</summary>
    public Result CanPut(Cycle cycle, int version)
    {
        if (!IsOpenIn(cycle)) return Result.Fail("", "Thư ký đã chốt điểm, phiếu không sửa được nữa.");
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

    /// <summary>Hands the sheet in: every part scored, a comment wherever a criterion stands in its lowest or highest band.</summary>
    public Result Submit(RubricContent rubric, Cycle cycle, DateTime now)
    {
        if (!IsOpenIn(cycle)) return Result.Fail("", "Thư ký đã chốt điểm, phiếu không nộp được nữa.");
        if (DueIn(cycle) is { } due && now >= due) return Result.Fail("", $"Đã quá hạn chấm ({VietnamTime.Deadline(due)}). Điểm vừa nhập đã được giữ; liên hệ thư ký Hội đồng.");
        var problems = new List<Problem>();
        foreach (var criterion in rubric.Criteria)
        {
            var missing = criterion.SubCriteria.Where(part => points.TrueForAll(item => item.Code != part.Code)).ToList();
            problems.AddRange(missing.Select(part => new Problem($"Points[{part.Code}]", $"Chưa chấm mục {part.Code}.")));
            if (missing.Count > 0) continue;
            var score = criteria.Find(item => item.Code == criterion.Code);
            var band = rubric.BandOf(score?.Total ?? 0, criterion.Max);
            if (rubric.IsExtreme(band) && string.IsNullOrWhiteSpace(score?.Comment))
                problems.Add(new($"Comments[{criterion.Code}]", $"Tiêu chí {criterion.ShortName} ở mức {band.Name}: ghi nhận xét để giải thích."));
        }

        if (problems.Count > 0) return Result.Fail(problems);
        Status = SheetStatus.Submitted;
        SubmittedAt = now;
        Version++;
        return Result.Success;
    }

    /// <summary>Scoring closes: nothing changes any more, what was not submitted does not count.</summary>
    public void Lock()
    {
        Status = SheetStatus.Locked;
        Version++;
    }

    /// <summary>The content as it stands.</summary>
    public SheetContent Content() => new(
        points.ToDictionary(item => item.Code, item => item.Points),
        criteria.ToDictionary(item => item.Code, item => item.Comment));
}

/// <summary>A sheet as it was after one save: every version is kept.</summary>
public sealed class ScoreSheetVersion
{
    private ScoreSheetVersion()
    {
    }

    public int SheetId { get; private set; }
    public int Version { get; private set; }
    public SheetContent Content { get; private set; } = null!;
    public decimal Total { get; private set; }
    public SheetStatus Status { get; private set; }
    public int SavedById { get; private set; }
    public DateTime SavedAt { get; private set; }

    public static ScoreSheetVersion Of(ScoreSheet sheet, int savedById, DateTime now) => new()
    {
        SheetId = sheet.Id,
        Version = sheet.Version,
        Content = sheet.Content(),
        Total = sheet.Total,
        Status = sheet.Status,
        SavedById = savedById,
        SavedAt = now,
    };
}
