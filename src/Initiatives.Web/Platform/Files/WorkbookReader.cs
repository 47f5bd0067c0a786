using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Initiatives.Domain;
using Initiatives.Domain.Time;

namespace Initiatives.Web.Platform.Files;

/// <summary>A sheet as texts: what each cell shows, formulas by their last result. Empty rows are left out.</summary>
/// <param name="Rows">Number of the row in the sheet, from 1, and its cells.</param>
public sealed record ReadSheet(string Name, IReadOnlyList<(int Number, string[] Cells)> Rows);

/// <summary>Reads XLSX that people upload. What cannot be read is refused with a sentence that says what to do; nothing is guessed.</summary>
public static class WorkbookReader
{
    public const long MostBytes = 5L << 20;
    public const int MostRows = 3000;

    /// <summary>Bytes that the parts may have unpacked: a small file must not fill the memory.</summary>
    private const long MostUnpacked = 80L << 20;

    /// <summary>Rows that a sheet may span, empty ones included.</summary>
    private const int MostSpan = 100_000;

    private const int MostCells = 30;
    private const int MostLetters = 1000;

    static WorkbookReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="content">Seekable.</param>
    /// <param name="fileName">As uploaded, for the sentences.</param>
    /// <param name="field">The input that a refusal belongs to.</param>
    public static Result<IReadOnlyList<ReadSheet>> Read(Stream content, string fileName, string field)
    {
        if (content.Length == 0) return Result.Fail(field, $"Tệp “{fileName}” rỗng, không có nội dung. Chọn lại tệp.");
        if (content.Length > MostBytes) return Result.Fail(field, $"Tệp “{fileName}” lớn hơn 5 MB. Bỏ hình ảnh và trang thừa, hoặc chia thành nhiều tệp.");
        if (Refusal(content, fileName) is { } refusal) return Result.Fail(field, refusal);
        content.Position = 0;
        try
        {
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(content, new ExcelReaderConfiguration { LeaveOpen = true });
            var sheets = new List<ReadSheet>();
            do
            {
                var rows = new List<(int, string[])>();
                for (var number = 1; reader.Read(); number++)
                {
                    if (number > MostSpan) return Result.Fail(field, $"Trang “{reader.Name}” trải dài hơn 100.000 dòng, kể cả dòng trống. Chép các dòng cần nhập sang tệp mẫu mới.");
                    var cells = Enumerable.Range(0, Math.Min(reader.FieldCount, MostCells)).Select(column => Shown(reader, column)).ToArray();
                    if (cells.All(string.IsNullOrWhiteSpace)) continue;
                    if (rows.Count > MostRows) return Result.Fail(field, $"Trang “{reader.Name}” có hơn {MostRows} dòng. Chia thành nhiều tệp.");
                    rows.Add((number, cells));
                }

                sheets.Add(new ReadSheet(reader.Name, rows));
            }
            while (reader.NextResult());
            return Result.Of<IReadOnlyList<ReadSheet>>(sheets);
        }
        catch (Exception failure) when (failure is ExcelReaderException or InvalidDataException or XmlException or EndOfStreamException or FormatException or NullReferenceException or ArgumentException or InvalidOperationException or KeyNotFoundException or IndexOutOfRangeException or OverflowException)
        {
            return Result.Fail(field, Broken(fileName));   // whatever a broken sheet does to the parser, it is the file's fault
        }
    }

    private static string Broken(string fileName) => $"Tệp “{fileName}” bị hỏng hoặc chép dở, không đọc được. Mở bằng Excel, lưu lại thành .xlsx rồi chọn lại.";

    /// <summary>What the file is when it is no workbook that can be read; null: it is one.</summary>
    private static string? Refusal(Stream content, string fileName)
    {
        var head = new byte[8];
        content.Position = 0;
        var read = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (read >= 8 && head.AsSpan().SequenceEqual((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
        {
            return Holds(content, Encoding.Unicode.GetBytes("EncryptedPackage"))
                ? $"Tệp “{fileName}” có mật khẩu. Mở bằng Excel, bỏ mật khẩu, lưu lại rồi chọn lại."
                : $"Tệp “{fileName}” là Excel kiểu cũ (.xls). Mở bằng Excel, lưu lại thành .xlsx rồi chọn lại.";
        }

        if (!head.AsSpan().StartsWith("PK\u0003\u0004"u8)) return $"Tệp “{fileName}” không phải bảng tính Excel (.xlsx), dù tên có thể ghi như vậy. Lưu từ Excel thành .xlsx rồi chọn lại.";
        try
        {
            content.Position = 0;
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            var names = zip.Entries.Select(entry => entry.FullName.TrimStart('/')).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (!names.Contains("xl/workbook.xml")) return $"Tệp “{fileName}” không phải bảng tính Excel (.xlsx), dù tên có thể ghi như vậy. Lưu từ Excel thành .xlsx rồi chọn lại.";
            if (names.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) return $"Tệp “{fileName}” có macro. Lưu lại thành .xlsx thường rồi chọn lại.";
            if (zip.Entries.Count > 500 || zip.Entries.Sum(entry => Math.Min(entry.Length, MostUnpacked + 1)) > MostUnpacked) return $"Tệp “{fileName}” giải nén ra quá lớn. Chép các dòng cần nhập sang tệp mẫu mới.";
            return zip.Entries.All(IsBounded) ? null : Broken(fileName);
        }
        catch (Exception failure) when (failure is InvalidDataException or XmlException or NotSupportedException)
        {
            return Broken(fileName);
        }
    }

    /// <summary>
    /// False for a sheet that says of a cell that it stands where no sheet reaches: the parser makes room for every cell before
    /// it, so that a few bytes would fill the memory. Other parts are not looked into.
    /// </summary>
    private static bool IsBounded(ZipArchiveEntry entry)
    {
        if (!entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && !entry.FullName.StartsWith("xl/worksheets", StringComparison.OrdinalIgnoreCase)) return true;
        using var part = entry.Open();
        using var xml = XmlReader.Create(part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        if (xml.MoveToContent() != XmlNodeType.Element || xml.LocalName != "worksheet") return true;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
                if (xml.LocalName is "r" or "ref" or "min" or "max" && xml.NamespaceURI.Length == 0 && xml.Value.Split(':', ' ').Any(place => !IsPlace(place))) return false;
        }

        return true;
    }

    /// <summary>"B7", "7", "B" within 16,384 columns (XFD) and 1,048,576 rows.</summary>
    private static bool IsPlace(string place)
    {
        var letters = place.TrimStart('$').TakeWhile(char.IsAsciiLetter).Count();
        var digits = place.TrimStart('$')[letters..].TrimStart('$');
        return letters <= 3 && (digits.Length == 0 || (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row is >= 0 and <= 1_048_576));
    }

    private static bool Holds(Stream content, byte[] wanted)
    {
        content.Position = 0;
        using var all = new MemoryStream();
        content.CopyTo(all);
        return all.GetBuffer().AsSpan(0, (int)all.Length).IndexOf(wanted) >= 0;
    }

    private static string Shown(IExcelDataReader reader, int column)
    {
        var text = reader.GetValue(column) switch
        {
            null => "",
            string said => said,
            double number => number.ToString("0.###############", CultureInfo.InvariantCulture),
            DateTime day => VietnamTime.Short(DateOnly.FromDateTime(day)),
            var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
        };
        return text.Length <= MostLetters ? text : text[..MostLetters];
    }
}
