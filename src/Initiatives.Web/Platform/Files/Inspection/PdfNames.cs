using System.IO.Compression;

namespace Initiatives.Web.Platform.Files.Inspection;

/// <summary>
/// Looks through a whole PDF for the names of things that act: scripts, programs, files within, passwords. Objects may
/// hide anywhere, also in what looks like a stream, so every byte is looked at, and object streams are unpacked. Names may
/// be written with escapes (/J#61vaScript). One pass in pieces: the memory does not grow with the file.
/// </summary>
internal static class PdfNames
{
    private const int Longest = 96;
    private const int MostObjectStreams = 50_000;
    private const long MostUnpacked = 256L << 20;

    private static readonly Dictionary<string, string> Refused = new(StringComparer.Ordinal)
    {
        ["Encrypt"] = Flaws.Encrypted,
        ["JavaScript"] = Flaws.PdfActive,
        ["Launch"] = Flaws.PdfActive,
        ["RichMedia"] = Flaws.PdfActive,
        ["XFA"] = Flaws.PdfActive,
        ["EmbeddedFile"] = Flaws.PdfEmbeds,
        ["EmbeddedFiles"] = Flaws.PdfEmbeds,
        ["FileAttachment"] = Flaws.PdfEmbeds,
    };

    public static string? Find(Stream content)
    {
        var objectStreams = new List<long>();
        content.Position = 0;
        var flaw = Scan(content, objectStreams);
        if (flaw == Flaws.Encrypted || objectStreams.Count == 0) return flaw;
        if (objectStreams.Count > MostObjectStreams) return Flaws.Bomb;
        var unpacked = 0L;
        foreach (var position in objectStreams)
        {
            var found = Within(content, position, ref unpacked);
            if (unpacked > MostUnpacked) return Flaws.Bomb;
            flaw ??= found;
        }

        return flaw;
    }

    /// <summary>The worst that the names of a stream say: a password first, because behind it nothing else can be seen.</summary>
    private static string? Scan(Stream content, List<long> objectStreams)
    {
        var buffer = new byte[128 << 10];
        var (kept, offset, isLast) = (0, 0L, false);
        string? worst = null;
        while (!isLast)
        {
            var read = content.ReadAtLeast(buffer.AsSpan(kept), 1, throwOnEndOfStream: false);
            isLast = read == 0;
            var filled = kept + read;
            var until = isLast ? filled : Math.Max(0, filled - Longest);
            for (var at = 0; at < until; at++)
            {
                var next = buffer.AsSpan(at, until - at).IndexOf((byte)'/');
                if (next < 0) break;
                at += next;
                var name = NameAt(buffer.AsSpan(at + 1, filled - at - 1));
                if (name is null) continue;
                if (name == "ObjStm") objectStreams.Add(offset + at);
                else if (Refused.TryGetValue(name, out var flaw) && (worst is null || flaw == Flaws.Encrypted)) worst = flaw;
            }

            kept = filled - until;
            buffer.AsSpan(until, kept).CopyTo(buffer);
            offset += until;
        }

        return worst;
    }

    /// <summary>The name that stands here, its escapes undone; null when it is none that matters.</summary>
    private static string? NameAt(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 0 || bytes[0] is not ((byte)'E' or (byte)'J' or (byte)'L' or (byte)'R' or (byte)'X' or (byte)'F' or (byte)'O' or (byte)'#')) return null;
        Span<char> name = stackalloc char[16];
        var length = 0;
        for (var at = 0; at < bytes.Length && at < Longest - 1; at++)
        {
            var value = bytes[at];
            if (value is 0 or 9 or 10 or 12 or 13 or 32 or (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%') break;
            if (value == '#' && at + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[at + 1]) && char.IsAsciiHexDigit((char)bytes[at + 2]))
            {
                value = (byte)(Hex(bytes[at + 1]) * 16 + Hex(bytes[at + 2]));
                at += 2;
            }

            if (length == name.Length || value is < 33 or > 126) return null;
            name[length++] = (char)value;
        }

        return new string(name[..length]);
    }

    private static int Hex(byte digit) => digit <= '9' ? digit - '0' : (digit | 32) - 'a' + 10;

    /// <summary>The names within an object stream whose dictionary stands around <paramref name="position"/>.</summary>
    private static string? Within(Stream content, long position, ref long unpacked)
    {
        var from = Math.Max(0, position - 512);
        var around = content.ReadAt(from, 2048);
        var at = (int)(position - from);
        var keyword = around.AsSpan(at).IndexOf("stream"u8);
        if (keyword < 0) return null;   // only the name, in a text or a list
        var start = at + keyword + 6;
        if (start < around.Length && around[start] == '\r') start++;
        if (start < around.Length && around[start] == '\n') start++;
        var opening = around.AsSpan(0, at).LastIndexOf("obj"u8);
        var dictionary = around.AsSpan(Math.Max(0, opening), at + keyword - Math.Max(0, opening));
        content.Position = from + start;
        var names = new CountedStream(new ZLibStream(content, CompressionMode.Decompress, leaveOpen: true), MostUnpacked - unpacked);
        try
        {
            var flaw = Scan(names, []);
            unpacked += names.Count;
            // Rows shifted by a predictor read as nothing: what cannot be looked into is not taken.
            return dictionary.IndexOf("/Predictor"u8) >= 0 ? flaw ?? Flaws.Damaged : flaw;
        }
        catch (InvalidDataException)
        {
            unpacked += names.Count;
            return dictionary.IndexOf("/Filter"u8) >= 0 ? Flaws.Damaged : null;
        }
    }

    /// <summary>Counts what comes out, and stops at a bound.</summary>
    private sealed class CountedStream(Stream inner, long most) : Stream
    {
        public long Count { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            if (Count > most) return 0;
            var read = inner.Read(buffer);
            Count += read;
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

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
