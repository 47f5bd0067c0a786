using System.ComponentModel.DataAnnotations;
using Initiatives.Domain;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;
using Initiatives.Web.Platform.Files;

namespace Initiatives.Web.Features.Cycles;

/// <summary>Dates and settings of a cycle as people write them; preparing and revising share it.</summary>
public abstract record CycleForm
{
    [Required(ErrorMessage = "Ghi ngày mở nhận hồ sơ, ví dụ 1/8/2027.")]
    public DateOnly? OpensOn { get; init; }

    /// <summary>The last day, inclusive: the window ends at the midnight after it.</summary>
    [Required(ErrorMessage = "Ghi ngày cuối nhận hồ sơ, ví dụ 30/9/2027.")]
    public DateOnly? ClosesOn { get; init; }

    [Required(ErrorMessage = "Ghi hạn ký quyết định công nhận, ví dụ 30/11/2027.")]
    public DateOnly? RecognitionDueOn { get; init; }

    public int MaxMerit { get; init; } = 5;

    /// <summary>Empty switches the rule off; so for the two below.</summary>
    public decimal? PassMean { get; init; } = 70;

    public decimal? PassCriterionPercent { get; init; } = 50;

    [StringLength(20, ErrorMessage = "Tỷ lệ đồng ý ghi như 2/3 hoặc 70/100.")]
    public string? PassVoteShare { get; init; } = "2/3";

    public VoteBase VoteBase { get; init; }

    public VoteMethod BallotByDefault { get; init; }

    public bool ScoringInSession { get; init; }

    [StringLength(20, ErrorMessage = "Tỷ lệ có mặt ghi như 2/3 hoặc 70/100.")]
    public string QuorumShare { get; init; } = "2/3";

    public int MinSheets { get; init; } = 5;

    /// <summary>Empty: the whole council.</summary>
    public int? JudgesPerDossier { get; init; }

    public int ReviewersPerDossier { get; init; } = 2;
    [StringLength(20, ErrorMessage = "Tỷ lệ phiếu hợp lệ ghi như 2/3 hoặc 70/100.")]
    public string MinSheetShare { get; init; } = "2/3";

    /// <summary>Empty never drops any.</summary>
    public int? DropExtremesFrom { get; init; }

    public decimal OutlierPoints { get; init; } = 20;

    [StringLength(Domain.Cycles.TieLadder.MaxLength, ErrorMessage = "Thứ tự xét khi bằng điểm dài tối đa 100 ký tự.")]
    public string TieLadder { get; init; } = Domain.Cycles.TieLadder.Default.ToString();

    public int SupplementWorkingDays { get; init; } = 10;

    /// <summary>The boxes that are ticked; the form always sends None too, so that none is something else than nothing said.</summary>
    public List<FileFormats> Formats { get; init; } = [FileFormats.All];

    public int MaxFileMegabytes { get; init; } = 50;

    public int MaxDossierMegabytes { get; init; } = 200;

    public bool Takes(FileFormats format) => (Taken & format) != 0;

    private FileFormats Taken => Formats.Aggregate(FileFormats.None, (all, format) => all | format);

    public int ScreeningDays { get; init; } = 20;

    public bool BaseDecisionRequired { get; init; }

    public bool AuthorsConfirm { get; init; } = true;
    public bool Blind { get; init; }

    public int PostingWorkingDays { get; init; } = 5;

    public int RemonstranceWorkingDays { get; init; } = 10;

    public int AnswerWorkingDays { get; init; } = 10;

    public bool CommentsToAuthors { get; init; } = true;

    /// <summary>The form of an existing cycle.</summary>
    public static T Of<T>(Cycle cycle)
        where T : CycleForm, new() => new T()
        {
            OpensOn = VietnamTime.Today(cycle.OpensAt),
            ClosesOn = CycleCalendar.LastDayOf(cycle.ClosesAt),
            RecognitionDueOn = cycle.RecognitionDueOn,
            MaxMerit = cycle.Settings.MaxMerit,
            PassMean = cycle.Settings.PassMean,
            PassCriterionPercent = cycle.Settings.PassCriterionShare * 100,
            PassVoteShare = cycle.Settings.PassVoteShare?.ToString(),
            VoteBase = cycle.Settings.VoteBase,
            BallotByDefault = cycle.Settings.BallotByDefault,
            ScoringInSession = cycle.Settings.ScoringInSession,
            QuorumShare = cycle.Settings.QuorumShare.ToString(),
            MinSheets = cycle.Settings.MinSheets,
            JudgesPerDossier = cycle.Settings.JudgesPerDossier,
            ReviewersPerDossier = cycle.Settings.ReviewersPerDossier,
            MinSheetShare = cycle.Settings.MinSheetShare.ToString(),
            DropExtremesFrom = cycle.Settings.DropExtremesFrom,
            OutlierPoints = cycle.Settings.OutlierPoints,
            TieLadder = cycle.Settings.TieLadder.ToString(),
            SupplementWorkingDays = cycle.Settings.SupplementWorkingDays,
            Formats = [cycle.Settings.Formats],
            MaxFileMegabytes = cycle.Settings.MaxFileMegabytes,
            MaxDossierMegabytes = cycle.Settings.MaxDossierMegabytes,
            ScreeningDays = cycle.Settings.ScreeningDays,
            BaseDecisionRequired = cycle.Settings.BaseDecisionRequired,
            AuthorsConfirm = cycle.Settings.AuthorsConfirm,
            Blind = cycle.Settings.Blind,
            PostingWorkingDays = cycle.Settings.PostingWorkingDays,
            RemonstranceWorkingDays = cycle.Settings.RemonstranceWorkingDays,
            AnswerWorkingDays = cycle.Settings.AnswerWorkingDays,
            CommentsToAuthors = cycle.Settings.CommentsToAuthors,
        };

    /// <summary>[opens, closes) in UTC; both days are there once the form was checked.</summary>
    public (DateTime OpensAt, DateTime ClosesAt) Window() => (VietnamTime.StartOfDay(OpensOn!.Value), VietnamTime.EndOfDay(ClosesOn!.Value));

    /// <summary>The settings that the form names on top of <paramref name="rest"/>, which keeps what it does not name.</summary>
    public Result<CycleSettings> Settings(CycleSettings rest, RubricContent rubric)
    {
        var problems = new List<Problem>();
        if (OpensOn is null || ClosesOn is null || RecognitionDueOn is null) problems.Add(new Problem(nameof(OpensOn), "Ghi đủ ba mốc thời gian của kỳ."));
        Fraction? vote = null;
        if (!string.IsNullOrWhiteSpace(PassVoteShare))
        {
            if (Fraction.TryParse(PassVoteShare, out var share)) vote = share;
            else problems.Add(new Problem(nameof(PassVoteShare), "Tỷ lệ đồng ý ghi như 2/3 hoặc 70/100, để trống nếu không áp dụng."));
        }

        if (!Fraction.TryParse(QuorumShare, out var quorum)) problems.Add(new Problem(nameof(QuorumShare), "Tỷ lệ có mặt ghi như 2/3 hoặc 70/100."));
        if (!Fraction.TryParse(MinSheetShare, out var sheets)) problems.Add(new Problem(nameof(MinSheetShare), "Tỷ lệ phiếu hợp lệ ghi như 2/3 hoặc 70/100."));
        var ladder = Domain.Cycles.TieLadder.Parse(TieLadder);
        problems.AddRange(ladder.Ok ? ladder.Value.Check(rubric).Problems : ladder.Problems);
        if (problems.Count > 0) return Result.Fail(problems);
        return rest with
        {
            MaxMerit = MaxMerit,
            PassMean = PassMean,
            PassCriterionShare = PassCriterionPercent / 100,
            PassVoteShare = vote,
            VoteBase = VoteBase,
            BallotByDefault = BallotByDefault,
            ScoringInSession = ScoringInSession,
            QuorumShare = quorum,
            MinSheets = MinSheets,
            JudgesPerDossier = JudgesPerDossier,
            ReviewersPerDossier = ReviewersPerDossier,
            MinSheetShare = sheets,
            DropExtremesFrom = DropExtremesFrom,
            OutlierPoints = OutlierPoints,
            TieLadder = ladder.Value,
            SupplementWorkingDays = SupplementWorkingDays,
            Formats = Taken,
            MaxFileMegabytes = MaxFileMegabytes,
            MaxDossierMegabytes = MaxDossierMegabytes,
            ScreeningDays = ScreeningDays,
            BaseDecisionRequired = BaseDecisionRequired,
            AuthorsConfirm = AuthorsConfirm,
            Blind = Blind,
            PostingWorkingDays = PostingWorkingDays,
            RemonstranceWorkingDays = RemonstranceWorkingDays,
            AnswerWorkingDays = AnswerWorkingDays,
            CommentsToAuthors = CommentsToAuthors,
        };
    }

    /// <summary>Problems of the domain under the names that the form's fields have.</summary>
    public static Failure InTheForm(Result refused) => Result.Fail(refused.Problems.Select(problem => problem with
    {
        Field = problem.Field switch
        {
            nameof(Cycle.OpensAt) => nameof(OpensOn),
            nameof(Cycle.ClosesAt) => nameof(ClosesOn),
            nameof(CycleSettings.PassCriterionShare) => nameof(PassCriterionPercent),
            var same => same,
        },
    }));
}

/// <summary>The settings of a cycle, read aloud.</summary>
public static class SettingSentences
{
    public static IReadOnlyList<(string Name, string Sentence)> Of(Cycle cycle, RubricContent rubric)
    {
        var settings = cycle.Settings;
        return
        [
            ("Nhận hồ sơ", $"Từ 00:00 ngày {VietnamTime.Short(cycle.OpensAt)} đến {VietnamTime.Deadline(cycle.ClosesAt)}, tính theo giờ máy chủ khi thủ trưởng gửi."),
            ("Thẩm định", $"Kiểm tra điều kiện trong {settings.ScreeningDays} ngày làm việc từ hạn nhận, đến hết ngày {VietnamTime.Short(cycle.ScreeningDueOn)}; quyết định công nhận cấp cơ sở {(settings.BaseDecisionRequired ? "bắt buộc phải có" : "không bắt buộc")}."),
            ("Chấm ẩn danh", settings.Blind ? "Ủy viên chấm và phản biện không thấy tên tác giả và đơn vị." : "Ủy viên chấm và phản biện thấy tên tác giả và đơn vị."),
            ("Tác giả", settings.AuthorsConfirm ? "Mỗi tác giả xác nhận tên, chức danh và tỷ lệ của mình trước khi trình thủ trưởng, hoặc có bản xác nhận mọi người cùng ký." : "Không bắt buộc tác giả xác nhận trước khi trình thủ trưởng."),
            ("Bổ sung", $"Đơn vị có {settings.SupplementWorkingDays} ngày làm việc để bổ sung hồ sơ khi được yêu cầu."),
            ("Tài liệu kèm theo", $"Nhận {FileRules.Of(settings).FormatsText}; mỗi tệp tối đa {settings.MaxFileMegabytes} MB, cả hồ sơ tối đa {settings.MaxDossierMegabytes} MB."),
            ("Bộ tiêu chí", $"{string.Join(", ", rubric.Criteria.Select(criterion => $"{criterion.ShortName} {VietnameseNumber.Format(criterion.Max)}"))}; tối đa {VietnameseNumber.Format(rubric.Max)} điểm."),
            ("Phân công", $"{(settings.JudgesPerDossier is { } judges ? $"Mỗi hồ sơ giao cho {judges} thành viên" : "Cả Hội đồng chấm mọi hồ sơ")}, trừ người có xung đột lợi ích; {(settings.ReviewersPerDossier == 0 ? "không có phản biện" : $"{settings.ReviewersPerDossier} người trong số đó viết phản biện")}."),
            ("Phiếu chấm", $"Mỗi hồ sơ cần ít nhất {settings.MinSheets} phiếu hợp lệ (hoặc đủ phiếu, nếu ít người chấm hơn) và ít nhất {settings.MinSheetShare} số người được phân công."),
            ("Tính điểm", $"{settings.DescribeMean()}. Phiếu lệch quá {VietnameseNumber.Format(settings.OutlierPoints)} điểm so với trung vị các phiếu khác được hỏi lại, vẫn tính."),
            ("Khi bằng điểm", $"{settings.TieLadder.Describe(rubric)}."),
            ("Đạt yêu cầu", Pass(settings)),
            ("Phiên họp", $"Họp được khi có mặt ít nhất {settings.QuorumShare} số thành viên Hội đồng. {(settings.ScoringInSession ? "Chốt điểm từng hồ sơ tại phiên họp, sau trình bày và hỏi đáp." : "Chốt điểm mọi hồ sơ trước phiên họp.")} Biểu quyết {(settings.BallotByDefault == VoteMethod.Paper ? "bằng phiếu kín" : "giơ tay")}, trừ khi Hội đồng chọn khác."),
            ("Lấy ý kiến", settings.PostingWorkingDays == 0 ? "Không niêm yết danh sách dự kiến trước khi trình ký." : $"Danh sách dự kiến công nhận được niêm yết công khai {settings.PostingWorkingDays} ngày làm việc, ai cũng góp ý được; hết hạn và trả lời xong mới trình ký."),
            ("Quyết định", $"Chủ tịch UBND thành phố ký công nhận chậm nhất ngày {VietnamTime.Short(cycle.RecognitionDueOn)}."),
            ("Sau công bố", $"Tác giả xem điểm trung bình và lý do{(settings.CommentsToAuthors ? ", cùng nhận xét không ghi tên" : "")}; kiến nghị trong {settings.RemonstranceWorkingDays} ngày làm việc được coi là đúng hạn, Sở KH&CN trả lời trong {settings.AnswerWorkingDays} ngày làm việc từ khi nhận. Quyền khiếu nại theo luật không bị ảnh hưởng."),
            ("Bằng khen", settings.MaxMerit == 0 ? "Kỳ này không đề nghị tặng Bằng khen." : $"Tặng tối đa {settings.MaxMerit:00} sáng kiến, chọn trong số được công nhận."),
        ];
    }

    private static string Pass(CycleSettings settings)
    {
        var over = settings.VoteBase == VoteBase.AllMembers ? "tổng số thành viên Hội đồng" : "số thành viên được biểu quyết hồ sơ đó";
        string?[] rules =
        [
            settings.PassMean is { } mean ? $"điểm trung bình từ {VietnameseNumber.Format(mean)} trở lên" : null,
            settings.PassCriterionShare is { } share ? $"từng tiêu chí đạt từ {VietnameseNumber.Percent(share)} điểm tối đa" : null,
            settings.PassVoteShare is { } vote ? $"ít nhất {vote} {over} đồng ý" : null,
        ];
        var sentence = string.Join("; ", rules.Where(rule => rule is not null));
        return sentence.Length == 0 ? "Không đặt ngưỡng: Hội đồng kết luận từng hồ sơ." : char.ToUpperInvariant(sentence[0]) + sentence[1..] + ".";
    }
}
