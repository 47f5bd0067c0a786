using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Initiatives.Web.Documents;

/// <summary>
/// Tờ trình của đơn vị và danh sách trích ngang, as DOCX for those who go on in Word: Times New Roman, margins 20/20/30/15
/// mm, page numbers at the head from the second page of each section, the list's head on every page.
/// </summary>
public static class UnitLetterDocx
{
    private const int Top = 1134, Bottom = 1134, Left = 1701, Right = 850;   // 20, 20, 30, 15 mm in twentieths of a point
    private const int BodyWidth = 11906 - Left - Right;

    /// <summary>Writes the document; <paramref name="stream"/> stays open.</summary>
    public static void Write(UnitLetterModel model, Stream stream)
    {
        using var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document);
        file.PackageProperties.Title = $"Tờ trình: {model.Subject}";
        file.PackageProperties.Creator = model.Agency.FullName;
        var main = file.AddMainDocumentPart();
        main.AddNewPart<StyleDefinitionsPart>().Styles = Styles();
        var (numbered, empty) = (HeaderPart(main, PageNumber()), HeaderPart(main, new W.Paragraph()));
        var body = new W.Body();
        body.Append(Heading(model), Spacer(6), Line("TỜ TRÌNH", bold: true, before: 6), Line(model.Subject, bold: true), Rule(6300));
        if (model.IsDemo) body.Append(Line(SheetInfo.Demo, bold: true, size: 10));
        body.Append(Line($"Kính gửi: {model.Addressee}", before: 12, after: 12));
        foreach (var text in model.Paragraphs) body.Append(Text(text));
        body.Append(Signature(model));
        body.Append(new W.Paragraph(new W.ParagraphProperties(Section(numbered, empty, isAcross: false))));
        body.Append(Line("Phụ lục", bold: true), Line(model.ListTitle, bold: true), Line($"({model.ListBelongsTo})", italic: true), Rule(9700));
        body.Append(List(model), new W.Paragraph(), Section(numbered, empty, isAcross: true));
        main.Document = new W.Document(body);
    }

    private static W.Styles Styles() => new(new W.DocDefaults(
        new W.RunPropertiesDefault(new W.RunPropertiesBaseStyle(
            new W.RunFonts { Ascii = "Times New Roman", HighAnsi = "Times New Roman", EastAsia = "Times New Roman", ComplexScript = "Times New Roman" },
            new W.FontSize { Val = "28" }, new W.FontSizeComplexScript { Val = "28" }, new W.Languages { Val = "vi-VN" })),
        new W.ParagraphPropertiesDefault(new W.ParagraphPropertiesBaseStyle(new W.SpacingBetweenLines { Before = "0", After = "0", Line = "264", LineRule = W.LineSpacingRuleValues.Auto }))));

    /// <summary>The unit on the left, the national title on the right; number and date below them.</summary>
    private static W.Table Heading(UnitLetterModel model)
    {
        int[] widths = [3900, BodyWidth - 3900];
        var unit = model.Agency.Parent.Select(line => Line(line, size: 13)).Concat(model.Agency.Name.Select(line => Line(line, bold: true, size: 13))).Append(Rule(2900));
        W.Paragraph[] nation = [Line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold: true, size: 13), Line("Độc lập - Tự do - Hạnh phúc", bold: true), Rule(1940)];
        return Grid(widths, isRuled: false,
            [[.. unit], nation],
            [[Line(model.Number, size: 13, before: 6)], [Line(model.PlaceAndDate, italic: true, before: 6)]]);
    }

    private static W.Table Signature(UnitLetterModel model)
    {
        int[] widths = [4500, BodyWidth - 4500];
        var recipients = new List<W.Paragraph> { Line("Nơi nhận:", bold: true, italic: true, size: 12, align: W.JustificationValues.Left) };
        for (var i = 0; i < model.Recipients.Count; i++)
            recipients.Add(Line($"- {model.Recipients[i]}{(i == model.Recipients.Count - 1 ? "." : ";")}", size: 11, align: W.JustificationValues.Left));
        var signed = model.Signatory.Capacity.Select(line => Line(line, bold: true)).Append(Spacer(80)).Append(Line(model.Signatory.Name, bold: true));
        var table = Grid(widths, isRuled: false, [[.. recipients], [.. signed]]);
        foreach (var row in table.Elements<W.TableRow>()) row.PrependChild(new W.TableRowProperties(new W.CantSplit()));
        return table;
    }

    private static W.Table List(UnitLetterModel model)
    {
        int[] widths = [.. UnitLetterModel.Widths.Select(width => (int)Math.Round(width * 56.7))];
        var rows = model.Rows.Select((row, index) => new W.Paragraph[][]
        {
            [Line($"{index + 1}", size: 12)],
            [Left12(row.Title), Line(UnitLetterModel.CodeOf(row), size: 10, align: W.JustificationValues.Left)],
            [.. row.Authors.Select(Left12)],
            [Left12(row.Field)],
            [Left12(row.BaseDecision)],
        });
        var table = Grid(widths, isRuled: true, [[.. UnitLetterModel.Heads.Select(head => new[] { Line(head, bold: true, size: 12) })], .. rows]);
        foreach (var (row, index) in table.Elements<W.TableRow>().Select((row, index) => (row, index)))
            row.PrependChild(index == 0 ? new W.TableRowProperties(new W.CantSplit(), new W.TableHeader()) : new W.TableRowProperties(new W.CantSplit()));
        return table;
    }

    private static W.Table Grid(int[] widths, bool isRuled, params IReadOnlyList<W.Paragraph[][]> rows)
    {
        var table = new W.Table(new W.TableProperties(
            new W.TableWidth { Width = Number(widths.Sum()), Type = W.TableWidthUnitValues.Dxa },
            isRuled ? Borders() : new W.TableBorders(),
            new W.TableLayout { Type = W.TableLayoutValues.Fixed },
            new W.TableCellMarginDefault(
                new W.TableCellLeftMargin { Width = (short)(isRuled ? 80 : 0), Type = W.TableWidthValues.Dxa },
                new W.TableCellRightMargin { Width = (short)(isRuled ? 80 : 0), Type = W.TableWidthValues.Dxa })));
        table.Append(new W.TableGrid(widths.Select(width => new W.GridColumn { Width = Number(width) })));
        foreach (var row in rows)
        {
            table.Append(new W.TableRow(row.Select((blocks, column) =>
            {
                var cell = new W.TableCell(new W.TableCellProperties(new W.TableCellWidth { Width = Number(widths[column]), Type = W.TableWidthUnitValues.Dxa }));
                foreach (var block in blocks) cell.Append(block);
                return cell;
            })));
        }

        return table;
    }

    private static W.TableBorders Borders() => new(
        new W.TopBorder { Val = W.BorderValues.Single, Size = 4 }, new W.LeftBorder { Val = W.BorderValues.Single, Size = 4 },
        new W.BottomBorder { Val = W.BorderValues.Single, Size = 4 }, new W.RightBorder { Val = W.BorderValues.Single, Size = 4 },
        new W.InsideHorizontalBorder { Val = W.BorderValues.Single, Size = 4 }, new W.InsideVerticalBorder { Val = W.BorderValues.Single, Size = 4 });

    private static string HeaderPart(MainDocumentPart main, W.Paragraph content)
    {
        var part = main.AddNewPart<HeaderPart>();
        part.Header = new W.Header(content);
        return main.GetIdOfPart(part);
    }

    /// <summary>Phụ lục I, mục I.7: size 13–14, upright, centred in the top margin.</summary>
    private static W.Paragraph PageNumber() => new(
        new W.ParagraphProperties(new W.Justification { Val = W.JustificationValues.Center }),
        new W.SimpleField(Run("2", false, false, 14)) { Instruction = "PAGE" });

    private static W.SectionProperties Section(string numbered, string empty, bool isAcross) => new(
        new W.HeaderReference { Type = W.HeaderFooterValues.Default, Id = numbered },
        new W.HeaderReference { Type = W.HeaderFooterValues.First, Id = empty },
        new W.SectionType { Val = W.SectionMarkValues.NextPage },
        isAcross ? new W.PageSize { Width = 16838, Height = 11906, Orient = W.PageOrientationValues.Landscape } : new W.PageSize { Width = 11906, Height = 16838 },
        new W.PageMargin { Top = Top, Bottom = Bottom, Left = Left, Right = Right, Header = 567, Footer = 567, Gutter = 0 },
        new W.PageNumberType { Start = 1 },
        new W.TitlePage());

    /// <summary>A paragraph of the body: 14, justified, first line 1 cm, 6 pt below.</summary>
    private static W.Paragraph Text(string text) => new(
        new W.ParagraphProperties(new W.SpacingBetweenLines { After = "120" }, new W.Indentation { FirstLine = "567" }, new W.Justification { Val = W.JustificationValues.Both }),
        Run(text, false, false, 14));

    private static W.Paragraph Left12(string text) => Line(text, size: 12, align: W.JustificationValues.Left);

    private static W.Paragraph Line(string text, bool bold = false, bool italic = false, int size = 14, int before = 0, int after = 0, W.JustificationValues? align = null) => new(
        new W.ParagraphProperties(
            new W.SpacingBetweenLines { Before = Number(before * 20), After = Number(after * 20), Line = "252", LineRule = W.LineSpacingRuleValues.Auto },
            new W.Justification { Val = align ?? W.JustificationValues.Center }),
        Run(text, bold, italic, size));

    private static W.Paragraph Spacer(int points) => new(new W.ParagraphProperties(
        new W.SpacingBetweenLines { Before = "0", After = "0", Line = Number(points * 20), LineRule = W.LineSpacingRuleValues.Exact }));

    /// <summary>A rule below the line before: the room on either side makes its length.</summary>
    private static W.Paragraph Rule(int around) => new(new W.ParagraphProperties(
        new W.ParagraphBorders(new W.TopBorder { Val = W.BorderValues.Single, Size = 6, Space = 1 }),
        new W.SpacingBetweenLines { Before = "20", After = "0", Line = "60", LineRule = W.LineSpacingRuleValues.Exact },
        new W.Indentation { Left = Number(around / 2), Right = Number(around / 2) }));

    private static W.Run Run(string text, bool bold, bool italic, int size)
    {
        var look = new W.RunProperties();
        if (bold) look.Append(new W.Bold());
        if (italic) look.Append(new W.Italic());
        look.Append(new W.FontSize { Val = Number(size * 2) }, new W.FontSizeComplexScript { Val = Number(size * 2) });
        return new W.Run(look, new W.Text(text) { Space = SpaceProcessingModeValues.Preserve });
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
