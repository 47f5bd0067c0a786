using Initiatives.Domain.Cycles;
using Initiatives.Domain.Sessions;

namespace Initiatives.Domain.Tests.Sessions;

public class VoteTests
{
    private readonly Domain.Councils.Council council = Some.Council(9);

    private CouncilSession Session(int present = 9, int board = 4)
    {
        var session = Some.Session(council, present);
        if (board > 0) Assert.True(session.NameBoard([.. Enumerable.Range(3, board).Select(id => new BoardName($"Ủy Viên {id}", id))]).Ok);
        return session;
    }

    private Result Enter(CouncilSession session, VoteCount count, out Vote vote, int[]? conflicted = null, Vote? corrected = null, string why = "")
    {
        vote = Vote.On(session, 100);
        return vote.Enter(session, council, new CycleSettings(), conflicted ?? [], count, "Đủ điều kiện", corrected, why, Some.Secretary, Some.InOctober);
    }

    [Fact]
    public void A_ballot_is_kept_with_who_was_there_who_was_out_and_who_counted()
    {
        Assert.True(Enter(Session(present: 8), VoteCount.Paper(issued: 7, returned: 7, valid: 6, invalid: 1, approving: 5), out var vote, conflicted: [3, 9]).Ok);
        Assert.Equal((9, 2, 8, 7, 7), (vote.Members, vote.Conflicted, vote.Present, vote.Voters, vote.Entitled));
        Assert.Equal([3], vote.RecusedIds);
        Assert.Equal((5, 1, 0), (vote.Approving, vote.Against, vote.Abstaining));
        Assert.Equal(["Ủy Viên 4", "Ủy Viên 5", "Ủy Viên 6"], vote.Counters);
        Assert.Equal((9, 7), (vote.BaseOf(VoteBase.AllMembers), vote.BaseOf(VoteBase.EntitledMembers)));
        Assert.Empty(ConclusionFaults.OfVote(vote));
    }

    [Theory]
    [InlineData(10, 9, 9, 0, 9, "Issued", "Phát ra 10 phiếu, nhưng chỉ có 9 thành viên có mặt được biểu quyết hồ sơ này.")]
    [InlineData(8, 9, 9, 0, 9, "Returned", "Thu về 9 phiếu, nhiều hơn 8 phiếu phát ra.")]
    [InlineData(9, 9, 7, 1, 7, "Valid", "Hợp lệ 7 và không hợp lệ 1 cộng lại phải bằng 9 phiếu thu về.")]
    [InlineData(9, 9, 8, 1, 9, "Approving", "Đồng ý 9 phiếu, nhiều hơn 8 phiếu hợp lệ.")]
    [InlineData(9, 9, 10, -1, 9, "Invalid", "Số phiếu không được âm.")]
    public void A_count_that_cannot_be_is_refused_beside_its_field(int issued, int returned, int valid, int invalid, int approving, string field, string sentence)
    {
        var problem = Assert.Single(Enter(Session(), VoteCount.Paper(issued, returned, valid, invalid, approving), out _).Problems);
        Assert.Equal((field, sentence), (problem.Field, problem.Message));
    }

    [Fact]
    public void A_member_in_conflict_does_not_count_and_two_counters_are_too_few()
    {
        var problem = Assert.Single(Enter(Session(board: 3), VoteCount.Paper(8, 8, 8, 0, 8), out _, conflicted: [3]).Problems);
        Assert.Equal(("Method", "Bỏ phiếu kín cần ban kiểm phiếu ít nhất 3 người không vướng xung đột với hồ sơ này; hiện có 2."), (problem.Field, problem.Message));
    }

    [Fact]
    public void Below_the_quorum_nothing_is_counted()
    {
        Assert.Equal("Có mặt 5/9 thành viên, cần ít nhất 6. Chưa đủ để biểu quyết.", Assert.Single(Enter(Session(present: 5), VoteCount.Hands(5, 0, 0), out _).Problems).Message);
    }

    [Fact]
    public void What_is_announced_is_corrected_by_another_vote_with_a_reason()
    {
        var session = Session();
        var first = Some.Announced(session, council, 100, VoteCount.Hands(9, 0, 0)).Numbered(11);
        Assert.False(first.Enter(session, council, new CycleSettings(), [], VoteCount.Hands(8, 1, 0), "Đủ điều kiện", null, "", Some.Secretary, Some.InOctober).Ok);
        Assert.Equal("CorrectionReason", Assert.Single(Enter(session, VoteCount.Hands(8, 1, 0), out _, corrected: first, why: "sai").Problems).Field);
        Assert.True(Enter(session, VoteCount.Hands(8, 1, 0), out var second, corrected: first, why: "Đếm thiếu một người không đồng ý").Ok);
        Assert.Equal((11, 9, 8), (second.CorrectsId, first.Approving, second.Approving));
    }

    [Fact]
    public void Before_it_is_announced_a_count_may_be_entered_again()
    {
        var session = Session();
        Assert.True(Enter(session, VoteCount.Hands(9, 0, 0), out var vote).Ok);
        Assert.True(vote.Enter(session, council, new CycleSettings(), [], VoteCount.Paper(9, 9, 9, 0, 7), "Đủ điều kiện", null, "", Some.Secretary, Some.InOctober).Ok);
        Assert.Equal((VoteMethod.Paper, 7, 2), (vote.Method, vote.Approving, vote.Against));
        Assert.True(vote.Announce(Some.InOctober).Ok);
        Assert.False(vote.Announce(Some.InOctober).Ok);
    }

    [Fact]
    public void A_dissent_is_a_member_s_who_is_in_the_room()
    {
        var session = Session(present: 8);
        Result<DissentingOpinion> Dissent(int? person) => DissentingOpinion.Record(session, council, 100, [3], person, "Số liệu còn ngắn", Some.Secretary, Some.InOctober);
        Assert.Equal("Ủy Viên 4", Dissent(4).Value.Name);
        Assert.Equal("Ủy Viên 3 không có trong phòng khi xét hồ sơ này.", Assert.Single(Dissent(3).Problems).Message);
        Assert.Equal("Ủy Viên 9 không có trong phòng khi xét hồ sơ này.", Assert.Single(Dissent(9).Problems).Message);
        Assert.Equal("Chọn thành viên có ý kiến bảo lưu.", Assert.Single(Dissent(null).Problems).Message);
    }
}
