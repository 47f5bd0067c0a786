using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ExcelDataReader;
using Initiatives.Web.Documents;

namespace Initiatives.Web.Tests.Documents;

public sealed class WorkbookTests
{
    private static readonly WorkTable Table = new("Hồ sơ", [new("Tên", 40), new("Số", 8), new("Ngày", 12), new("Lúc", 20)],
    [
        ["Quầy \"lưu động\" & <chợ>", 7, new DateOnly(2026, 9, 3), new DateTime(2026, 9, 30, 16, 59, 59, DateTimeKind.Utc)],
        ["=HYPERLINK(\"http://x\")", 82.35m, null, null],
        ["hai\ndòng\u0001", null, null, null],
    ], "Danh sách năm 2026");

    private static MemoryStream Written()
    {
        var stream = new MemoryStream();
        Workbook.Write(stream, Table, Table with { Name = "Trang 'hai'", Title = "" });
        stream.Position = 0;
        return stream;
    }

    [Fact]
    public void A_reader_finds_what_was_written_and_no_formula()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(Written());
        var rows = new List<object?[]>();
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, 4).Select(reader.GetValue)]);
        Assert.Equal("Danh sách năm 2026", rows[0][0]);
        Assert.Equal(["Tên", "Số", "Ngày", "Lúc"], rows[1]);
        Assert.Equal(["Quầy \"lưu động\" & <chợ>", 7d, new DateTime(2026, 9, 3), new DateTime(2026, 9, 30, 23, 59, 59)], rows[2]);
        Assert.Equal(["=HYPERLINK(\"http://x\")", 82.35, null, null], rows[3]);
        Assert.Equal("hai\ndòng", rows[4][0]);
        Assert.True(reader.NextResult());
        Assert.Equal("Trang 'hai'", reader.Name);
    }

    [Fact]
    public void It_is_a_valid_workbook()
    {
        using var file = SpreadsheetDocument.Open(Written(), false);
        Assert.Empty(new OpenXmlValidator().Validate(file).Select(error => $"{error.Path?.XPath}: {error.Description}"));
    }
}
