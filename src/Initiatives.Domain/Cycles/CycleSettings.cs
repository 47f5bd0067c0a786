namespace Initiatives.Domain.Cycles;

/// <summary>Over whom the 2/3 of a vote is taken.</summary>
public enum VoteBase
{
    /// <summary>All members named in the council decision (TT 18/2013, Điều 8).</summary>
    AllMembers,

    /// <summary>Members entitled to vote on this dossier: all less the recused.</summary>
    EntitledMembers,
}

/// <summary>How a council votes.</summary>
public enum VoteMethod
{
    ShowOfHands,

    /// <summary>Paper ballots counted by a counting board (ban kiểm phiếu).</summary>
    Paper,
}

/// <summary>
/// What differs between years and places (DESIGN § 7): defaults are the proposal of DOMAIN § 3.3, every value is editable
/// while the cycle is being prepared and frozen when it is launched. Shares are fractions of 1.
/// </summary>
public sealed record CycleSettings
{
    /// <summary>Most initiatives that may get a certificate of merit; the letter allows at most 5 (công văn 2345, mục 5a).</summary>
    public int MaxMerit { get; init; } = 5;

    /// <summary>Mean total needed, in points of the rubric's maximum; null switches the rule off.</summary>
    public decimal? PassMean { get; init; } = 70m;

    /// <summary>Share of each criterion's maximum that its mean must reach; null switches the rule off.</summary>
    public decimal? PassCriterionShare { get; init; } = 0.5m;

    /// <summary>Share of the vote base that must approve; null switches the rule off.</summary>
    public Fraction? PassVoteShare { get; init; } = new Fraction(2, 3);

    /// <summary>Over whom the vote's share is taken.</summary>
    public VoteBase VoteBase { get; init; } = VoteBase.AllMembers;

    /// <summary>How a vote is taken unless the session chooses otherwise for a dossier.</summary>
    public VoteMethod BallotByDefault { get; init; } = VoteMethod.ShowOfHands;

    /// <summary>Scoring of a dossier is closed in the session, after presentation and questions; else for all dossiers before it.</summary>
    public bool ScoringInSession { get; init; }

    /// <summary>Share of members who must be present for a session to vote.</summary>
    public Fraction QuorumShare { get; init; } = new(2, 3);

    /// <summary>Valid sheets needed: at least min(this, assigned judges) …</summary>
    public int MinSheets { get; init; } = 5;

    /// <summary>… and at least this share of the judges assigned.</summary>
    public Fraction MinSheetShare { get; init; } = new(2, 3);

    /// <summary>
    /// From this many valid sheets on, a dossier's mean total drops one highest and one lowest total, and the mean of each
    /// criterion, by which floors and ties are judged, one highest and one lowest of that criterion's points; so a raised
    /// score never lowers a mean. 3 or more; null never drops.
    /// </summary>
    public int? DropExtremesFrom { get; init; }

    /// <summary>Whether extremes are dropped from so many valid sheets.</summary>
    public bool DropsExtremesOf(int sheets) => DropExtremesFrom is { } from && sheets >= Math.Max(from, 3);

    /// <summary>How points become a mean, as pages and papers say it; without a full stop.</summary>
    public string DescribeMean() => "Trung bình phiếu hợp lệ của những người được phân công" + (DropExtremesFrom is { } from
        ? $"; từ {from} phiếu trở lên thì bỏ một phiếu cao nhất và một phiếu thấp nhất, ở từng tiêu chí bỏ điểm cao nhất và điểm thấp nhất của chính tiêu chí ấy"
        : "");

    /// <summary>How equal totals are parted.</summary>
    public TieLadder TieLadder { get; init; } = TieLadder.Default;

    /// <summary>Points from the median of the others at which a sheet is flagged.</summary>
    public decimal OutlierPoints { get; init; } = 20m;

    /// <summary>Judges of each dossier, 1 to 50; null: the whole council less conflicts.</summary>
    public int? JudgesPerDossier { get; init; }

    /// <summary>Judges of each dossier who write a review (phản biện) of it besides; 0: none.</summary>
    public int ReviewersPerDossier { get; init; } = 2;

    /// <summary>Working days an applicant has to answer a supplement request.</summary>
    public int SupplementWorkingDays { get; init; } = 10;

    /// <summary>Formats that attachments may have.</summary>
    public FileFormats Formats { get; init; } = FileFormats.All;

    /// <summary>Most megabytes (2^20 bytes) of one attachment.</summary>
    public int MaxFileMegabytes { get; init; } = 50;

    /// <summary>Most megabytes (2^20 bytes) of all attachments of a dossier.</summary>
    public int MaxDossierMegabytes { get; init; } = 200;

    /// <summary>Working days from the cut-off by which every dossier is to be screened.</summary>
    public int ScreeningDays { get; init; } = 20;

    /// <summary>Screening asks for the base-level recognition decision; else it is optional evidence.</summary>
    public bool BaseDecisionRequired { get; init; }

    /// <summary>Each author confirms his line (or a paper signed by all is there) before a dossier goes to its head.</summary>
    public bool AuthorsConfirm { get; init; } = true;

    /// <summary>Judges and reviewers are shown neither authors nor unit of a dossier.</summary>
    public bool Blind { get; init; }

    /// <summary>Working days for which the list that the council recommends is posted before the decision goes to be signed; 0: none.</summary>
    public int PostingWorkingDays { get; init; } = 5;

    /// <summary>Working days after the result within which a remonstrance is in time; a late one is received all the same. Statutory rights do not depend on it.</summary>
    public int RemonstranceWorkingDays { get; init; } = 10;

    /// <summary>Working days from the receipt of a remonstrance within which the Department answers it.</summary>
    public int AnswerWorkingDays { get; init; } = 10;

    /// <summary>After publication authors read the judges' comments by criterion, without names.</summary>
    public bool CommentsToAuthors { get; init; } = true;

    /// <summary>The same settings for a new year, after its values were checked.</summary>
    public Result Check()
    {
        if (MaxMerit is < 0 or > 5) return Result.Fail(nameof(MaxMerit), "Số Bằng khen từ 0 đến 5.");
        if (PassMean is < 0 or > 100) return Result.Fail(nameof(PassMean), "Ngưỡng điểm từ 0 đến 100.");
        if (PassCriterionShare is < 0 or > 1) return Result.Fail(nameof(PassCriterionShare), "Tỷ lệ từng tiêu chí từ 0% đến 100%.");
        if (PassVoteShare is { IsShare: false }) return Result.Fail(nameof(PassVoteShare), "Tỷ lệ đồng ý ghi như 2/3 hoặc 70/100.");
        if (!Enum.IsDefined(BallotByDefault)) return Result.Fail(nameof(BallotByDefault), "Chọn giơ tay hoặc bỏ phiếu kín.");
        if (!QuorumShare.IsShare) return Result.Fail(nameof(QuorumShare), "Tỷ lệ có mặt ghi như 2/3 hoặc 70/100.");
        if (MinSheets < 1) return Result.Fail(nameof(MinSheets), "Cần ít nhất 1 phiếu hợp lệ.");
        if (!MinSheetShare.IsShare) return Result.Fail(nameof(MinSheetShare), "Tỷ lệ phiếu hợp lệ ghi như 2/3 hoặc 70/100.");
        if (JudgesPerDossier is < 1 or > 50) return Result.Fail(nameof(JudgesPerDossier), "Số người chấm mỗi hồ sơ từ 1 đến 50, để trống nếu cả Hội đồng chấm.");
        if (ReviewersPerDossier is < 0 or > 10) return Result.Fail(nameof(ReviewersPerDossier), "Số người phản biện mỗi hồ sơ từ 0 đến 10.");
        if (ReviewersPerDossier > JudgesPerDossier) return Result.Fail(nameof(ReviewersPerDossier), "Số người phản biện không nhiều hơn số người chấm của một hồ sơ.");
        if (DropExtremesFrom is < 3) return Result.Fail(nameof(DropExtremesFrom), "Chỉ bỏ điểm cao nhất và thấp nhất khi có từ 3 phiếu trở lên.");
        if (OutlierPoints <= 0) return Result.Fail(nameof(OutlierPoints), "Mức lệch để nhắc phải lớn hơn 0.");
        if (SupplementWorkingDays is < 1 or > 30) return Result.Fail(nameof(SupplementWorkingDays), "Hạn bổ sung từ 1 đến 30 ngày làm việc.");
        if (Formats == FileFormats.None || (Formats & ~FileFormats.All) != 0) return Result.Fail(nameof(Formats), "Chọn ít nhất một loại tệp được nhận.");
        if (MaxFileMegabytes is < 1 or > 200) return Result.Fail(nameof(MaxFileMegabytes), "Mỗi tệp từ 1 đến 200 MB.");
        if (MaxDossierMegabytes < MaxFileMegabytes || MaxDossierMegabytes > 2000) return Result.Fail(nameof(MaxDossierMegabytes), $"Cả hồ sơ từ {MaxFileMegabytes} (bằng một tệp) đến 2000 MB.");
        if (ScreeningDays is < 1 or > 120) return Result.Fail(nameof(ScreeningDays), "Thời gian thẩm định từ 1 đến 120 ngày làm việc.");
        if (PostingWorkingDays is < 0 or > 60) return Result.Fail(nameof(PostingWorkingDays), "Thời gian niêm yết từ 0 (không niêm yết) đến 60 ngày làm việc.");
        if (RemonstranceWorkingDays is < 1 or > 60) return Result.Fail(nameof(RemonstranceWorkingDays), "Hạn gửi kiến nghị từ 1 đến 60 ngày làm việc.");
        if (AnswerWorkingDays is < 1 or > 60) return Result.Fail(nameof(AnswerWorkingDays), "Hạn trả lời kiến nghị từ 1 đến 60 ngày làm việc.");
        return Result.Success;
    }
}
