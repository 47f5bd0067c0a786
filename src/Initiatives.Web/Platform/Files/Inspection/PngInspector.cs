using System.IO.Compression;

namespace Initiatives.Web.Platform.Files.Inspection;

/// <summary>
/// PNG (ISO/IEC 15948): every chunk with its checksum, and the packed rows unpacked to exactly the size that the header
/// promises, a piece at a time. Whatever the picture's size, the memory is the same.
/// </summary>
internal static class PngInspector
{
    private const int MostChunks = 100_000;

    public static string? Find(Stream content)
    {
        content.Position = 8;
        if (NextChunk(content) is not { Type: "IHDR", Length: 13 } header) return Flaws.Damaged;
        var fields = Data(content, header);
        if (fields is null) return Flaws.Damaged;
        ReadOnlySpan<byte> bytes = fields;
        var (width, height, depth, colour, interlaced) = ((long)bytes.BigEndian32(0), (long)bytes.BigEndian32(4), bytes[8], bytes[9], bytes[12]);
        if (PictureLimits.FlawOf(width, height) is { } flaw) return flaw;
        if (Channels(colour, depth) is not { } channels || bytes[10] != 0 || bytes[11] != 0 || interlaced > 1) return Flaws.Damaged;
        var expected = interlaced == 0 ? Rows(width, height, depth * channels) : Interlaced(width, height, depth * channels);
        return Walk(content, expected);
    }

    private static string? Walk(Stream content, long expected)
    {
        var hasRows = false;
        for (var count = 0; count < MostChunks; count++)
        {
            if (NextChunk(content) is not { } chunk) return Flaws.Damaged;
            if (chunk.Type == "IEND")
            {
                if (chunk.Length != 0 || Data(content, chunk) is null || !hasRows) return Flaws.Damaged;
                return content.Position == content.Length ? null : Flaws.Spliced;
            }

            if (chunk.Type == "IDAT")
            {
                if (hasRows) return Flaws.Damaged;
                hasRows = true;
                var rows = new RowStream(content, chunk);
                if (!Unpacks(rows, expected) || !rows.Finish()) return Flaws.Damaged;
            }
            else if (!Skip(content, chunk))
            {
                return Flaws.Damaged;
            }
        }

        return Flaws.Bomb;
    }

    /// <summary>True when the rows come out whole and end where they should.</summary>
    private static bool Unpacks(Stream packed, long expected)
    {
        var buffer = new byte[64 << 10];
        var total = 0L;
        try
        {
            using var rows = new ZLibStream(packed, CompressionMode.Decompress, leaveOpen: true);
            int read;
            while (total <= expected && (read = rows.Read(buffer)) > 0) total += read;
        }
        catch (InvalidDataException)
        {
            return false;
        }

        return total == expected;
    }

    private static long Rows(long width, long height, int bits) => width == 0 || height == 0 ? 0 : height * (1 + (width * bits + 7) / 8);

    /// <summary>The seven passes of Adam7.</summary>
    private static long Interlaced(long width, long height, int bits)
    {
        (int X, int Y, int StepX, int StepY)[] passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];
        return passes.Sum(pass => Rows((width - pass.X + pass.StepX - 1) / pass.StepX, (height - pass.Y + pass.StepY - 1) / pass.StepY, bits));
    }

    private static int? Channels(byte colour, byte depth) => (colour, depth) switch
    {
        (0, 1 or 2 or 4 or 8 or 16) => 1,
        (2, 8 or 16) => 3,
        (3, 1 or 2 or 4 or 8) => 1,
        (4, 8 or 16) => 2,
        (6, 8 or 16) => 4,
        _ => null,
    };

    /// <summary>A chunk whose data begins where the stream stands.</summary>
    internal sealed record Chunk(string Type, long Length, uint Crc);

    internal static Chunk? NextChunk(Stream content)
    {
        Span<byte> head = stackalloc byte[8];
        if (content.ReadAtLeast(head, 8, throwOnEndOfStream: false) < 8) return null;
        var length = (long)((ReadOnlySpan<byte>)head).BigEndian32(0);
        foreach (var letter in head[4..])
            if (!char.IsAsciiLetter((char)letter)) return null;
        return length <= content.Length - content.Position - 4 ? new Chunk(System.Text.Encoding.ASCII.GetString(head[4..]), length, Crc32.Append(0, head[4..])) : null;
    }

    /// <summary>The data of a small chunk; null when its checksum is wrong.</summary>
    private static byte[]? Data(Stream content, Chunk chunk)
    {
        var data = new byte[chunk.Length];
        content.ReadExactly(data);
        return IsSum(content, Crc32.Append(chunk.Crc, data)) ? data : null;
    }

    private static bool Skip(Stream content, Chunk chunk)
    {
        var buffer = new byte[(int)Math.Min(64 << 10, Math.Max(1, chunk.Length))];
        var crc = chunk.Crc;
        for (var left = chunk.Length; left > 0;)
        {
            var read = content.Read(buffer, 0, (int)Math.Min(buffer.Length, left));
            if (read == 0) return false;
            crc = Crc32.Append(crc, buffer.AsSpan(0, read));
            left -= read;
        }

        return IsSum(content, crc);
    }

    private static bool IsSum(Stream content, uint crc)
    {
        Span<byte> sum = stackalloc byte[4];
        return content.ReadAtLeast(sum, 4, throwOnEndOfStream: false) == 4 && ((ReadOnlySpan<byte>)sum).BigEndian32(0) == crc;
    }

    /// <summary>The packed rows as one stream, though they lie in several chunks.</summary>
    private sealed class RowStream(Stream content, Chunk first) : Stream
    {
        private long left = first.Length;
        private uint crc = first.Crc;
        private bool isBad;
        private bool isOver;

        public override int Read(Span<byte> buffer)
        {
            while (left == 0)
            {
                if (!Next()) return 0;
            }

            var read = content.Read(buffer[..(int)Math.Min(buffer.Length, left)]);
            crc = Crc32.Append(crc, buffer[..read]);
            left -= read;
            if (read == 0) (isOver, isBad) = (true, true);
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        /// <summary>Reads what the rows left unread; the stream then stands before the chunk that follows. False: a checksum was wrong.</summary>
        public bool Finish()
        {
            var rest = new byte[16 << 10];
            while (Read(rest) > 0)
            {
            }

            return !isBad;
        }

        /// <summary>Goes on to the next chunk of rows; where another kind follows, stands before it again.</summary>
        private bool Next()
        {
            if (isOver) return false;
            isBad = isBad || !IsSum(content, crc);
            var here = content.Position;
            if (isBad || NextChunk(content) is not { Type: "IDAT" } next)
            {
                content.Position = here;
                isOver = true;
                return false;
            }

            (left, crc) = (next.Length, next.Crc);
            return true;
        }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
