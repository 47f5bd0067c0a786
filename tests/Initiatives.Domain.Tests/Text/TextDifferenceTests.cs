using Initiatives.Domain.Text;

namespace Initiatives.Domain.Tests.Text;

public sealed class TextDifferenceTests
{
    private static string Shown(string before, string after) => string.Concat(TextDifference.Between(before, after).Select(part => part.Change switch
    {
        TextChange.Removed => $"[-{part.Text}]",
        TextChange.Added => $"[+{part.Text}]",
        _ => part.Text,
    }));

    [Theory]
    [InlineData("giảm từ 95 phút", "giảm từ 95 phút", "giảm từ 95 phút")]
    [InlineData("giảm từ 95 phút xuống 20 phút", "giảm từ 95 phút xuống còn 18 phút", "giảm từ 95 phút xuống [-20 ][+còn 18 ]phút")]
    [InlineData("", "mới hoàn toàn", "[+mới hoàn toàn]")]
    [InlineData("bỏ hết", "", "[-bỏ hết]")]
    [InlineData("một hai", "một hai ba", "một [-hai][+hai ba]")]
    public void Words_that_differ_are_marked(string before, string after, string expected) => Assert.Equal(expected, Shown(before, after));

    [Fact]
    public void The_stretches_make_up_both_texts_again()
    {
        var words = new[] { "a ", "b ", "c\n", "đ ", "e" };
        var random = new System.Random(7);
        for (var round = 0; round < 500; round++)
        {
            string Text() => string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => words[random.Next(words.Length)]));
            var (before, after) = (Text(), Text());
            var parts = TextDifference.Between(before, after);
            Assert.Equal(before, string.Concat(parts.Where(part => part.Change != TextChange.Added).Select(part => part.Text)));
            Assert.Equal(after, string.Concat(parts.Where(part => part.Change != TextChange.Removed).Select(part => part.Text)));
        }
    }

    [Fact]
    public void What_is_too_long_to_compare_is_shown_whole()
    {
        var (before, after) = (string.Join(' ', Enumerable.Range(0, 3000)), string.Join(' ', Enumerable.Range(5000, 3000)));
        Assert.Equal([TextChange.Removed, TextChange.Added], TextDifference.Between(before, after).Select(part => part.Change));
    }
}
