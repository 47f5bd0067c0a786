using Initiatives.Domain.Scoring;

namespace Initiatives.Domain.Tests.Scoring;

public sealed class CouncilCodesTests
{
    [Theory, InlineData(0), InlineData(1), InlineData(16), InlineData(5_000)]
    public void Codes_are_different_and_well_formed(int count)
    {
        var codes = CouncilCodes.Draw(count, 42);
        Assert.Equal(count, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Matches("^[A-V][1-9]-[1-9][0-9]{2}$", code));
    }

    [Fact]
    public void The_same_seed_draws_the_same_codes_and_another_seed_others()
    {
        Assert.Equal(CouncilCodes.Draw(16, 7), CouncilCodes.Draw(16, 7));
        Assert.NotEqual(CouncilCodes.Draw(16, 7), CouncilCodes.Draw(16, 8));
    }
}
