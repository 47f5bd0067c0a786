using System.Text;

namespace Initiatives.Web.Tests.Files;

/// <summary>Files that must not come in: name, bytes, and what their sender reads.</summary>
internal static class HostileFiles
{
    private const string OldHead = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";

    /// <summary>By what their first bytes say.</summary>
    public static IEnumerable<(string Name, byte[] Bytes, string Sentence)> ByHead()
    {
        const string program = " là chương trình hoặc tập lệnh chạy được, không phải tài liệu. Không nhận tệp này.";
        const string page = " là trang web hoặc hình vẽ SVG, có thể chứa mã chạy được. In ra PDF rồi tải lên.";
        const string archive = " là tệp nén. Giải nén rồi tải từng tài liệu lên.";
        const string picture = " là ảnh loại khác (GIF, WEBP, BMP, TIFF…). Lưu lại thành JPG hoặc PNG rồi tải lên.";
        const string film = " là phim hoặc âm thanh loại khác. Xuất lại thành MP4 rồi tải lên.";
        (string, byte[], string)[] files =
        [
            ("trong.pdf", [], " rỗng, không có nội dung. Chọn lại tệp."),
            ("windows.pdf", Ascii("MZ\u0090\0\u0003\0\0\0 This program cannot be run in DOS mode."), program),
            ("linux.png", Ascii("\u007FELF\u0002\u0001\u0001"), program),
            ("mac.docx", [0xCF, 0xFA, 0xED, 0xFE, 7, 0, 0, 1], program),
            ("java.xlsx", [0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 52], program),
            ("lenh.pdf", Ascii("#!/bin/sh\nrm -rf /"), program),
            ("lo.docx", Ascii("@echo off\r\nformat c:"), program),
            ("loi-tat.pdf", [0x4C, 0, 0, 0, 0x01, 0x14, 0x02, 0, 0, 0, 0, 0], program),
            ("trang.pdf", Ascii("<!DOCTYPE html><html><script>alert(1)</script></html>"), page),
            ("trang-lui.jpg", Ascii("\n\t  <HTML><body onload=alert(1)>"), page),
            ("trang-16.pdf", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<script>alert(1)</script>")], page),
            ("hinh.png", Ascii("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"), page),
            ("may-chu.jpg", Ascii("<?php system($_GET['c']); ?>"), page),
            ("trang-va-pdf.pdf", [.. Ascii("<html><!-- "), .. CraftPdf.Sound()], page),
            ("van-ban.docx", Ascii("{\\rtf1\\ansi Xin chào}"), " là tài liệu RTF. Mở bằng Word, lưu lại thành .docx rồi tải lên."),
            ("cu.docx", [.. Ascii(OldHead), .. new byte[600]], " là tài liệu Office kiểu cũ (.doc, .xls, .ppt). Mở bằng Word, Excel hoặc PowerPoint, lưu lại thành .docx, .xlsx hoặc .pptx rồi tải lên."),
            ("khoa.docx", [.. Ascii(OldHead), .. new byte[504], .. Encoding.Unicode.GetBytes("EncryptionInfo"), .. new byte[130_000], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[900]], " được đặt mật khẩu hoặc mã hóa, người đọc không mở được. Bỏ mật khẩu, lưu lại rồi tải lên."),
            ("rar.pdf", Ascii("Rar!\u001A\u0007\u0001\0"), archive),
            ("bay.docx", [.. "7z"u8, 0xBC, 0xAF, 0x27, 0x1C, 0, 4], archive),
            ("gz.xlsx", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0], archive),
            ("bang.pdf", [.. new byte[257], .. "ustar\000"u8, .. new byte[300]], archive),
            ("nen.docx", CraftOffice.Zip(("bao-cao.txt", "a"), ("anh.jpg", "b")), archive),
            ("nen-trong.docx", CraftOffice.Zip(), archive),
            ("mo.pptx", CraftOffice.Zip(("mimetype", "application/vnd.oasis.opendocument.presentation"), ("content.xml", "<a/>")), archive),
            ("dong.jpg", [.. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0, .. "/*"u8, .. "*/=1;alert(1)"u8], picture),
            ("web.png", [.. "RIFF"u8, 24, 0, 0, 0, .. "WEBPVP8 "u8, 0, 0, 0, 0], picture),
            ("diem.jpg", [.. "BM"u8, 58, 0, 0, 0, 0, 0, 0, 0], picture),
            ("quet.jpg", [.. "II*"u8, 0, 8, 0, 0, 0], picture),
            ("dien-thoai.jpg", CraftMedia.Mp4("heic"), " là ảnh HEIC của điện thoại. Lưu lại thành JPG rồi tải lên (iPhone: Cài đặt, Camera, Định dạng, chọn Tương thích nhất)."),
            ("tao.mp4", CraftMedia.Mp4("qt  "), " là phim QuickTime (MOV). Xuất lại thành MP4 rồi tải lên."),
            ("tieng.mp4", CraftMedia.Mp4("M4A "), film),
            ("mang.mp4", [0x1A, 0x45, 0xDF, 0xA3, 1, 0, 0, 0], film),
            ("chu.pdf", Ascii("Báo cáo chỉ có chữ"), null!),
        ];
        return files.Select(file => file.Item3 is null
            ? (file.Item1, file.Item2, $"Không nhận loại tệp của “{file.Item1}”. Chỉ nhận PDF, DOCX, XLSX, PPTX, JPG, PNG, MP4.")
            : (file.Item1, file.Item2, $"Tệp “{file.Item1}”{file.Item3}"));
    }

    private const string Damaged = " bị hỏng hoặc chưa đủ, không mở được. Mở thử trên máy của bạn, lưu lại rồi tải lên.";
    private const string Spliced = " có dữ liệu lạ ghép thêm ở đầu hoặc cuối. Mở tệp, lưu lại bản mới rồi tải lên.";
    private const string Bomb = " phình quá lớn khi mở nên không kiểm tra an toàn được. Lưu lại bản gọn hơn rồi tải lên.";
    private const string Locked = " được đặt mật khẩu hoặc mã hóa, người đọc không mở được. Bỏ mật khẩu, lưu lại rồi tải lên.";

    public static IEnumerable<(string Name, byte[] Bytes, string Sentence)> Pdfs()
    {
        const string active = " có mã JavaScript hoặc lệnh mở chương trình. In lại ra PDF (Microsoft Print to PDF) rồi tải lên.";
        const string embeds = " có tệp khác nhúng bên trong PDF. Tải tệp đó lên riêng, in lại PDF rồi tải lên.";
        var sound = CraftPdf.Sound();
        (string, byte[], string)[] files =
        [
            ("cut.pdf", sound[..(sound.Length * 6 / 10)], Damaged),
            ("cut-cuoi.pdf", sound[..^30], Damaged),
            ("chi-dau.pdf", Ascii("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"), Damaged),
            ("gia-cuoi.pdf", [.. Ascii("%PDF-1.7\n"), .. new byte[4000], .. Ascii("\nstartxref\n9\n%%EOF")], Damaged),
            ("khong-trang.pdf", CraftPdf.WithoutPages(), Damaged),
            ("mat-khau.pdf", CraftPdf.With("", "/Encrypt 6 0 R /ID [<00><00>]", Ascii($"<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <{new string('0', 64)}> /U <{new string('0', 64)}> >>")), Locked),
            ("ma.pdf", CraftPdf.With("/OpenAction 6 0 R", "", Ascii("<< /S /JavaScript /JS (app.alert\\(1\\)) >>")), active),
            ("ma-giau.pdf", CraftPdf.With("/OpenAction 6 0 R", "", Ascii("<< /S /J#61v#61#53cript /JS (app.alert\\(1\\)) >>")), active),
            ("ma-nen.pdf", CraftPdf.With("/OpenAction 90 0 R", "", CraftPdf.ObjectStream("<< /S /JavaScript /JS (app.alert\\(1\\)) >>")), active),
            ("ma-trong-anh.pdf", CraftPdf.With("", "", CraftPdf.Stream("/Type /XObject /Subtype /Image", Ascii("9 0 obj << /S /JavaScript /JS (x) >> endobj"))), active),
            ("mo-chuong-trinh.pdf", CraftPdf.With("/OpenAction << /S /Launch /F (cmd.exe) >>"), active),
            ("bieu-mau.pdf", CraftPdf.With("/AcroForm << /XFA 6 0 R /Fields [] >>", "", CraftPdf.Stream("", Ascii("<xdp/>"))), active),
            ("phim-nhung.pdf", CraftPdf.With("", "", Ascii("<< /Type /Annot /Subtype /RichMedia >>")), active),
            ("nhung.pdf", CraftPdf.With("/Names << /EmbeddedFiles << /Names [(a.exe) 6 0 R] >> >>", "", Ascii("<< /Type /Filespec /F (a.exe) /EF << /F 7 0 R >> >>"), CraftPdf.Stream("/Type /EmbeddedFile", Ascii("MZ"))), embeds),
            ("ghim.pdf", CraftPdf.With("", "", Ascii("<< /Type /Annot /Subtype /FileAttachment >>")), embeds),
            ("giau-nen.pdf", CraftPdf.With("", "", CraftPdf.Stream("/Type /ObjStm /N 1 /First 5 /Filter /ASCIIHexDecode", Ascii("6E6F>"))), Damaged),
            ("duoi-la.pdf", [.. sound, .. Ascii("<html><script>alert(1)</script></html>")], Spliced),
            ("duoi-nen.pdf", [.. sound, .. CraftOffice.Zip(("a.txt", "a"))], Spliced),
            ("dau-la.pdf", [.. Ascii("xin chào "), .. sound], Spliced),
            ("phinh.pdf", CraftPdf.WithPackedPage(100), Bomb),
        ];
        return Named(files);
    }

    public static IEnumerable<(string Name, byte[] Bytes, string Sentence)> Documents()
    {
        const string macro = " có chứa macro. Lưu lại thành bản không có macro (.docx, .xlsx, .pptx) rồi tải lên.";
        const string embedded = " có nhúng tệp khác hoặc điều khiển ActiveX. Chuyển phần nhúng thành hình ảnh, hoặc tải tệp đó lên riêng.";
        const string remote = " gọi mẫu hoặc dữ liệu từ nơi khác khi mở. Bỏ liên kết đó (Word: Tệp, Thông tin, Sửa liên kết), lưu lại rồi tải lên.";
        var (docx, xlsx) = (CraftOffice.Docx(), CraftOffice.Xlsx());
        byte[] blank = new byte[40 << 20];
        var flipped = docx.ToArray();
        flipped[docx.AsSpan().IndexOf("word/document.xml"u8) + 40] ^= 0xFF;
        (string, byte[], string)[] files =
        [
            ("cut.docx", docx[..(docx.Length / 2)], Damaged),
            ("cut-cuoi.xlsx", xlsx[..^10], Damaged),
            ("lat-bit.docx", flipped, Damaged),
            ("gay.docx", docx.With(("word/document.xml", Ascii("<w:document><w:body>"))), Damaged),
            ("no-ra.docx", docx.With(("word/document.xml", Ascii("<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><d>&b;</d>"))), Damaged),
            ("khong-than.docx", docx.With(("_rels/.rels", Ascii("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>"))), Damaged),
            ("len-tren.docx", docx.With(("../../etc/passwd", Ascii("x"))), Damaged),
            ("khoa-le.docx", Locking(docx), Locked),
            ("doi-ten.docx", CraftOffice.Docm(), macro),
            ("co-macro.docx", docx.With(("word/vbaProject.bin", [1, 2, 3])), macro),
            ("macro-4.xlsx", xlsx.With(("xl/macrosheets/sheet1.xml", Ascii("<xm:macrosheet xmlns:xm=\"http://schemas.microsoft.com/office/excel/2006/main\"/>"))), macro),
            ("nhung.docx", docx.With(("word/embeddings/oleObject1.bin", [1])).Pointing("oleObject", "embeddings/oleObject1.bin"), embedded),
            ("dieu-khien.docx", docx.With(("word/activeX/activeX1.xml", Ascii("<a/>"))).Pointing("control", "activeX/activeX1.xml"), embedded),
            ("khuc.docx", docx.With(("word/a.html", Ascii("<html/>"))).Pointing("aFChunk", "a.html"), embedded),
            ("goi.docx", docx.With(("word/embeddings/a.bin", [1, 2])).Pointing("package", "embeddings/a.bin"), embedded),
            ("goi-macro.docx", docx.With(("word/embeddings/a.xlsx", xlsx.With(("xl/vbaProject.bin", [1])))).Pointing("package", "embeddings/a.xlsx"), embedded),
            ("mau-xa.docx", docx.Pointing("attachedTemplate", "https://xau.example/a.dotm", isExternal: true), remote),
            ("mau-mang.docx", docx.Pointing("attachedTemplate", @"\\may\chung\a.dotm", isExternal: true), remote),
            ("ole-xa.docx", docx.Pointing("oleObject", "https://xau.example/a.html!", isExternal: true), remote),
            ("goi-lenh.docx", docx.Pointing("hyperlink", "ms-msdt:/id PCWDiagnostic", isExternal: true), remote),
            ("dde.docx", docx.Saying("<w:p><w:r><w:instrText>DDE</w:instrText></w:r><w:r><w:instrText>AUTO c:\\\\windows\\\\cmd.exe</w:instrText></w:r></w:p>"), remote),
            ("dde.xlsx", xlsx.With(("xl/externalLinks/externalLink1.xml", Ascii("<externalLink><ddeLink ddeService=\"cmd\"/></externalLink>"))), remote),
            ("phinh.docx", docx.With(("word/media/a.xml", blank)), Bomb),
            ("nhieu.docx", docx.With([.. Enumerable.Range(0, 5001).Select(index => ($"word/m/{index}", Array.Empty<byte>()))]), Bomb),
            ("noi-doi.docx", Lying(docx), Damaged),
            ("dau-la.docx", [.. docx, .. Ascii("MZ")], Spliced),
            ("giua-la.docx", [.. Ascii("PK\u0003\u0004 xin chào"), .. docx], Spliced),
        ];
        return Named(files).Append(("mau.docx", Template(docx), "Không nhận loại tệp của “mau.docx”. Chỉ nhận PDF, DOCX, XLSX, PPTX, JPG, PNG, MP4."));
    }

    public static IEnumerable<(string Name, byte[] Bytes, string Sentence)> Media()
    {
        var (jpeg, png, film) = (CraftMedia.Jpeg(), CraftMedia.Png(), CraftMedia.Mp4());
        var spoilt = png.ToArray();
        spoilt[^20] ^= 1;
        (string, byte[], string)[] files =
        [
            ("cut.jpg", jpeg[..(jpeg.Length * 7 / 10)], Damaged),
            ("cut-luoi.jpg", CraftMedia.ProgressiveJpeg()[..300], Damaged),
            ("chi-dau.jpg", [0xFF, 0xD8, 0xFF, 0xE0], Damaged),
            ("doi-nghich.jpg", [.. jpeg, .. CraftOffice.Zip(("a.txt", "a"))], Spliced),
            ("doi-ma.jpg", [.. jpeg, .. "<script>alert(1)</script>"u8], Spliced),
            ("cut.png", png[..(png.Length * 7 / 10)], Damaged),
            ("sai-so.png", spoilt, Damaged),
            ("thieu-hang.png", CraftMedia.Png(8, 8, 8, 0, 0, new byte[40]), Damaged),
            ("thua-hang.png", CraftMedia.Png(8, 8, 8, 0, 0, new byte[10 << 20]), Damaged),
            ("sai-mau.png", CraftMedia.Png(8, 8, 3, 2, 0, new byte[200]), Damaged),
            ("ghep.png", [.. png, .. CraftOffice.Zip(("a.txt", "a"))], Spliced),
            ("cut.mp4", film[..^100], Damaged),
            ("khong-muc-luc.mp4", CraftMedia.Mp4(hasIndex: false), Damaged),
            ("noi-doi.mp4", [.. CraftMedia.Mp4()[..24], .. CraftMedia.BigEndian(4), .. "moov"u8, .. new byte[60]], Damaged),
            ("thua.mp4", [.. film, 1, 2, 3], Damaged),
        ];
        const string small = "quá lớn để mở an toàn. Thu nhỏ còn dưới 65 triệu điểm ảnh rồi tải lên.";
        return Named(files).Concat(
        [
            ("bom.jpg", jpeg.Promising(50_000, 50_000), $"Ảnh “bom.jpg” rộng 50000 × 50000 điểm, {small}"),
            ("bom.png", CraftMedia.Png(30_000, 30_000, 8, 6, 0, new byte[100]), $"Ảnh “bom.png” rộng 30000 × 30000 điểm, {small}"),
        ]);
    }

    /// <summary>By their names; the content is sound.</summary>
    public static IEnumerable<(string Name, byte[] Bytes, string Sentence)> ByName()
    {
        var pdf = CraftPdf.Sound();
        return
        [
            ("../../etc/bao-cao.pdf", pdf, "Tên tệp “bao-cao.pdf” có dấu gạch chéo như một đường dẫn. Đổi tên tệp rồi tải lại."),
            ("C:\\Users\\lan\\bao-cao.pdf", pdf, "Tên tệp “bao-cao.pdf” có dấu gạch chéo như một đường dẫn. Đổi tên tệp rồi tải lại."),
            ("bao\u0007-cao.pdf", pdf, "Tên tệp “bao-cao.pdf” có ký tự điều khiển không nhìn thấy được. Đổi tên tệp rồi tải lại."),
            ("bao-cao.pdf\0.exe", pdf, "Tên tệp “bao-cao.pdf.exe” có ký tự điều khiển không nhìn thấy được. Đổi tên tệp rồi tải lại."),
            ("bao-cao\u202Efdp.exe", pdf, "Tên tệp “bao-caofdp.exe” có ký tự đảo chiều chữ, dễ bị hiểu nhầm là loại tệp khác. Đổi tên tệp rồi tải lại."),
            ("con.pdf", pdf, "Tên tệp “con.pdf” là tên Windows dành riêng. Đổi tên tệp rồi tải lại."),
            ("LPT1.bang.pdf", pdf, "Tên tệp “LPT1.bang.pdf” là tên Windows dành riêng. Đổi tên tệp rồi tải lại."),
            ("hoa-don.exe.pdf", pdf, "Tên tệp “hoa-don.exe.pdf” có đuôi chương trình ở giữa. Đổi tên tệp rồi tải lại."),
            ("hoa-don.pdf.exe", pdf, "Tệp “hoa-don.pdf.exe” có nội dung là PDF, không khớp với đuôi “.exe”. Đổi đuôi thành .pdf hoặc chọn đúng tệp."),
            ("hoa-don", pdf, "Tệp “hoa-don” có nội dung là PDF mà tên không có đuôi. Thêm đuôi .pdf hoặc chọn đúng tệp."),
            ("anh.pdf", CraftMedia.Png(), "Tệp “anh.pdf” có nội dung là ảnh PNG, không khớp với đuôi “.pdf”. Đổi đuôi thành .png hoặc chọn đúng tệp."),
            ("bang.docx", CraftOffice.Xlsx(), "Tệp “bang.docx” có nội dung là Excel (XLSX), không khớp với đuôi “.docx”. Đổi đuôi thành .xlsx hoặc chọn đúng tệp."),
        ];
    }

    private static IEnumerable<(string Name, byte[] Bytes, string Sentence)> Named(IEnumerable<(string Name, byte[] Bytes, string Ending)> files) =>
        files.Select(file => (file.Name, file.Bytes, $"Tệp “{file.Name}”{file.Ending}"));

    private static byte[] Ascii(string text) => Encoding.Latin1.GetBytes(text);

    /// <summary>A document type that Word itself would not open under this name.</summary>
    private static byte[] Template(byte[] docx) => Replaced(docx, "[Content_Types].xml", "document.main+xml", "template.main+xml");

    /// <summary>Marks the first entry as encrypted, in its own head and in the list.</summary>
    private static byte[] Locking(byte[] zip)
    {
        var changed = zip.ToArray();
        changed[6] |= 1;
        changed[zip.AsSpan().IndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        return changed;
    }

    /// <summary>The list says that the main part unpacks to a few bytes.</summary>
    private static byte[] Lying(byte[] docx)
    {
        var changed = docx.With(("word/media/a.txt", Ascii(new string('a', 5000))));
        var entry = changed.AsSpan().LastIndexOf("word/media/a.txt"u8) - 46;
        CraftMedia.BigEndian(0).CopyTo(changed, entry + 24);
        changed[entry + 24] = 7;
        return changed;
    }

    private static byte[] Replaced(byte[] document, string part, string from, string to)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(document));
        using var reader = new StreamReader(zip.GetEntry(part)!.Open());
        return document.With((part, Encoding.UTF8.GetBytes(reader.ReadToEnd().Replace(from, to, StringComparison.Ordinal))));
    }
}
