using Initiatives.Web.Documents;
using Initiatives.Web.Features.Cycles;

namespace Initiatives.Web.Tests.Features.Cycles;

public sealed class LaunchNoticeTemplateTests
{
    [Theory]
    [InlineData("3. Tiêu chí và điều kiện công nhận", "3. Tiêu chí và điều kiện công nhận", "")]
    [InlineData("đ) Cải cách chế độ công vụ: nâng chất lượng.", "đ) Cải cách chế độ công vụ:", "nâng chất lượng.")]
    [InlineData("a) Lần đầu tiên được áp dụng;", null, "a) Lần đầu tiên được áp dụng;")]
    [InlineData("Thời hạn: 30/9.", null, "Thời hạn: 30/9.")]
    public void A_line_is_a_paragraph_with_its_bold_lead(string line, string? lead, string text) =>
        Assert.Equal([new NoticeParagraph(text, lead)], LaunchNoticeTemplate.Paragraphs(line + "\n"));

    [Theory]
    [InlineData("2345", 2345, null)]
    [InlineData("05/UBND-KSTTHC", 5, "UBND-KSTTHC")]
    [InlineData("số 5", null, null)]
    public void A_number_may_bring_its_own_symbol(string text, int? number, string? symbol) =>
        Assert.Equal((number, symbol), LaunchNoticeTemplate.NumberOf(text));
}
