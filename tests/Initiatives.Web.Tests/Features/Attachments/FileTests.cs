using System.IO.Compression;
using System.Net;
using System.Text;
using Initiatives.Domain.People;
using Initiatives.Web.Features.Attachments;
using Initiatives.Web.Features.Endorsing;
using Initiatives.Web.Features.Submissions;
using Initiatives.Web.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Attachments;

public sealed class FileTests : IDisposable
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n");
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13];

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private async Task<(TestUser User, int Id, TestPerson Author)> Draft()
    {
        var author = await app.Given.Person(Role.Author);
        var saved = await app.Given.CompleteDraft(author);
        return (await app.As(author), saved.Id, author);
    }

    private static byte[] Zip(params string[] names)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var name in names) zip.CreateEntry(name);
        return buffer.ToArray();
    }

    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "trong.pdf", [], "Tệp “trong.pdf” rỗng, không có nội dung. Chọn lại tệp." },
        { "chay.pdf", "MZ chương trình"u8.ToArray(), "Không nhận loại tệp của “chay.pdf”. Chỉ nhận PDF, DOCX, XLSX, PPTX, JPG, PNG, MP4." },
        { "trang.html", "<html><script>alert(1)</script></html>"u8.ToArray(), "Không nhận loại tệp của “trang.html”." },
        { "anh.pdf", Png, "Tệp “anh.pdf” có nội dung là ảnh PNG, không khớp với đuôi “.pdf”. Đổi đuôi thành .png hoặc chọn đúng tệp." },
        { "nen.docx", Zip("a.txt"), "Không nhận loại tệp của “nen.docx”." },
        { "macro.docx", Zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "Không nhận loại tệp của “macro.docx”." },
        { "bang.docx", Zip("[Content_Types].xml", "xl/workbook.xml"), "Tệp “bang.docx” có nội dung là Excel (XLSX), không khớp với đuôi “.docx”." },
    };

    [Theory, MemberData(nameof(Refused))]
    public async Task A_file_that_is_not_what_it_should_be_is_refused(string name, byte[] content, string sentence)
    {
        var (user, id, _) = await Draft();
        var answer = await user.Upload($"/sang-kien/{id}/tep", "Tep", name, content, ("Loai", "Evidence"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(sentence, answer.Text);
        Assert.Equal(0, await app.Rows(db => db.Attachments.CountAsync()));
    }

    [Fact]
    public async Task A_file_over_50_MB_is_refused()
    {
        var (user, id, _) = await Draft();
        var large = new byte[(50 << 20) + 1];
        Pdf.CopyTo(large, 0);
        var answer = await user.Upload($"/sang-kien/{id}/tep", "Tep", "lon.pdf", large, ("Loai", "Evidence"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Tệp “lon.pdf” lớn hơn 50 MB.", answer.Text);
    }

    public static TheoryData<string, byte[], string> Taken => new()
    {
        { "bien-ban.PDF", Pdf, "application/pdf" },
        { "anh.png", Png, "image/png" },
        { "anh.jpeg", [0xFF, 0xD8, 0xFF, 0xE0], "image/jpeg" },
        { "phim.mp4", [0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 0, 0], "video/mp4" },
        { "bao-cao.docx", Zip("[Content_Types].xml", "word/document.xml"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
    };

    [Theory, MemberData(nameof(Taken))]
    public async Task A_file_of_the_list_is_taken_by_its_content(string name, byte[] content, string type)
    {
        var (user, id, _) = await Draft();
        Assert.Equal(HttpStatusCode.Redirect, (await user.Upload($"/sang-kien/{id}/tep", "Tep", name, content, ("Loai", "BaseDecision"))).Status);
        var file = await app.Rows(db => db.Attachments.SingleAsync());
        Assert.Equal((name, type, content.Length), (file.FileName, file.ContentType, file.Size));
    }

    [Fact]
    public async Task The_same_file_twice_is_one()
    {
        var (user, id, _) = await Draft();
        await user.Upload($"/sang-kien/{id}/tep", "Tep", "a.pdf", Pdf);
        Assert.Equal(HttpStatusCode.Redirect, (await user.Upload($"/sang-kien/{id}/tep", "Tep", "b.pdf", Pdf)).Status);
        Assert.Equal((1, 1), (await app.Rows(db => db.Attachments.CountAsync()), await app.Rows(db => db.StoredFiles.CountAsync())));
    }

    [Fact]
    public async Task The_form_saves_its_text_and_goes_on_to_its_files()
    {
        var author = await app.As(await app.Given.Person(Role.Author));
        var path = await author.Done("/sang-kien/soan", [.. Given.Fields(Given.CompleteForm("Tên vừa gõ xong ở đây")), ("op", "tai-lieu")]);
        var stored = await app.Rows(db => db.Initiatives.SingleAsync());
        Assert.Equal($"/sang-kien/{stored.Id}/tai-lieu", path);
        Assert.Contains("Tên vừa gõ xong ở đây", (await author.Page(path)).Text);
        Assert.Equal(path, (await author.Upload($"/sang-kien/{stored.Id}/tep", "Tep", "a.pdf", Pdf, ("Loai", "SignedConfirmation"))).Location);
        var page = await author.Page(path);
        Assert.Contains("Xác nhận có chữ ký của các tác giả 1 tệp", page.Text);
        Assert.Contains("a.pdf", page.Text);
    }

    [Fact]
    public async Task A_file_comes_back_byte_for_byte_as_an_attachment()
    {
        var (user, id, _) = await Draft();
        await user.Upload($"/sang-kien/{id}/tep", "Tep", "../../etc/Biên bản.pdf", Pdf);
        var file = await app.Rows(db => db.Attachments.SingleAsync());
        Assert.Equal("Biên bản.pdf", file.FileName);
        var answer = await user.Page($"/tep/{file.Id}");
        Assert.Equal(Pdf, await answer.Message.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", answer.Message.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("nosniff", answer.Message.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task A_file_is_unknown_to_strangers_and_to_the_department_until_it_is_sent()
    {
        await app.Given.OpenCycle();
        var (user, id, author) = await Draft();
        await user.Upload($"/sang-kien/{id}/tep", "Tep", "a.pdf", Pdf);
        var file = await app.Rows(db => db.Attachments.SingleAsync());
        var appraiser = await app.As(await app.Given.Person(Role.Appraiser, "SKHCN"));
        foreach (var role in new[] { Role.Author, Role.UnitHead, Role.CouncilMember, Role.Administrator })
            Assert.Equal(HttpStatusCode.NotFound, (await (await app.As(await app.Given.Person(role))).Get($"/tep/{file.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await appraiser.Get($"/tep/{file.Id}")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await app.Anybody().Get($"/tep/{file.Id}")).Status);

        var draft = await app.Rows(db => db.Initiatives.SingleAsync());
        await app.Given.Confirmed(id, author);
        Given.Sure(await app.Send(new SendToHead(id, draft.Version), author.Actor));
        Given.Sure(await app.Send(new EndorseInitiative.Command { Id = id }, (await app.Given.Head()).Actor));
        await appraiser.Page($"/tep/{file.Id}");
    }

    [Fact]
    public async Task A_file_is_taken_out_of_a_draft_only()
    {
        var (user, id, author) = await Draft();
        await user.Upload($"/sang-kien/{id}/tep", "Tep", "a.pdf", Pdf);
        await user.Upload($"/sang-kien/{id}/tep", "Tep", "a.png", Png);
        var files = await app.Rows(db => db.Attachments.OrderBy(file => file.Id).ToListAsync());
        await user.Done($"/tep/{files[0].Id}/xoa");
        var draft = await app.Rows(db => db.Initiatives.SingleAsync());
        await app.Given.Confirmed(id, author);
        Given.Sure(await app.Send(new SendToHead(id, draft.Version), author.Actor));
        Assert.Contains("không bỏ tệp được nữa", (await user.Post($"/tep/{files[1].Id}/xoa")).Text);
        Assert.Contains("không thêm tệp được nữa", (await user.Upload($"/sang-kien/{id}/tep", "Tep", "b.pdf", Pdf)).Text);
        Assert.Equal(1, await app.Rows(db => db.Attachments.CountAsync()));
    }
}
