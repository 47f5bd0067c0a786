using Initiatives.Domain;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Platform.Files;

/// <summary>A file as somebody sends it. It may be handed in twice (a save that met another one is tried again): the second time it is not read again.</summary>
/// <param name="fileName">As the browser says it.</param>
/// <param name="content">Read once, from where it stands. Whoever opened it closes it.</param>
public sealed class UploadedFile(string fileName, Stream content)
{
    public string FileName { get; } = fileName;
    internal Stream Content { get; } = content;
    internal Result<TakenFile>? Taken { get; set; }

    /// <summary>A file of an ordinary form; null when none was chosen.</summary>
    public static UploadedFile? Of(IFormFile? file) => file is null ? null : new UploadedFile(file.FileName, file.OpenReadStream());
}

/// <summary>A file that passed every check and lies on disk under its digest.</summary>
/// <param name="FileName">Without path and control characters.</param>
/// <param name="ContentType">Found in the content.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Lower-case hex: with it <see cref="FileStore.Open"/> gives the bytes back.</param>
public sealed record TakenFile(string FileName, string ContentType, long Size, string Sha256);

/// <summary>
/// The one way by which a file of somebody's comes in. Streams it to disk, looks at what it really is, and only then puts
/// it under its digest. How to use it in a handler:
/// <code>
/// public sealed record Command : IRequest&lt;Result&gt; { public UploadedFile? Scan { get; init; } }   // controller: UploadedFile.Of(formFile)
///
/// if (request.Scan is null) return Result.Fail("Scan", "Chọn bản chụp tờ trình đã ký.");
/// var scan = await intake.CheckAndStoreAsync(request.Scan, FileRules.Scan, "Scan", cancellationToken);
/// if (!scan.Ok) return Result.Fail(scan.Problems);          // a sentence for the field "Scan"
/// letter.Attach(scan.Value.FileName, scan.Value.Sha256, scan.Value.Size, scan.Value.ContentType);
/// await db.SaveChangesAsync(cancellationToken);             // also saves the StoredFile row
/// </code>
/// Give it back through an action that reaches your row by its door: <c>File(store.Open(row.Sha256), row.ContentType, row.FileName)</c>.
/// The action that takes the form needs <c>[RequestSizeLimit(PageSetup.Upload)]</c> and <c>enctype="multipart/form-data"</c>.
/// </summary>
public sealed class FileIntake(AppDb db, FileStore store, TimeProvider clock)
{
    /// <summary>Checks and stores; the row that names the file on disk is added to the save at hand.</summary>
    /// <param name="field">The input that a refusal belongs to.</param>
    public async Task<Result<TakenFile>> CheckAndStoreAsync(UploadedFile file, FileRules rules, string field, CancellationToken cancellationToken)
    {
        var taken = file.Taken ??= await TakeAsync(file, rules, field, cancellationToken);
        if (!taken.Ok) return taken;
        if (!await db.StoredFiles.AnyAsync(item => item.Sha256 == taken.Value.Sha256, cancellationToken))
            db.Add(new StoredFile { Sha256 = taken.Value.Sha256, Size = taken.Value.Size, ContentType = taken.Value.ContentType, StoredAt = clock.GetUtcNow().UtcDateTime });
        return taken;
    }

    private async Task<Result<TakenFile>> TakeAsync(UploadedFile file, FileRules rules, string field, CancellationToken cancellationToken)
    {
        var name = FileName.Of(file.FileName);
        var type = FileTypes.Check(file.Content, name, rules, field);
        if (!type.Ok) return Result.Fail(type.Problems);
        var saved = await store.SaveAsync(file.Content, cancellationToken);
        return new TakenFile(name, type.Value.ContentType, saved.Size, saved.Sha256);
    }
}
