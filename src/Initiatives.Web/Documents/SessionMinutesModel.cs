namespace Initiatives.Web.Documents;

/// <summary>A person at a session.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Post">Post in the council and in his agency.</param>
/// <param name="Reason">Why absent, empty where nobody wrote it down; null for those present.</param>
public sealed record SessionPerson(string Name, string Post, string? Reason = null);

/// <summary>A criterion's mean for one initiative.</summary>
/// <param name="Name">The criterion.</param>
/// <param name="Max">Highest score.</param>
/// <param name="Mean">Mean of the valid sheets, rounded by the Domain to two decimals.</param>
public sealed record MinutesMean(string Name, decimal Max, decimal Mean);

/// <summary>A vote on one initiative; the counts come from the counting board.</summary>
/// <param name="Issued">Phát ra.</param>
/// <param name="Returned">Thu về.</param>
/// <param name="Valid">Hợp lệ.</param>
/// <param name="For">Đồng ý.</param>
/// <param name="Against">Không đồng ý.</param>
/// <param name="Entitled">Members entitled to vote on this dossier: the base that decides or is shown beside it.</param>
public sealed record MinutesVote(int Issued, int Returned, int Valid, int For, int Against, int Entitled)
{
    /// <summary>Không hợp lệ.</summary>
    public int Invalid { get; init; }

    /// <summary>Không có ý kiến: set for a show of hands, null for ballots.</summary>
    public int? Abstaining { get; init; }

    /// <summary>Members in the room at the vote; 0 leaves it out.</summary>
    public int Present { get; init; }

    /// <summary>Those who counted the ballots.</summary>
    public IReadOnlyList<string> Counters { get; init; } = [];
}

/// <summary>What the session did on one initiative.</summary>
/// <param name="Code">Dossier code.</param>
/// <param name="Title">Name of the initiative.</param>
/// <param name="Discussion">Course of the discussion; empty for none.</param>
/// <param name="Means">Mean per criterion.</param>
/// <param name="Total">Mean total.</param>
/// <param name="Sheets">Number of valid sheets.</param>
/// <param name="Vote">The vote; null where none was taken.</param>
/// <param name="Recused">Who took no part in this dossier, with the reason.</param>
/// <param name="Conclusion">Conclusion with reasons.</param>
/// <param name="Dissent">Ý kiến bảo lưu; null for none.</param>
public sealed record MinutesItem(
    string Code,
    string Title,
    IReadOnlyList<string> Discussion,
    IReadOnlyList<MinutesMean> Means,
    decimal Total,
    int Sheets,
    MinutesVote? Vote,
    IReadOnlyList<SessionPerson> Recused,
    string Conclusion,
    string? Dissent = null)
{
    /// <summary>How many of the valid sheets were typed from signed paper ("nhập thay").</summary>
    public int Entered { get; init; }

    /// <summary>What the last count replaced, each with its hour and reason.</summary>
    public IReadOnlyList<string> Corrections { get; init; } = [];

    /// <summary>Resolutions for another outcome than the rules give, quoted, with their vote.</summary>
    public IReadOnlyList<string> Resolutions { get; init; } = [];
}

/// <summary>The minutes of a council session (DOMAIN § 4 no. 14).</summary>
/// <param name="Agency">Head of the document.</param>
/// <param name="CouncilName">Name of the council in running text.</param>
/// <param name="EstablishedBy">"Quyết định số … ngày … của Chủ tịch Ủy ban nhân dân thành phố".</param>
/// <param name="Number">Number of the council's series; null leaves it blank.</param>
/// <param name="Symbol">"BB-HĐ".</param>
/// <param name="Place">"Hải Phòng".</param>
/// <param name="SessionTitle">What follows BIÊN BẢN: "Họp Hội đồng … phiên thứ nhất".</param>
/// <param name="StartedAt">Vietnam local time.</param>
/// <param name="EndedAt">Vietnam local time; null while the session runs.</param>
/// <param name="Venue">Where.</param>
/// <param name="Present">Members present, chair and secretary with their posts.</param>
/// <param name="Absent">Members absent, with reasons.</param>
/// <param name="Guests">Others present.</param>
/// <param name="Members">All members named in the council decision.</param>
/// <param name="QuorumNeeded">Members that must be present.</param>
/// <param name="Items">Initiatives in the order of the session.</param>
/// <param name="Conclusion">Closing paragraphs.</param>
/// <param name="Secretary">Name of the secretary.</param>
/// <param name="Chair">Who presided: lines below CHỦ TRÌ and name.</param>
/// <param name="Recipients">Nơi nhận.</param>
/// <param name="IsDemo">Marks every page as demonstration data.</param>
public sealed record SessionMinutesModel(
    Agency Agency,
    string CouncilName,
    string EstablishedBy,
    int? Number,
    string Symbol,
    string Place,
    string SessionTitle,
    DateTime StartedAt,
    DateTime? EndedAt,
    string Venue,
    IReadOnlyList<SessionPerson> Present,
    IReadOnlyList<SessionPerson> Absent,
    IReadOnlyList<SessionPerson> Guests,
    int Members,
    int QuorumNeeded,
    IReadOnlyList<MinutesItem> Items,
    IReadOnlyList<string> Conclusion,
    string Secretary,
    Signatory Chair,
    IReadOnlyList<string> Recipients,
    bool IsDemo = false)
{
    /// <summary>Who came or left during the session, with the hour.</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    /// <summary>Ban kiểm phiếu, its head first.</summary>
    public IReadOnlyList<string> Board { get; init; } = [];

    /// <summary>Dossiers of the agenda on which the session did not conclude, with the reason.</summary>
    public IReadOnlyList<string> Postponed { get; init; } = [];

    /// <summary>Secret ballots among dossiers that were tied.</summary>
    public IReadOnlyList<string> TieBallots { get; init; } = [];

    /// <summary>Sheets that were reopened after scoring, with the reason.</summary>
    public IReadOnlyList<string> Reopened { get; init; } = [];
}
