using Initiatives.Domain.Cycles;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Rows;
using Initiatives.Web.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Seeding;

/// <summary>What must hold for files that came in: each row of the store has its file of that size, each attachment its row, no dossier more than any cycle allows.</summary>
internal static class FileChecks
{
    public static async Task<IReadOnlyList<string>> FindAsync(AppDb db, FileStore files)
    {
        var stored = await db.StoredFiles.AsNoTracking().OrderBy(item => item.Sha256).ToDictionaryAsync(item => item.Sha256);
        var attachments = await db.Attachments.AsNoTracking().OrderBy(item => item.Id).ToListAsync();
        var settings = (await db.Cycles.AsNoTracking().Select(cycle => cycle.Settings).ToListAsync()).Append(new CycleSettings()).ToList();
        var most = settings.Max(item => item.MaxDossierMegabytes);
        return
        [
            .. stored.Values.SelectMany(row => OfRow(row, files.SizeOf(row.Sha256))),
            .. attachments.Where(item => !stored.TryGetValue(item.Sha256, out var row) || row.Size != item.Size).Select(item => $"Tài liệu “{item.FileName}” của hồ sơ {item.InitiativeId}: ghi {item.Size} byte, kho tệp {(stored.TryGetValue(item.Sha256, out var row) ? $"ghi {row.Size} byte" : "không có")}."),
            .. attachments.GroupBy(item => item.InitiativeId).Where(group => group.Sum(item => item.Size) > (long)most << 20).Select(group => $"Hồ sơ {group.Key}: các tệp cộng lại {group.Sum(item => item.Size)} byte, quá {most} MB."),
        ];
    }

    private static IEnumerable<string> OfRow(StoredFile row, long? size)
    {
        if (size is null) yield return $"Kho tệp: mất tệp {row.Sha256}.";
        else if (size != row.Size) yield return $"Kho tệp: {row.Sha256} ghi {row.Size} byte, trên đĩa {size} byte.";
    }
}
