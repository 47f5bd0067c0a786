namespace Initiatives.Domain.Cycles;

/// <summary>Formats of files that a cycle may allow. Which one a file is, its content says and never its name.</summary>
[Flags]
public enum FileFormats
{
    None = 0,
    Pdf = 1,
    Docx = 2,
    Xlsx = 4,
    Pptx = 8,
    Jpg = 16,
    Png = 32,
    Mp4 = 64,

    /// <summary>What a dossier's attachments may be, unless the cycle says otherwise.</summary>
    All = Pdf | Docx | Xlsx | Pptx | Jpg | Png | Mp4,

    /// <summary>What a paper becomes when it is scanned or photographed.</summary>
    Scan = Pdf | Jpg | Png,
}
