namespace Initiatives.Web.Components;

/// <summary>How files are shown in lists.</summary>
public static class FileViews
{
    /// <summary>PDF and pictures are shown in a page of their own; everything else is only given out to be saved.</summary>
    public static bool HasPreview(string contentType) => contentType is "application/pdf" or "image/jpeg" or "image/png";

    public static string Icon(string contentType) => contentType switch
    {
        "application/pdf" => "file-earmark-pdf",
        "image/jpeg" or "image/png" => "file-earmark-image",
        "video/mp4" => "play-circle",
        _ when contentType.EndsWith("wordprocessingml.document", StringComparison.Ordinal) => "file-earmark-word",
        _ when contentType.EndsWith("spreadsheetml.sheet", StringComparison.Ordinal) => "file-earmark-excel",
        _ => "paperclip",
    };
}
