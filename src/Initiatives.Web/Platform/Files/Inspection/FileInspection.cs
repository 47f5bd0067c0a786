using System.Xml;
using Initiatives.Domain;
using Initiatives.Domain.Cycles;
using UglyToad.PdfPig.Core;

namespace Initiatives.Web.Platform.Files.Inspection;

/// <summary>
/// Says what a file really is and whether it may come in. One inspector for each format, each bounded in memory; together
/// they have so many seconds, and only so many files are looked at at once. A parser that stumbles is a refusal.
/// </summary>
public sealed class FileInspection(ILogger<FileInspection> log) : IDisposable
{
    /// <summary>Files that are looked at at the same time; the others wait on disk.</summary>
    private const int AtOnce = 2;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim places = new(AtOnce);

    /// <summary>The type of the content, agreeing with the name and the rules; refused with a sentence that says what to do.</summary>
    /// <param name="content">Whole and seekable.</param>
    /// <param name="field">The input that a refusal belongs to.</param>
    public async Task<Result<FileType>> LookAsync(Stream content, string name, FileRules rules, string field, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(Longest);
        try
        {
            var guarded = new GuardedStream(content, time.Token);
            var (type, flaw) = await Task.Run(() => Look(guarded, Path.GetExtension(name), rules), CancellationToken.None).WaitAsync(Longest + TimeSpan.FromSeconds(5), cancellationToken);
            return flaw is null ? type! : Result.Fail(field, flaw.Replace("{0}", name, StringComparison.Ordinal));
        }
        catch (Exception failure) when (failure is TimeoutException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return Result.Fail(field, Flaws.Slow.Replace("{0}", name, StringComparison.Ordinal));
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose() => places.Dispose();

    private (FileType? Type, string? Flaw) Look(Stream content, string extension, FileRules rules)
    {
        var head = content.ReadAt(0, Signatures.Head);
        if (Signatures.FlawOf(head) is { } known) return (null, known);
        if (head.AsSpan().StartsWith(Signatures.Compound)) return (null, Compound(content));
        if (Mp4Inspector.IsContainer(head) && Mp4Inspector.FlawOfBrand(head) is { } brand) return (null, brand);
        var isZip = head.AsSpan().StartsWith("PK\u0003\u0004"u8);
        try
        {
            var (format, flaw) = isZip ? OfficeInspector.Look(content) : (FormatOf(head), null);
            if (format == FileFormats.None) return (null, flaw ?? Flaws.Unknown(rules));
            var type = FileTypes.Of(format).Single();
            if (!rules.Formats.HasFlag(format)) return (null, Flaws.Unknown(rules));
            if (!type.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase)) return (null, Flaws.Mismatch(type, extension));
            return (type, flaw ?? Deeper(format, content));
        }
        catch (TooLargeException)
        {
            return (null, Flaws.Bomb);
        }
        catch (Exception failure) when (IsStumble(failure))
        {
            log.Stumbled(failure);
            return (null, Flaws.Damaged);
        }
    }

    private static FileFormats FormatOf(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return FileFormats.Jpg;
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return FileFormats.Png;
        if (Mp4Inspector.IsContainer(head)) return FileFormats.Mp4;
        return head.IndexOf("%PDF-"u8) >= 0 ? FileFormats.Pdf : FileFormats.None;
    }

    private static string? Deeper(FileFormats format, Stream content) => format switch
    {
        FileFormats.Pdf => PdfInspector.Find(content),
        FileFormats.Jpg => JpegInspector.Find(content),
        FileFormats.Png => PngInspector.Find(content),
        FileFormats.Mp4 => Mp4Inspector.Find(content),
        _ => null,   // the package was looked through to tell what it is
    };

    /// <summary>An encrypted new document hides in the container of the old ones.</summary>
    private static string Compound(Stream content) =>
        content.Holds(System.Text.Encoding.Unicode.GetBytes("EncryptedPackage")) ? Flaws.Encrypted : Flaws.OldOffice;

    /// <summary>Whatever a parser throws at a file of a stranger's, but not that the time is over or the memory gone.</summary>
    private static bool IsStumble(Exception failure) => failure is not (OperationCanceledException or OutOfMemoryException or ObjectDisposedException)
        || failure is PdfDocumentFormatException or XmlException;
}

internal static partial class InspectionLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "A file could not be read by its parser")]
    public static partial void Stumbled(this ILogger log, Exception failure);
}
