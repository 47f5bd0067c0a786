using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Initiatives.Web.Documents;

/// <summary>
/// What the drawing engine leaves open in a finished PDF: it draws the file's identity at random, which would make each
/// print of one model another file, and it cannot name the language, which a screen reader needs.
/// </summary>
internal static class PdfFinish
{
    private const int UuidLength = 36;

    /// <summary>Writes the PDF with an identity made of its content and with Vietnamese as its language.</summary>
    internal static void Write(byte[] pdf, Stream stream)
    {
        var end = pdf.AsSpan().LastIndexOf("trailer\n"u8);
        var trailer = Encoding.Latin1.GetString(pdf, end, pdf.Length - end);
        var body = pdf.AsSpan(0, end);
        var identity = Identify(body);
        stream.Write(body);
        stream.Write(Tail(body, trailer, identity));
    }

    /// <summary>Overwrites the random identity by the digest of all the rest, and gives it back in hexadecimal digits.</summary>
    private static string Identify(Span<byte> body)
    {
        var places = Places(body, "ID>uuid:"u8);
        foreach (var place in places) body.Slice(place, UuidLength).Fill((byte)'0');
        var identity = new Guid(SHA256.HashData(body).AsSpan(0, 16));
        foreach (var place in places) Encoding.ASCII.GetBytes(identity.ToString("D"), body[place..]);
        return identity.ToString("N").ToUpperInvariant();
    }

    /// <summary>
    /// The file's own trailer with the new identity, then an incremental update (ISO 32000-1, 7.5.6) that gives the
    /// catalogue a /Lang and shows the title in the reader's window.
    /// </summary>
    private static byte[] Tail(ReadOnlySpan<byte> body, string trailer, string identity)
    {
        var root = Between(trailer, "/Root ", " 0 R");
        var previous = Between(trailer, "startxref\n", "\n");
        var entries = $"/Size {Between(trailer, "/Size ", "\n")}\n/Root {root} 0 R\n/Info {Between(trailer, "/Info ", " 0 R")} 0 R\n/ID [<{identity}> <{identity}>]";
        var own = $"trailer\n<<{entries}>>\nstartxref\n{previous}\n%%EOF\n";
        var start = body.LastIndexOf(Encoding.ASCII.GetBytes($"\n{root} 0 obj\n")) + 1;
        var catalog = Encoding.Latin1.GetString(body.Slice(start, body[start..].IndexOf("endobj"u8)))
            .Replace("/Type /Catalog", "/Type /Catalog\n/Lang (vi-VN)\n/ViewerPreferences <</DisplayDocTitle true>>", StringComparison.Ordinal) + "endobj\n";
        var offset = body.Length + own.Length;
        return Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"{own}{catalog}xref\n0 1\n0000000000 65535 f \n{root} 1\n{offset:0000000000} 00000 n \n" +
            $"trailer\n<<{entries}\n/Prev {previous}>>\nstartxref\n{offset + catalog.Length}\n%%EOF\n"));
    }

    /// <summary>The places just after each <paramref name="mark"/>.</summary>
    private static List<int> Places(ReadOnlySpan<byte> pdf, ReadOnlySpan<byte> mark)
    {
        var places = new List<int>();
        for (var from = 0; pdf[from..].IndexOf(mark) is >= 0 and var at;)
        {
            from += at + mark.Length;
            places.Add(from);
        }

        return places;
    }

    private static string Between(string text, string before, string after)
    {
        var start = text.LastIndexOf(before, StringComparison.Ordinal) + before.Length;
        return text[start..text.IndexOf(after, start, StringComparison.Ordinal)];
    }
}
