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
    private Vote? vote;

    private Result Conclude(RankedPlace place, VoteCount count, out Conclusion conclusion, CycleSettings? settings = null, int present = 9, string reason = "Đủ điều kiện", int[]? conflicted = null)
    {
        var session = Some.Session(council, present);
        conclusion = Conclusion.For(session, initiative);
        vote = Vote.On(session, initiative.Id);
        var entered = vote.Enter(session, council, settings ?? new CycleSettings(), conflicted ?? [], count, reason, null, "", Some.Secretary, Some.InOctober);
        if (!entered.Ok) return entered;
        vote.Announce(Some.InOctober);
        return conclusion.Record(initiative, session, settings ?? new CycleSettings(), place, vote, null, Some.InOctober);
    }

    [Theory]
    [InlineData(6, true)]
    [InlineData(5, false)]
    public void Six_of_nine_pass_two_thirds_and_five_do_not(int approving, bool recommended)
    {
        Assert.True(Conclude(Good, VoteCount.Hands(approving, 9 - approving, 0), out var conclusion).Ok);
        Assert.Equal((recommended, 9), (conclusion.IsRecommended, conclusion.VoteBase));
        Assert.Equal(recommended ? InitiativeStatus.Recommended : InitiativeStatus.NotRecommended, initiative.Status);
        Assert.Empty(ConclusionFaults.Of(conclusion, [Good], vote, null, new CycleSettings(), isPlaced: false));
    }

    [Fact]
    public void A_score_below_the_threshold_fails_with_every_vote()
    {
        Assert.True(Conclude(Poor, VoteCount.Hands(9, 0, 0), out var conclusion).Ok);
        Assert.False(conclusion.IsRecommended);
    }

    [Theory]
    [InlineData(VoteBase.AllMembers, 9, false)]
    [InlineData(VoteBase.EntitledMembers, 7, true)]
    public void The_base_is_all_members_or_those_entitled(VoteBase voteBase, int expectedBase, bool recommended)
    {
        Assert.True(Conclude(Good, VoteCount.Hands(5, 2, 0), out var conclusion, new CycleSettings { VoteBase = voteBase }, conflicted: [8, 9]).Ok);
        Assert.Equal((expectedBase, recommended), (conclusion.VoteBase, conclusion.IsRecommended));
    }

    [Theory]
    [InlineData(6, true)]
    [InlineData(5, false)]
    public void Without_two_thirds_present_there_is_no_vote(int present, bool ok)
    {
        Assert.Equal(ok, Conclude(Good, VoteCount.Hands(present, 0, 0), out _, present: present).Ok);
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
        Assert.True(session.Record(withVice, Some.InOctober, "Phòng họp số 1", [.. withVice.Members.Select(member => new AttendanceFact(member.PersonId, present.Contains(member.PersonId), ""))], Some.InOctober).Ok);
        var quorum = Quorum.Check(session, withVice, new CycleSettings());
        Assert.Equal(refusal, quorum.Ok ? "" : Assert.Single(quorum.Problems).Message);
    }

    [Fact]
    public void Votes_add_up_to_those_who_may_vote()
    {
        Assert.Contains("Tổng số phiếu là 8, nhưng có 9", Assert.Single(Conclude(Good, VoteCount.Hands(8, 0, 0), out _).Problems).Message);
        Assert.False(Conclude(Good, VoteCount.Hands(10, -1, 0), out _).Ok);
        Assert.False(Conclude(Good, VoteCount.Hands(9, 0, 0), out _, reason: " ").Ok);
        Assert.Equal(InitiativeStatus.Judged, initiative.Status);
    }

    [Fact]
    public void It_follows_the_last_announced_vote_until_the_session_ends()
    {
        var session = Some.Session(council, 9);
        var conclusion = Conclusion.For(session, initiative);
        Result By(int approving) => conclusion.Record(initiative, session, new CycleSettings(), Good, Some.Announced(session, council, initiative.Id, VoteCount.Hands(approving, 9 - approving, 0)), null, Some.InOctober);
        Assert.True(By(9).Ok);
        var later = Some.Announced(session, council, initiative.Id, VoteCount.Hands(9, 0, 0));
        Assert.True(By(3).Ok);
        Assert.Equal(InitiativeStatus.NotRecommended, initiative.Status);
        session.End(Some.InOctober);
        Assert.Equal("Phiên họp đã kết thúc, không sửa được nữa.", Assert.Single(conclusion.Record(initiative, session, new CycleSettings(), Good, later, null, Some.InOctober).Problems).Message);
    }

    [Fact]
    public void After_the_session_a_correction_with_a_reason_concludes_anew_until_the_result_is_put_up()
    {
        var session = Some.Session(council, 9);
        var conclusion = Conclusion.For(session, initiative);
        var first = Some.Announced(session, council, initiative.Id, VoteCount.Hands(5, 3, 0), conflicted: [9]).Numbered(1);
        Assert.True(conclusion.Record(initiative, session, new CycleSettings(), Good, first, null, Some.InOctober).Ok);
        Result Correct(Vote vote, int approving, bool isPutUp = false, string why = "Đếm sót một người") =>
            vote.Correct(session, first, isPutUp, VoteCount.Hands(approving, 8 - approving, 0), "Đủ điều kiện", why, Some.Secretary, Some.InOctober.AddHours(3));
        Assert.False(Correct(Vote.On(session, initiative.Id), 6).Ok);
        session.End(Some.InOctober.AddHours(1));
        Assert.Equal("CorrectionReason", Assert.Single(Correct(Vote.On(session, initiative.Id), 6, why: " ").Problems).Field);
        Assert.Equal("Kết quả của Hội đồng đã niêm yết hoặc đã đưa vào dự thảo quyết định, không đính chính được nữa.", Assert.Single(Correct(Vote.On(session, initiative.Id), 6, isPutUp: true).Problems).Message);
        var second = Vote.On(session, initiative.Id);
        Assert.True(Correct(second, 6).Ok);
        Assert.Equal((1, 8, 8, true, false), (second.CorrectsId, second.Voters, second.Entitled, second.IsAfter(session), first.IsAfter(session)));
        Assert.True(conclusion.Record(initiative, session, new CycleSettings(), Good, second, null, Some.InOctober.AddHours(3)).Ok);
        Assert.Equal((6, InitiativeStatus.Recommended), (conclusion.Approving, initiative.Status));
    }

    [Fact]
    public void A_session_ends_when_nothing_that_was_begun_in_it_is_open()
    {
        var session = Some.Session(council, 9);
        AgendaItem Item(int id) { var item = AgendaItem.Put(session, id, id); Assert.True(item.TakeUp(session, Some.InOctober).Ok); return item; }
        var (draft, announced) = (Vote.On(session, 1), Vote.On(session, 2));
        foreach (var each in new[] { draft, announced })
            Assert.True(each.Enter(session, council, new CycleSettings(), [], VoteCount.Hands(9, 0, 0), "Đủ điều kiện", null, "", Some.Secretary, Some.InOctober.AddMinutes(30)).Ok);
        Assert.True(announced.Announce(Some.InOctober.AddMinutes(30)).Ok);
        var late = Item(5);
        Assert.True(late.Postpone(session, isConcluded: false, "Chờ số liệu", Some.InOctober).Ok);
        AgendaItem[] agenda = [Item(1), Item(2), Item(3), AgendaItem.Put(session, 4, 4), late];
        Assert.Equal([(1, Unfinished.NotAnnounced), (3, Unfinished.NotConcluded)], SessionEnd.Of(session, agenda, [draft, announced], new HashSet<int> { 2 }));
        Assert.True(session.Record(council, Some.InOctober, "Phòng họp số 1", [.. council.Members.Select((member, i) => new AttendanceFact(member.PersonId, i < 8, ""))], Some.InOctober.AddHours(1), Some.InOctober).Ok);
        Assert.Equal([(2, Unfinished.Stale)], SessionEnd.Of(session, [agenda[1]], [announced], new HashSet<int> { 2 }));
    }

    [Fact]
    public void A_count_that_is_not_announced_concludes_nothing()
    {
        var session = Some.Session(council, 9);
        var counted = Vote.On(session, initiative.Id);
        Assert.True(counted.Enter(session, council, new CycleSettings(), [], VoteCount.Hands(9, 0, 0), "Đủ điều kiện", null, "", Some.Secretary, Some.InOctober).Ok);
        Assert.False(Conclusion.For(session, initiative).Record(initiative, session, new CycleSettings(), Good, counted, null, Some.InOctober).Ok);
        Assert.Equal(InitiativeStatus.Judged, initiative.Status);
    }

    [Fact]
    public void A_dossier_is_concluded_in_one_session_only()
    {
        Assert.True(Conclude(Good, VoteCount.Hands(9, 0, 0), out var conclusion).Ok);
        var second = CouncilSession.Call(council, 2).Numbered(8);
        Assert.True(second.Record(council, Some.InOctober, "Phòng họp số 1", [.. council.Members.Select(member => new AttendanceFact(member.PersonId, true, ""))], Some.InOctober).Ok);
        Assert.Equal("Hồ sơ đã có kết luận ở phiên họp khác.", Assert.Single(conclusion.Record(initiative, second, new CycleSettings(), Good, vote!, null, Some.InOctober).Problems).Message);
    }

    [Theory]
    [InlineData(6, "")]
    [InlineData(5, "Nghị quyết cần ít nhất 6/9 đồng ý, mới có 5. Kết quả tính theo quy định giữ nguyên.")]
    public void A_departure_needs_a_resolution_with_a_vote_of_its_own(int approving, string refusal)
    {
        var session = Some.Session(council, 9);
        var conclusion = Conclusion.For(session, initiative);
        var counted = Some.Announced(session, council, initiative.Id, VoteCount.Hands(9, 0, 0));
        Assert.True(conclusion.Record(initiative, session, new CycleSettings(), Poor, counted, null, Some.InOctober).Ok);
        Assert.Equal((false, false), (conclusion.IsComputed, conclusion.IsRecommended));
        var resolution = CouncilResolution.Pass(session, council, new CycleSettings(), counted, [], holds: false, recommends: true, "Hội đồng nhất trí đề nghị công nhận vì hiệu quả đã được kiểm chứng.", VoteCount.Hands(approving, 9 - approving, 0), Some.Secretary, Some.InOctober);
        Assert.Equal(refusal, resolution.Ok ? "" : Assert.Single(resolution.Problems).Message);
        if (!resolution.Ok) return;
        Assert.True(conclusion.Record(initiative, session, new CycleSettings(), Poor, counted, resolution.Value, Some.InOctober).Ok);
        Assert.Equal((false, true, true), (conclusion.IsComputed, conclusion.IsRecommended, conclusion.Departs));
        Assert.Equal(InitiativeStatus.Recommended, initiative.Status);
        Assert.Empty(ConclusionFaults.Of(conclusion, [Poor], counted, resolution.Value, new CycleSettings(), isPlaced: false));
        Assert.Equal("Kết luận của hồ sơ 100: ghi “đề nghị công nhận”, tính lại là “không đề nghị”.", Assert.Single(ConclusionFaults.Of(conclusion, [Poor], counted, null, new CycleSettings(), isPlaced: false)));
    }

    [Fact]
    public void A_resolution_for_what_holds_already_or_without_its_words_is_refused()
    {
        var session = Some.Session(council, 9);
        var counted = Some.Announced(session, council, initiative.Id, VoteCount.Hands(9, 0, 0));
        var refused = CouncilResolution.Pass(session, council, new CycleSettings(), counted, [], holds: true, recommends: true, "Nhất trí", VoteCount.Hands(9, 0, 0), Some.Secretary, Some.InOctober);
        Assert.Equal(["Recommends", "Text"], refused.Problems.Select(problem => problem.Field));
    }

    [Fact]
    public void A_switched_off_vote_rule_leaves_it_to_the_scores()
    {
        Assert.True(Conclude(Good, VoteCount.Hands(0, 9, 0), out var conclusion, new CycleSettings { PassVoteShare = null }).Ok);
        Assert.True(conclusion.IsRecommended);
    }

    [Fact]
    public void The_check_finds_a_changed_mean_place_vote_or_outcome()
    {
        Assert.True(Conclude(Good, VoteCount.Hands(9, 0, 0), out var conclusion).Ok);
        IEnumerable<string> Faults(RankedPlace place, bool isPlaced = false) => ConclusionFaults.Of(conclusion, [place], vote, null, new CycleSettings(), isPlaced);
        Assert.Empty(Faults(Good));
        Assert.Equal("Kết luận của hồ sơ 100: ghi hạng 0, tính lại là 1.", Assert.Single(Faults(Good, isPlaced: true)));
        conclusion.TakePlace(1);
        Assert.Empty(Faults(Good, isPlaced: true));
        Assert.Equal("Kết luận của hồ sơ 100: ghi hạng 1, tính lại là 2.", Assert.Single(Faults(Good with { Rank = 2 }, isPlaced: true)));
        Assert.Equal("Kết luận của hồ sơ 100: ghi điểm trung bình 80, tính lại là 81.", Assert.Single(Faults(Good with { Mean = 81 }, isPlaced: true)));
        Assert.Equal(
            ["Kết luận của hồ sơ 100: ghi kết quả tính “đề nghị công nhận”, tính lại là “không đề nghị”.", "Kết luận của hồ sơ 100: ghi “đề nghị công nhận”, tính lại là “không đề nghị”."],
            Faults(Good with { Rules = Poor.Rules }, isPlaced: true));
        Assert.Equal("Kết luận của hồ sơ 100: hồ sơ không có trong bảng xếp hạng.", Assert.Single(ConclusionFaults.Of(conclusion, [], vote, null, new CycleSettings(), isPlaced: true)));
        var other = Some.Announced(Some.Session(council, 9), council, initiative.Id, VoteCount.Hands(8, 1, 0));
        Assert.Equal("Kết luận của hồ sơ 100: số phiếu khác với kết quả kiểm đã công bố sau cùng.", Assert.Single(ConclusionFaults.Of(conclusion, [Good], other, null, new CycleSettings(), isPlaced: true)));
    }
}
