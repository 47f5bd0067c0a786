using FsCheck;
using FsCheck.Fluent;
using Initiatives.Domain.Text;

namespace Initiatives.Domain.Tests.Text;

public class SafeHtmlTests
{
    private static string Plain(string html) => SafeHtml.FromCleaned(html).PlainText();

    [Theory]
    [InlineData("<p>Một</p><p>Hai</p>", "Một\nHai")]
    [InlineData("<ul><li>Một</li><li><strong>Ha</strong>i</li></ul>Ba", "Một\nHai\nBa")]
    [InlineData("Một<br>Hai<br/>Ba", "Một\nHai\nBa")]
    [InlineData("đầu<p>thân</p>", "đầu\nthân")]
    [InlineData("<table><tbody><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></tbody></table>", "1 2\n3")]
    [InlineData("  a \n\t b&nbsp; <em> c</em> ", "a b c")]
    public void Blocks_end_lines_and_white_space_collapses(string html, string expected) => Assert.Equal(expected, Plain(html));

    [Theory]
    [InlineData("A &amp; B &lt;p&gt; &quot;x&quot; &#39;y&apos;", "A & B <p> \"x\" 'y'")]
    [InlineData("&#273;&#x1EA5;t &#x1F600;", "đất 😀")]
    [InlineData("&amp;lt;", "&lt;")]
    [InlineData("R&D; AT&T &unknown; &#0; &#xD800; &", "R&D; AT&T &unknown; &#0; &#xD800; &")]
    public void Entities_are_decoded_once_and_unknown_ones_left(string html, string expected) => Assert.Equal(expected, Plain(html));

    [Theory]
    [InlineData("<a title=\"x > y\" href='/z>'>chữ</a>", "chữ")]
    [InlineData("a<!-- <p>ẩn</p> -->b", "ab")]
    [InlineData("1 < 2 và 3<4", "1 < 2 và 3<4")]
    [InlineData("còn <a href=\"", "còn")]
    public void Tags_end_where_a_browser_ends_them(string html, string expected) => Assert.Equal(expected, Plain(html));

    [Fact]
    public void Words_are_counted_without_tags() =>
        Assert.Equal(4, SafeHtml.FromCleaned("<p class=\"một hai\">Cải cách</p><p>hành&nbsp;chính</p>").WordCount);

    [Fact]
    public void Default_Empty_and_the_empty_string_are_one()
    {
        Assert.Equal(SafeHtml.Empty, default);
        Assert.Equal(SafeHtml.Empty, SafeHtml.FromCleaned(""));
        Assert.Equal("", SafeHtml.Empty.Html);
        Assert.Equal("<p>x</p>", SafeHtml.FromCleaned("<p>x</p>").ToString());
    }

    [Fact]
    public void Any_text_is_read_without_throwing() =>
        Prop.ForAll(AnyText.Strings, text => Plain("<" + text + "&#" + text).Length <= (2 * text.Length) + 3).QuickCheckThrowOnFailure();
}
