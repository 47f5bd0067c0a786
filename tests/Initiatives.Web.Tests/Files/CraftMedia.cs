using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SkiaSharp;

namespace Initiatives.Web.Tests.Files;

/// <summary>Pictures and films, made whole and then spoilt by the tests.</summary>
public static class CraftMedia
{
    /// <summary>A progressive JPEG of 24 × 16, which the encoder at hand does not write.</summary>
    public static byte[] ProgressiveJpeg() => Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wgARCAAQABgDASIAAhEBAxEB"
        + "/8QAFgABAQEAAAAAAAAAAAAAAAAAAAMF/8QAFQEBAQAAAAAAAAAAAAAAAAAAAAT/2gAMAwEAAhADEAAAActBZfdAf//EABUQAQEAAAAAAAAAAAAAAAAAAAAR/9oACAEBAAEFAqqqqv/EABURAQEAAAAAAAAAAAAAAAAAAAAU/9oACAEDAQE/AbVr/8QAFREBAQAAAAAAAAAAAAAAAAAAABT/2gAIAQIBAT8BgQP/xAAUEAEAAAAAAAAAAAAAAAAAAAAg"
        + "/9oACAEBAAY/Al//xAAUEAEAAAAAAAAAAAAAAAAAAAAg/9oACAEBAAE/IV//AP/aAAwDAQACAAMAAAAQxx//xAAVEQEBAAAAAAAAAAAAAAAAAAAAcf/aAAgBAwEBPxClP//EABURAQEAAAAAAAAAAAAAAAAAAABx/9oACAECAQE/EIQ//8QAFhABAQEAAAAAAAAAAAAAAAAAcQAg/9oACAEBAAE/EFKWB//Z");

    public static byte[] Jpeg(int width = 64, int height = 48) => Encode(width, height, SKEncodedImageFormat.Jpeg);

    public static byte[] Png(int width = 64, int height = 48) => Encode(width, height, SKEncodedImageFormat.Png);

    private static byte[] Encode(int width, int height, SKEncodedImageFormat format)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        using var paint = new SKPaint { Color = SKColors.Teal };
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.DrawCircle(width / 2f, height / 2f, height / 3f, paint);
        using var image = surface.Snapshot();
        return image.Encode(format, 85).ToArray();
    }

    /// <summary>The same picture whose header promises another size.</summary>
    public static byte[] Promising(this byte[] jpeg, ushort width, ushort height)
    {
        var changed = jpeg.ToArray();
        var frame = Enumerable.Range(0, changed.Length - 1).First(at => changed[at] == 0xFF && changed[at + 1] is 0xC0 or 0xC2);
        BinaryPrimitives.WriteUInt16BigEndian(changed.AsSpan(frame + 5), height);
        BinaryPrimitives.WriteUInt16BigEndian(changed.AsSpan(frame + 7), width);
        return changed;
    }

    /// <summary>A PNG from its header and its rows, as they are packed.</summary>
    public static byte[] Png(int width, int height, byte depth, byte colour, byte interlace, byte[] rows, params (string Type, byte[] Data)[] before)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = (depth, colour, interlace);
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zip.Write(rows);
        var data = packed.ToArray();
        return [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', .. Chunk("IHDR", header), .. before.SelectMany(chunk => Chunk(chunk.Type, chunk.Data)), .. Chunk("IDAT", data[..(data.Length / 2)]), .. Chunk("IDAT", data[(data.Length / 2)..]), .. Chunk("IEND", [])];
    }

    /// <summary>Grey, 8 bits, in the seven passes of Adam7.</summary>
    public static byte[] InterlacedPng(int width, int height)
    {
        var rows = new List<byte>();
        foreach (var (x, y, stepX, stepY) in new[] { (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2) })
        {
            var across = (width - x + stepX - 1) / stepX;
            if (across == 0) continue;
            for (var row = y; row < height; row += stepY) rows.AddRange([0, .. Enumerable.Repeat((byte)row, across)]);
        }

        return Png(width, height, 8, 0, 1, [.. rows]);
    }

    private static byte[] Chunk(string type, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        return [.. BigEndian(data.Length), .. body, .. BigEndian(Crc(body))];
    }

    private static int Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
        }

        return unchecked((int)~crc);
    }

    /// <summary>A film in which nothing can be seen, but whose boxes are all there.</summary>
    public static byte[] Mp4(string brand = "isom", bool hasIndex = true) =>
    [
        .. Box("ftyp", [.. Encoding.ASCII.GetBytes(brand), 0, 0, 2, 0, .. "isomiso2"u8]),
        .. Box("free", []),
        .. hasIndex ? Box("moov", [.. Box("mvhd", new byte[100]), .. Box("trak", [.. Box("tkhd", new byte[84])])]) : [],
        .. Box("mdat", new byte[500]),
    ];

    public static byte[] Box(string type, byte[] data) => [.. BigEndian(8 + data.Length), .. Encoding.ASCII.GetBytes(type), .. data];

    public static byte[] BigEndian(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
