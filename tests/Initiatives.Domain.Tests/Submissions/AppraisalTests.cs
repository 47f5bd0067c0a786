using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;

namespace Initiatives.Domain.Tests.Submissions;

public class AppraisalTests
{
    [Fact]
    public void A_proposal_decides_nothing_and_is_not_shown()
    {
        var initiative = Some.Submitted();
        Assert.False(Propose(initiative, first: false).IsEligible);
        Assert.Equal((InitiativeStatus.Appraised, InitiativeStatus.Submitted, ""), (initiative.Status, initiative.ShownStatus, initiative.OutcomeReason));
    }

    [Fact]
    public void Nobody_approves_his_own_proposal()
    {
        var initiative = Some.Submitted();
        var both = Some.Appraiser with { Roles = Role.Appraiser | Role.DepartmentLead };
        var appraisal = Appraisal.Propose(initiative, true, "Chưa nơi nào làm", true, "Có số liệu", both, Some.Now).Value;
        Assert.Equal("Người đề xuất không tự duyệt kết quả của mình.", Assert.Single(appraisal.Approve(initiative, both, Some.Now).Problems).Message);
        Assert.Equal(InitiativeStatus.Appraised, initiative.Status);
    }

    [Fact]
    public void An_author_neither_appraises_nor_approves_his_own_dossier_whatever_his_unit()
    {
        var initiative = Some.Submitted();
        var author = Some.Author with { UnitId = 90, Roles = Role.Author | Role.Appraiser | Role.DepartmentLead };
        Assert.False(Appraisal.Propose(initiative, true, "Chưa nơi nào làm", true, "Có số liệu", author, Some.Now).Ok);
        Assert.Equal(InitiativeStatus.Submitted, initiative.Status);
        var appraisal = Propose(initiative);
        Assert.False(appraisal.Approve(initiative, author, Some.Now).Ok);
        Assert.Equal(InitiativeStatus.Appraised, initiative.Status);
    }

    [Theory]
    [InlineData(true, true, InitiativeStatus.Eligible, "")]
    [InlineData(false, true, InitiativeStatus.Ineligible, "Điều kiện 3a chưa đạt: Đã có nơi làm")]
    [InlineData(true, false, InitiativeStatus.Ineligible, "Điều kiện 3b chưa đạt: Chưa đo được gì")]
    [InlineData(false, false, InitiativeStatus.Ineligible, "Điều kiện 3a chưa đạt: Đã có nơi làm Điều kiện 3b chưa đạt: Chưa đo được gì")]
    public void Both_conditions_make_it_eligible(bool first, bool effective, InitiativeStatus expected, string reason)
    {
        var initiative = Some.Submitted();
        var appraisal = Propose(initiative, first, effective);
        Assert.True(appraisal.Approve(initiative, Some.Lead, Some.Now).Ok);
        Assert.Equal((expected, reason), (initiative.Status, initiative.OutcomeReason));
    }

    [Fact]
    public void A_reason_is_given_for_each_condition()
    {
        Assert.Equal(nameof(Appraisal.FirstReason), Assert.Single(Appraisal.Propose(Some.Submitted(), true, " ", true, "Có số liệu", Some.Appraiser, Some.Now).Problems).Field);
        Assert.Equal(nameof(Appraisal.EffectReason), Assert.Single(Appraisal.Propose(Some.Submitted(), true, "Chưa nơi nào làm", true, "", Some.Appraiser, Some.Now).Problems).Field);
    }

    [Fact]
    public void It_is_proposed_anew_until_it_is_approved()
    {
        var initiative = Some.Submitted();
        var appraisal = Propose(initiative, first: false);
        Assert.True(appraisal.Revise(initiative, true, "Chưa nơi nào làm", true, "Có số liệu", Some.Appraiser, Some.Now).Ok);
        Assert.True(appraisal.Approve(initiative, Some.Lead, Some.Now).Ok);
        Assert.False(appraisal.Revise(initiative, false, "Đã có nơi làm", true, "Có số liệu", Some.Appraiser, Some.Now).Ok);
        Assert.False(appraisal.Approve(initiative, Some.Lead, Some.Now).Ok);
        Assert.Equal(InitiativeStatus.Eligible, initiative.Status);
    }

    private static Appraisal Propose(Initiative initiative, bool first = true, bool effective = true) =>
        Appraisal.Propose(initiative, first, first ? "Chưa nơi nào làm" : "Đã có nơi làm", effective, effective ? "Có số liệu" : "Chưa đo được gì", Some.Appraiser, Some.Now).Value;
}
