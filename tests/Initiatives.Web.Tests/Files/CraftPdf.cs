using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Initiatives.Web.Tests.Files;

/// <summary>PDFs written by hand, sound but for what a test puts into them.</summary>
public static class CraftPdf
{
    private const string Page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>";

    /// <summary>One page with a line of text; <paramref name="more"/> are objects from number 6 on.</summary>
    public static byte[] With(string catalog = "", string trailer = "", params byte[][] more) =>
        Of([Ascii($"<< /Type /Catalog /Pages 2 0 R {catalog} >>"), Ascii("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"), Ascii(Page), Drawing(), Font, .. more], trailer);

    public static byte[] Sound(string line = "Minh chung") => Of([Ascii("<< /Type /Catalog /Pages 2 0 R >>"), Ascii("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"), Ascii(Page), Drawing(line), Font]);

    public static byte[] WithoutPages() => Of([Ascii("<< /Type /Catalog /Pages 2 0 R >>"), Ascii("<< /Type /Pages /Kids [] /Count 0 >>")]);

    /// <summary>The page's drawing is packed: a few kilobytes that are gigabytes of blanks.</summary>
    public static byte[] WithPackedPage(int megabytes)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var blank = new byte[1 << 20];
            Array.Fill(blank, (byte)' ');
            for (var i = 0; i < megabytes; i++) zip.Write(blank);
        }

        return Of([Ascii("<< /Type /Catalog /Pages 2 0 R >>"), Ascii("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"), Ascii(Page), Stream("/Filter /FlateDecode", packed.ToArray()), Font]);
    }

    /// <summary>An object stream (ISO 32000, 7.5.7): objects that are seen only when it is unpacked.</summary>
    public static byte[] ObjectStream(string content)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zip.Write(Ascii($"90 0 {content}"));
        return Stream("/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode", packed.ToArray());
    }

    public static byte[] Stream(string dictionary, byte[] data) => [.. Ascii($"<< {dictionary} /Length {data.Length} >>\nstream\n"), .. data, .. Ascii("\nendstream")];

    public static byte[] Ascii(string text) => Encoding.Latin1.GetBytes(text);

    private static byte[] Drawing(string line = "Minh chung") => Stream("", Ascii($"BT /F1 14 Tf 72 770 Td ({line}) Tj ET"));

    private static byte[] Font => Ascii("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");

    private static byte[] Of(IReadOnlyList<byte[]> objects, string trailer = "")
    {
        using var file = new MemoryStream();
        file.Write(Ascii("%PDF-1.7\n"));
        var places = new List<long>();
        foreach (var content in objects)
        {
            places.Add(file.Length);
            file.Write([.. Ascii($"{places.Count} 0 obj\n"), .. content, .. Ascii("\nendobj\n")]);
        }

        var table = file.Length;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places) text.Append(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n");
        text.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {places.Count + 1} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n");
        file.Write(Ascii(text.ToString()));
        return file.ToArray();
    }
}
