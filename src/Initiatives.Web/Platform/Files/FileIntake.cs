using Initiatives.Domain;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Rows;
using Initiatives.Web.Platform.Files.Inspection;
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

    /// <summary>Nothing is wrong with the file: disk or scan failed, so the same file may be sent again.</summary>
    public bool MayBeSentAgain { get; internal set; }

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
public sealed class FileIntake(AppDb db, FileStore store, FileInspection inspection, IEnumerable<IMalwareScan> scans, TimeProvider clock, ILogger<FileIntake> log)
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
        Failure No(string flaw) => Result.Fail(field, flaw.Replace("{0}", name, StringComparison.Ordinal));
        if (FileName.FlawOf(file.FileName) is { } deceives) return No(deceives);
        try
        {
            await using var incoming = await store.ReceiveAsync(file.Content, rules.MaxBytes, cancellationToken);
            if (incoming.Size == 0) return No(Flaws.Empty);
            if (incoming.IsTooLarge) return No(Flaws.TooLarge(rules));
            var type = await inspection.LookAsync(incoming.Content, name, rules, field, cancellationToken);
            if (!type.Ok) return Result.Fail(type.Problems);
            if (await FindMalwareAsync(incoming.Content, cancellationToken) is { } found)
            {
                file.MayBeSentAgain = found == Flaws.NotScanned;
                return No(found);
            }

            var saved = store.Keep(incoming);
            return new TakenFile(name, type.Value.ContentType, saved.Size, saved.Sha256);
        }
        catch (StorageException failure)
        {
            log.NotWritten(failure);
            file.MayBeSentAgain = true;
            return No(Flaws.NotWritten);
        }
    }

    private async Task<string?> FindMalwareAsync(Stream content, CancellationToken cancellationToken)
    {
        foreach (var scan in scans)
        {
            try
            {
                content.Position = 0;
                if (await scan.FindAsync(content, cancellationToken) is not { } found) continue;
                log.Infected(found);
                return Flaws.Infected;
            }
            catch (IOException failure)
            {
                log.NotScanned(failure);
                return Flaws.NotScanned;   // what could not be looked at is not taken
            }
        }

        return null;
    }
}

internal static partial class IntakeLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "A file could not be written to disk")]
    public static partial void NotWritten(this ILogger log, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The malware scan found {Found} in an upload")]
    public static partial void Infected(this ILogger log, string found);

    [LoggerMessage(Level = LogLevel.Error, Message = "The malware scan does not answer")]
    public static partial void NotScanned(this ILogger log, Exception failure);
}
