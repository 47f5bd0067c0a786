using Initiatives.Domain.Cycles;

namespace Initiatives.Domain.Tests.Cycles;

public sealed class TieLadderTests
{
    [Theory]
    [InlineData("E,S,N,votes,ballot", "E,S,N,votes,ballot")]
    [InlineData(" N, E ,Ballot", "N,E,ballot")]
    [InlineData("VOTES,ballot", "votes,ballot")]
    [InlineData("ballot", "ballot")]
    public void A_ladder_is_stored_as_text_and_read_back(string text, string stored)
    {
        var ladder = TieLadder.Parse(text).Value;
        Assert.Equal(stored, ladder.ToString());
        Assert.Equal(ladder, TieLadder.Parse(stored).Value);
    }

    [Fact]
    public void The_default_is_that_of_the_regulation()
    {
        Assert.Equal(TieLadder.Default, TieLadder.Parse("E,S,N,votes,ballot").Value);
        Assert.NotEqual(TieLadder.Default, TieLadder.Parse("S,E,N,votes,ballot").Value);
        Assert.Equal("Tổng điểm → Hiệu quả → Nhân rộng → Tính mới → số phiếu đồng ý → bỏ phiếu kín", TieLadder.Default.Describe(Some.Rubric));
    }

    [Theory]
    [InlineData(null, "Ghi thứ tự xét khi bằng điểm, ví dụ E,S,N,votes,ballot.")]
    [InlineData(" ", "Ghi thứ tự xét khi bằng điểm, ví dụ E,S,N,votes,ballot.")]
    [InlineData("E,,ballot", "Thứ tự xét khi bằng điểm có một bước để trống.")]
    [InlineData("E;S,ballot", "Bước “E;S” không phải mã tiêu chí, votes hay ballot.")]
    [InlineData("E,S,E,ballot", "Bước E được ghi hơn một lần.")]
    [InlineData("E,S,N,votes", "Bước cuối phải là bỏ phiếu kín (ballot), vì các bước khác có thể vẫn bằng nhau.")]
    [InlineData("E,ballot,votes", "Bước cuối phải là bỏ phiếu kín (ballot), vì các bước khác có thể vẫn bằng nhau.")]
    public void What_could_not_part_every_tie_is_refused(string? text, string sentence) =>
        Assert.Equal(sentence, Assert.Single(TieLadder.Parse(text).Problems).Message);

    [Fact]
    public void A_text_that_no_ladder_needs_is_refused_unread() =>
        Assert.Equal("Thứ tự xét khi bằng điểm dài tối đa 100 ký tự.", Assert.Single(TieLadder.Parse(new string('E', 101)).Problems).Message);

    [Fact]
    public void A_criterion_that_the_rubric_does_not_have_is_refused()
    {
        Assert.True(TieLadder.Default.Check(Some.Rubric).Ok);
        Assert.Equal("Bộ tiêu chí không có tiêu chí Q để xét khi bằng điểm.", Assert.Single(TieLadder.Parse("E,Q,ballot").Value.Check(Some.Rubric).Problems).Message);
    }
}
