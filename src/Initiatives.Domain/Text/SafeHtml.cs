namespace Initiatives.Domain.Text;

/// <summary>
/// HTML that has passed the cleaner: the only kind that a view may print raw. The type is the proof, so
/// <see cref="FromCleaned"/> is called by the cleaner and by the converter that reads stored columns, nowhere else.
/// </summary>
public readonly record struct SafeHtml
{
    // Null stands for the empty text, so that default and Empty are equal.
    private readonly string? html;

    private SafeHtml(string? html) => this.html = html;

    /// <summary>No text at all; also the default value.</summary>
    public static SafeHtml Empty => default;

    /// <summary>The HTML; never null.</summary>
    public string Html => html ?? "";

    /// <summary>Words as a person counts them, tags left out.</summary>
    public int WordCount => VietnameseText.CountWords(PlainText());

    /// <summary>Vouches that <paramref name="html"/> came out of the cleaner.</summary>
    public static SafeHtml FromCleaned(string? html) => new(string.IsNullOrEmpty(html) ? null : html);

    /// <summary>
    /// The text alone: tags and comments dropped, entities decoded, white space collapsed as a browser does,
    /// paragraphs, list items, rows and line breaks on lines of their own. For search, counting, comparing; linear time.
    /// The answer is plain text and must be encoded again before it is shown.
    /// </summary>
    public string PlainText() => HtmlText.Extract(Html);

    /// <summary>The HTML.</summary>
    public override string ToString() => Html;
}
