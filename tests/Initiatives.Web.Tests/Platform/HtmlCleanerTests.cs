using Initiatives.Web.Platform.Html;

namespace Initiatives.Web.Tests.Platform;

/// <summary>What word processors put on the clipboard, as the form keeps it.</summary>
public sealed class HtmlCleanerTests
{
    private static readonly HtmlCleaner Cleaner = new();

    private static string Clean(string html) => Cleaner.Clean(html).Html.Replace("\n", "", StringComparison.Ordinal);

    private static string Item(string mark, string text, int level = 1, string list = "l0", string position = "CxSpMiddle") =>
        $"<p class=MsoListParagraph{position} style='margin-left:{level * 36}.0pt;mso-add-space:auto;text-indent:-18.0pt;mso-list:{list} level{level} lfo1'><![if !supportLists]><span lang=VI style='font-family:Symbol;mso-fareast-font-family:Symbol;color:black'><span style='mso-list:Ignore'>{mark}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span lang=VI>{text}<o:p></o:p></span></p>";

    private const string Head = "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:w=\"urn:schemas-microsoft-com:office:word\"><head><meta name=Generator content=\"Microsoft Word 15\"><!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]--><style><!-- @font-face {font-family:\"Cambria Math\";} p.MsoNormal {margin:0cm;} --></style></head><body lang=VI style='tab-interval:36.0pt'><!--StartFragment-->";

    [Fact]
    public void Word_s_hand_drawn_lists_become_lists() =>
        Assert.Equal("<p>Các bước:</p><ol><li>Khảo sát</li><li>Chạy thử<ul><li>ở hai thôn</li><li>ở chợ</li></ul></li><li>Nhân rộng</li></ol><p>Hết.</p>",
            Clean(Head + "<p class=MsoNormal>Các bước:<o:p></o:p></p>" + Item("1.", "Khảo sát") + Item("2.", "Chạy thử") + Item("o", "ở hai thôn", 2) + Item("o", "ở chợ", 2) + Item("3.", "Nhân rộng") + "<p class=MsoNormal><span lang=VI>Hết.<o:p></o:p></span></p><!--EndFragment--></body></html>"));

    [Fact]
    public void A_list_of_dots_and_one_of_letters_are_told_apart() =>
        Assert.Equal("<ul><li>một</li><li>hai</li></ul><p>rồi</p><ol><li>ba</li></ol>", Clean(Item("·", "một") + Item("·", "hai") + "<p class=MsoNormal>rồi</p>" + Item("a)", "ba", list: "l1")));

    [Fact]
    public void Headings_tables_bold_and_italic_of_Word_stay_and_the_rest_goes() =>
        Assert.Equal("<h3>Nội dung</h3><p><strong>Đậm</strong> và <em>nghiêng</em></p><table><tbody><tr><td colspan=\"2\"><p>Trước</p></td><td><p>95 phút</p></td></tr></tbody></table>",
            Clean(Head + "<h1 style='mso-margin-top-alt:auto'><span lang=VI style='font-size:16.0pt;color:#2F5496'>Nội dung<o:p></o:p></span></h1><p class=MsoNormal align=center style='text-align:center'><b style='mso-bidi-font-weight:normal'><span style='color:red'>Đậm</span></b> và <i>nghiêng</i><o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><table class=MsoTableGrid border=1 cellspacing=0 style='border-collapse:collapse;border:none'><tr style='mso-yfti-irow:0'><td width=104 colspan=2 valign=top style='width:77.9pt;border:solid windowtext 1.0pt'><p class=MsoNormal>Trước<o:p></o:p></p></td><td width=104><p class=MsoNormal>95 phút</p></td></tr></table>"));

    [Fact]
    public void Google_Docs_says_bold_by_styles_and_wraps_all_in_a_bold_that_is_none() =>
        Assert.Equal("<h3>Giải pháp</h3><p>Thường <strong>đậm</strong> <em>nghiêng</em></p><ul><li><p>một</p><ul><li><p>trong</p></li></ul></li></ul>",
            Clean("<meta charset='utf-8'><b style=\"font-weight:normal;\" id=\"docs-internal-guid-1f2e\"><h2 dir=\"ltr\" style=\"line-height:1.38\"><span style=\"font-size:16pt;font-weight:400\">Giải pháp</span></h2><p dir=\"ltr\"><span style=\"font-weight:400\">Thường </span><span style=\"font-weight:700\">đậm</span> <span style=\"font-style:italic\">nghiêng</span></p><ul><li dir=\"ltr\" style=\"list-style-type:disc\"><p><span>một</span></p></li><ul><li><p><span>trong</span></p></li></ul></ul></b><br class=\"Apple-interchange-newline\">").Replace("<br>", "", StringComparison.Ordinal));

    [Fact]
    public void LibreOffice_s_fonts_go_and_its_lists_stay() =>
        Assert.Equal("<h3>Mục</h3><ol><li><p>một</p></li></ol><p><strong>đậm</strong></p>",
            Clean("<style type=\"text/css\">p { line-height: 115% }</style><h1 class=\"western\"><font face=\"Liberation Serif\">Mục</font></h1><ol><li><p style=\"line-height: 100%\"><font color=\"#000000\">một</font></p></li></ol><p><b>đậm</b></p><p><br></p>"));

    [Theory]
    [InlineData("<p>Đã sạch</p><h3>Mục</h3><ul><li><p>một</p></li></ul><blockquote><p>lời</p></blockquote><table><tbody><tr><th colspan=\"2\"><p>Đầu</p></th></tr></tbody></table>")]
    [InlineData("<p>Bước một<br>vẫn bước một</p><p><strong>Đậm</strong></p>")]
    public void What_the_form_s_own_editor_writes_is_left_as_it_is(string html) => Assert.Equal(html, Clean(html));

    [Fact]
    public void Cleaning_again_changes_nothing()
    {
        var once = Clean(Head + Item("1.", "Khảo sát") + Item("2.", "Chạy thử") + "<div>chữ</div><p class=MsoTitle>Tên</p>");
        Assert.Equal("<ol><li>Khảo sát</li><li>Chạy thử</li></ol><p>chữ</p><h3>Tên</h3>", once);
        Assert.Equal(once, Clean(once));
    }

    [Fact]
    public void A_whole_page_of_divisions_becomes_paragraphs() =>
        Assert.Equal("<p>một</p><p>hai</p><ul><li>ba</li></ul>", Clean("<div><div>một</div><div><p>hai</p></div><div><ul><li>ba</li></ul></div></div>"));

    [Theory]
    [InlineData("<p style='mso-list:l0 level1 lfo1' onclick=alert(1)>x<script>alert(2)</script></p>")]
    [InlineData("<p class=MsoNormal><svg><style><img src=x onerror=alert(1)></style></svg>x</p>")]
    [InlineData("<div style='x:expression(alert(1))'><a href=javascript:alert(1)>x</a></div>")]
    [InlineData("<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'></div>")]
    [InlineData("<p style='mso-list:l0 level99999999999 lfo1'>x</p>")]
    public void Straightening_opens_no_way_around_the_cleaner(string html)
    {
        var clean = Clean(html);
        Assert.DoesNotContain("alert", clean.Replace("&lt;img src=1 onerror=alert(1)&gt;", "", StringComparison.Ordinal));
        Assert.DoesNotContain("onerror=", System.Text.RegularExpressions.Regex.Replace(clean, "&lt;.*?&gt;", ""));
    }

    [Fact]
    public void Blocks_are_what_stands_side_by_side() =>
        Assert.Equal(["<p>một</p>", "<ul><li>hai</li></ul>", "ba"], Cleaner.Blocks(Cleaner.Clean("<p>một</p> <ul><li>hai</li></ul>ba")));

    [Fact]
    public void Nobody_writes_so_deep_a_list_and_its_words_are_kept_without_it()
    {
        var html = string.Concat(Enumerable.Repeat("<blockquote>", 90_000)) + "chữ &lt;b&gt; còn lại" + string.Concat(Enumerable.Repeat("</blockquote>", 90_000));
        Assert.Equal("<p>chữ  b&gt; còn lại</p>", new HtmlCleaner().Clean(html).Html);
        var deep = string.Concat(Enumerable.Repeat("<ul><li>", 40)) + "mục" + string.Concat(Enumerable.Repeat("</li></ul>", 40));
        Assert.Equal(deep, new HtmlCleaner().Clean(deep).Html);
        var flat = string.Concat(Enumerable.Repeat("<p>đoạn</p>", 3_000));
        Assert.Equal(flat, new HtmlCleaner().Clean(flat).Html);
        Assert.Equal("<p>một</p><p>hai</p>", new HtmlCleaner().Clean("<p>một<p>hai").Html);
    }
}
