using Initiatives.Domain.Text;

namespace Initiatives.Domain.Tests.Text;

public class DocumentNumberTests
{
    [Theory]
    [InlineData("7/TTr-UBND", "07/TTr-UBND")]
    [InlineData(" 7 / TTr-UBND ", "07/TTr-UBND")]
    [InlineData("07/TTr-UBND", "07/TTr-UBND")]
    [InlineData("125/TTr-UBND", "125/TTr-UBND")]
    [InlineData("0/TTr-UBND", "0/TTr-UBND")]
    [InlineData("7", "7")]
    [InlineData("Không số", "Không số")]
    [InlineData(null, "")]
    public void A_number_under_ten_gets_its_zero_and_twice_is_once(string? typed, string written)
    {
        Assert.Equal(written, DocumentNumber.Normalize(typed));
        Assert.Equal(written, DocumentNumber.Normalize(written));
    }
}
