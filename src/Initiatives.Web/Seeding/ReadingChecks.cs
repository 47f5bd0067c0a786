using Initiatives.Domain.Journal;
using Initiatives.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Seeding;

/// <summary>What must hold for the log of who read scores: every seal covers its rows as they are now and stands in the journal, without a gap between seals.</summary>
internal static class ReadingChecks
{
    public static async Task<IReadOnlyList<string>> FindAsync(AppDb db)
    {
        var faults = new List<string>();
        var sealedTo = 0;
        var told = await db.Journal.AsNoTracking().Where(entry => entry.Action == JournalActions.ReadingsSealed.Code)
            .Select(entry => new { entry.SubjectId, entry.Details }).ToDictionaryAsync(entry => entry.SubjectId, entry => entry.Details);
        foreach (var seal in await db.ReadingSeals.AsNoTracking().OrderBy(seal => seal.FromBatch).ToListAsync())
        {
            if (seal.FromBatch != sealedTo + 1) faults.Add($"Niêm phong đọc điểm {seal.Id}: bắt đầu từ lượt {seal.FromBatch}, niêm phong trước đến lượt {sealedTo}.");
            sealedTo = seal.ToBatch;
            var rows = await db.ScoreReadings.AsNoTracking().Where(row => row.Batch >= seal.FromBatch && row.Batch <= seal.ToBatch)
                .OrderBy(row => row.Batch).ThenBy(row => row.Line).ToListAsync();
            if (!seal.Covers(rows)) faults.Add($"Niêm phong đọc điểm {seal.Id}: các dòng từ lượt {seal.FromBatch} đến {seal.ToBatch} không còn như lúc niêm phong.");
            if (!told.Remove(seal.Id, out var details)) faults.Add($"Niêm phong đọc điểm {seal.Id}: không có trong nhật ký.");
            else if (details != seal.Details) faults.Add($"Niêm phong đọc điểm {seal.Id}: nhật ký ghi “{details}”.");
        }

        return [.. faults, .. told.Keys.Order().Select(id => $"Nhật ký có niêm phong đọc điểm {id}, bảng niêm phong không có.")];
    }
}
