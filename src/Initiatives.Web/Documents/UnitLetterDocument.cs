namespace Initiatives.Web.Documents;

/// <summary>Tờ trình của đơn vị và danh sách trích ngang, as a PDF (NĐ 30/2020, Phụ lục III, mẫu 1.4).</summary>
public static class UnitLetterDocument
{
    /// <summary>Writes the PDF; <paramref name="stream"/> stays open.</summary>
    public static void Write(UnitLetterModel model, Fonts fonts, Stream stream) =>
        new Sheet(fonts, SheetInfo.For($"Tờ trình: {model.Subject}", model.Agency.FullName, model.IsDemo))
            .Add(new Nd30Header(model.Agency, model.Number, model.PlaceAndDate))
            .Add(Nd30.Title("TỜ TRÌNH", model.Subject))
            .Add(Nd30.Addressees([model.Addressee]))
            .Add(model.Paragraphs.Select(text => Nd30.Body(new Run(text))))
            .Add(Nd30.Signature(model.Signatory, model.Recipients))
            .Section(new PageFormat { Landscape = true })
            .Add(Nd30.AnnexHead(model.ListTitle, model.ListBelongsTo))
            .Add(new Table(UnitLetterModel.Widths, [.. UnitLetterModel.Heads.Select(head => new Cell(head, Face.Bold, Align.Center))], [.. model.Rows.Select(Row)]))
            .Write(stream);

    private static IReadOnlyList<Cell> Row(UnitLetterRow row, int index) =>
    [
        new Cell($"{index + 1}", align: Align.Center),
        new Cell([Text(row.Title, 12), Text(UnitLetterModel.CodeOf(row), 10)]),
        new Cell([.. row.Authors.Select(author => Text(author, 12))]),
        new Cell(row.Field),
        new Cell(row.BaseDecision),
    ];

    private static Paragraph Text(string text, float size) => new(text) { Align = Align.Left, Size = size, Spacing = 1 };
}
