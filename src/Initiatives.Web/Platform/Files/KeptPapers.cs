using Initiatives.Web.Data;
using Initiatives.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Platform.Files;

/// <summary>Keeps the bytes of what is issued: the file, and the row that names it.</summary>
public static class KeptPapers
{
    /// <summary>Answers the digest under which the bytes lie; the row goes with the caller's save.</summary>
    public static async Task<string> KeepPaperAsync(this FileStore files, AppDb db, byte[] content, DateTime now, CancellationToken cancellationToken)
    {
        var file = await files.SaveAsync(content, cancellationToken);
        if (db.StoredFiles.Local.All(item => item.Sha256 != file.Sha256) && !await db.StoredFiles.AnyAsync(item => item.Sha256 == file.Sha256, cancellationToken))
            db.Add(new StoredFile { Sha256 = file.Sha256, Size = file.Size, ContentType = "application/pdf", StoredAt = now });
        return file.Sha256;
    }
}
