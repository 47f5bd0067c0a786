using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using P = DocumentFormat.OpenXml.Presentation;
using S = DocumentFormat.OpenXml.Spreadsheet;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Initiatives.Web.Tests.Files;

/// <summary>Office documents made by the OpenXml library, and what becomes of them under a test's hands.</summary>
public static class CraftOffice
{
    public const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static byte[] Docx(params string[] paragraphs)
    {
        using var buffer = new MemoryStream();
        using (var document = WordprocessingDocument.Create(buffer, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.Document = new W.Document(new W.Body(paragraphs.DefaultIfEmpty("Báo cáo kết quả áp dụng").Select(text => new W.Paragraph(new W.Run(new W.Text(text))))));
            main.AddHyperlinkRelationship(new Uri("https://haiphong.gov.vn"), isExternal: true);
        }

        return buffer.ToArray();
    }

    public static byte[] Xlsx(params string[] cells)
    {
        using var buffer = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(buffer, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var sheet = book.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new S.Worksheet(new S.SheetData(cells.DefaultIfEmpty("Số lượt").Select(text =>
                new S.Row(new S.Cell { DataType = S.CellValues.InlineString, InlineString = new S.InlineString(new S.Text(text)) }))));
            book.Workbook = new S.Workbook(new S.Sheets(new S.Sheet { Id = book.GetIdOfPart(sheet), SheetId = 1, Name = "Số liệu" }));
        }

        return buffer.ToArray();
    }

    public static byte[] Pptx(string title = "Quầy một cửa lưu động")
    {
        using var buffer = new MemoryStream();
        using (var document = PresentationDocument.Create(buffer, PresentationDocumentType.Presentation))
        {
            var main = document.AddPresentationPart();
            var slide = main.AddNewPart<SlidePart>();
            slide.Slide = new P.Slide(new P.CommonSlideData(new P.ShapeTree(
                new P.NonVisualGroupShapeProperties(new P.NonVisualDrawingProperties { Id = 1, Name = "" }, new P.NonVisualGroupShapeDrawingProperties(), new P.ApplicationNonVisualDrawingProperties()),
                new P.GroupShapeProperties(),
                new P.Shape(
                    new P.NonVisualShapeProperties(new P.NonVisualDrawingProperties { Id = 2, Name = "Tên" }, new P.NonVisualShapeDrawingProperties(), new P.ApplicationNonVisualDrawingProperties()),
                    new P.ShapeProperties(),
                    new P.TextBody(new DocumentFormat.OpenXml.Drawing.BodyProperties(), new DocumentFormat.OpenXml.Drawing.Paragraph(new DocumentFormat.OpenXml.Drawing.Run(new DocumentFormat.OpenXml.Drawing.Text(title))))))));
            main.Presentation = new P.Presentation(new P.SlideIdList(new P.SlideId { Id = 256, RelationshipId = main.GetIdOfPart(slide) }), new P.SlideSize { Cx = 9144000, Cy = 6858000 }, new P.NotesSize { Cx = 6858000, Cy = 9144000 });
        }

        return buffer.ToArray();
    }

    /// <summary>A document with macros, saved as such and only renamed.</summary>
    public static byte[] Docm()
    {
        using var buffer = new MemoryStream();
        using (var document = WordprocessingDocument.Create(buffer, WordprocessingDocumentType.MacroEnabledDocument))
        {
            var main = document.AddMainDocumentPart();
            main.Document = new W.Document(new W.Body(new W.Paragraph()));
            using var code = new MemoryStream([1, 2, 3]);
            main.AddNewPart<VbaProjectPart>().FeedData(code);
        }

        return buffer.ToArray();
    }

    /// <summary>A plain zip.</summary>
    public static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in entries) Write(zip, name, Encoding.UTF8.GetBytes(text));
        return buffer.ToArray();
    }

    /// <summary>The same document with parts put in, or put in the place of others.</summary>
    public static byte[] With(this byte[] document, params (string Name, byte[] Bytes)[] parts)
    {
        using var buffer = new MemoryStream();
        buffer.Write(document);
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var (name, bytes) in parts)
            {
                zip.GetEntry(name)?.Delete();
                Write(zip, name, bytes);
            }
        }

        return buffer.ToArray();
    }

    /// <summary>The same document whose main part points to something more.</summary>
    public static byte[] Pointing(this byte[] document, string kind, string target, bool isExternal = false, string? type = null) => document.With(("word/_rels/document.xml.rels", Encoding.UTF8.GetBytes(
        $"""<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId77" Type="{type ?? Relationships}/{kind}" Target="{target}"{(isExternal ? " TargetMode=\"External\"" : "")}/></Relationships>""")));

    /// <summary>The same document whose main part says something else.</summary>
    public static byte[] Saying(this byte[] document, string body) => document.With(("word/document.xml", Encoding.UTF8.GetBytes(
        $"""<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>""")));

    private static void Write(ZipArchive zip, string name, byte[] bytes)
    {
        using var stream = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
        stream.Write(bytes);
    }
}
