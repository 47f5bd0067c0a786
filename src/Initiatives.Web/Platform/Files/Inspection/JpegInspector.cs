using SkiaSharp;

namespace Initiatives.Web.Platform.Files.Inspection;

/// <summary>
/// JPEG (ITU T.81): its markers are followed to the end of the picture, the header's size is judged before anything is
/// decoded, then the picture is really decoded, at an eighth of its size.
/// </summary>
internal static class JpegInspector
{
    private const int MostScans = 100;

    /// <summary>A progressive picture is held whole while it is decoded, two bytes a sample.</summary>
    private const long MostSamples = 128L << 20;

    public static string? Find(Stream content)
    {
        if (Walk(content, out var end) is { } flaw) return flaw;
        var trailer = content.ReadAt(end, 4 << 20);
        if (trailer.Length > 0 && (Bytes.IsForeign(trailer) || (content.Length - end > trailer.Length && Bytes.IsForeign(content.Tail(66 << 10))))) return Flaws.Spliced;
        return Decodes(content) ? null : Flaws.Damaged;
    }

    /// <summary>Follows the markers; <paramref name="end"/> is where the picture ends.</summary>
    private static string? Walk(Stream content, out long end)
    {
        end = 0;
        var (hasFrame, scans) = (false, 0);
        var position = 2L;
        var head = new byte[2];
        while (true)
        {
            content.Position = position;
            if (content.ReadAtLeast(head, 2, throwOnEndOfStream: false) < 2 || head[0] != 0xFF) return Flaws.Damaged;
            switch (head[1])
            {
                case 0xFF:
                    position++;
                    continue;
                case 0xD9:
                    end = position + 2;
                    return hasFrame && scans > 0 ? null : Flaws.Damaged;
                case 0x01 or (>= 0xD0 and <= 0xD8):
                    position += 2;
                    continue;
            }

            var isFrame = head[1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
            var segment = content.ReadAt(position + 2, 32);
            if (segment.Length < 2) return Flaws.Damaged;
            var length = (segment[0] << 8) | segment[1];
            if (length < 2 || position + 2 + length > content.Length) return Flaws.Damaged;
            if (isFrame)
            {
                if (hasFrame) return Flaws.Damaged;
                if (FlawOfFrame(segment, head[1]) is { } flaw) return flaw;
                hasFrame = true;
            }

            position += 2 + length;
            if (head[1] != 0xDA) continue;
            if (++scans > MostScans) return Flaws.Bomb;
            position = EndOfScan(content, position);
            if (position < 0) return Flaws.Damaged;
        }
    }

    private static string? FlawOfFrame(ReadOnlySpan<byte> segment, byte marker)
    {
        if (segment.Length < 8) return Flaws.Damaged;
        var (height, width, components) = ((segment[3] << 8) | segment[4], (segment[5] << 8) | segment[6], segment[7]);
        if (PictureLimits.FlawOf(width, height) is { } flaw) return flaw;
        if (components is 0 or > 4 || segment.Length < 8 + components * 3) return Flaws.Damaged;
        var (samples, most) = (0L, 1);
        for (var i = 0; i < components; i++) most = Math.Max(most, (segment[9 + i * 3] >> 4) * (segment[9 + i * 3] & 15));
        for (var i = 0; i < components; i++) samples += (long)width * height * ((segment[9 + i * 3] >> 4) * (segment[9 + i * 3] & 15)) / most;
        return marker is 0xC2 or 0xC6 or 0xCA && samples > MostSamples ? Flaws.PictureTooLarge(width, height) : null;
    }

    /// <summary>Where the marker after a scan's data stands; -1: there is none.</summary>
    private static long EndOfScan(Stream content, long position)
    {
        content.Position = position;
        var buffer = new byte[64 << 10];
        int read;
        while ((read = content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 1)
        {
            var at = 0;
            while (at < read - 1)
            {
                var next = buffer.AsSpan(at, read - 1 - at).IndexOf((byte)0xFF);
                if (next < 0) break;
                at += next;
                if (buffer[at + 1] is not (0 or 0xFF or (>= 0xD0 and <= 0xD7))) return position + at;
                at++;
            }

            position += read - 1;   // the last byte may be the first of a marker
            content.Position = position;
        }

        return -1;
    }

    private static bool Decodes(Stream content)
    {
        content.Position = 0;
        using var data = new SKManagedStream(content, disposeManagedStream: false);
        using var codec = SKCodec.Create(data);
        if (codec is null) return false;
        var size = codec.GetScaledDimensions(0.125f);
        using var picture = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        return codec.GetPixels(picture.Info, picture.GetPixels()) == SKCodecResult.Success;
    }
}
