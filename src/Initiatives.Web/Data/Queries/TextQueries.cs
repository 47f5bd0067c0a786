using Initiatives.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Data.Queries;

public static class TextQueries
{
    /// <summary>Adds to the save at hand that the text of a file is wanted; false: it is there already, or waited for. Nothing of it is read.</summary>
    public static async Task<bool> AwaitTextAsync(this AppDb db, string sha256, DateTime now, CancellationToken cancellationToken)
    {
        if (await db.FileTexts.AnyAsync(text => text.Sha256 == sha256, cancellationToken)) return false;
        db.Add(new FileText { Sha256 = sha256, ChangedAt = now });
        return true;
    }
}
