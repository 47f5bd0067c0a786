using System.Globalization;
using System.Text;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Rows;
using Initiatives.Web.Platform.Files;

namespace Initiatives.Web.Seeding.Scale;

/// <summary>A few small PDFs that the dossiers of the big cycle share: a file on disk for each would make the seed slow and prove nothing more.</summary>
internal sealed class ScaleFiles
{
    private readonly List<DossierFile> files = [];

    public static async Task<ScaleFiles> WriteAsync(AppDb db, FileStore store, DateTime now)
    {
        var made = new ScaleFiles();
        for (var n = 1; n <= 24; n++)
        {
            var saved = await store.SaveAsync(Pdf($"Minh chung so {n}"), CancellationToken.None);
            db.Add(new StoredFile { Sha256 = saved.Sha256, Size = saved.Size, ContentType = "application/pdf", StoredAt = now });
            made.files.Add(new DossierFile(0, n % 3 == 0 ? AttachmentKind.ApplicationConfirmation : AttachmentKind.Evidence, $"Minh chứng {n:00}.pdf", "application/pdf", saved.Size, saved.Sha256));
        }

        await db.SaveChangesAsync();
        return made;
    }

    /// <summary>Nought to three different ones.</summary>
    public IReadOnlyList<DossierFile> Some(Random random)
    {
        var from = random.Next(files.Count);
        return [.. Enumerable.Range(0, random.Next(4)).Select(i => files[(from + i * 5) % files.Count])];
    }

    /// <summary>The least that a reader of PDF takes for a page with a line of text.</summary>
    public static byte[] Pdf(string line)
    {
        var text = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        var content = $"BT /F1 14 Tf 72 770 Td ({line}) Tj ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {content.Length} >>\nstream\n{content}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        for (var i = 0; i < objects.Length; i++)
        {
            places.Add(text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var place in places) text.Append(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n");
        text.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(text.ToString());
    }
}
