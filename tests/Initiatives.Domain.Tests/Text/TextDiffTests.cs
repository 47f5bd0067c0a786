using FsCheck;
using FsCheck.Fluent;
using Initiatives.Domain.Text;

namespace Initiatives.Domain.Tests.Text;

public sealed class TextDiffTests
{
    private static string Marked(string before, string after) => string.Concat(TextDiff.Words(before, after).Select(run => run.Kind switch
    {
        DiffKind.Removed => $"[-{run.Text}-]",
        DiffKind.Added => $"[+{run.Text}+]",
        _ => run.Text,
    }));

    [Theory]
    [InlineData("", "", "")]
    [InlineData("như cũ", "như cũ", "như cũ")]
    [InlineData("", "mới", "[+mới+]")]
    [InlineData("cũ", "", "[-cũ-]")]
    [InlineData("Tiểu thương không bỏ sạp đi được", "Tiểu thương ít khi bỏ sạp đi được", "Tiểu thương [-không-][+ít khi+] bỏ sạp đi được")]
    [InlineData("một hai ba bốn", "một ba bốn năm", "một [-hai -]ba bốn[+ năm+]")]
    [InlineData("Đoạn đầu giữ nguyên.\nĐoạn hai sẽ bỏ.\nĐoạn cuối.", "Đoạn đầu giữ nguyên.\nĐoạn cuối.", "Đoạn đầu giữ nguyên.\n[-Đoạn hai sẽ bỏ.\n-]Đoạn cuối.")]
    [InlineData("mang kết quả đến tận sạp theo số ô, người bán không rời chỗ", "mang kết quả đến tận sạp theo số ô; đã tra các kỳ", "mang kết quả đến tận sạp theo số [-ô, người bán không rời chỗ-][+ô; đã tra các kỳ+]")]
    [InlineData("Quầy lưu động ở chợ", "Hồ sơ nhà đất trực tuyến", "[-Quầy lưu động ở chợ-][+Hồ sơ nhà đất trực tuyến+]")]
    public void What_was_taken_out_and_what_was_put_in_is_marked_by_words(string before, string after, string expected) => Assert.Equal(expected, Marked(before, after));

    [Fact]
    public void Same_and_removed_are_the_old_text_same_and_added_the_new() => Check.QuickThrowOnFailure(Prop.ForAll((int[] before, int[] after) =>
    {
        var (old, now) = (TextOf(before), TextOf(after));
        var runs = TextDiff.Words(old, now);
        string Of(DiffKind kind) => string.Concat(runs.Where(run => run.Kind == DiffKind.Same || run.Kind == kind).Select(run => run.Text));
        return Of(DiffKind.Removed) == old && Of(DiffKind.Added) == now;
    }));

    [Fact]
    public void Equal_texts_are_one_run() =>
        Check.QuickThrowOnFailure(Prop.ForAll((int[] text) => TextDiff.Words(TextOf(text), TextOf(text)).All(run => run.Kind == DiffKind.Same)));

    [Fact]
    public void Of_two_lists_nothing_is_lost_when_both_are_kept() => Check.QuickThrowOnFailure(Prop.ForAll((int[] before, int[] after) =>
    {
        var (old, now) = (Items(before), Items(after));
        var both = TextDiff.Both(old, now);
        return IsSubsequence(old, both) && IsSubsequence(now, both) && both.Count <= old.Length + now.Length;
    }));

    [Fact]
    public void Long_texts_that_share_nothing_are_told_as_replaced_within_a_moment()
    {
        var old = string.Join(' ', Enumerable.Range(0, 6000).Select(i => $"cũ{i}"));
        var now = string.Join(' ', Enumerable.Range(0, 6000).Select(i => $"mới{i}"));
        Assert.Equal([DiffKind.Removed, DiffKind.Added], TextDiff.Words(old, now).Select(run => run.Kind));
    }

    private static string[] Items(int[] numbers) => [.. numbers.Select(number => $"{Math.Abs((long)number) % 4}")];

    private static string TextOf(int[] numbers)
    {
        string[] tokens = ["một", "hai", "ba", " ", " ", "\n", "bốn "];
        return string.Concat(numbers.Select(number => tokens[Math.Abs((long)number) % tokens.Length]));
    }

    private static bool IsSubsequence(string[] part, IReadOnlyList<string> whole)
    {
        var at = 0;
        foreach (var item in whole)
            if (at < part.Length && part[at] == item) at++;
        return at == part.Length;
    }
}
