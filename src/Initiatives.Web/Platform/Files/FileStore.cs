using System.Buffers;
using System.Security.Cryptography;

namespace Initiatives.Web.Platform.Files;

/// <summary>A file that lies on disk, synced.</summary>
public sealed record SavedFile(string Sha256, long Size);

/// <summary>The disk is full or fails. Nothing of the file is left.</summary>
public sealed class StorageException(Exception cause) : IOException("The file could not be written.", cause);

/// <summary>A file on its way in: whole on disk under a temporary name, and gone when disposed of, unless it was kept.</summary>
public sealed class IncomingFile : IAsyncDisposable
{
    private readonly string path;

    internal IncomingFile(string path, FileStream content) => (this.path, Content) = (path, content);

    /// <summary>To be looked at; seekable.</summary>
    public FileStream Content { get; }
    public string Sha256 { get; internal set; } = "";
    public long Size { get; internal set; }

    /// <summary>It went on after the last byte that was allowed; the rest was not read.</summary>
    public bool IsTooLarge { get; internal set; }

    internal string Path => path;

    public async ValueTask DisposeAsync()
    {
        await Content.DisposeAsync();
        File.Delete(path);
    }
}

/// <summary>
/// Files under the name of their SHA-256, outside the web root. Streamed, never whole in memory, and synced to disk, with
/// the folder that names them, before a row may name them. Two uploads of the same bytes write two temporary files and
/// rename each over the same name: whoever comes last replaces bytes by the same bytes in one step.
/// </summary>
public sealed class FileStore(IConfiguration configuration, IHostEnvironment environment)
{
    private const int Chunk = 81920;
    private const string Unfinished = ".part";

    private readonly string folder = configuration["Files:Folder"] ?? Path.Combine(environment.ContentRootPath, "App_Data", "files");

    /// <summary>Writes <paramref name="content"/> to a temporary file while hashing it; stops reading after <paramref name="maxBytes"/>.</summary>
    /// <exception cref="StorageException">It could not be written.</exception>
    public async Task<IncomingFile> ReceiveAsync(Stream content, long maxBytes, CancellationToken cancellationToken)
    {
        var incoming = Create();
        var buffer = ArrayPool<byte>.Shared.Rent(Chunk);
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                incoming.Size += read;
                incoming.IsTooLarge = incoming.Size > maxBytes;
                if (incoming.IsTooLarge) break;
                hash.AppendData(buffer, 0, read);
                await WriteAsync(incoming.Content, buffer.AsMemory(0, read), cancellationToken);
            }

            incoming.Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
            Written(() => incoming.Content.Flush());   // what a disk that is full refuses, it refuses here, not when it is closed
            incoming.Content.Position = 0;
            return incoming;
        }
        catch
        {
            await incoming.DisposeAsync();
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Gives the file its name for good: synced first, renamed in one step, and the folder synced after.</summary>
    /// <exception cref="StorageException">The disk failed.</exception>
    public SavedFile Keep(IncomingFile incoming)
    {
        var path = PathOf(incoming.Sha256);
        var shelf = Path.GetDirectoryName(path)!;
        Written(() =>
        {
            incoming.Content.Flush(flushToDisk: true);
            if (!Directory.Exists(shelf))
            {
                Directory.CreateDirectory(shelf);
                FolderSync.Flush(folder);
            }

            File.Move(incoming.Path, path, overwrite: true);
            FolderSync.Flush(shelf);
        });
        return new SavedFile(incoming.Sha256, incoming.Size);
    }

    public async Task<SavedFile> SaveAsync(Stream content, CancellationToken cancellationToken)
    {
        await using var incoming = await ReceiveAsync(content, long.MaxValue, cancellationToken);
        return Keep(incoming);
    }

    public Task<SavedFile> SaveAsync(byte[] content, CancellationToken cancellationToken) => SaveAsync(new MemoryStream(content), cancellationToken);

    public bool Exists(string sha256) => File.Exists(PathOf(sha256));

    /// <summary>Bytes on disk; null: there is no such file.</summary>
    public long? SizeOf(string sha256) => new FileInfo(PathOf(sha256)) is { Exists: true } file ? file.Length : null;

    public Stream Open(string sha256) => new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, Chunk, useAsync: true);

    /// <summary>Removes what a process that died has left unfinished. What a living one is writing is locked and stays. Answers how many.</summary>
    public int Sweep()
    {
        if (!Directory.Exists(folder)) return 0;
        var swept = 0;
        foreach (var path in Directory.EnumerateFiles(folder, "*" + Unfinished))
        {
            try
            {
                using (new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose)) swept++;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                continue;   // being written
            }
        }

        return swept;
    }

    /// <summary>True when a file can be written now.</summary>
    public bool IsWritable()
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, Path.GetRandomFileName());
            using (new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose)) return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Others may rename it (Windows) and, while it is open, none may sweep it away.</summary>
    private IncomingFile Create()
    {
        var path = Path.Combine(folder, Path.GetRandomFileName() + Unfinished);
        FileStream? content = null;
        Written(() =>
        {
            Directory.CreateDirectory(folder);
            content = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, Chunk, useAsync: true);
        });
        return new IncomingFile(path, content!);
    }

    private static async Task WriteAsync(FileStream file, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await file.WriteAsync(bytes, cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StorageException(failure);
        }
    }

    private static void Written(Action write)
    {
        try
        {
            write();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StorageException(failure);
        }
    }

    private string PathOf(string sha256) => sha256.Length == 64 && sha256.All(letter => char.IsAsciiHexDigitLower(letter))
        ? Path.Combine(folder, sha256[..2], sha256)
        : throw new ArgumentException("Not a digest.", nameof(sha256));
}
