using System.Text;
using Initiatives.Web.Documents;
using Initiatives.Web.Tests.Documents;

namespace Initiatives.Web.Tests.Files;

/// <summary>Files that people really send: every type, and the odd forms of each that are still sound.</summary>
internal static class SoundFiles
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string PowerPoint = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

    public static IEnumerable<(string Name, byte[] Bytes, string Type)> All()
    {
        var (docx, jpeg) = (CraftOffice.Docx(), CraftMedia.Jpeg());
        return
        [
            ("Quyết định công nhận.pdf", Pdf.Of((fonts, stream) => RecognitionDecisionDocument.Write(Samples.Recognition(), fonts, stream)).Bytes, "application/pdf"),
            ("bien-nhan.pdf", Pdf.Of((fonts, stream) => ReceiptDocument.Write(Samples.Receipt(), fonts, stream)).Bytes, "application/pdf"),
            ("viet-tay.PDF", CraftPdf.Sound(), "application/pdf"),
            ("co-bom.pdf", [0xEF, 0xBB, 0xBF, .. CraftPdf.Sound("BOM"), (byte)'\r', (byte)'\n', 0], "application/pdf"),
            ("doi-tuong-nen.pdf", CraftPdf.With("", "", CraftPdf.ObjectStream("<< /Type /Annot /Subtype /Link >>")), "application/pdf"),
            ("lien-ket.pdf", CraftPdf.With("/OpenAction [3 0 R /Fit]", "", Encoding.ASCII.GetBytes("<< /S /URI /URI (https://haiphong.gov.vn) >>")), "application/pdf"),
            ("bao-cao.docx", docx, Word),
            ("mau-tren-may.docx", docx.Pointing("attachedTemplate", "file:///C:\\Users\\lan\\AppData\\Roaming\\Microsoft\\Templates\\Normal.dotm", isExternal: true), Word),
            ("bieu-do.docx", docx.With(("word/embeddings/Microsoft_Excel_Sheet1.xlsx", CraftOffice.Xlsx())).Pointing("package", "embeddings/Microsoft_Excel_Sheet1.xlsx"), Word),
            ("anh-ngoai.docx", docx.Pointing("image", "https://haiphong.gov.vn/logo.png", isExternal: true), Word),
            ("so-lieu.xlsx", CraftOffice.Xlsx("Số lượt", "240"), Excel),
            ("trinh-bay.pptx", CraftOffice.Pptx(), PowerPoint),
            ("anh.jpg", jpeg, "image/jpeg"),
            ("anh-lon.JPEG", CraftMedia.Jpeg(4000, 3000), "image/jpeg"),
            ("luoi-dan.jpg", CraftMedia.ProgressiveJpeg(), "image/jpeg"),
            ("hai-anh.jpg", [.. jpeg, .. CraftMedia.Jpeg(16, 16)], "image/jpeg"),   // as phones write a picture with its preview
            ("anh.png", CraftMedia.Png(), "image/png"),
            ("dan-xen.png", CraftMedia.InterlacedPng(13, 11), "image/png"),
            ("bang-mau.png", CraftMedia.Png(9, 4, 4, 3, 0, new byte[4 * 6], ("PLTE", [0, 0, 0, 255, 255, 255])), "image/png"),
            ("muoi-sau-bit.png", CraftMedia.Png(5, 5, 16, 6, 0, new byte[5 * 41], ("tEXt", Encoding.ASCII.GetBytes("Title\0a"))), "image/png"),
            ("phim.mp4", CraftMedia.Mp4(), "video/mp4"),
            ("phim-dien-thoai.mp4", CraftMedia.Mp4("mp42"), "video/mp4"),
            ("Bie\u0302n ba\u0309n ho\u0323p.pdf", CraftPdf.Sound("NFD"), "application/pdf"),
            (".an.pdf", CraftPdf.Sound("an"), "application/pdf"),
            (new string('a', 200) + ".pdf", CraftPdf.Sound("dai"), "application/pdf"),
        ];
    }
}
