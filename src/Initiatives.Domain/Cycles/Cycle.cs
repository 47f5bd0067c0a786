using Initiatives.Domain.People;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;

namespace Initiatives.Domain.Cycles;

/// <summary>The launch notice (công văn phát động) as it is written before the cycle opens.</summary>
public sealed record LaunchNotice(string Subject, string Body, string Number, DateOnly? Date, string SignerName, string SignerTitle)
{
    public static LaunchNotice Empty { get; } = new("", "", "", null, "", "");
}

/// <summary>
/// One yearly round (kỳ xét). Its intake window is half open, [opens, closes): a dossier whose request reached the server
/// at 23:59:59,999 is in time, at 00:00:00 it is not.
/// </summary>
public sealed class Cycle
{
    private Cycle()
    {
    }

    public int Id { get; private set; }

    public int Year { get; private set; }

    /// <summary>The last act's phase; what holds now is <see cref="PhaseAt"/>.</summary>
    public CyclePhase Phase { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime OpensAt { get; private set; }

    /// <summary>UTC, exclusive.</summary>
    public DateTime ClosesAt { get; private set; }

    /// <summary>Day by which the Chairman signs (công văn 2345, mục 5a: within November).</summary>
    public DateOnly RecognitionDueOn { get; private set; }

    /// <summary>UTC, exclusive; null until scoring opens.</summary>
    public DateTime? ScoringDueAt { get; private set; }

    public CycleSettings Settings { get; private set; } = new();

    public int RubricId { get; private set; }

    public LaunchNotice Notice { get; private set; } = LaunchNotice.Empty;

    /// <summary>UTC.</summary>
    public DateTime? LaunchedAt { get; private set; }

    public DateTime? ScoringOpenedAt { get; private set; }

    public DateTime? ScoringClosedAt { get; private set; }

    public DateTime? PublishedAt { get; private set; }

    /// <summary>Demo data: pages and documents say so.</summary>
    public bool IsDemo { get; private set; }

    public int Version { get; private set; }

    public string Name => $"Kỳ {Year}";

    /// <summary>The counter that numbers this cycle's dossiers without gaps.</summary>
    public string RegisterCounter => $"ho-so-{Year}";

    /// <summary>The last day on which a dossier is screened in time.</summary>
    public DateOnly ScreeningDueOn => VietnamTime.AddWorkingDays(CycleCalendar.LastDayOf(ClosesAt), Settings.ScreeningDays);

    public static Result<Cycle> Prepare(int year, DateTime opensAt, DateTime closesAt, DateOnly dueOn, CycleSettings settings, int rubricId, bool isDemo)
    {
        var cycle = new Cycle { Year = year, IsDemo = isDemo };
        if (year is < 2020 or > 2100) return Result.Fail(nameof(Year), "Năm xét không hợp lệ.");
        var set = cycle.Set(opensAt, closesAt, dueOn, settings, rubricId);
        return set.Ok ? cycle : Result.Fail(set.Problems);
    }

    /// <summary>Changes dates and settings while the cycle is being prepared.</summary>
    public Result Revise(DateTime opensAt, DateTime closesAt, DateOnly dueOn, CycleSettings settings, int rubricId)
    {
        if (Phase != CyclePhase.Preparing) return Result.Fail("", "Kỳ đã phát động, cấu hình không sửa được nữa.");
        return Set(opensAt, closesAt, dueOn, settings, rubricId);
    }

    private Result Set(DateTime opensAt, DateTime closesAt, DateOnly dueOn, CycleSettings settings, int rubricId)
    {
        var problems = new List<Problem>();
        if (closesAt <= opensAt) problems.Add(new(nameof(ClosesAt), "Hạn nhận hồ sơ phải sau ngày mở."));
        if (VietnamTime.StartOfDay(dueOn) < closesAt) problems.Add(new(nameof(RecognitionDueOn), "Hạn ký quyết định phải sau hạn nhận hồ sơ."));
        problems.AddRange(settings.Check().Problems);
        if (problems.Count > 0) return Result.Fail(problems);
        (OpensAt, ClosesAt, RecognitionDueOn, Settings, RubricId) = (opensAt, closesAt, dueOn, settings, rubricId);
        Version++;
        return Result.Success;
    }

    public Result WriteNotice(LaunchNotice notice)
    {
        if (Phase != CyclePhase.Preparing) return Result.Fail("", "Kỳ đã phát động, công văn không sửa được nữa.");
        if (string.IsNullOrWhiteSpace(notice.Subject)) return Result.Fail(nameof(LaunchNotice.Subject), "Nhập trích yếu công văn.");
        if (VietnameseText.CountWords(notice.Body) < 20) return Result.Fail(nameof(LaunchNotice.Body), "Nội dung công văn quá ngắn.");
        Notice = notice;
        Version++;
        return Result.Success;
    }

    /// <summary>Opens the cycle for intake; from then on the clock decides.</summary>
    public Result Launch(DateTime now)
    {
        if (Phase != CyclePhase.Preparing) return Result.Fail("", "Kỳ này đã phát động.");
        if (Notice.Subject.Length == 0) return Result.Fail("", "Soạn công văn phát động trước khi mở kỳ.");
        if (Notice.Number.Length == 0 || Notice.Date is null || Notice.SignerName.Length == 0)
            return Result.Fail(nameof(LaunchNotice.Number), "Ghi số, ngày và người ký của công văn trước khi mở kỳ.");
        if (now >= ClosesAt) return Result.Fail(nameof(ClosesAt), "Hạn nhận hồ sơ đã qua.");
        Phase = CyclePhase.Open;
        LaunchedAt = now;
        Version++;
        return Result.Success;
    }

    /// <summary>Where the cycle stands at <paramref name="now"/>: before it opens it is being prepared, after the cut-off it is closed.</summary>
    public CyclePhase PhaseAt(DateTime now) => Phase switch
    {
        CyclePhase.Open when now < OpensAt => CyclePhase.Preparing,
        CyclePhase.Open when now >= ClosesAt => CyclePhase.Closed,
        _ => Phase,
    };

    /// <summary>Lets one unit, or all, send after the cut-off. Neither back in time nor before the hour that holds already.</summary>
    /// <param name="unitId">Null: all units.</param>
    /// <param name="closesAt">The new hour, UTC, exclusive; null: none was given.</param>
    public Result<Extension> Extend(int? unitId, DateTime? closesAt, ExtensionGrounds grounds, IEnumerable<ExtensionNotice> extensions, Actor actor, DateTime now)
    {
        if (Phase != CyclePhase.Open) return Result.Fail("", LaunchedAt is null ? "Kỳ chưa phát động, chưa có hạn để gia hạn." : "Kỳ đã mở chấm điểm, không gia hạn được nữa.");
        var window = IntakeWindow.Of(this, extensions, unitId);
        var problem = closesAt is not { } hour ? "Ghi giờ và ngày của hạn mới."
            : hour <= now ? $"Hạn mới phải ở sau thời điểm này ({VietnamTime.WithTime(now)})."
            : hour <= window.ClosesAt ? $"Hạn mới phải ở sau hạn đang áp dụng ({VietnamTime.Deadline(window.ClosesAt)})."
            : hour > VietnamTime.EndOfDay(RecognitionDueOn) ? $"Hạn mới phải trước hạn ký quyết định ({VietnamTime.Short(RecognitionDueOn)})."
            : null;
        var written = Extension.Write(Id, unitId, grounds, closesAt ?? now, null, actor, now);
        if (problem is not null) return Result.Fail([new Problem(nameof(Extension.ClosesAt), problem), .. written.Problems]);
        if (written.Ok) Version++;
        return written;
    }

    /// <summary>Ends a wrong extension from now on, by a new row; what arrived before stays in time.</summary>
    public Result<Extension> EndExtension(ExtensionNotice wrong, ExtensionGrounds grounds, IEnumerable<ExtensionNotice> extensions, Actor actor, DateTime now)
    {
        if (wrong.CycleId != Id || wrong.EndsId is not null || wrong.ClosesAt <= now || extensions.Any(row => row.EndsId == wrong.Id))
            return Result.Fail("", "Gia hạn này đã hết hoặc đã được kết thúc.");
        var written = Extension.Write(Id, wrong.UnitId, grounds, now, wrong.Id, actor, now);
        if (written.Ok) Version++;
        return written;
    }

    /// <summary>True from the launch until intake closes: units may still do something, and may be asked to.</summary>
    public bool IsChased(DateTime now) => LaunchedAt is not null && PhaseAt(now) is (CyclePhase.Preparing or CyclePhase.Open);

    /// <summary>Opens scoring; freezes the rubric.</summary>
    public Result OpenScoring(Rubric rubric, IEnumerable<ExtensionNotice> extensions, DateTime dueAt, DateTime now)
    {
        if (PhaseAt(now) != CyclePhase.Closed) return Result.Fail("", "Chỉ mở chấm điểm khi đã hết hạn nhận hồ sơ.");
        if (IntakeWindow.LastClosing(this, extensions) is var last && now < last)
            return Result.Fail("", $"Còn đơn vị được gia hạn nhận hồ sơ đến {VietnamTime.Deadline(last)}. Mở chấm được sau thời điểm đó.");
        if (dueAt <= now) return Result.Fail(nameof(ScoringDueAt), "Hạn chấm phải ở sau thời điểm này.");
        rubric.Freeze(now);
        Phase = CyclePhase.Judging;
        ScoringOpenedAt = now;
        ScoringDueAt = dueAt;
        Version++;
        return Result.Success;
    }

    /// <summary>Ends the blind period: sheets are locked, the ranking becomes visible to those entitled.</summary>
    public Result CloseScoring(DateTime now)
    {
        if (Phase != CyclePhase.Judging) return Result.Fail("", "Kỳ này không ở bước chấm điểm.");
        Phase = CyclePhase.Deliberating;
        ScoringClosedAt = now;
        Version++;
        return Result.Success;
    }

    /// <summary>True while the council may meet: after scoring, or during it where each dossier is scored in the session.</summary>
    public bool MayMeet => Phase == CyclePhase.Deliberating || (Phase == CyclePhase.Judging && Settings.ScoringInSession);

    /// <summary>True from the opening of scoring until the council's work ends: sessions may be planned.</summary>
    public bool MayPlanSessions => Phase is CyclePhase.Judging or CyclePhase.Deliberating;

    /// <summary>Ends the council's work: every judged dossier has a conclusion.</summary>
    public Result StartDeciding(int open)
    {
        if (Phase != CyclePhase.Deliberating) return Result.Fail("", "Hội đồng chưa họp hoặc đã kết thúc.");
        if (open > 0) return Result.Fail("", $"Còn {open} hồ sơ chưa có kết luận của Hội đồng.");
        Phase = CyclePhase.Deciding;
        Version++;
        return Result.Success;
    }

    /// <summary>A correction after the last session left something that only another session can decide: the council meets once more.</summary>
    public Result Reconvene()
    {
        if (Phase != CyclePhase.Deciding) return Result.Fail("", "Hội đồng chưa kết thúc việc xét.");
        Phase = CyclePhase.Deliberating;
        Version++;
        return Result.Success;
    }

    public Result Publish(DateTime now)
    {
        if (Phase != CyclePhase.Deciding) return Result.Fail("", "Chỉ công bố khi Hội đồng đã kết luận xong mọi hồ sơ.");
        Phase = CyclePhase.Published;
        PublishedAt = now;
        Version++;
        return Result.Success;
    }
}
