using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Scoring;

namespace Initiatives.Domain.Tests.Scoring;

public class ReviewTests
{
    private readonly Cycle cycle = Some.JudgingCycle();
    private readonly Review review = Review.Start(ReviewAssignment.Give(7, 100, new JudgeFacts(50, 90, "Lê Văn Sáu"), null, Some.InOctober).Value);

    private static ReviewContent Full(string strengths = "Rõ quy trình") => new(strengths, "Thiếu số liệu", "Chi phí bao nhiêu?", ReviewProposal.Recognise, "");

    [Theory]
    [InlineData(ConflictKind.Author, "là tác giả")]
    [InlineData(ConflictKind.Unit, "cùng đơn vị")]
    [InlineData(ConflictKind.Family, "là người thân của tác giả")]
    public void A_review_is_not_given_to_somebody_in_conflict(ConflictKind conflict, string why) =>
        Assert.Equal($"Người Đó {why}, không được phản biện hồ sơ này.",
            Assert.Single(ReviewAssignment.Give(7, 100, new JudgeFacts(50, 90, "Người Đó"), conflict, Some.InOctober).Problems).Message);

    [Fact]
    public void A_draft_may_be_empty_but_what_is_handed_in_says_strengths_limits_and_a_proposal()
    {
        var empty = new ReviewContent("", " ", "", null, "");
        Assert.True(review.Write(cycle, empty, false, 0, Some.InOctober).Ok);
        Assert.Equal(["Strengths", "Limits", "Proposal"], review.Write(cycle, empty, true, 1, Some.InOctober).Problems.Select(problem => problem.Field));
        Assert.False(review.IsSubmitted);
        Assert.True(review.Write(cycle, Full(), true, 1, Some.InOctober).Ok);
        Assert.Equal((true, 2), (review.IsSubmitted, review.Version));
    }

    [Fact]
    public void Once_handed_in_it_stays_so_and_complete_until_scoring_closes()
    {
        review.Write(cycle, Full(), true, 0, Some.InOctober);
        Assert.False(review.Write(cycle, Full(""), false, 1, Some.InOctober).Ok);
        Assert.True(review.Write(cycle, Full("Đã đo lại"), false, 1, Some.InOctober.AddHours(1)).Ok);
        Assert.Equal(("Đã đo lại", Some.InOctober), (review.Content.Strengths, review.SubmittedAt));
        Assert.True(cycle.CloseScoring(Some.InOctober).Ok);
        Assert.False(review.Write(cycle, Full(), false, 2, Some.InOctober).Ok);
    }

    [Fact]
    public void A_stale_form_and_a_proposal_that_is_none_are_refused()
    {
        review.Write(cycle, Full(), false, 0, Some.InOctober);
        Assert.Equal(nameof(Review.Version), Assert.Single(review.Write(cycle, Full(), false, 0, Some.InOctober).Problems).Field);
        Assert.Equal(nameof(ReviewContent.Proposal), Assert.Single(review.Write(cycle, Full() with { Proposal = (ReviewProposal)9 }, false, 1, Some.InOctober).Problems).Field);
    }
}
