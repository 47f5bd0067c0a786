namespace Initiatives.Domain.Ranking;

/// <summary>A valid sheet as the ranker reads it: criterion totals by code.</summary>
public sealed record RankedSheet(int PersonId, IReadOnlyDictionary<string, decimal> Criteria)
{
    public decimal Total => Criteria.Values.Sum();

    /// <summary>Handed in on paper and typed by the secretariat ("nhập thay"): said beside its points, it changes none.</summary>
    public bool IsEntered { get; init; }
}

/// <summary>A dossier to be ranked.</summary>
/// <param name="Assigned">Judges assigned to it; sheets of others do not count and must not be passed in.</param>
/// <param name="Sheets">Valid sheets only: an absent judge and an abstention are simply not there, never a zero.</param>
/// <param name="Approving">Approving votes, once there was a vote.</param>
/// <param name="BallotVotes">Approving votes of the secret ballot that parted it from dossiers it was level with, once there was one.</param>
public sealed record RankInput(int InitiativeId, int Assigned, IReadOnlyList<RankedSheet> Sheets, int? Approving = null, int? BallotVotes = null);

/// <summary>One pass rule and how a dossier stands to it.</summary>
/// <param name="Sentence">The rule with its numbers, as the minutes print it.</param>
public sealed record RuleCheck(string Key, bool Passed, string Sentence);

/// <summary>A dossier's place.</summary>
/// <param name="Rank">1, 2, 3 …; equal only where the ladder could not part them.</param>
/// <param name="Mean">Unrounded mean total: thresholds are compared with this.</param>
/// <param name="Shown">The mean rounded once, half away from zero, to two decimals.</param>
/// <param name="CriterionMeans">Unrounded means by criterion code.</param>
/// <param name="Tie">How a tie was broken, empty where there was none.</param>
public sealed record RankedPlace(
    int InitiativeId,
    int Rank,
    decimal Mean,
    decimal Shown,
    IReadOnlyDictionary<string, decimal> CriterionMeans,
    int ValidSheets,
    int Assigned,
    IReadOnlyList<RuleCheck> Rules,
    string Tie)
{
    /// <summary>The place in one sentence: its figures and what parts it from its neighbours.</summary>
    public string Why { get; init; } = "";

    /// <summary>The rank before any secret ballot: dossiers that share it can be parted by nothing else.</summary>
    public int TiedRank { get; init; } = Rank;

    /// <summary>How many of the valid sheets were handed in on paper and typed by the secretariat.</summary>
    public int EnteredSheets { get; init; }

    /// <summary>As it came in; see <see cref="RankInput"/>.</summary>
    public int? BallotVotes { get; init; }

    /// <summary>True when every switched-on score rule is met; the vote comes on top.</summary>
    public bool Passes => Rules.All(rule => rule.Passed);

    /// <summary>The label of DOMAIN § 3.3: ≥ 85 excellent, ≥ 75 good, passed.</summary>
    public string Label => !Passes ? "Chưa đạt" : Mean >= 85 ? "Xuất sắc" : Mean >= 75 ? "Tốt" : "Đạt";
}
