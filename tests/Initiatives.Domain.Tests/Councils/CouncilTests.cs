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
    public void Expertise_and_cap_are_kept_with_the_member_and_a_senseless_cap_is_refused()
    {
        Nomination[] named = [Named(CouncilPost.Chair, 1), Named(CouncilPost.Secretary, 2), Named(CouncilPost.Member, 3) with { Fields = ["LV-C", "LV-A", "LV-C"], Cap = 20 }];
        var council = Council.Establish(1, "Hội đồng", EstablishingAuthority.Department, "1/QĐ", new DateOnly(2026, 10, 1), named).Value;
        Assert.Equal(["LV-A", "LV-C"], council.Members[2].Fields);
        Assert.Equal((20, null), (council.Members[2].Cap, council.Members[0].Cap));
        named[0] = named[0] with { Cap = 0 };
        Assert.Equal("Số hồ sơ tối đa của một thành viên từ 1 đến 1.000, để trống nếu không giới hạn.", council.Record("Hội đồng", EstablishingAuthority.Department, "1/QĐ", new DateOnly(2026, 10, 1), named).Problems[0].Message);
    }

    [Fact]
    public void The_secretariat_is_no_member_and_nobody_is_in_it_twice()
    {
        Nomination[] named = [Named(CouncilPost.Chair, 1), Named(CouncilPost.Secretary, 2), Named(CouncilPost.Member, 3)];
        ClerkNomination Clerk(int id) => new(Named(CouncilPost.Member, id).Person, "Sở Nội vụ");
        Result<Council> With(params int[] clerks) => Council.Establish(1, "Hội đồng", EstablishingAuthority.Department, "1/QĐ", new DateOnly(2026, 10, 1), named, [.. clerks.Select(Clerk)]);
        Assert.Equal([4, 5], With(5, 4).Value.Clerks.Select(clerk => clerk.PersonId).Order());
        Assert.Equal("Người 3 là thành viên Hội đồng nên không ở tổ thư ký. Ủy viên thư ký ghi ở danh sách thành viên.", With(3).Problems[0].Message);
        Assert.Equal("Một người được ghi hai lần trong tổ thư ký.", With(4, 4).Problems[0].Message);
    }

    [Fact]
    public void Nobody_holds_two_posts() =>
        Assert.Equal("Một người không thể giữ hai chức danh trong Hội đồng.", Assert.Single(
            Council.Establish(1, "Hội đồng", EstablishingAuthority.Department, "1/QĐ", new DateOnly(2026, 10, 1),
                [Named(CouncilPost.Chair, 1), Named(CouncilPost.Secretary, 2), Named(CouncilPost.Member, 2)]).Problems).Message);
}
