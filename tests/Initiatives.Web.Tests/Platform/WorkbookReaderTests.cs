using System.IO.Compression;
using System.Text;
using Initiatives.Web.Platform.Files;

namespace Initiatives.Web.Tests.Platform;

/// <summary>What people upload as Excel: what is read, and the sentence for what is not.</summary>
public sealed class WorkbookReaderTests
{
    private const string NotExcel = "Tệp “ds.xlsx” không phải bảng tính Excel (.xlsx), dù tên có thể ghi như vậy. Lưu từ Excel thành .xlsx rồi chọn lại.";
    private const string Broken = "Tệp “ds.xlsx” bị hỏng hoặc chép dở, không đọc được. Mở bằng Excel, lưu lại thành .xlsx rồi chọn lại.";

    private static readonly byte[] Good = Given.ImportFile([["Lê Văn Nam", "nam@hongbang.example", "11311", "", "Tác giả"]]);

    private static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
            foreach (var (name, content) in parts)
                using (var part = zip.CreateEntry(name).Open()) part.Write(content);
        return stream.ToArray();
    }

    private static byte[] Compound(string holds) => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes(holds), .. new byte[100]];

    private static byte[] Book(string sheet) => Zip(
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"u8.ToArray()),
        ("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"u8.ToArray()),
        ("xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"u8.ToArray()),
        ("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"u8.ToArray()),
        ("xl/worksheets/sheet1.xml", Encoding.UTF8.GetBytes($"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{sheet}</sheetData></worksheet>")));

    /// <summary>By a name: what a test runner writes down of a test must not be five megabytes.</summary>
    private static readonly Dictionary<string, (Func<byte[]> Make, string Sentence)> Kinds = new()
    {
        ["empty"] = (() => [], "Tệp “ds.xlsx” rỗng, không có nội dung. Chọn lại tệp."),
        ["huge"] = (() => new byte[WorkbookReader.MostBytes + 1], "Tệp “ds.xlsx” lớn hơn 5 MB. Bỏ hình ảnh và trang thừa, hoặc chia thành nhiều tệp."),
        ["text"] = (() => Encoding.UTF8.GetBytes("Họ và tên;Thư điện tử"), NotExcel),
        ["pdf"] = (() => "%PDF-1.4 and more"u8.ToArray(), NotExcel),
        ["docx"] = (() => Zip(("[Content_Types].xml", []), ("word/document.xml", [])), NotExcel),
        ["macro"] = (() => Zip(("xl/workbook.xml", []), ("xl/vbaProject.bin", [])), "Tệp “ds.xlsx” có macro. Lưu lại thành .xlsx thường rồi chọn lại."),
        ["bomb"] = (() => Zip(("xl/workbook.xml", new byte[90 << 20])), "Tệp “ds.xlsx” giải nén ra quá lớn. Chép các dòng cần nhập sang tệp mẫu mới."),
        ["xls"] = (() => Compound("Workbook"), "Tệp “ds.xlsx” là Excel kiểu cũ (.xls). Mở bằng Excel, lưu lại thành .xlsx rồi chọn lại."),
        ["encrypted"] = (() => Compound("EncryptedPackage"), "Tệp “ds.xlsx” có mật khẩu. Mở bằng Excel, bỏ mật khẩu, lưu lại rồi chọn lại."),
        ["truncated"] = (() => Good[..(Good.Length / 2)], Broken),
        ["empty workbook part"] = (() => Zip(("xl/workbook.xml", [])), Broken),
        ["cell out of any sheet"] = (() => Book("<row r=\"1\"><c r=\"AAAAAAA1\"><v>1</v></c></row>"), Broken),
        ["row out of any sheet"] = (() => Book("<row r=\"2000000000\"><c><v>1</v></c></row>"), Broken),
        ["far row"] = (() => Book("<row r=\"1000000\"><c r=\"A1000000\"><v>1</v></c></row>"), "Trang “S” trải dài hơn 100.000 dòng, kể cả dòng trống. Chép các dòng cần nhập sang tệp mẫu mới."),
        ["bad xml"] = (() => Book("<row r=\"1\"><c r=\"A1\"><v>1</v></c>"), Broken),
    };

    public static TheoryData<string> Refused => [.. Kinds.Keys];

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_file_that_cannot_be_read_is_refused_in_words(string kind)
    {
        using var stream = new MemoryStream(Kinds[kind].Make());
        var read = WorkbookReader.Read(stream, "ds.xlsx", "File");
        Assert.False(read.Ok);
        Assert.Equal(("File", Kinds[kind].Sentence), (read.Problems[0].Field, read.Problems[0].Message));
    }

    [Fact]
    public void Every_half_of_a_good_file_is_refused_and_throws_nothing()
    {
        for (var length = 9; length < Good.Length; length += 97)
        {
            using var stream = new MemoryStream(Good[..length]);
            Assert.False(WorkbookReader.Read(stream, "ds.xlsx", "File").Ok, $"{length}");
        }
    }

    [Fact]
    public void A_file_with_flipped_bytes_is_read_or_refused_and_throws_nothing()
    {
        var random = new Random(11);
        for (var i = 0; i < 200; i++)
        {
            var bytes = (byte[])Good.Clone();
            for (var flips = 0; flips < 4; flips++) bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            using var stream = new MemoryStream(bytes);
            WorkbookReader.Read(stream, "ds.xlsx", "File");
        }
    }

    [Fact]
    public void Cells_are_read_as_they_show()
    {
        using var stream = new MemoryStream(Book(
            """<row r="1"><c r="A1"><v>11311</v></c><c r="B1" t="str"><f>A1&amp;"x"</f><v>11311x</v></c><c r="C1" t="inlineStr"><is><t xml:space="preserve"> 00123 </t></is></c><c r="D1"><f>1+1</f></c><c r="E1" t="b"><v>1</v></c></row><row r="5"><c r="C5"><v>1.5</v></c></row>"""));
        var sheet = Assert.Single(WorkbookReader.Read(stream, "ds.xlsx", "").Value);
        Assert.Equal([1, 5], sheet.Rows.Select(row => row.Number));
        Assert.Equal(["11311", "11311x", " 00123 ", "", "True"], sheet.Rows[0].Cells);
        Assert.Equal("1.5", sheet.Rows[1].Cells[2]);
    }

    [Fact]
    public void A_failed_formula_shows_no_value_of_its_own()
    {
        using var stream = new MemoryStream(Book("""<row r="1"><c r="A1" t="e"><f>NA()</f><v>#N/A</v></c><c r="B1"><v>1</v></c></row>"""));
        Assert.Contains(Assert.Single(WorkbookReader.Read(stream, "ds.xlsx", "").Value).Rows[0].Cells[0], new[] { "", "#N/A" });
    }

    [Fact]
    public void Too_many_rows_are_refused()
    {
        using var stream = new MemoryStream(Book(string.Concat(Enumerable.Range(1, WorkbookReader.MostRows + 2).Select(row => $"<row r=\"{row}\"><c r=\"A{row}\"><v>1</v></c></row>"))));
        Assert.Equal($"Trang “S” có hơn {WorkbookReader.MostRows} dòng. Chia thành nhiều tệp.", WorkbookReader.Read(stream, "ds.xlsx", "").Problems[0].Message);
    }
}
