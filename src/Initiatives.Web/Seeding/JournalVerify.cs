using Initiatives.Domain.Journal;
using Initiatives.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Seeding;

/// <summary>Recomputes every seal of the journal and compares the last with its head.</summary>
public static class JournalVerify
{
    public static async Task<int> RunAsync(IServiceProvider services, TextWriter output)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var fault = await FaultAsync(db);
        var head = await db.JournalHeads.AsNoTracking().SingleAsync();
        await output.WriteLineAsync(fault ?? $"Nhật ký nguyên vẹn: {head.Sequence} mục, niêm phong cuối {head.Hash}.");
        return fault is null ? 0 : 1;
    }

    /// <summary>What is wrong with the journal; null when nothing is.</summary>
    public static async Task<string?> FaultAsync(AppDb db)
    {
        var entries = await db.Journal.AsNoTracking().OrderBy(entry => entry.Sequence).ToListAsync();
        var head = await db.JournalHeads.AsNoTracking().SingleAsync();
        var broken = HashChain.Verify(entries.Select(entry => (entry.Hash, entry.Fields())));
        if (broken is { } index) return $"Nhật ký bị sửa từ mục số {entries[index].Sequence}.";
        return head.Sequence != entries.Count || head.Hash != (entries.Count == 0 ? HashChain.Genesis : entries[^1].Hash)
            ? $"Nhật ký bị cắt: đầu chuỗi ghi {head.Sequence} mục, còn {entries.Count}."
            : null;
    }
}
