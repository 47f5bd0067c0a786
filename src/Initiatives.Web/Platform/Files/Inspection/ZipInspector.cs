using System.IO.Compression;

namespace Initiatives.Web.Platform.Files.Inspection;

/// <summary>
/// A zip as a container: judged by its list before anything of it is unpacked. It must fill the file, its names must be
/// plain, and what it promises to unpack to must be bearable; what it really unpacks to is counted again while it is read.
/// </summary>
internal static class ZipInspector
{
    public const int MostEntries = 5000;
    public const long MostOfEntry = 256L << 20;
    public const long MostOfAll = 512L << 20;

    /// <summary>Below so many unpacked bytes no ratio is asked for: a short XML part packs very well.</summary>
    private const long FreeOfRatio = 32L << 20;
    private const int MostRatio = 120;

    private const int EndLength = 22;

    /// <summary>Judges the list itself, before a library reads it whole.</summary>
    public static string? FlawOfEnd(Stream content)
    {
        ReadOnlySpan<byte> tail = content.Tail(EndLength + ushort.MaxValue);
        var at = tail.LastIndexOf("PK\u0005\u0006"u8);
        if (at < 0 || tail.Length - at < EndLength) return Flaws.Damaged;
        var end = content.Length - tail.Length + at;
        if (end + EndLength != content.Length) return Flaws.Spliced;   // Office writes no comment
        if (tail.LittleEndian16(at + 4) != 0 || tail.LittleEndian16(at + 6) != 0) return Flaws.Damaged;
        var (entries, length, start) = (tail.LittleEndian16(at + 10), tail.LittleEndian32(at + 12), tail.LittleEndian32(at + 16));
        if (entries > MostEntries) return Flaws.Bomb;
        return (long)start + length == end ? null : Flaws.Spliced;
    }

    /// <summary>Judges names and promised sizes.</summary>
    public static string? FlawOf(ZipArchive zip)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var (unpacked, packed) = (0L, 0L);
        foreach (var entry in zip.Entries)
        {
            var name = entry.FullName;
            if (name.Length == 0 || name[0] == '/' || name.Contains('\\', StringComparison.Ordinal) || name.Split('/').Contains("..") || name.Any(char.IsControl) || !names.Add(name)) return Flaws.Damaged;
            if (entry.IsEncrypted) return Flaws.Encrypted;
            unpacked += entry.Length;
            packed += entry.CompressedLength;
            if (entry.Length > MostOfEntry || unpacked > MostOfAll || IsBomb(entry.Length, entry.CompressedLength)) return Flaws.Bomb;
        }

        return IsBomb(unpacked, packed) ? Flaws.Bomb : null;
    }

    /// <summary>Reads every entry through: each must be whole, as long as promised, and have its checksum.</summary>
    public static string? FlawOfContent(ZipArchive zip)
    {
        var buffer = new byte[64 << 10];
        foreach (var entry in zip.Entries)
        {
            using var data = entry.Open();
            var (length, crc) = (0L, 0u);
            int read;
            while ((read = data.Read(buffer)) > 0)
            {
                length += read;
                if (length > entry.Length) return Flaws.Bomb;   // promised less than it holds
                crc = Crc32.Append(crc, buffer.AsSpan(0, read));
            }

            if (length != entry.Length || crc != entry.Crc32) return Flaws.Damaged;
        }

        return null;
    }

    private static bool IsBomb(long unpacked, long packed) => unpacked > FreeOfRatio && unpacked / Math.Max(1, packed) > MostRatio;
}
