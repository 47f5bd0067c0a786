using System.Text;

namespace Initiatives.Web.Platform.Files.Inspection;

/// <summary>
/// MP4 (ISO/IEC 14496-12): a row of boxes that must fill the file exactly, with an index (moov) that names at least one
/// track. Nothing is decoded.
/// </summary>
internal static class Mp4Inspector
{
    private const int MostBoxes = 100_000;

    /// <summary>Major brands of MP4; HEIC pictures and QuickTime films share the container and are something else.</summary>
    private static readonly string[] Brands = ["isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "MSNV", "dash", "M4VP", "M4VH", "f4v "];
    private static readonly string[] PictureBrands = ["heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1", "avif", "avis"];

    /// <summary>True for the container that MP4 shares with others.</summary>
    public static bool IsContainer(ReadOnlySpan<byte> head) => head.Length >= 12 && head[4..8].SequenceEqual("ftyp"u8);

    /// <summary>What of that container is not MP4; null: MP4.</summary>
    public static string? FlawOfBrand(ReadOnlySpan<byte> head)
    {
        var brand = Encoding.ASCII.GetString(head[8..12]);
        if (Brands.Contains(brand)) return null;
        return PictureBrands.Contains(brand) ? Flaws.Heic : brand == "qt  " ? Flaws.QuickTime : Flaws.OtherVideo;
    }

    public static string? Find(Stream content)
    {
        var (hasIndex, hasMedia) = (false, false);
        foreach (var (type, start, end) in Boxes(content, 0, content.Length))
        {
            if (end > content.Length || start < 0) return Flaws.Damaged;
            if (type is "moov") hasIndex = hasIndex || Boxes(content, start, end).Any(box => box.Type == "trak" && box.End <= end);
            if (type is "mdat" or "moof") hasMedia = true;
            if (type.Any(letter => letter is < ' ' or > '~' and not '©')) return Flaws.Damaged;
        }

        return hasIndex && hasMedia ? null : Flaws.Damaged;
    }

    /// <summary>The boxes between two places; one that cannot be is given with a negative start, and is the last.</summary>
    private static IEnumerable<(string Type, long Start, long End)> Boxes(Stream content, long from, long to)
    {
        var count = 0;
        while (from < to)
        {
            if (to - from < 8 || ++count > MostBoxes)
            {
                yield return ("", -1, from);
                yield break;
            }

            var head = content.ReadAt(from, 16);
            var size = (long)((ReadOnlySpan<byte>)head).BigEndian32(0);
            var header = 8;
            if (size == 1)
            {
                if (head.Length < 16) size = -1;
                else (size, header) = (System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(head.AsSpan(8)), 16);
            }
            else if (size == 0)
            {
                size = to - from;   // to the end of the file
            }

            if (size < header || size > long.MaxValue - from)
            {
                yield return ("", -1, from);
                yield break;
            }

            yield return (Encoding.Latin1.GetString(head, 4, 4), from + header, from + size);
            from += size;
        }
    }
}
