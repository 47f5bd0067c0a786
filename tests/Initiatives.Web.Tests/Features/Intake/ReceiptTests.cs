using System.Net;
using System.Text.RegularExpressions;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Documents;
using Microsoft.EntityFrameworkCore;
using ZXing;
using ZXing.Common;
using ZXing.QrCode;

namespace Initiatives.Web.Tests.Features.Intake;

public sealed class ReceiptTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private Task<Initiative> Stored(int id) => app.Rows(db => db.Initiatives.SingleAsync(item => item.Id == id));

    private Task<Endorsement> Sent(int id) => app.Rows(db => db.Endorsements.SingleAsync(item => item.InitiativeId == id));

    /// <summary>Reads the QR code on a page as a telephone does.</summary>
    private static string Scan(string page)
    {
        var mark = Regex.Match(page, "class=\"qr\" viewBox=\"0 0 (\\d+) \\d+\"[^>]*><path d=\"([^\"]+)\"");
        const int Scale = 6, Quiet = 4;
        var size = (int.Parse(mark.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) + 2 * Quiet) * Scale;
        var pixels = new byte[size * size];
        Array.Fill(pixels, (byte)255);
        foreach (Match module in Regex.Matches(mark.Groups[2].Value, "M(\\d+) (\\d+)h1"))
        {
            var (column, row) = (int.Parse(module.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) + Quiet, int.Parse(module.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture) + Quiet);
            for (var y = row * Scale; y < (row + 1) * Scale; y++) Array.Fill(pixels, (byte)0, y * size + column * Scale, Scale);
        }

        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(pixels, size, size, RGBLuminanceSource.BitmapFormat.Gray8)))).Text;
    }

    [Fact]
    public async Task The_receipt_prints_what_was_sent_whatever_happens_to_the_rows()
    {
        await app.Given.OpenCycle();
        var id = await app.Given.SubmittedInitiative();
        var user = await app.As(await app.Given.Head());
        var (digest, title) = ((await Sent(id)).Digest, (await Stored(id)).Title);
        Assert.Equal(ContentDigest.Of((await Stored(id)).Content(), []), digest);
        await app.Rows(db => db.Initiatives.ExecuteUpdateAsync(row => row.SetProperty(item => item.Title, "Tên bị sửa sau khi gửi")));
        var page = await user.Page($"/sang-kien/{id}/bien-nhan");
        Assert.Contains(Printed.Groups(digest), page.Text);
        Assert.Contains($"Sáng kiến {title}", page.Text);
        Assert.DoesNotContain("Tên bị sửa sau khi gửi", page.Text);
    }

    [Fact]
    public async Task The_receipt_is_for_the_unit_and_the_department_only()
    {
        await app.Given.OpenCycle();
        var id = await app.Given.SubmittedInitiative();
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.As(await app.Given.Person(Role.UnitOfficer, "SKHCN"))).Get($"/sang-kien/{id}/bien-nhan")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.As(await app.Given.Person(Role.CouncilMember))).Get($"/sang-kien/{id}/bien-nhan.pdf")).Status);
        var appraiser = await app.As(await app.Given.Person(Role.Appraiser, "SKHCN"));
        var page = await appraiser.Page($"/sang-kien/{id}/bien-nhan");
        Assert.Contains("HS-2026-0001", page.Text);
        var pdf = await appraiser.Page($"/sang-kien/{id}/bien-nhan.pdf");
        Assert.StartsWith("%PDF-", pdf.Body, StringComparison.Ordinal);
        Assert.Equal("application/pdf", pdf.Message.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task It_says_by_which_way_in_which_window_and_when_one_is_answered()
    {
        await app.Given.OpenCycle();
        var id = await app.Given.SubmittedInitiative();
        var page = await (await app.As(await app.Given.Head())).Page($"/sang-kien/{id}/bien-nhan");
        Assert.Contains("Cách nhận Thủ trưởng xác nhận trên hệ thống", page.Text);
        Assert.Contains("Hạn nộp Trong hạn, không dùng gia hạn", page.Text);
        Assert.Contains("Kiểm tra hồ sơ chậm nhất ngày 15/10/2026 (01 tháng kể từ ngày nhận)", page.Text);
        Assert.Contains("Kết quả công nhận chậm nhất ngày 30/11/2026 (hạn ký quyết định của kỳ)", page.Text);
    }

    [Fact]
    public async Task Sent_by_an_extension_it_names_it_and_keeps_naming_it_after_it_was_ended()
    {
        await app.Given.OpenCycle();
        var dossier = await app.Given.AwaitingDossier();
        var later = await app.Given.Extension();
        app.Clock.Now = later.AddHours(-2);
        var head = await app.As(dossier.Head);
        await head.Done($"/sang-kien/{dossier.Id}/gui");
        Assert.NotNull((await Sent(dossier.Id)).ExtensionId);
        Assert.Contains("Trong thời gian gia hạn của Phường Hồng Bàng đến 17:00 ngày 2/10/2026, theo văn bản số 512/SKHCN-VP ngày 14/9/2026", (await head.Page($"/sang-kien/{dossier.Id}/bien-nhan")).Text);
    }

    [Fact]
    public async Task Its_QR_code_leads_to_a_page_that_confirms_number_time_and_digest_and_tells_no_word_of_the_content()
    {
        await app.Given.OpenCycle();
        var author = await app.Given.Person(Role.Author, name: "Hoàng Thị Bích Thủy");
        var id = await app.Given.SubmittedInitiative(author: author);
        var address = Scan((await (await app.As(author)).Page($"/sang-kien/{id}/bien-nhan")).Body);
        var sent = await Sent(id);
        Assert.Equal($"http://localhost/bien-nhan/{sent.Code}", address);
        var page = await app.Anybody().Page(new Uri(address).AbsolutePath);
        foreach (var text in new[] { "HS-2026-0001", "09:00:00 ngày 15/9/2026", "Phường Hồng Bàng", Printed.Groups(sent.Digest), "Số tệp 0", ReceiptCode.Shown(sent.Code!) }) Assert.Contains(text, page.Text);
        var stored = await Stored(id);
        foreach (var secret in new[] { stored.Title, stored.Summary, sent.PersonName, "Trần Thị K", "Hoàng Thị Bích Thủy", $"/sang-kien/{id}" }) Assert.DoesNotContain(secret, WebUtility.HtmlDecode(page.Body));
    }

    [Fact]
    public async Task The_public_page_does_not_change_with_the_content()
    {
        async Task<string> Look(string title, string summary)
        {
            using var own = new TestApp();
            await own.Given.OpenCycle();
            var id = await own.Given.SubmittedInitiative();
            await own.Rows(db => db.Initiatives.ExecuteUpdateAsync(row => row.SetProperty(item => item.Title, title).SetProperty(item => item.Summary, summary)));
            var code = await own.Rows(db => db.Endorsements.Select(item => item.Code!).SingleAsync());
            var digest = await own.Rows(db => db.Endorsements.Select(item => item.Digest).SingleAsync());
            return (await own.Anybody().Page($"/bien-nhan/{code}")).Comparable.Replace(code, "", StringComparison.Ordinal)
                .Replace(ReceiptCode.Shown(code), "", StringComparison.Ordinal).Replace(Printed.Groups(digest), "", StringComparison.Ordinal);
        }

        Assert.Equal(await Look("Tên thứ nhất của sáng kiến", "a"), await Look("Tên thứ hai của sáng kiến khác", "b"));
    }

    [Fact]
    public async Task A_typed_digest_matches_or_does_not()
    {
        await app.Given.OpenCycle();
        var id = await app.Given.SubmittedInitiative();
        var sent = await Sent(id);
        var anybody = app.Anybody();
        Assert.Contains("Khớp: tờ giấy nói đúng nội dung Sở đã nhận.", (await anybody.Page($"/bien-nhan/{sent.Code}?ma={Uri.EscapeDataString(Printed.Groups(sent.Digest).ToUpperInvariant())}")).Text);
        Assert.Contains("Không khớp mã nội dung Sở đã nhận.", (await anybody.Page($"/bien-nhan/{sent.Code}?ma={new string('0', 64)}")).Text);
        Assert.Contains("HS-2026-0001", (await anybody.Page($"/bien-nhan/{ReceiptCode.Shown(sent.Code!).ToLowerInvariant()}")).Text);
    }

    [Fact]
    public async Task An_unknown_code_gets_one_and_the_same_answer_whatever_it_is()
    {
        var anybody = app.Anybody();
        var answers = new List<string>();
        foreach (var code in new[] { ReceiptCode.Draw(), ReceiptCode.Draw(), "x", "%3Cscript%3E" }) answers.Add(Regex.Replace((await anybody.Get($"/bien-nhan/{code}")).Comparable, "name=\"tiep\" value=\"[^\"]*\"", ""));   // the page's own address
        Assert.StartsWith("NotFound", answers[0], StringComparison.Ordinal);
        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task The_code_is_typed_on_a_page_of_its_own_and_an_unknown_one_is_said_beside_the_field()
    {
        await app.Given.OpenCycle();
        var sent = await Sent(await app.Given.SubmittedInitiative());
        var anybody = app.Anybody();
        var asked = await anybody.Page("/bien-nhan");
        Assert.Contains("Mã đối chiếu", asked.Text);
        Assert.Contains("<meta name=\"robots\" content=\"noindex\">", asked.Body);
        Assert.DoesNotContain("Không có biên nhận", asked.Text);
        Assert.Equal($"/bien-nhan/{sent.Code}", (await anybody.Get($"/bien-nhan?ma={ReceiptCode.Shown(sent.Code!).ToLowerInvariant()}")).Location);
        foreach (var address in new[] { "/bien-nhan/x", "/bien-nhan?ma=x", $"/bien-nhan/{ReceiptCode.Draw()}" })
        {
            var unknown = await anybody.Get(address);
            Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
            Assert.Contains("Không có biên nhận mang mã này.", unknown.Text);
            Assert.Contains("name=\"ma\"", unknown.Body);
        }
    }

    [Fact]
    public async Task Whoever_asks_too_often_waits()
    {
        var anybody = app.Anybody();
        for (var i = 0; i < 60; i++) Assert.Equal(HttpStatusCode.NotFound, (await anybody.Get("/bien-nhan/x")).Status);
        var refused = await anybody.Get("/bien-nhan/x");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Contains("Đợi một phút rồi mở lại trang.", refused.Text);
        await anybody.Page("/");
    }

    [Fact]
    public async Task It_is_mailed_once_to_the_head_who_sent_it_the_unit_s_officers_and_its_authors()
    {
        await app.Given.OpenCycle();
        var (author, officer) = (await app.Given.Person(Role.Author), await app.Given.Person(Role.UnitOfficer));
        await app.Given.Person(Role.UnitOfficer, "10804");
        await app.Given.Person(Role.Author);
        var head = await app.Given.Head();
        var id = await app.Given.ReceivedDossier(author: author);
        await app.DrainJobs();
        await app.DrainJobs();
        var mails = app.Mails().Where(mail => mail.Subject == "Giấy biên nhận HS-2026-0001").ToList();
        Assert.Equal(new[] { author.Email, head.Email, officer.Email }.Order(StringComparer.Ordinal), mails.Select(mail => mail.To));
        Assert.All(mails, mail => Assert.Contains("số tiếp nhận HS-2026-0001, lúc 09:00:00 ngày 15/9/2026, trong hạn.", mail.Text));
        var digest = (await Sent(id)).Digest;
        Assert.All(mails, mail => Assert.Contains(digest, mail.Text));
        Assert.All(mails, mail => Assert.Contains($"/sang-kien/{id}/bien-nhan", mail.Text));
    }
}
