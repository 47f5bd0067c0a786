using System.Net;
using System.Text;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Initiatives.Web.Features.Attachments;
using Initiatives.Web.Features.Endorsing;
using Initiatives.Web.Features.Submissions;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Opinions;

public sealed class OpinionTests : IDisposable
{
    private const string Answer = "Trong ngành y tế chưa có quầy lưu động nào trả kết quả tại chỗ.";
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private async Task<int> Received()
    {
        await app.Given.OpenCycle();
        return await app.Given.ReceivedDossier();
    }

    [Fact]
    public async Task Asked_on_the_screens_answered_with_words_and_read_by_the_appraiser()
    {
        var id = await Received();
        var appraiser = await app.As(await app.Given.Appraiser());
        var unit = await app.Given.UnitId("SYT");
        var officer = await app.Given.Person(Role.UnitOfficer, "SYT");
        var due = VietnamTime.Today(app.Clock.Now).AddDays(7);
        await appraiser.Done($"/tham-dinh/{id}/hoi-y-kien", ("UnitId", $"{unit}"), ("Question", "Trong ngành đã có quầy tương tự chưa?"), ("DueOn", VietnamTime.Short(due)), ("Parts", "Solution"), ("Parts", "Novelty"));
        await app.DrainJobs();
        Assert.Contains("Trong ngành đã có quầy tương tự chưa?", Assert.Single(app.Mails(), mail => mail.To == officer.Email).Text);

        var asked = await app.As(officer);
        Assert.Contains("Cho ý kiến: Quầy một cửa lưu động ở chợ Sắt", (await asked.Page("/viec")).Text);
        Assert.Contains("chờ trả lời", (await asked.Page("/y-kien")).Text);
        var request = await app.Rows(db => db.OpinionRequests.SingleAsync());
        var page = await asked.Page($"/y-kien/{request.Id}");
        Assert.Contains("Hai buổi mỗi tuần, phường đặt quầy lưu động ở cổng chợ", page.Text);
        var empty = await asked.Post($"/y-kien/{request.Id}", ("Answer", " "));
        Assert.Contains("Ghi ý kiến của đơn vị bằng lời", empty.Text);
        await asked.Done($"/y-kien/{request.Id}", ("Answer", Answer));
        var twice = await asked.Post($"/y-kien/{request.Id}", ("Answer", "Ý kiến thứ hai khác hẳn"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.Status);
        var read = await appraiser.Page($"/tham-dinh/{id}");
        Assert.Contains(Answer, read.Text);
        Assert.Contains($"{officer.Name}, Chuyên viên", read.Text);
    }

    [Fact]
    public async Task The_unit_asked_reads_what_is_shared_and_nothing_else()
    {
        await app.Given.OpenCycle();
        var author = await app.Given.AuthorIn("11311");
        var saved = Given.Sure(await app.Send(Given.CompleteForm("Quầy một cửa có phần mật") with { Confidential = "Mã nguồn trả kết quả để ở máy chủ phường" }, author.Actor)).Value;
        using var file = new MemoryStream(Encoding.ASCII.GetBytes(TestPdf));
        Given.Sure(await app.Send(new AttachFile.Command { Id = saved.Id, Kind = AttachmentKind.Evidence, File = new UploadedFile("minh-chung.pdf", file) }, author.Actor));
        await app.Given.Confirmed(saved.Id, author);
        var version = await app.Rows(db => db.Initiatives.Where(item => item.Id == saved.Id).Select(item => item.Version).SingleAsync());
        Given.Sure(await app.Send(new SendToHead(saved.Id, version), author.Actor));
        Given.Sure(await app.Send(new EndorseInitiative.Command { Id = saved.Id }, (await app.Given.Head()).Actor));
        await app.Given.Checked(saved.Id);
        var narrow = await app.Given.Opinion(saved.Id, "SYT", parts: DossierPart.Novelty);
        var asked = await app.As(await app.Given.Person(Role.UnitHead, "SYT"));
        var page = await asked.Page($"/y-kien/{narrow}");
        Assert.Contains("Trước đây phường chỉ tư vấn lưu động", page.Text);
        foreach (var hidden in new[] { "Mã nguồn trả kết quả", "Trần Thị K", "Hai buổi mỗi tuần", "95", "minh-chung.pdf", "Bảng kiểm", "3a" })
            Assert.DoesNotContain(hidden, page.Text);
        var fileId = await app.Rows(db => db.Attachments.Select(item => item.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await asked.Get($"/y-kien/{narrow}/tep/{fileId}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await asked.Get($"/tep/{fileId}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await asked.Get($"/sang-kien/{saved.Id}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await asked.Get($"/tham-dinh/{saved.Id}")).Status);

        // What is not shared makes no difference to the page at all.
        var before = page.Comparable;
        await app.Given.Proposal(saved.Id, isFirst: false);
        await app.Rows(db => db.Database.ExecuteSqlRawAsync("""UPDATE "InitiativeTexts" SET "Confidential" = 'Khác hẳn', "Solution" = '<p>Khác</p>'"""));
        Assert.Equal(before, (await asked.Page($"/y-kien/{narrow}")).Comparable);

        var wide = await app.Given.Opinion(saved.Id, "SNV", parts: DossierPart.Confidential | DossierPart.Files);
        var trusted = await app.As(await app.Given.Person(Role.UnitOfficer, "SNV"));
        Assert.Contains("Khác hẳn", (await trusted.Page($"/y-kien/{wide}")).Text);
        Assert.Equal(HttpStatusCode.OK, (await trusted.Get($"/y-kien/{wide}/tep/{fileId}")).Status);
    }

    private const string TestPdf = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\nxref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000053 00000 n \n0000000102 00000 n \ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n167\n%%EOF\n";

    [Fact]
    public async Task A_question_taken_back_closes_the_dossier_to_the_unit()
    {
        var id = await Received();
        var opinion = await app.Given.Opinion(id, "SYT");
        var officer = await app.Given.Person(Role.UnitOfficer, "SYT");
        var (asked, appraiser) = (await app.As(officer), await app.As(await app.Given.Appraiser()));
        await asked.Page($"/y-kien/{opinion}");
        Assert.Contains("Ghi lý do thu hồi.", (await appraiser.Post($"/y-kien/{opinion}/thu-hoi", ("Version", "0"), ("Reason", ""))).Text);
        await appraiser.Done($"/y-kien/{opinion}/thu-hoi", ("Version", "0"), ("Reason", "Đã rõ, không cần hỏi"));
        Assert.Equal(HttpStatusCode.NotFound, (await asked.Get($"/y-kien/{opinion}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await asked.Post($"/y-kien/{opinion}", ("Answer", Answer))).Status);
        Assert.Contains("đã thu hồi", (await appraiser.Page($"/tham-dinh/{id}")).Text);
    }

    [Fact]
    public async Task Not_the_dossiers_own_unit_not_a_commune_not_twice_at_once()
    {
        await app.Given.OpenCycle();
        var id = await app.Given.ReceivedDossier("SYT");
        var appraiser = await app.As(await app.Given.Appraiser());
        async Task<string> Ask(string unit) => (await appraiser.Post($"/tham-dinh/{id}/hoi-y-kien", ("UnitId", $"{await app.Given.UnitId(unit)}"), ("Question", "Trong ngành đã có chưa?"), ("DueOn", VietnamTime.Short(VietnamTime.Today(app.Clock.Now).AddDays(3))))).Text;
        Assert.Contains("Đây là đơn vị của hồ sơ.", await Ask("SYT"));
        Assert.Contains("Chọn một sở, ngành trong danh sách.", await Ask("11311"));
        Assert.Contains("Đây là đơn vị của bạn.", await Ask("SKHCN"));
        await app.Given.Opinion(id, "SNV");
        Assert.Contains("đang có một yêu cầu chưa trả lời về hồ sơ này.", await Ask("SNV"));
    }

    [Fact]
    public async Task A_late_answer_is_flagged_and_still_taken()
    {
        var id = await Received();
        var opinion = await app.Given.Opinion(id, "SYT", VietnamTime.Today(app.Clock.Now).AddDays(1));
        app.Clock.Now = app.Clock.Now.AddDays(3);
        var appraiser = await app.As(await app.Given.Appraiser());
        Assert.Contains("chờ ý kiến, quá hạn", (await appraiser.Page("/tham-dinh")).Text);
        var asked = await app.As(await app.Given.Person(Role.UnitOfficer, "SYT"));
        Assert.Contains("Đã quá hạn. Vẫn trả lời được.", (await asked.Page($"/y-kien/{opinion}")).Text);
        await asked.Done($"/y-kien/{opinion}", ("Answer", Answer));
    }
}
