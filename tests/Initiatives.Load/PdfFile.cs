using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Initiatives.Load;

/// <summary>A sound PDF of one page and about the size that is asked for, no two with the same bytes.</summary>
internal static class PdfFile
{
    public static byte[] Make(string line, int size)
    {
        using var file = new MemoryStream(size + 2048);
        var places = new List<long>();

        void Write(string text) => file.Write(Encoding.ASCII.GetBytes(text));

        void Object(string head, byte[]? stream = null)
        {
            places.Add(file.Position);
            Write(string.Create(CultureInfo.InvariantCulture, $"{places.Count} 0 obj\n"));
            if (stream is null)
            {
                Write(head);
            }
            else
            {
                Write(string.Create(CultureInfo.InvariantCulture, $"<< /Length {stream.Length}{head} >>\nstream\n"));
                file.Write(stream);
                Write("\nendstream");
            }

            Write("\nendobj\n");
        }

        Write("%PDF-1.4\n");
        Object("<< /Type /Catalog /Pages 2 0 R >>");
        Object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        Object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /Im1 6 0 R >> >> >>");
        Object("", Encoding.ASCII.GetBytes($"BT /F1 14 Tf 72 770 Td ({line}) Tj ET\nq 400 0 0 400 72 300 cm /Im1 Do Q"));
        Object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        var side = Math.Max(1, (int)Math.Sqrt(Math.Max(1, size - 1200)));
        Object($" /Type /XObject /Subtype /Image /Width {side} /Height {side} /ColorSpace /DeviceGray /BitsPerComponent 8", RandomNumberGenerator.GetBytes(side * side));
        var table = file.Position;
        Write(string.Create(CultureInfo.InvariantCulture, $"xref\n0 {places.Count + 1}\n0000000000 65535 f \n"));
        foreach (var place in places) Write(string.Create(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n"));
        Write(string.Create(CultureInfo.InvariantCulture, $"trailer\n<< /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"));
        return file.ToArray();
    }
}
