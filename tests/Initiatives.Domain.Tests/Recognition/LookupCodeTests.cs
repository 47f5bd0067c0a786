using Initiatives.Domain.Recognition;

namespace Initiatives.Domain.Tests.Recognition;

public class LookupCodeTests
{
    [Fact]
    public void A_code_is_six_letters_that_nobody_misreads()
    {
        for (var i = 0; i < 500; i++) Assert.Matches("^[23456789BCDFGHJKMNPQRSTVWXYZ]{6}$", LookupCode.Of("khóa", $"BK/2026/{i}"));
    }

    [Fact]
    public void It_is_stable_and_depends_on_key_and_subject()
    {
        Assert.Equal(LookupCode.Of("khóa", "BK/2026/1"), LookupCode.Of("khóa", "BK/2026/1"));
        Assert.NotEqual(LookupCode.Of("khóa", "BK/2026/1"), LookupCode.Of("khóa", "BK/2026/2"));
        Assert.NotEqual(LookupCode.Of("khóa", "BK/2026/1"), LookupCode.Of("khóa khác", "BK/2026/1"));
    }

    [Fact]
    public void A_thousand_neighbours_do_not_collide() =>
        Assert.Equal(1000, Enumerable.Range(1, 1000).Select(i => LookupCode.Of("khóa", $"BK/2026/{i}")).Distinct().Count());
}
