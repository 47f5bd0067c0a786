using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Ranking;
using Initiatives.Domain.Sessions;
using Initiatives.Domain.Submissions;

namespace Initiatives.Domain.Tests.Sessions;

public class ConclusionTests
{
    private static readonly RankedPlace Good = Ranker.Rank([new RankInput(100, 1, [Some.Sheet(1, 24, 32, 24)])], Some.Rubric, new CycleSettings())[0];
    private static readonly RankedPlace Poor = Ranker.Rank([new RankInput(100, 1, [Some.Sheet(1, 20, 20, 20)])], Some.Rubric, new CycleSettings())[0];

    private readonly Domain.Councils.Council council = Some.Council(9);
    private readonly Initiative initiative = Some.Judged();

    private Result Conclude(RankedPlace place, VoteTally tally, out Conclusion conclusion, CycleSettings? settings = null, int present = 9, string reason = "Đủ điều kiện")
    {
        var session = Some.Session(council, present);
        conclusion = Conclusion.For(session, initiative);
        return conclusion.Record(initiative, session, council, settings ?? new CycleSettings(), place, tally, reason, Some.InOctober);
    }

    [Theory]
    [InlineData(6, true)]
    [InlineData(5, false)]
    public void Six_of_nine_pass_two_thirds_and_five_do_not(int approving, bool recommended)
    {
        Assert.True(Conclude(Good, new VoteTally(approving, 9 - approving, 0, 0), out var conclusion).Ok);
        Assert.Equal((recommended, 9), (conclusion.IsRecommended, conclusion.VoteBase));
        Assert.Equal(recommended ? InitiativeStatus.Recommended : InitiativeStatus.NotRecommended, initiative.Status);
        Assert.Empty(ConclusionFaults.Of(conclusion, [Good], new CycleSettings()));
    }

    [Fact]
    public void A_score_below_the_threshold_fails_with_every_vote()
    {
        Assert.True(Conclude(Poor, new VoteTally(9, 0, 0, 0), out var conclusion).Ok);
        Assert.False(conclusion.IsRecommended);
    }

    [Theory]
    [InlineData(VoteBase.AllMembers, 9, false)]
    [InlineData(VoteBase.EntitledMembers, 7, true)]
    public void The_base_is_all_members_or_those_entitled(VoteBase voteBase, int expectedBase, bool recommended)
    {
        Assert.True(Conclude(Good, new VoteTally(5, 2, 0, Recused: 2), out var conclusion, new CycleSettings { VoteBase = voteBase }).Ok);
        Assert.Equal((expectedBase, recommended), (conclusion.VoteBase, conclusion.IsRecommended));
    }

    [Theory]
    [InlineData(6, true)]
    [InlineData(5, false)]
    public void Without_two_thirds_present_there_is_no_vote(int present, bool ok)
    {
        Assert.Equal(ok, Conclude(Good, new VoteTally(present, 0, 0, 0), out _, present: present).Ok);
        if (!ok) Assert.Equal(InitiativeStatus.Judged, initiative.Status);
    }

    [Theory]
    [InlineData(new[] { 2, 3, 4, 5, 6, 7, 8 }, "Chủ tịch và Phó Chủ tịch Hội đồng đều vắng. Phải có một người chủ trì mới biểu quyết được.")]
    [InlineData(new[] { 1, 3, 4, 5, 6, 7, 8, 9 }, "Ủy viên thư ký vắng. Thư ký có mặt mới biểu quyết được.")]
    [InlineData(new[] { 1, 2, 3, 4, 5, 6 }, "")]
    [InlineData(new[] { 2, 3, 4, 5, 6, 9 }, "")]
    public void There_is_no_vote_without_somebody_in_the_chair_and_the_secretary(int[] present, string refusal)
    {
        var withVice = Domain.Councils.Council.Establish(7, "Hội đồng", EstablishingAuthority.CityCommittee, "3900/QĐ-UBND", new DateOnly(2026, 10, 5),
            [.. Enumerable.Range(1, 9).Select(id => Some.Nominee(id, id switch { 1 => CouncilPost.Chair, 2 => CouncilPost.Secretary, 9 => CouncilPost.ViceChair, _ => CouncilPost.Member }))]).Value;
        var session = CouncilSession.Call(withVice);
        Assert.True(session.Record(withVice, Some.InOctober, "Phòng họp số 1", [.. present.Select(id => new AttendanceFact(id, true, ""))], Some.InOctober).Ok);
        var quorum = Quorum.Check(session, withVice, new CycleSettings());
        Assert.Equal(refusal, quorum.Ok ? "" : Assert.Single(quorum.Problems).Message);
    }

    [Fact]
    public void Votes_add_up_to_those_who_may_vote()
    {
        Assert.Contains("Tổng số phiếu là 8, nhưng có 9", Assert.Single(Conclude(Good, new VoteTally(8, 0, 0, 0), out _).Problems).Message);
        Assert.False(Conclude(Good, new VoteTally(10, -1, 0, 0), out _).Ok);
        Assert.False(Conclude(Good, new VoteTally(9, 0, 0, 0), out _, reason: " ").Ok);
        Assert.Equal(InitiativeStatus.Judged, initiative.Status);
    }

    [Fact]
    public void It_is_corrected_until_the_session_ends()
    {
        var session = Some.Session(council, 9);
        var conclusion = Conclusion.For(session, initiative);
        Result Vote(int approving) => conclusion.Record(initiative, session, council, new CycleSettings(), Good, new VoteTally(approving, 9 - approving, 0, 0), "Đủ điều kiện", Some.InOctober);
        Assert.True(Vote(9).Ok);
        Assert.True(Vote(3).Ok);
        Assert.Equal(InitiativeStatus.NotRecommended, initiative.Status);
        session.End(Some.InOctober);
        Assert.False(Vote(9).Ok);
    }

    [Fact]
    public void A_switched_off_vote_rule_leaves_it_to_the_scores()
    {
        Assert.True(Conclude(Good, new VoteTally(0, 9, 0, 0), out var conclusion, new CycleSettings { PassVoteShare = null }).Ok);
        Assert.True(conclusion.IsRecommended);
    }

    [Fact]
    public void The_check_finds_a_changed_mean_place_or_outcome_and_allows_places_parted_by_votes()
    {
        Conclude(Good, new VoteTally(9, 0, 0, 0), out var conclusion);
        Assert.Empty(ConclusionFaults.Of(conclusion, [Good], new CycleSettings()));
        Assert.Equal("Kết luận của hồ sơ 100: ghi hạng 1, tính lại là 2.", Assert.Single(ConclusionFaults.Of(conclusion, [Good with { Rank = 2 }], new CycleSettings())));
        Assert.Equal("Kết luận của hồ sơ 100: ghi điểm trung bình 80, tính lại là 81.", Assert.Single(ConclusionFaults.Of(conclusion, [Good with { Mean = 81 }], new CycleSettings())));
        Assert.Equal("Kết luận của hồ sơ 100: ghi “đề nghị công nhận”, tính lại là “không đề nghị”.", Assert.Single(ConclusionFaults.Of(conclusion, [Good with { Rules = Poor.Rules }], new CycleSettings())));
        Assert.Equal("Kết luận của hồ sơ 100: hồ sơ không có trong bảng xếp hạng.", Assert.Single(ConclusionFaults.Of(conclusion, [], new CycleSettings())));
        typeof(Conclusion).GetProperty(nameof(Conclusion.Rank))!.SetValue(conclusion, 2);
        Assert.Empty(ConclusionFaults.Of(conclusion, [Good, Good with { InitiativeId = 101 }], new CycleSettings()));
    }
}
