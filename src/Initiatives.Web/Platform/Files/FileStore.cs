using System.Security.Cryptography;

namespace Initiatives.Web.Platform.Files;

/// <summary>A file that lies on disk, synced.</summary>
public sealed record SavedFile(string Sha256, long Size);

/// <summary>
/// Files under the name of their SHA-256, outside the web root. Streamed, never whole in memory, and synced to disk before
/// a row may name them.
/// </summary>
public sealed class FileStore(IConfiguration configuration, IHostEnvironment environment)
{
    /// <summary>Ending of a file that is still being written.</summary>
    private const string Part = ".part";

    private readonly string folder = configuration["Files:Folder"] ?? Path.Combine(environment.ContentRootPath, "App_Data", "files");

    public async Task<SavedFile> SaveAsync(Stream content, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, Path.GetRandomFileName() + Part);
        try
        {
            string sha256;
            long size;
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 81920, useAsync: true))
            {
                using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
                var buffer = new byte[81920];
                int read;
                while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
                {
                    hash.AppendData(buffer, 0, read);
                    await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                }

                sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
                size = file.Length;
                file.Flush(flushToDisk: true);
            }

            var path = PathOf(sha256);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Move(temporary, path, overwrite: true);
            return new SavedFile(sha256, size);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    public Task<SavedFile> SaveAsync(byte[] content, CancellationToken cancellationToken) => SaveAsync(new MemoryStream(content), cancellationToken);

    public bool Exists(string sha256) => File.Exists(PathOf(sha256));

    public Stream Open(string sha256) => new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read, 81920, useAsync: true);

    /// <summary>
    /// Removes what uploads left half-written when a process died. A part that somebody writes at this moment, here or on
    /// another node, is locked and stays.
    /// </summary>
    /// <returns>How many were removed.</returns>
    public int Sweep()
    {
        if (!Directory.Exists(folder)) return 0;
        var swept = 0;
        foreach (var part in Directory.EnumerateFiles(folder, "*" + Part))
        {
            try
            {
                using (new FileStream(part, FileMode.Open, FileAccess.ReadWrite, FileShare.None)) File.Delete(part);
                swept++;
            }
            catch (IOException)
            {
                // Its writer lives.
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

    private string PathOf(string sha256) => sha256.Length == 64 && sha256.All(letter => char.IsAsciiHexDigitLower(letter))
        ? Path.Combine(folder, sha256[..2], sha256)
        : throw new ArgumentException("Not a digest.", nameof(sha256));
}
