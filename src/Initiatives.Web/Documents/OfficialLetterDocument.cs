namespace Initiatives.Web.Documents;

/// <summary>A row of figures in a letter.</summary>
/// <param name="Cells">The first is text, the others are numbers.</param>
public sealed record LetterRow(IReadOnlyList<string> Cells);

/// <summary>A công văn of the Department (NĐ 30/2020, Phụ lục III, mẫu 1.5; DOMAIN § 5).</summary>
/// <param name="Agency">Who issues it.</param>
/// <param name="Number">Number of the series; null before it is given.</param>
/// <param name="Symbol">What follows the number: "SKHCN".</param>
/// <param name="Place">"Hải Phòng".</param>
/// <param name="Date">Day of signature; null before it.</param>
/// <param name="Subject">What follows "V/v".</param>
/// <param name="Addressees">Kính gửi.</param>
/// <param name="Before">Text before the figures.</param>
/// <param name="Heads">Heads of the figures' columns; none: no figures.</param>
/// <param name="Rows">The figures.</param>
/// <param name="After">Text after them; the last paragraph ends with "./.".</param>
/// <param name="Signatory">Who signs.</param>
/// <param name="Recipients">Nơi nhận.</param>
/// <param name="IsDemo">Marks every page as demonstration data.</param>
public sealed record OfficialLetterModel(
    Agency Agency,
    int? Number,
    string Symbol,
    string Place,
    DateOnly? Date,
    string Subject,
    IReadOnlyList<string> Addressees,
    IReadOnlyList<NoticeParagraph> Before,
    IReadOnlyList<string> Heads,
    IReadOnlyList<LetterRow> Rows,
    IReadOnlyList<NoticeParagraph> After,
    Signatory Signatory,
    IReadOnlyList<string> Recipients,
    bool IsDemo = false);

/// <summary>Công văn: a notice of a result, an answer to a remonstrance.</summary>
public static class OfficialLetterDocument
{
    private const float Width = 165;
    private const float FirstColumn = 66;

    /// <summary>Writes the PDF; <paramref name="stream"/> stays open.</summary>
    public static void Write(OfficialLetterModel model, Fonts fonts, Stream stream)
    {
        var number = Printed.Number(model.Number, model.Symbol);
        var last = model.After.Count > 0 ? model.After[^1] : model.Before[^1];
        var sheet = new Sheet(fonts, SheetInfo.For($"Công văn số {number} V/v {model.Subject}", model.Agency.FullName, model.IsDemo))
            .Add(new Nd30Header(model.Agency, $"Số: {number}", $"{model.Place}, {Printed.Date(model.Date)}", $"V/v {model.Subject}"))
            .Add(Nd30.Addressees(model.Addressees))
            .Add(model.Before.SelectMany(paragraph => Text(paragraph, ReferenceEquals(paragraph, last))));
        if (model.Heads.Count > 0) sheet.Add(Figures(model.Heads, model.Rows));
        sheet.Add(model.After.SelectMany(paragraph => Text(paragraph, ReferenceEquals(paragraph, last))))
            .Add(Nd30.Signature(model.Signatory, model.Recipients))
            .Write(stream);
    }

    /// <summary>Lines that a person typed stay apart. The last one, often short, goes over a page with what stands before it: a signature needs some text above.</summary>
    private static IEnumerable<Block> Text(NoticeParagraph paragraph, bool last)
    {
        var lines = (last ? Nd30.End(paragraph.Text) : paragraph.Text).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length == 0 && paragraph.Lead is { } alone) yield return Nd30.Body(new Run(alone, Face.Bold)) with { KeepWithNext = true };
        for (var i = 0; i < lines.Length; i++)
            yield return (i == 0 && paragraph.Lead is { } lead ? Nd30.Body(new Run(lead + " ", Face.Bold), new Run(lines[i])) : Nd30.Body(new Run(lines[i]))) with { KeepWithPrevious = last && i == lines.Length - 1 };
    }

    private static Table Figures(IReadOnlyList<string> heads, IReadOnlyList<LetterRow> rows)
    {
        var rest = (Width - FirstColumn) / Math.Max(1, heads.Count - 1);
        return new Table(
            [.. heads.Select((_, i) => i == 0 ? FirstColumn : rest)],
            [.. heads.Select(head => new Cell(head, Face.Bold, Align.Center))],
            [.. rows.Select(row => (IReadOnlyList<Cell>)[.. row.Cells.Select((cell, i) => i == 0 ? new Cell(cell) : new Cell(cell, align: Align.Center))])])
        { Before = 4, After = 8 };
    }
}
