using System.Buffers.Binary;

namespace Initiatives.Web.Platform.Files.Inspection;

/// <summary>Reading a file's structure: whole or not at all.</summary>
internal static class Bytes
{
    /// <summary>As many bytes as are there, at most <paramref name="most"/>, from <paramref name="position"/>.</summary>
    public static byte[] ReadAt(this Stream content, long position, int most)
    {
        content.Position = position;
        var bytes = new byte[(int)Math.Min(most, Math.Max(0, content.Length - position))];
        content.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>The last bytes, at most <paramref name="most"/>.</summary>
    public static byte[] Tail(this Stream content, int most) => content.ReadAt(Math.Max(0, content.Length - most), most);

    public static uint BigEndian32(this ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);

    public static uint LittleEndian32(this ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    public static ushort LittleEndian16(this ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    /// <summary>True when the file holds the bytes anywhere; reads it once, in pieces.</summary>
    public static bool Holds(this Stream content, ReadOnlySpan<byte> wanted)
    {
        content.Position = 0;
        var buffer = new byte[128 << 10];
        var kept = 0;
        int read;
        while ((read = content.Read(buffer, kept, buffer.Length - kept)) > 0)
        {
            var filled = buffer.AsSpan(0, kept + read);
            if (filled.IndexOf(wanted) >= 0) return true;
            kept = Math.Min(wanted.Length - 1, filled.Length);
            filled[^kept..].CopyTo(buffer);
        }

        return false;
    }

    /// <summary>What stands after the end of a picture and can be run or unpacked there; a phone's own trailer is none of it.</summary>
    public static bool IsForeign(ReadOnlySpan<byte> trailer) =>
        Signatures.FlawOf(trailer) is not null || trailer.StartsWith("PK\u0003\u0004"u8) || trailer.IndexOf("PK\u0005\u0006"u8) >= 0
        || trailer.IndexOf("%PDF-"u8) >= 0 || trailer.IndexOf("<script"u8) >= 0 || trailer.IndexOf("<html"u8) >= 0 || trailer.IndexOf("<?php"u8) >= 0;
}

/// <summary>The checksum of PNG and ZIP (ISO 3309), over pieces: start with 0 and pass on what came back.</summary>
internal static class Crc32
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(index =>
    {
        var value = (uint)index;
        for (var bit = 0; bit < 8; bit++) value = (value & 1) != 0 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
        return value;
    })];

    public static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        var table = Table;
        crc = ~crc;
        foreach (var value in bytes) crc = table[(byte)(crc ^ value)] ^ (crc >> 8);
        return ~crc;
    }
}

/// <summary>
/// Another's stream that is read only and for a limited time: every parser reads, so every parser ends. Closing it leaves
/// the stream beneath open.
/// </summary>
internal sealed class GuardedStream(Stream inner, CancellationToken cancellationToken) : Stream
{
    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => inner.Length;

    public override long Position
    {
        get => inner.Position;
        set => inner.Position = value;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return inner.Read(buffer);
    }

    public override int ReadByte()
    {
        cancellationToken.ThrowIfCancellationRequested();
        return inner.ReadByte();
    }

    public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
