using Initiatives.Domain.Councils;
using Initiatives.Domain.People;

namespace Initiatives.Domain.Sessions;

/// <summary>Votes that one of the tied dossiers got in the secret ballot.</summary>
public sealed class TieBallotLine
{
    private TieBallotLine()
    {
    }

    internal TieBallotLine(int initiativeId, int votes) => (InitiativeId, Votes) = (initiativeId, votes);

    public int BallotId { get; private set; }
    public int InitiativeId { get; private set; }
    public int Votes { get; private set; }
}

/// <summary>What the counting board counted.</summary>
/// <param name="Votes">By tied dossier.</param>
public sealed record TieCount(int? Issued, int? Returned, int? Valid, int? Invalid, IReadOnlyDictionary<int, int?> Votes);

/// <summary>
/// A secret ballot among dossiers that the ladder left tied across the last place of merit (DESIGN § 7). Counted by the
/// counting board; a correction is another ballot with a reason, the last one holds.
/// </summary>
public sealed class TieBallot
{
    private readonly List<TieBallotLine> lines = [];

    private TieBallot()
    {
    }

    public int Id { get; private set; }
    public int SessionId { get; private set; }
    public int CycleId { get; private set; }

    /// <summary>Places for which they contend: a valid ballot names at most so many.</summary>
    public int Seats { get; private set; }
    public int Voters { get; private set; }
    public int Issued { get; private set; }
    public int Returned { get; private set; }
    public int Valid { get; private set; }
    public int Invalid { get; private set; }
    public IReadOnlyList<string> Counters { get; private set; } = [];
    public string CorrectionReason { get; private set; } = "";
    public int RecordedById { get; private set; }
    public DateTime RecordedAt { get; private set; }
    public IReadOnlyList<TieBallotLine> Lines => lines;

    /// <summary>It parted nobody: across the last place the votes are equal, so that another is held.</summary>
    public bool IsLevel => lines.Select(line => line.Votes).OrderDescending().Skip(Seats - 1).Take(2).Distinct().Count() == 1;

    /// <summary>Records the count; every refusal names its field, a dossier's votes as <c>Votes[id]</c>.</summary>
    /// <param name="conflicted">Everybody in conflict with one of the tied dossiers: he neither votes nor counts.</param>
    /// <param name="isCorrection">There is a ballot among the same dossiers already.</param>
    public static Result<TieBallot> Count(CouncilSession session, Council council, Cycles.CycleSettings settings, CutTie tie, IReadOnlyCollection<int> conflicted, TieCount count, bool isCorrection, string correctionReason, Actor actor, DateTime now)
    {
        var open = session.MustBeOpen();
        if (open.Ok) open = Quorum.Check(session, council, settings);
        if (!open.Ok) return Result.Fail(open.Problems);
        var (voters, counters) = (session.PresentCount - session.Recused(conflicted).Count, session.Counters(conflicted));
        var ballots = BallotCount.Check(new VoteCount(Cycles.VoteMethod.Paper, 0, Issued: count.Issued, Returned: count.Returned, Valid: count.Valid, Invalid: count.Invalid), voters, counters.Count);
        List<Problem> problems = [.. ballots.Problems];
        var reason = Text.VietnameseText.Normalize(correctionReason);
        if (isCorrection && reason.Length < 5) problems.Add(new(nameof(CorrectionReason), "Ghi lý do đính chính, ít nhất 5 ký tự."));
        foreach (var id in tie.InitiativeIds)
        {
            var field = $"Votes[{id}]";
            if (count.Votes.GetValueOrDefault(id) is not { } votes) problems.Add(new(field, "Ghi số phiếu chọn hồ sơ này."));
            else if (votes < 0) problems.Add(new(field, "Số phiếu không được âm."));
            else if (votes > count.Valid) problems.Add(new(field, $"Hồ sơ được {votes} phiếu, nhiều hơn {count.Valid} phiếu hợp lệ."));
        }

        if (problems.Count > 0) return Result.Fail(problems);
        if (tie.InitiativeIds.Sum(id => count.Votes[id]!.Value) is var sum && sum > count.Valid!.Value * tie.Seats)
            return Result.Fail(nameof(Valid), $"Cộng các hồ sơ được {sum} lượt chọn; {count.Valid} phiếu hợp lệ, mỗi phiếu chọn tối đa {tie.Seats}, chỉ có {count.Valid * tie.Seats}.");
        var ballot = new TieBallot
        {
            SessionId = session.Id,
            CycleId = session.CycleId,
            Seats = tie.Seats,
            Voters = voters,
            Issued = count.Issued!.Value,
            Returned = count.Returned!.Value,
            Valid = count.Valid.Value,
            Invalid = count.Invalid ?? 0,
            Counters = [.. counters.Select(item => item.Name)],
            CorrectionReason = isCorrection ? reason : "",
            RecordedById = actor.PersonId,
            RecordedAt = now,
        };
        ballot.lines.AddRange(tie.InitiativeIds.Select(id => new TieBallotLine(id, count.Votes[id]!.Value)));
        return ballot;
    }

    /// <summary>Votes by dossier of the last ballot that each was in.</summary>
    public static IReadOnlyDictionary<int, int> VotesOf(IEnumerable<TieBallot> ballots) => ballots
        .OrderBy(ballot => ballot.RecordedAt).ThenBy(ballot => ballot.Id)
        .SelectMany(ballot => ballot.lines)
        .GroupBy(line => line.InitiativeId)
        .ToDictionary(group => group.Key, group => group.Last().Votes);
}
