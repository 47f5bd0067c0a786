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
}
