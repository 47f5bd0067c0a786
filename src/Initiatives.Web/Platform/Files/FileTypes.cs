using System.IO.Compression;
using Initiatives.Domain;
using Initiatives.Domain.Cycles;

namespace Initiatives.Web.Platform.Files;

/// <summary>A kind of file that comes in.</summary>
/// <param name="Short">As lists name it.</param>
/// <param name="Name">As people call it.</param>
public sealed record FileType(FileFormats Format, string Short, string Name, string ContentType, params IReadOnlyList<string> Extensions);

/// <summary>Tells the type of a file by its content; its name only has to agree.</summary>
public static class FileTypes
{
    private const int Head = 1024;

    private static readonly FileType Pdf = new(FileFormats.Pdf, "PDF", "PDF", "application/pdf", ".pdf");
    private static readonly FileType Docx = new(FileFormats.Docx, "DOCX", "Word (DOCX)", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx");
    private static readonly FileType Xlsx = new(FileFormats.Xlsx, "XLSX", "Excel (XLSX)", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx");
    private static readonly FileType Pptx = new(FileFormats.Pptx, "PPTX", "PowerPoint (PPTX)", "application/vnd.openxmlformats-officedocument.presentationml.presentation", ".pptx");
    private static readonly FileType Jpg = new(FileFormats.Jpg, "JPG", "ảnh JPG", "image/jpeg", ".jpg", ".jpeg");
    private static readonly FileType Png = new(FileFormats.Png, "PNG", "ảnh PNG", "image/png", ".png");
    private static readonly FileType Mp4 = new(FileFormats.Mp4, "MP4", "video MP4", "video/mp4", ".mp4");
    private static readonly FileType[] All = [Pdf, Docx, Xlsx, Pptx, Jpg, Png, Mp4];

    private static readonly (string Part, FileType Type)[] Packages = [("word/document.xml", Docx), ("xl/workbook.xml", Xlsx), ("ppt/presentation.xml", Pptx)];

    /// <summary>Major brands of MP4; HEIC pictures and QuickTime films share the container and are something else.</summary>
    private static readonly string[] Mp4Brands = ["isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "MSNV", "dash"];

    /// <summary>The types of <paramref name="formats"/>, in the order in which lists name them.</summary>
    public static IEnumerable<FileType> Of(FileFormats formats) => All.Where(type => formats.HasFlag(type.Format));

    /// <summary>The type of the content, agreeing with the name; refused with a sentence that says what to do.</summary>
    /// <param name="content">Seekable; stands at its beginning afterwards.</param>
    /// <param name="field">The input that a refusal belongs to.</param>
    public static Result<FileType> Check(Stream content, string fileName, FileRules rules, string field)
    {
        if (content.Length == 0) return Result.Fail(field, $"Tệp “{fileName}” rỗng, không có nội dung. Chọn lại tệp.");
        if (content.Length > rules.MaxBytes) return Result.Fail(field, $"Tệp “{fileName}” lớn hơn {rules.MaxText}. Thu nhỏ hoặc chia thành nhiều tệp.");
        content.Position = 0;
        var type = Of(content);
        content.Position = 0;
        if (type is null || !rules.Formats.HasFlag(type.Format)) return Result.Fail(field, $"Không nhận loại tệp của “{fileName}”. Chỉ nhận {rules.FormatsText}.");
        var extension = Path.GetExtension(fileName);
        if (!type.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase))
            return Result.Fail(field, $"Tệp “{fileName}” có nội dung là {type.Name}, không khớp với đuôi “{extension}”. Đổi đuôi thành {type.Extensions[0]} hoặc chọn đúng tệp.");
        return type;
    }

    private static FileType? Of(Stream content)
    {
        Span<byte> head = stackalloc byte[Head];
        head = head[..content.ReadAtLeast(head, Head, throwOnEndOfStream: false)];
        if (head.IndexOf("%PDF-"u8) >= 0) return Pdf;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return Jpg;
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return Png;
        if (head.Length >= 12 && head[4..8].SequenceEqual("ftyp"u8))
            return Mp4Brands.Contains(System.Text.Encoding.ASCII.GetString(head[8..12])) ? Mp4 : null;
        return head.StartsWith("PK\u0003\u0004"u8) ? Package(content) : null;
    }

    /// <summary>An Office document is a zip with a content list and one main part; macros make it another type.</summary>
    private static FileType? Package(Stream content)
    {
        try
        {
            content.Position = 0;
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            var names = zip.Entries.Select(entry => entry.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (!names.Contains("[Content_Types].xml") || names.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) return null;
            return Packages.FirstOrDefault(package => names.Contains(package.Part)).Type;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
