using Initiatives.Domain.Text;

namespace Initiatives.Domain.Scoring;

/// <summary>A sheet as it was after one save: every version is kept.</summary>
public sealed class ScoreSheetVersion
{
    private ScoreSheetVersion()
    {
    }

    public int SheetId { get; private set; }
    public int Version { get; private set; }
    public SheetContent Content { get; private set; } = null!;
    public decimal Total { get; private set; }
    public SheetStatus Status { get; private set; }
    public int SavedById { get; private set; }

    /// <summary>Why a sheet that was handed in was changed, or reopened; empty for the saves of a draft.</summary>
    public string Reason { get; private set; } = "";
    public DateTime SavedAt { get; private set; }

    public static ScoreSheetVersion Of(ScoreSheet sheet, int savedById, DateTime now, string reason = "") => new()
    {
        SheetId = sheet.Id,
        Version = sheet.Version,
        Content = sheet.Content(),
        Total = sheet.Total,
        Status = sheet.Status,
        SavedById = savedById,
        SavedAt = now,
        Reason = VietnameseText.Normalize(reason),
    };
}
