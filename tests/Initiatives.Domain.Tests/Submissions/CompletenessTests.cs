using System.Globalization;
using Initiatives.Domain.Submissions;

namespace Initiatives.Domain.Tests.Submissions;

public class CompletenessTests
{
    private static readonly DateOnly Today = new(2026, 9, 15);

    [Fact]
    public void A_complete_dossier_has_eight_complete_sections()
    {
        var sections = Completeness.Of(Some.Complete());
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], sections.Select(section => section.Number));
        Assert.All(sections, section => Assert.True(section.IsComplete, section.Title));
    }

    [Fact]
    public void An_empty_draft_lacks_all_but_the_confidential_section() =>
        Assert.Equal([8], Completeness.Of(new DraftContent()).Where(section => section.IsComplete).Select(section => section.Number));

    [Theory]
    [InlineData("60 30", "Tổng tỷ lệ 90%, còn thiếu 10%. Tổng phải đúng 100% trước khi trình.")]
    [InlineData("60 40.01", "Tổng tỷ lệ 100,01%, thừa 0,01%. Tổng phải đúng 100% trước khi trình.")]
    public void Shares_must_be_exactly_100(string shares, string expected)
    {
        var authors = shares.Split(' ').Select((share, index) => Some.AuthorLine($"Người {index}", decimal.Parse(share, CultureInfo.InvariantCulture), null));
        Assert.Equal(expected, Assert.Single(Missing(Some.Complete([.. authors]))));
    }

    [Fact]
    public void Thirds_of_a_hundred_add_up_when_one_takes_the_rest() =>
        Assert.Empty(Missing(Some.Complete(Some.AuthorLine("A", 33.33m, null), Some.AuthorLine("B", 33.33m, null), Some.AuthorLine("C", 33.34m, null))));

    [Fact]
    public void A_draft_refuses_only_what_can_never_be_right()
    {
        Assert.True(new DraftContent { Title = "Tên tạm" }.Check(Today).Ok);
        Assert.Equal(
            ["FirstAppliedOn", "Authors[0].Share", "Authors[1].Share", "Authors[1].BirthDate"],
            (Some.Complete(Some.AuthorLine(share: 100.5m), Some.AuthorLine(share: 0.005m) with { BirthDate = Today }) with { FirstAppliedOn = Today.AddDays(1) })
                .Check(Today).Problems.Select(problem => problem.Field));
    }

    [Fact]
    public void A_row_begun_and_a_title_not_yet_written_are_missing_but_not_refused()
    {
        var begun = Some.Complete(Some.AuthorLine(), Some.AuthorLine("", 0, null)) with
        {
            Title = "",
            Effects = [new EffectContent("", "95", "", "", "")],
            Participants = [new ParticipantContent("", "", "", "Chạy thử")],
        };
        Assert.True(begun.Check(Today).Ok);
        var missing = Missing(begun).ToList();
        Assert.Contains("Tên sáng kiến cần ít nhất 10 ký tự.", missing);
        Assert.Contains("Ghi họ và tên của tác giả thứ 2.", missing);
        Assert.Contains("Ghi tên chỉ tiêu thứ 1.", missing);
        Assert.Contains("Ghi kết quả sau khi áp dụng của chỉ tiêu thứ 1.", missing);
        Assert.Contains("Ghi họ và tên của người tham gia thứ 1.", missing);
    }

    private static IEnumerable<string> Missing(DraftContent content) =>
        Completeness.Of(content).SelectMany(section => section.Problems).Select(problem => problem.Message);
}
