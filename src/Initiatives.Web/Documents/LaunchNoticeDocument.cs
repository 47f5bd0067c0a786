namespace Initiatives.Web.Documents;

/// <summary>A paragraph of a công văn.</summary>
/// <param name="Text">The text after the lead.</param>
/// <param name="Lead">Printed bold before the text: "a) Cải cách thể chế:"; null for none.</param>
public sealed record NoticeParagraph(string Text, string? Lead = null);

/// <summary>The công văn that launches a year's call for initiatives (DOMAIN § 1.1, § 4 no. 1).</summary>
/// <param name="Agency">UBND thành phố.</param>
/// <param name="Number">Number of the series; null before it is given.</param>
/// <param name="Symbol">"UBND-NVKTGS".</param>
/// <param name="Place">"Hải Phòng".</param>
/// <param name="Date">Day of signature; null before it.</param>
/// <param name="Subject">What follows "V/v".</param>
/// <param name="Addressees">Kính gửi.</param>
/// <param name="Paragraphs">The text, the eight fields among it; the last ends with "./.".</param>
/// <param name="Signatory">Who signs.</param>
/// <param name="Recipients">Nơi nhận.</param>
/// <param name="IsDemo">Marks every page as demonstration data.</param>
public sealed record LaunchNoticeModel(
    Agency Agency,
    int? Number,
    string Symbol,
    string Place,
    DateOnly? Date,
    string Subject,
    IReadOnlyList<string> Addressees,
    IReadOnlyList<NoticeParagraph> Paragraphs,
    Signatory Signatory,
    IReadOnlyList<string> Recipients,
    bool IsDemo = false);

/// <summary>Công văn phát động (NĐ 30/2020, Phụ lục III, mẫu 1.5).</summary>
public static class LaunchNoticeDocument
{
    /// <summary>Writes the PDF; <paramref name="stream"/> stays open.</summary>
    public static void Write(LaunchNoticeModel model, Fonts fonts, Stream stream)
    {
        var number = Printed.Number(model.Number, model.Symbol);
        new Sheet(fonts, SheetInfo.For($"Công văn số {number} V/v {model.Subject}", model.Agency.FullName, model.IsDemo))
            .Add(new Nd30Header(model.Agency, $"Số: {number}", $"{model.Place}, {Printed.Date(model.Date)}", $"V/v {model.Subject}"))
            .Add(Nd30.Addressees(model.Addressees))
            .Add(model.Paragraphs.Select((paragraph, i) => Text(paragraph, last: i == model.Paragraphs.Count - 1)))
            .Add(Nd30.Signature(model.Signatory, model.Recipients))
            .Write(stream);
    }

    private static Paragraph Text(NoticeParagraph paragraph, bool last)
    {
        var text = last ? Nd30.End(paragraph.Text) : paragraph.Text;
        return paragraph.Lead is { } lead
            ? Nd30.Body(new Run(lead + " ", Face.Bold), new Run(text)) with { KeepWithNext = text.Length == 0 }
            : Nd30.Body(new Run(text));
    }
}
