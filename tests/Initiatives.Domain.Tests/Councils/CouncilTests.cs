using Initiatives.Domain.Councils;
using Initiatives.Domain.People;

namespace Initiatives.Domain.Tests.Councils;

public sealed class CouncilTests
{
    private static Nomination Named(CouncilPost post, int id)
    {
        var person = Person.Create($"Người {id}", 1, "", Role.CouncilMember, SigningCapacity.Head).Value;
        typeof(Person).GetProperty(nameof(Person.Id))!.SetValue(person, id);
        return new Nomination(person, "Sở Nội vụ", post);
    }

    private static Result<Council> Establish(params CouncilPost[] posts) =>
        Council.Establish(1, "Hội đồng sáng kiến", EstablishingAuthority.CityCommittee, "12/QĐ-UBND", new DateOnly(2026, 10, 1), [.. posts.Select((post, index) => Named(post, index + 1))]);

    [Fact]
    public void Members_stand_in_the_order_of_their_posts()
    {
        var council = Establish(CouncilPost.Member, CouncilPost.Secretary, CouncilPost.Chair).Value;
        Assert.Equal([CouncilPost.Chair, CouncilPost.Secretary, CouncilPost.Member], council.Members.OrderBy(member => member.Order).Select(member => member.Post));
    }

    [Theory]
    [InlineData("Hội đồng cần đúng một Chủ tịch.", CouncilPost.Secretary, CouncilPost.Member, CouncilPost.Member)]
    [InlineData("Hội đồng cần đúng một Chủ tịch.", CouncilPost.Chair, CouncilPost.Chair, CouncilPost.Secretary)]
    [InlineData("Hội đồng cần đúng một ủy viên thư ký.", CouncilPost.Chair, CouncilPost.Member, CouncilPost.Member)]
    [InlineData("Hội đồng cần đúng một ủy viên thư ký.", CouncilPost.Chair, CouncilPost.Secretary, CouncilPost.Secretary)]
    [InlineData("Hội đồng cần ít nhất 3 thành viên.", CouncilPost.Chair, CouncilPost.Secretary)]
    public void A_council_that_is_not_as_the_circular_says_is_refused(string sentence, params CouncilPost[] posts) =>
        Assert.Equal(sentence, Assert.Single(Establish(posts).Problems).Message);

    [Fact]
    public void Nobody_holds_two_posts() =>
        Assert.Equal("Một người không thể giữ hai chức danh trong Hội đồng.", Assert.Single(
            Council.Establish(1, "Hội đồng", EstablishingAuthority.Department, "1/QĐ", new DateOnly(2026, 10, 1),
                [Named(CouncilPost.Chair, 1), Named(CouncilPost.Secretary, 2), Named(CouncilPost.Member, 2)]).Problems).Message);
}
