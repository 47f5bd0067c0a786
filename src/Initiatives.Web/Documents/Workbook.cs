using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Initiatives.Domain.Time;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace Initiatives.Web.Documents;

/// <summary>A column: its head, and its width in characters.</summary>
public sealed record WorkColumn(string Head, double Width);

/// <summary>
/// A table of a workbook. A cell is text, a whole or decimal number, a day, or an instant (UTC, shown as the wall clock in
/// Việt Nam); null is empty. Text is always text: what begins with "=" is never a formula.
/// </summary>
/// <param name="Title">A line above the table; empty: none.</param>
public sealed record WorkTable(string Name, IReadOnlyList<WorkColumn> Columns, IEnumerable<IReadOnlyList<object?>> Rows, string Title = "");

/// <summary>XLSX: tables for people who go on in Excel. Head frozen and repeated on paper, A4 across, as wide as the page.</summary>
public static class Workbook
{
    private const uint Plain = 0, Head = 1, Day = 2, Instant = 3, Title = 4, Number = 5;

    public static void Write(Stream output, params IReadOnlyList<WorkTable> tables)
    {
        using var file = SpreadsheetDocument.Create(output, SpreadsheetDocumentType.Workbook);
        var book = file.AddWorkbookPart();
        book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
        var sheets = new X.Sheets();
        var names = new X.DefinedNames();
        for (var i = 0; i < tables.Count; i++)
        {
            var part = book.AddNewPart<WorksheetPart>();
            WriteTable(part, tables[i]);
            sheets.Append(new X.Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)i + 1, Name = tables[i].Name });
            var row = HeadRow(tables[i]);
            names.Append(new X.DefinedName($"'{tables[i].Name.Replace("'", "''", StringComparison.Ordinal)}'!${row}:${row}") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)i });
        }

        book.Workbook = new X.Workbook(sheets, names);
    }

    private static int HeadRow(WorkTable table) => table.Title.Length > 0 ? 2 : 1;

    private static void WriteTable(WorksheetPart part, WorkTable table)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new X.Worksheet());
        writer.WriteElement(new X.SheetProperties(new X.PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new X.SheetViews(new X.SheetView(new X.Pane
        {
            VerticalSplit = HeadRow(table),
            TopLeftCell = $"A{HeadRow(table) + 1}",
            ActivePane = X.PaneValues.BottomLeft,
            State = X.PaneStateValues.Frozen,
        })
        { WorkbookViewId = 0 }));
        writer.WriteElement(new X.Columns(table.Columns.Select((column, index) =>
            new X.Column { Min = (uint)index + 1, Max = (uint)index + 1, Width = column.Width, CustomWidth = true })));
        writer.WriteStartElement(new X.SheetData());
        if (table.Title.Length > 0) WriteRow(writer, [table.Title], Title);
        WriteRow(writer, [.. table.Columns.Select(column => column.Head)], Head);
        foreach (var row in table.Rows) WriteRow(writer, row, Plain);
        writer.WriteEndElement();
        writer.WriteElement(new X.PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.5, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new X.PageSetup { PaperSize = 9, Orientation = X.OrientationValues.Landscape, FitToHeight = 0 });
        writer.WriteEndElement();
    }

    private static void WriteRow(OpenXmlWriter writer, IReadOnlyList<object?> cells, uint style)
    {
        writer.WriteStartElement(new X.Row());
        foreach (var cell in cells) writer.WriteElement(CellOf(cell, style));
        writer.WriteEndElement();
    }

    private static X.Cell CellOf(object? value, uint style) => value switch
    {
        null or "" => new X.Cell { StyleIndex = style },
        int or long or decimal => new X.Cell(new X.CellValue(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture))) { StyleIndex = Number },
        DateOnly day => Dated(day.ToDateTime(TimeOnly.MinValue), Day),
        DateTime utc => Dated(VietnamTime.ToLocal(utc), Instant),
        string text => new X.Cell(new X.InlineString(new X.Text(Storable(text)) { Space = SpaceProcessingModeValues.Preserve })) { DataType = X.CellValues.InlineString, StyleIndex = style },
        _ => throw new ArgumentException($"No cell for {value.GetType().Name}.", nameof(value)),
    };

    private static X.Cell Dated(DateTime local, uint style) =>
        new(new X.CellValue(local.ToOADate().ToString(CultureInfo.InvariantCulture))) { StyleIndex = style };

    /// <summary>XML holds no control characters, a cell at most 32,767 characters.</summary>
    private static string Storable(string text)
    {
        var kept = string.Concat(text.Where(letter => letter is '\n' or '\t' || !char.IsControl(letter)));
        return kept.Length <= 32_767 ? kept : kept[..32_767];
    }

    private static X.Stylesheet Styles() => new(
        new X.NumberingFormats(new X.NumberingFormat { NumberFormatId = 164, FormatCode = "d/m/yyyy" }, new X.NumberingFormat { NumberFormatId = 165, FormatCode = "d/m/yyyy hh:mm:ss" }),
        new X.Fonts(Face(11, false), Face(11, true), Face(14, true)),
        new X.Fills(new X.Fill(new X.PatternFill { PatternType = X.PatternValues.None }), new X.Fill(new X.PatternFill { PatternType = X.PatternValues.Gray125 }),
            new X.Fill(new X.PatternFill(new X.ForegroundColor { Rgb = "FFF3EEE4" }) { PatternType = X.PatternValues.Solid })),
        new X.Borders(new X.Border(), new X.Border(Line<X.LeftBorder>(), Line<X.RightBorder>(), Line<X.TopBorder>(), Line<X.BottomBorder>(), new X.DiagonalBorder())),
        new X.CellFormats(
            Format(0, 0, 0), Format(0, 1, 2), Format(164, 0, 0), Format(165, 0, 0),
            new X.CellFormat { FontId = 2, ApplyFont = true }, Format(0, 0, 0)));

    private static X.Font Face(double size, bool bold) => bold
        ? new X.Font(new X.Bold(), new X.FontSize { Val = size }, new X.FontName { Val = "Times New Roman" })
        : new X.Font(new X.FontSize { Val = size }, new X.FontName { Val = "Times New Roman" });

    private static T Line<T>()
        where T : X.BorderPropertiesType, new() => new() { Style = X.BorderStyleValues.Thin };

    private static X.CellFormat Format(uint number, uint font, uint fill) =>
        new(new X.Alignment { WrapText = true, Vertical = X.VerticalAlignmentValues.Top })
        { NumberFormatId = number, FontId = font, FillId = fill, BorderId = 1, ApplyNumberFormat = true, ApplyFont = true, ApplyFill = true, ApplyBorder = true, ApplyAlignment = true };
}
