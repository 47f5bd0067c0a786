using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace Initiatives.Web.Documents;

/// <summary>A column of a spreadsheet.</summary>
/// <param name="Head">What stands in the first row.</param>
/// <param name="Width">In letters of the usual face.</param>
public sealed record WorkbookColumn(string Head, double Width);

/// <summary>One sheet: a head that stays in sight, and rows of texts and numbers. Texts wrap; a long number stays a text.</summary>
/// <param name="Name">On its tab: at most 31 letters, none of []:*?/\.</param>
/// <param name="Columns">From left to right.</param>
/// <param name="Rows">Each a value a column: text, whole or decimal number, or null.</param>
public sealed record WorkbookSheet(string Name, IReadOnlyList<WorkbookColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows);

/// <summary>Writes XLSX. Texts are written as texts: what begins with "=" is never a formula.</summary>
public static class Workbook
{
    private const uint Plain = 0;
    private const uint Head = 1;

    public static byte[] Write(params ReadOnlySpan<WorkbookSheet> sheets)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new X.Workbook();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var list = book.Workbook.AppendChild(new X.Sheets());
            var number = 0u;
            foreach (var sheet in sheets)
            {
                number++;
                var part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = Page(sheet, number == 1);
                list.AppendChild(new X.Sheet { Name = sheet.Name, SheetId = number, Id = book.GetIdOfPart(part) });
            }
        }

        return stream.ToArray();
    }

    private static X.Worksheet Page(WorkbookSheet sheet, bool isFirst)
    {
        var data = new X.SheetData();
        data.AppendChild(Line(1, sheet.Columns.Select(column => (object?)column.Head), Head));
        for (var i = 0; i < sheet.Rows.Count; i++) data.AppendChild(Line((uint)i + 2, sheet.Rows[i], Plain));
        var view = new X.SheetView(new X.Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = X.PaneValues.BottomLeft, State = X.PaneStateValues.Frozen }) { WorkbookViewId = 0, TabSelected = isFirst };
        return new X.Worksheet(
            new X.SheetViews(view),
            new X.Columns(sheet.Columns.Select((column, index) => new X.Column { Min = (uint)index + 1, Max = (uint)index + 1, Width = column.Width, CustomWidth = true })),
            data);
    }

    private static X.Row Line(uint number, IEnumerable<object?> values, uint style) =>
        new(values.Select((value, index) => Cell(value, $"{Letters(index)}{number}", style))) { RowIndex = number };

    private static X.Cell Cell(object? value, string at, uint style) => value switch
    {
        null or "" => new X.Cell { CellReference = at, StyleIndex = style },
        int or long or decimal => new X.Cell(new X.CellValue(Convert.ToString(value, CultureInfo.InvariantCulture)!)) { CellReference = at, StyleIndex = style, DataType = X.CellValues.Number },
        _ => new X.Cell(new X.InlineString(new X.Text(Clean(value.ToString()!)) { Space = SpaceProcessingModeValues.Preserve })) { CellReference = at, StyleIndex = style, DataType = X.CellValues.InlineString },
    };

    /// <summary>Without what XML cannot hold.</summary>
    private static string Clean(string text) => new([.. text.Where(letter => letter is '\n' or '\t' || !char.IsControl(letter))]);

    private static string Letters(int index) => index < 26 ? ((char)('A' + index)).ToString() : Letters(index / 26 - 1) + (char)('A' + index % 26);

    private static X.Stylesheet Styles() => new(
        new X.Fonts(new X.Font(new X.FontSize { Val = 11 }, new X.FontName { Val = "Times New Roman" }), new X.Font(new X.Bold(), new X.FontSize { Val = 11 }, new X.FontName { Val = "Times New Roman" })),
        new X.Fills(new X.Fill(new X.PatternFill { PatternType = X.PatternValues.None }), new X.Fill(new X.PatternFill { PatternType = X.PatternValues.Gray125 }),
            new X.Fill(new X.PatternFill(new X.ForegroundColor { Rgb = "FFDDECEF" }) { PatternType = X.PatternValues.Solid })),
        new X.Borders(new X.Border()),
        new X.CellStyleFormats(new X.CellFormat()),
        new X.CellFormats(
            new X.CellFormat(new X.Alignment { WrapText = true, Vertical = X.VerticalAlignmentValues.Top }) { ApplyAlignment = true },
            new X.CellFormat(new X.Alignment { WrapText = true, Vertical = X.VerticalAlignmentValues.Center }) { FontId = 1, FillId = 2, ApplyFont = true, ApplyFill = true, ApplyAlignment = true }));
}
