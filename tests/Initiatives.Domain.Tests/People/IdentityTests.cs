using Initiatives.Domain.People;

namespace Initiatives.Domain.Tests.People;

public sealed class IdentityTests
{
    [Theory]
    [InlineData(1, "Trần Thị Bình", 10, true)]
    [InlineData(1, "Trần Thị Bình Minh", 20, true)]
    [InlineData(2, "Trần Thị Bình", 10, false)]
    [InlineData(null, " TRẦN  THỊ BÌNH ", 10, true)]
    [InlineData(null, "Tra\u0302\u0300n Thị Bình", 10, true)]
    [InlineData(null, "Trần Thị Bính", 10, false)]
    [InlineData(null, "Trần Thị Bình", 20, false)]
    public void A_person_is_the_same_by_account_or_else_by_name_and_unit(int? id, string name, int unit, bool same)
    {
        var one = new Identity(1, "Trần Thị Bình", 10);
        var other = new Identity(id, name, unit);
        Assert.Equal((same, same), (one.IsSame(other), other.IsSame(one)));
    }

    [Theory]
    [InlineData(1, "Ai Đó", 20, "ai@a.example", true)]
    [InlineData(2, "Trần Thị Bình", 10, "khac@a.example", true)]
    [InlineData(2, "Trần Thị Bình", 20, "khac@a.example", false)]
    [InlineData(2, "Trần Thị Bình", 20, "binh@b.example", true)]
    [InlineData(2, "Trần Thị Bính", 10, "binh@b.example", false)]
    [InlineData(2, "Ai Đó", 20, "Binh@a.example", true)]
    [InlineData(2, "Trần Thị Bình", 20, "", false)]
    public void Two_accounts_may_be_one_persons(int id, string name, int unit, string email, bool may)
    {
        var (one, other) = (new Identity(1, "Trần Thị Bình", 10), new Identity(id, name, unit));
        Assert.Equal((may, may), (Identity.MayBeOne(one, "binh@a.example", other, email), Identity.MayBeOne(other, email, one, "binh@a.example")));
    }
}
