using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;

namespace Initiatives.Domain.Tests.Submissions;

public sealed class ScreeningAssignmentTests
{
    private static readonly Actor Other = new(31, "Vũ Thị Quyên", 90, Role.Appraiser, SigningCapacity.Head, "Chuyên viên");
    private static readonly Actor FromTheUnit = new(32, "Đỗ Văn Em", 10, Role.Appraiser, SigningCapacity.Head, "Chuyên viên");
    private static readonly Actor AuthorWhoAppraises = Some.Author with { UnitId = 90, Roles = Role.Author | Role.Appraiser };

    [Fact]
    public void A_dossier_is_given_to_an_appraiser_and_given_anew()
    {
        var initiative = Some.Submitted();
        var assignment = ScreeningAssignment.Give(initiative, Some.Appraiser, Some.Lead, Some.Now).Value;
        Assert.Equal(("Lê Thu Cúc", 1), (assignment.AppraiserName, assignment.Version));
        Assert.True(assignment.GiveTo(initiative, Other, Some.Lead, Some.Now).Ok);
        Assert.Equal((31, 2), (assignment.AppraiserId, assignment.Version));
    }

    [Fact]
    public void Never_to_an_author_to_the_dossiers_own_unit_or_to_somebody_who_does_not_appraise()
    {
        var initiative = Some.Submitted();
        string Why(Actor actor) => ScreeningAssignment.Give(initiative, actor, Some.Lead, Some.Now).Problems[0].Message;
        Assert.Equal("Nguyễn Thị An là tác giả của hồ sơ này.", Why(AuthorWhoAppraises));
        Assert.Equal("Đỗ Văn Em cùng đơn vị với hồ sơ này.", Why(FromTheUnit));
        Assert.Equal("Phạm Văn Dũng không phải người thẩm định.", Why(Some.Lead));
    }

    [Fact]
    public void Not_once_the_result_is_there()
    {
        var initiative = Some.Submitted();
        var appraisal = Appraisal.Propose(initiative, true, "Chưa thấy ở đâu", true, "Có số liệu", Some.Appraiser, Some.Now).Value;
        Assert.True(appraisal.Approve(initiative, Some.Lead, Some.Now).Ok);
        Assert.Equal("Hồ sơ đã có kết quả hoặc đã rút, không giao nữa.", ScreeningAssignment.Give(initiative, Other, Some.Lead, Some.Now).Problems[0].Message);
    }

    [Fact]
    public void Sharing_out_is_even_and_whoever_holds_least_comes_first()
    {
        var initiatives = Enumerable.Range(1, 5).Select(id => Some.Submitted().Numbered(id)).ToList();
        var plan = AppraiserSpread.Plan(initiatives, [(Some.Appraiser, 4), (Other, 0)]);
        Assert.Equal([31, 3, 31, 3, 31], plan.Select(item => item.Appraiser!.PersonId));
    }

    [Fact]
    public void Sharing_out_goes_around_conflicts_and_says_where_nobody_is_left()
    {
        var initiatives = Enumerable.Range(1, 3).Select(id => Some.Submitted().Numbered(id)).ToList();
        Assert.All(AppraiserSpread.Plan(initiatives, [(FromTheUnit, 0), (Other, 9)]), item => Assert.Equal(31, item.Appraiser!.PersonId));
        Assert.All(AppraiserSpread.Plan(initiatives, [(FromTheUnit, 0)]), item => Assert.Null(item.Appraiser));
    }
}
