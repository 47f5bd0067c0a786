using Initiatives.Domain.Cycles;

namespace Initiatives.Web.Platform.Files;

/// <summary>A kind of file that comes in.</summary>
/// <param name="Short">As lists name it.</param>
/// <param name="Name">As people call it.</param>
public sealed record FileType(FileFormats Format, string Short, string Name, string ContentType, params IReadOnlyList<string> Extensions);

/// <summary>The types there are.</summary>
public static class FileTypes
{
    private static readonly FileType Pdf = new(FileFormats.Pdf, "PDF", "PDF", "application/pdf", ".pdf");
    private static readonly FileType Docx = new(FileFormats.Docx, "DOCX", "Word (DOCX)", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx");
    private static readonly FileType Xlsx = new(FileFormats.Xlsx, "XLSX", "Excel (XLSX)", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx");
    private static readonly FileType Pptx = new(FileFormats.Pptx, "PPTX", "PowerPoint (PPTX)", "application/vnd.openxmlformats-officedocument.presentationml.presentation", ".pptx");
    private static readonly FileType Jpg = new(FileFormats.Jpg, "JPG", "ảnh JPG", "image/jpeg", ".jpg", ".jpeg");
    private static readonly FileType Png = new(FileFormats.Png, "PNG", "ảnh PNG", "image/png", ".png");
    private static readonly FileType Mp4 = new(FileFormats.Mp4, "MP4", "video MP4", "video/mp4", ".mp4");
    private static readonly FileType[] All = [Pdf, Docx, Xlsx, Pptx, Jpg, Png, Mp4];

    /// <summary>The types of <paramref name="formats"/>, in the order in which lists name them.</summary>
    public static IEnumerable<FileType> Of(FileFormats formats) => All.Where(type => formats.HasFlag(type.Format));
}
