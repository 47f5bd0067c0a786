using Initiatives.Domain.Cycles;
using Initiatives.Domain.Ranking;
using Initiatives.Domain.Sessions;

namespace Initiatives.Domain.Tests.Sessions;

public class TieBallotTests
{
    private readonly Domain.Councils.Council council = Some.Council(9);

    private static IReadOnlyList<RankedPlace> Places(params decimal[] novelty) =>
        Ranker.Rank(novelty.Select((points, index) => new RankInput(index + 1, 1, [Some.Sheet(1, points, 32, 24)])), Some.Rubric, new CycleSettings());

    private CouncilSession Session()
    {
        var session = Some.Session(council, 9);
        Assert.True(session.NameBoard([.. Enumerable.Range(3, 3).Select(id => new BoardName($"Ủy Viên {id}", id))]).Ok);
        return session;
    }

    private Result<TieBallot> Count(CutTie tie, TieCount count, bool isCorrection = false, string why = "") =>
        TieBallot.Count(Session(), council, new CycleSettings(), tie, [], count, isCorrection, why, Some.Secretary, Some.InOctober);

    private static TieCount Counted(int valid, params (int Id, int? Votes)[] votes) => new(9, 9, valid, 9 - valid, votes.ToDictionary(item => item.Id, item => item.Votes));

    [Fact]
    public void A_tie_matters_only_across_the_last_place()
    {
        Assert.Null(CutTie.Find(Places(28, 27, 27, 26), 3));
        Assert.Null(CutTie.Find(Places(28, 27, 26), 3));
        Assert.Null(CutTie.Find(Places(28, 28), 0));
        var tie = CutTie.Find(Places(28, 27, 27, 27, 26), 3)!;
        Assert.Equal((2, 2), (tie.Rank, tie.Seats));
        Assert.Equal([2, 3, 4], tie.InitiativeIds);
    }

    [Fact]
    public void No_ballot_is_held_without_a_quorum()
    {
        var session = Some.Session(council, 5);
        Assert.True(session.NameBoard([new("Người Ngoài 1", null), new("Người Ngoài 2", null), new("Người Ngoài 3", null)]).Ok);
        var counted = TieBallot.Count(session, council, new CycleSettings(), new CutTie(1, 1, [1, 2]), [], new TieCount(5, 5, 5, 0, new Dictionary<int, int?> { [1] = 3, [2] = 2 }), false, "", Some.Secretary, Some.InOctober);
        Assert.Equal("Có mặt 5/9 thành viên, cần ít nhất 6. Chưa đủ để biểu quyết.", Assert.Single(counted.Problems).Message);
    }

    [Fact]
    public void A_ballot_parts_the_group_and_one_that_does_not_is_held_again_among_all_of_it()
    {
        RankInput Input(int id, decimal novelty, int? votes) => new(id, 1, [Some.Sheet(1, novelty, 32, 24)], BallotVotes: votes);
        IReadOnlyList<RankedPlace> Ranked(int? two, int? three, int? four) => Ranker.Rank([Input(1, 28, null), Input(2, 27, two), Input(3, 27, three), Input(4, 27, four)], Some.Rubric, new CycleSettings());
        Assert.Null(CutTie.Find(Ranked(5, 4, 3), 3));
        var again = CutTie.Find(Ranked(5, 3, 3), 3)!;
        Assert.Equal((2, 2), (again.Rank, again.Seats));
        Assert.Equal([2, 3, 4], again.InitiativeIds);
    }

    [Fact]
    public void Votes_of_each_dossier_are_kept()
    {
        var ballot = Count(new CutTie(2, 1, [2, 3]), Counted(8, (2, 5), (3, 3))).Value;
        Assert.Equal((9, 9, 8, 1, 1), (ballot.Issued, ballot.Returned, ballot.Valid, ballot.Invalid, ballot.Seats));
        Assert.Equal(["Ủy Viên 3", "Ủy Viên 4", "Ủy Viên 5"], ballot.Counters);
        Assert.Equal(new Dictionary<int, int> { [2] = 5, [3] = 3 }, TieBallot.VotesOf([ballot]));
    }

    [Fact]
    public void More_choices_than_ballots_allow_and_missing_ones_are_refused()
    {
        Assert.Equal("Cộng các hồ sơ được 9 lượt chọn; 8 phiếu hợp lệ, mỗi phiếu chọn tối đa 1, chỉ có 8.", Assert.Single(Count(new CutTie(2, 1, [2, 3]), Counted(8, (2, 5), (3, 4))).Problems).Message);
        Assert.True(Count(new CutTie(2, 2, [2, 3, 4]), Counted(8, (2, 8), (3, 4), (4, 4))).Ok);
        Assert.Equal("Votes[3]", Assert.Single(Count(new CutTie(2, 1, [2, 3]), Counted(8, (2, 5), (3, null))).Problems).Field);
        Assert.Equal("Hồ sơ được 9 phiếu, nhiều hơn 8 phiếu hợp lệ.", Assert.Single(Count(new CutTie(2, 2, [2, 3]), Counted(8, (2, 9), (3, 0))).Problems).Message);
    }

    [Fact]
    public void A_correction_has_a_reason_and_the_last_ballot_holds()
    {
        var tie = new CutTie(2, 1, [2, 3]);
        var first = Count(tie, Counted(8, (2, 5), (3, 3))).Value.Numbered(1);
        Assert.Equal("CorrectionReason", Assert.Single(Count(tie, Counted(8, (2, 3), (3, 5)), isCorrection: true).Problems).Field);
        var second = Count(tie, Counted(8, (2, 3), (3, 5)), isCorrection: true, "Ghi nhầm hai hồ sơ").Value.Numbered(2);
        Assert.Equal(new Dictionary<int, int> { [2] = 3, [3] = 5 }, TieBallot.VotesOf([second, first]));
    }
}
