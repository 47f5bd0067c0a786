namespace Initiatives.Web.Documents;

/// <summary>A row of the list of eligible dossiers.</summary>
public sealed record NoticeRow(string Code, string Title, string Authors, string Unit);

/// <summary>The Department's notice on the result of screening (DOMAIN § 4 no. 6; NĐ 30/2020, Phụ lục III, mẫu 1.4).</summary>
/// <param name="Agency">Sở Khoa học và Công nghệ.</param>
/// <param name="Number">Number of the series; null before it is given.</param>
/// <param name="Symbol">"TB-SKHCN".</param>
/// <param name="Place">"Hải Phòng".</param>
/// <param name="Date">Day of signature; null before it.</param>
/// <param name="Subject">What follows "Về".</param>
/// <param name="Paragraphs">The text before the list.</param>
/// <param name="Rows">The list; empty for none.</param>
/// <param name="Closing">The text after it; the last paragraph ends with "./.".</param>
/// <param name="Signatory">Who signs.</param>
/// <param name="Recipients">Nơi nhận.</param>
/// <param name="IsDemo">Marks every page as demonstration data.</param>
public sealed record ScreeningNoticeModel(
    Agency Agency,
    int? Number,
    string Symbol,
    string Place,
    DateOnly? Date,
    string Subject,
    IReadOnlyList<NoticeParagraph> Paragraphs,
    IReadOnlyList<NoticeRow> Rows,
    IReadOnlyList<string> Closing,
    Signatory Signatory,
    IReadOnlyList<string> Recipients,
    bool IsDemo = false);

/// <summary>Thông báo kết quả kiểm tra điều kiện.</summary>
public static class ScreeningNoticeDocument
{
    private static readonly float[] Widths = [11, 31, 58, 36, 29];

    /// <summary>Writes the PDF; <paramref name="stream"/> stays open.</summary>
    public static void Write(ScreeningNoticeModel model, Fonts fonts, Stream stream)
    {
        var number = Printed.Number(model.Number, model.Symbol);
        var sheet = new Sheet(fonts, SheetInfo.For($"Thông báo số {number} {model.Subject}", model.Agency.FullName, model.IsDemo))
            .Add(new Nd30Header(model.Agency, $"Số: {number}", $"{model.Place}, {Printed.Date(model.Date)}"))
            .Add(Nd30.Title("THÔNG BÁO", model.Subject))
            .Add(model.Paragraphs.Select(paragraph => paragraph.Lead is { } lead ? Nd30.Body(new Run(lead + " ", Face.Bold), new Run(paragraph.Text)) : Nd30.Body(new Run(paragraph.Text))));
        if (model.Rows.Count > 0) sheet.Add(List(model.Rows));
        sheet.Add(model.Closing.Select((text, i) => Nd30.Body(new Run(i == model.Closing.Count - 1 ? Nd30.End(text) : text))))
            .Add(Nd30.Signature(model.Signatory, model.Recipients))
            .Write(stream);
    }

    private static Table List(IReadOnlyList<NoticeRow> rows) => new(
        Widths,
        [Head("TT"), Head("Số hồ sơ"), Head("Tên sáng kiến"), Head("Tác giả"), Head("Đơn vị")],
        [.. rows.Select((row, i) => (IReadOnlyList<Cell>)[new Cell($"{i + 1}", align: Align.Center), new Cell(row.Code), new Cell(row.Title), new Cell(row.Authors), new Cell(row.Unit)])])
    { Before = 4, After = 8 };

    private static Cell Head(string text) => new(text, Face.Bold, Align.Center);
}
