using Initiatives.Domain.People;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Submissions;

namespace Initiatives.Domain.Tests.Recognition;

public class DecisionTests
{
    private static readonly (int InitiativeId, int Rank)[] Ranked = [.. Enumerable.Range(1, 8).Select(rank => (100 + rank, rank))];
    private static readonly Dictionary<int, string> NoSkips = [];

    private static Decision Merit() => Decision.DraftMerit(7, 2026);

    private static Result Choose(Decision decision, int[] named, Dictionary<int, string>? skips = null) => decision.Choose(Ranked, named, skips ?? NoSkips, 5);

    private static Decision Ready()
    {
        var decision = Merit();
        Assert.True(Choose(decision, [101, 102]).Ok);
        Assert.True(decision.Fill(Some.Form).Ok);
        Assert.True(decision.RecordOpinion("Nhất trí đề nghị", "Lê Văn Hùng", Some.InOctober).Ok);
        return decision;
    }

    [Fact]
    public void Of_places_that_are_level_one_is_not_chosen_before_the_other_without_a_reason()
    {
        (int, int)[] level = [(101, 1), (102, 2), (103, 2)];
        Assert.Equal("Skips[103]", Assert.Single(Merit().Choose(level, [101, 102], NoSkips, 2).Problems).Field);
        Assert.True(Merit().Choose(level, [101, 102], new Dictionary<int, string> { [103] = "Bỏ phiếu kín ngày 12/11: 3 phiếu trên 5" }, 2).Ok);
    }

    [Fact]
    public void A_sixth_is_refused_and_nothing_changes()
    {
        var decision = Merit();
        Assert.True(Choose(decision, [101, 102, 103, 104, 105]).Ok);
        var refused = Assert.Single(Choose(decision, [101, 102, 103, 104, 105, 106]).Problems);
        Assert.Equal(("Named", "Đã chọn 6 sáng kiến. Chỉ được tặng Bằng khen tối đa 05 sáng kiến (công văn 2345/UBND-NVKTGS, mục 5a)."), (refused.Field, refused.Message));
        Assert.Equal([101, 102, 103, 104, 105], decision.Named.Select(item => item.InitiativeId));
    }

    [Fact]
    public void Another_list_needs_another_opinion()
    {
        var decision = Ready();
        Assert.True(Choose(decision, [101, 102]).Ok);
        Assert.NotNull(decision.OpinionAt);
        Assert.True(Choose(decision, [101]).Ok);
        Assert.Null(decision.OpinionAt);
    }

    [Fact]
    public void A_place_passed_over_needs_its_reason()
    {
        var decision = Merit();
        Assert.Equal(["Skips[102]", "Skips[103]"], Choose(decision, [101, 104], new() { [103] = " " }).Problems.Select(problem => problem.Field));
        Assert.True(Choose(decision, [101, 104], new() { [102] = "Đã được khen năm trước", [103] = "Tác giả từ chối nhận" }).Ok);
        Assert.Equal([101, 104], decision.Named.Select(item => item.InitiativeId));
        Assert.Equal([("Đã được khen năm trước", 2), ("Tác giả từ chối nhận", 3)], decision.Items.Where(item => !item.IsNamed).Select(item => (item.SkipReason, item.Rank)));
    }

    [Fact]
    public void Places_below_the_last_named_need_no_reason_and_only_recognised_ones_are_named()
    {
        Assert.True(Choose(Merit(), [101]).Ok);
        Assert.Equal("Named", Assert.Single(Choose(Merit(), [101, 999]).Problems).Field);
        Assert.False(Decision.DraftRecognition(7, 2026, Ranked).Choose(Ranked, [101], NoSkips, 5).Ok);
    }

    [Fact]
    public void The_first_places_are_proposed_and_never_more_than_allowed() =>
        Assert.Equal([1, 2, 3, 4, 5], Decision.Propose([(6, 6), (5, 5), (4, 4), (3, 3), (2, 2), (1, 1)], 5));

    [Fact]
    public void Places_that_are_level_across_the_last_one_are_left_to_the_ballot()
    {
        Assert.Equal([1, 2, 3, 4], Decision.Propose([(6, 5), (5, 5), (4, 4), (3, 3), (2, 2), (1, 1)], 5));
        Assert.Equal([1, 3, 5], Decision.Propose([(5, 1), (3, 1), (1, 1), (4, 4)], 3));
        Assert.Empty(Decision.Propose([(2, 1), (1, 1)], 1));
    }

    [Fact]
    public void Recognition_names_the_recommended_in_order_of_rank() =>
        Assert.Equal([(11, 1), (10, 2), (12, 2)], Decision.DraftRecognition(7, 2026, [(12, 2), (11, 1), (10, 2)]).Named.Select(item => (item.InitiativeId, item.Rank)));

    [Fact]
    public void It_goes_drafting_frozen_signed_published_in_this_order_only()
    {
        var decision = Ready();
        Assert.False(decision.Sign(Some.Leader, Some.InOctober).Ok);
        Assert.False(decision.Publish(Some.InOctober).Ok);
        Assert.False(decision.Reopen().Ok);
        Assert.True(decision.Freeze("abc", Some.InOctober).Ok);
        Assert.False(decision.Freeze("def", Some.InOctober).Ok);
        Assert.False(decision.Publish(Some.InOctober).Ok);
        Assert.True(decision.Sign(Some.Leader, Some.InOctober).Ok);
        Assert.False(decision.Reopen().Ok);
        Assert.True(decision.Publish(Some.InOctober).Ok);
        Assert.False(decision.Publish(Some.InOctober).Ok);
        Assert.Equal((DecisionStatus.Published, "abc"), (decision.Status, decision.FileSha256));
    }

    [Theory]
    [InlineData(" HOÀNG  VĂN MINH ", SigningCapacity.Head, "")]
    [InlineData("Hoàng Văn Minh", SigningCapacity.Head, "")]
    [InlineData("Hoàng Văn Mịnh", SigningCapacity.Head, "Văn bản ghi người ký là Hoàng Văn Minh, không phải bạn. Sở KH&CN lấy lại dự thảo để ghi đúng người ký.")]
    [InlineData("Hoàng Văn Minh", SigningCapacity.Deputy, "Văn bản ghi quyền hạn “Chủ tịch”, không khớp tài khoản của bạn. Sở KH&CN lấy lại dự thảo để ghi đúng quyền hạn.")]
    public void Only_the_leader_named_signs_and_only_in_the_capacity_named(string name, SigningCapacity capacity, string refusal)
    {
        var decision = Ready();
        Assert.True(decision.Freeze("abc", Some.InOctober).Ok);
        var signed = decision.Sign(Some.Leader with { Name = name, Capacity = capacity }, Some.InOctober);
        Assert.Equal(refusal, signed.Ok ? "" : Assert.Single(signed.Problems).Message);
        Assert.Equal(signed.Ok ? DecisionStatus.Signed : DecisionStatus.AwaitingSignature, decision.Status);
    }

    [Fact]
    public void A_frozen_text_is_not_edited_until_it_is_taken_back()
    {
        var decision = Ready();
        decision.Freeze("abc", Some.InOctober);
        Assert.False(decision.Fill(Some.Form).Ok);
        Assert.False(Choose(decision, [101]).Ok);
        Assert.False(decision.RecordOpinion("Ý kiến khác", "Lê Văn Hùng", Some.InOctober).Ok);
        Assert.True(decision.Reopen().Ok);
        Assert.Null(decision.FileSha256);
        Assert.True(decision.Fill(Some.Form with { Number = 13 }).Ok);
        Assert.Equal("13/QĐ-UBND", decision.Number);
    }

    [Fact]
    public void What_is_missing_is_said_at_once()
    {
        Assert.Equal(["", "Number", "Date", "SignerName", "ProposalNumber", "ProposalDate", "Opinion"], Merit().Missing(new DateOnly(2026, 10, 20)).Select(problem => problem.Field));
        var decision = Ready();
        decision.Fill(Some.Form with { Date = new DateOnly(2026, 10, 21) });
        Assert.Equal(["Date"], decision.Freeze("abc", Some.InOctober).Problems.Select(problem => problem.Field));
        decision.Fill(Some.Form with { ProposalDate = new DateOnly(2026, 10, 21) });
        Assert.Equal(["ProposalDate"], decision.Freeze("abc", Some.InOctober).Problems.Select(problem => problem.Field));
        Assert.Equal(DecisionStatus.Drafting, decision.Status);
    }

    [Fact]
    public void Numbers_and_dates_that_cannot_be_are_refused()
    {
        Assert.Equal("Number", Assert.Single(Merit().Fill(Some.Form with { Number = 0 }).Problems).Field);
        Assert.Equal("Date", Assert.Single(Merit().Fill(Some.Form with { Date = new DateOnly(2025, 12, 31) }).Problems).Field);
        Assert.True(Merit().Fill(DecisionForm.Empty).Ok);
    }

    [Fact]
    public void Nothing_is_published_while_a_dossier_has_no_conclusion()
    {
        Assert.True(Decision.AllConcluded([InitiativeStatus.Recommended, InitiativeStatus.NotRecommended, InitiativeStatus.Ineligible, InitiativeStatus.Withdrawn, InitiativeStatus.Draft]).Ok);
        foreach (var open in new[] { InitiativeStatus.Submitted, InitiativeStatus.Appraised, InitiativeStatus.Eligible, InitiativeStatus.Judging, InitiativeStatus.Judged })
            Assert.False(Decision.AllConcluded([InitiativeStatus.Recommended, open]).Ok);
    }

    [Fact]
    public void The_check_finds_too_many_the_unrecognised_and_a_missing_file()
    {
        var decision = Merit();
        Choose(decision, [101, 102]);
        Dictionary<int, InitiativeStatus> Recognised(params int[] ids) => ids.ToDictionary(id => id, _ => InitiativeStatus.Recognised);
        Assert.Empty(DecisionFaults.Of(decision, 5, Recognised(101, 102)));
        Assert.Equal("Quyết định tặng Bằng khen 2026: tặng 2 sáng kiến, tối đa 1.", Assert.Single(DecisionFaults.Of(decision, 1, Recognised(101, 102))));
        Assert.Equal("Quyết định tặng Bằng khen 2026: sáng kiến 102 chưa được công nhận.", Assert.Single(DecisionFaults.Of(decision, 5, Recognised(101))));
        typeof(Decision).GetProperty(nameof(Decision.FileSha256))!.SetValue(decision, "abc");
        Assert.Equal("Quyết định tặng Bằng khen 2026: trạng thái và văn bản đã đóng băng không khớp.", Assert.Single(DecisionFaults.Of(decision, 5, Recognised(101, 102))));
    }
}
