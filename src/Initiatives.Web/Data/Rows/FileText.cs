namespace Initiatives.Web.Data.Rows;

/// <summary>How far the text of a file is.</summary>
public enum TextState
{
    /// <summary>A job will read it.</summary>
    Waiting = 0,

    /// <summary>It is here.</summary>
    Done = 1,

    /// <summary>The file holds none: a scan, say.</summary>
    None = 2,

    /// <summary>It could not be read; the reason says why. Nobody waits for it.</summary>
    Failed = 3,
}

/// <summary>The words of a file, once for each digest, for search and for looking for what was said before.</summary>
public sealed class FileText
{
    /// <summary>Characters that are kept of one file.</summary>
    public const int Longest = 1_000_000;

    public string Sha256 { get; set; } = "";
    public TextState State { get; set; }
    public string Reason { get; set; } = "";
    public string Text { get; set; } = "";

    /// <summary>Folded, each word between blanks: what a search asks.</summary>
    public string SearchKey { get; set; } = "";
    public DateTime ChangedAt { get; set; }
}
