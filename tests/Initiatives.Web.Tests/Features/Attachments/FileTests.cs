using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Features.Cycles;
using Initiatives.Web.Features.Endorsing;
using Initiatives.Web.Features.Submissions;
using Initiatives.Web.Platform.Jobs;
using Initiatives.Web.Tests.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatives.Web.Tests.Features.Attachments;

public sealed class FileTests : IDisposable
{
    private static readonly byte[] Pdf = CraftPdf.Sound();
    private static readonly byte[] Png = CraftMedia.Png();

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private async Task<(TestUser User, int Id, TestPerson Author)> Draft()
    {
        var author = await app.Given.Person(Role.Author);
        var saved = await app.Given.CompleteDraft(author);
        return (await app.As(author), saved.Id, author);
    }

    private string Folder => app.Services.GetRequiredService<IConfiguration>()["Files:Folder"]!;

    private IEnumerable<string> Leftovers => Directory.Exists(Folder) ? Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories) : [];

    private static string[] Problems(Answer answer)
    {
        using var json = JsonDocument.Parse(answer.Body);
        return [.. json.RootElement.GetProperty("problems").EnumerateArray().Select(item => item.GetString()!)];
    }

    [Fact]
    public async Task A_file_over_50_MB_is_refused_and_leaves_nothing()
    {
        var (user, id, _) = await Draft();
        var large = new byte[(50 << 20) + 1];
        Pdf.CopyTo(large, 0);
        var answer = await user.Upload($"/sang-kien/{id}/tep", "Tep", "lon.pdf", large, ("Loai", "Evidence"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Tệp “lon.pdf” lớn hơn 50 MB. Thu nhỏ hoặc chia thành nhiều tệp.", answer.Text);
        Assert.Empty(Leftovers);
    }

    [Fact]
    public async Task The_open_cycle_bounds_types_and_sizes()
    {
        var cycle = Given.Sure(await app.Send(new PrepareCycle.Command { Year = 2026, OpensOn = new(2026, 8, 1), ClosesOn = new(2026, 9, 30), RecognitionDueOn = new(2026, 11, 30), Formats = [FileFormats.Pdf], MaxFileMegabytes = 1, MaxDossierMegabytes = 1 }, (await app.Given.Lead()).Actor)).Value;
        await app.Given.Notice(cycle);
        Given.Sure(await app.Send(new LaunchCycle.Command { CycleId = cycle }, (await app.Given.Lead()).Actor));
        var (user, id, _) = await Draft();
        Assert.Contains("PDF; mỗi tệp tối đa 1 MB, cả hồ sơ tối đa 1 MB.", (await user.Page($"/sang-kien/{id}/tai-lieu")).Text);
        Assert.Equal(["Không nhận loại tệp của “a.png”. Chỉ nhận PDF."], Problems(await user.UploadAsScript($"/sang-kien/{id}/tep", "Tep", "a.png", Png)));
        Assert.Equal(["Tệp “lon.pdf” lớn hơn 1 MB. Thu nhỏ hoặc chia thành nhiều tệp."], Problems(await user.UploadAsScript($"/sang-kien/{id}/tep", "Tep", "lon.pdf", [.. Pdf, .. new byte[1 << 20]])));
        byte[] half = CraftPdf.With("", "", CraftPdf.Stream("", new byte[600_000])), other = CraftPdf.With("", "", CraftPdf.Stream("", [1, .. new byte[600_000]]));
        Assert.Empty(Problems(await user.UploadAsScript($"/sang-kien/{id}/tep", "Tep", "a.pdf", half)));
        Assert.Equal(["Thêm “b.pdf” thì các tệp của hồ sơ cộng lại quá 1 MB. Bỏ bớt tệp hoặc thu nhỏ rồi thử lại."], Problems(await user.UploadAsScript($"/sang-kien/{id}/tep", "Tep", "b.pdf", other)));
    }

    [Fact]
    public async Task Each_slot_takes_what_makes_sense_there()
    {
        var (user, id, _) = await Draft();
        Assert.Equal(["Không nhận loại tệp của “a.pdf”. Chỉ nhận JPG, PNG."], Problems(await user.UploadAsScript($"/sang-kien/{id}/tep", "Tep", "a.pdf", Pdf, ("Loai", "Picture"))));
        Assert.Equal(["Không nhận loại tệp của “a.png”. Chỉ nhận MP4."], Problems(await user.UploadAsScript($"/sang-kien/{id}/tep", "Tep", "a.png", Png, ("Loai", "Video"))));
        Assert.Equal(["Không nhận loại tệp của “a.docx”. Chỉ nhận PDF, JPG, PNG."], Problems(await user.UploadAsScript($"/sang-kien/{id}/tep", "Tep", "a.docx", CraftOffice.Docx(), ("Loai", "SignedConfirmation"))));
        Assert.Empty(Problems(await user.UploadAsScript($"/sang-kien/{id}/tep", "Tep", "a.png", Png, ("Loai", "Picture"))));
    }

    [Fact]
    public async Task Several_files_at_once_keep_the_good_and_name_the_bad()
    {
        var (user, id, _) = await Draft();
        var form = new MultipartFormDataContent { { new StringContent(await user.FormToken()), "__RequestVerificationToken" }, { new StringContent("BaseDecision"), "Loai" } };
        foreach (var (name, bytes) in new (string, byte[])[] { ("a.pdf", Pdf), ("xau.pdf", "MZ"u8.ToArray()), ("b.png", Png), ("", []), ("cut.pdf", Pdf[..100]) }) form.Add(new ByteArrayContent(bytes), "Tep", name.Length > 0 ? name : "\"\"");
        var answer = await user.Send(new HttpRequestMessage(HttpMethod.Post, $"/sang-kien/{id}/tep") { Content = form });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Tệp “xau.pdf” là chương trình hoặc tập lệnh chạy được, không phải tài liệu. Không nhận tệp này.", answer.Text);
        Assert.Contains("Tệp “cut.pdf” bị hỏng hoặc chưa đủ", answer.Text);
        Assert.Equal(["a.pdf", "b.png"], await app.Rows(db => db.Attachments.OrderBy(file => file.Id).Select(file => file.FileName).ToListAsync()));
        Assert.All(await app.Rows(db => db.Attachments.ToListAsync()), file => Assert.Equal(AttachmentKind.BaseDecision, file.Kind));
    }

    [Fact]
    public async Task A_form_without_a_file_says_so()
    {
        var (user, id, _) = await Draft();
        var form = new MultipartFormDataContent { { new StringContent(await user.FormToken()), "__RequestVerificationToken" }, { new StringContent("Evidence"), "Loai" } };
        Assert.Contains("Chọn tệp cần tải lên.", (await user.Send(new HttpRequestMessage(HttpMethod.Post, $"/sang-kien/{id}/tep") { Content = form })).Text);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await user.Post($"/sang-kien/{id}/tep")).Status);
    }

    [Fact]
    public async Task The_token_is_asked_for_before_a_byte_of_the_file_is_kept()
    {
        var (user, id, _) = await Draft();
        var late = new MultipartFormDataContent { { new ByteArrayContent(Pdf), "Tep", "a.pdf" }, { new StringContent(await user.FormToken()), "__RequestVerificationToken" } };
        foreach (var form in new[] { late, new MultipartFormDataContent { { new ByteArrayContent(Pdf), "Tep", "a.pdf" } } })
        {
            var answer = await user.Send(new HttpRequestMessage(HttpMethod.Post, $"/sang-kien/{id}/tep") { Content = form });
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.Contains("Biểu mẫu đã hết hạn", answer.Text);
        }

        Assert.Empty(Leftovers);
        Assert.Equal(0, await app.Rows(db => db.Attachments.CountAsync()));
    }

    [Fact]
    public async Task A_body_that_says_no_length_and_never_ends_gets_the_right_sentence()
    {
        var (user, id, _) = await Draft();
        foreach (var (path, most) in new[] { ($"/sang-kien/{id}/tep", 220 << 20), ($"/sang-kien/{id}/rut", 1 << 20) })
        {
            foreach (var accept in new[] { "text/html", "application/json" })
            {
                var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new EndlessForm(most + (1 << 20)) };
                request.Headers.TransferEncodingChunked = true;
                request.Headers.Add("Accept", accept);
                if (path.EndsWith("tep", StringComparison.Ordinal)) request.Headers.Add("RequestVerificationToken", await user.FormToken());
                var answer = await user.Send(request);
                Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
                Assert.Contains(accept == "text/html" ? "Nội dung gửi lên quá lớn" : "\"problems\"", answer.Body);
            }
        }

        Assert.Empty(Leftovers);
    }

    /// <summary>Parts of a form without end: each file is too large by itself, and the next follows.</summary>
    private sealed class EndlessForm : HttpContent
    {
        private readonly long most;

        public EndlessForm(long most)
        {
            this.most = most;
            Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var blank = new byte[1 << 20];
            await stream.WriteAsync("--x\r\nContent-Disposition: form-data; name=\"Tep\"; filename=\"a.pdf\"\r\n\r\n"u8.ToArray());
            for (var sent = 0L; sent < most; sent += blank.Length) await stream.WriteAsync(blank);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = -1;
            return false;
        }
    }

    [Fact]
    public async Task A_disk_that_cannot_be_written_is_said_and_may_be_tried_again()
    {
        var (user, id, _) = await Draft();
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
        await File.WriteAllTextAsync(Folder, "no folder");
        var answer = await user.UploadAsScript($"/sang-kien/{id}/tep", "Tep", "a.pdf", Pdf);
        File.Delete(Folder);
        Directory.CreateDirectory(Folder);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Equal(["Máy chủ không ghi được tệp “a.pdf” xuống đĩa. Tệp chưa được lưu; thử lại sau ít phút, nếu vẫn vậy báo quản trị."], Problems(answer));
        Assert.Empty(Problems(await user.UploadAsScript($"/sang-kien/{id}/tep", "Tep", "a.pdf", Pdf)));
    }

    [Fact]
    public async Task The_same_bytes_from_two_people_at_once_are_one_sound_file()
    {
        var writers = new List<(TestUser User, int Id)>();
        for (var i = 0; i < 4; i++)
        {
            var (user, id, _) = await Draft();
            await user.FormToken();
            writers.Add((user, id));
        }

        var film = CraftMedia.Mp4().Concat(CraftMedia.Box("mdat", new byte[3 << 20])).ToArray();
        var answers = await Task.WhenAll(writers.Select(writer => writer.User.UploadAsScript($"/sang-kien/{writer.Id}/tep", "Tep", "phim.mp4", film)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Equal((4, 1), (await app.Rows(db => db.Attachments.CountAsync()), await app.Rows(db => db.StoredFiles.CountAsync())));
        Assert.Equal(film, await File.ReadAllBytesAsync(Assert.Single(Leftovers)));
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
        await user.Upload($"/sang-kien/{id}/tep", "Tep", "Biên bản.pdf", Pdf);
        var file = await app.Rows(db => db.Attachments.SingleAsync());
        var answer = await user.Page($"/tep/{file.Id}");
        Assert.Equal(Pdf, await answer.Message.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", answer.Message.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("Biên bản.pdf", answer.Message.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal("nosniff", answer.Message.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task The_page_names_digest_size_and_who_added_it()
    {
        var (user, id, author) = await Draft();
        await user.Upload($"/sang-kien/{id}/tep", "Tep", "a.pdf", Pdf);
        var page = (await user.Page($"/sang-kien/{id}/tai-lieu")).Text;
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Pdf));
        Assert.Contains($"a.pdf 1 kB · {author.Name} thêm lúc 09:00 ngày 15/9/2026 SHA-256 {sha256[..8]}… {sha256}", page);
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
