using System.Net;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Features.Results;
using Initiatives.Web.Tests.Documents;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Results;

public sealed class ResultLetterTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private static (string, string)[] Signed(string count = "1", string date = "25/11/2026") => [("Count", count), ("Date", date), ("SignerName", "Nguyễn Thị Bình"), ("Capacity", "Deputy")];

    [Fact]
    public async Task One_confirmation_issues_every_letter_as_frozen_bytes_that_its_owners_alone_download()
    {
        var judged = await app.Given.JudgedCycle();
        var lead = await app.As(judged.Judging.Lead);
        Assert.Contains("Ra 1 công văn số 01/SKHCN-SK", (await lead.Page("/ket-qua/ky/2026")).Text);
        await lead.Done("/ket-qua/ky/2026", Signed());
        var letter = await app.Rows(db => db.ScreeningNotices.SingleAsync());
        Assert.Equal(("01/SKHCN-SK", DepartmentNoticeKind.NotRecognised, judged.Poor), (letter.Code, letter.Kind, letter.Items[0].InitiativeId));
        var author = await app.As(judged.Judging.Author);
        Assert.Contains("Công văn số 01/SKHCN-SK ngày 25/11/2026", (await author.Page($"/ket-qua/{judged.Poor}")).Text);
        var bytes = await (await author.Get($"/thong-bao/{letter.Id}.pdf")).Message.Content.ReadAsByteArrayAsync();
        Assert.Equal(letter.FileSha256, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
        var text = System.Text.RegularExpressions.Regex.Replace(Pdf.Read(bytes).Text, "\\s+", " ");
        foreach (var part in new[] { "Số: 01/SKHCN-SK", "ngày 25 tháng 11 năm 2026", "KT. GIÁM ĐỐC", "Nguyễn Thị Bình", "50,00/100 điểm", "đến hết ngày 09 tháng 12 năm 2026", "Quyền khiếu nại theo quy định của pháp luật không bị ảnh hưởng" }) Assert.Contains(part, text);
        foreach (var judge in judged.Judging.Judges) Assert.DoesNotContain(judge.Name, text);
        foreach (var person in new[] { await app.Given.Person(Role.Author | Role.UnitOfficer | Role.UnitHead, "11074"), judged.Judging.Judge })
            Assert.Equal(HttpStatusCode.NotFound, (await (await app.As(person)).Get($"/thong-bao/{letter.Id}.pdf")).Status);
        await app.DrainJobs();
        Assert.Contains(app.Mails(), mail => mail.Subject == "Công văn 01/SKHCN-SK: kết quả xét sáng kiến năm 2026" && mail.To == judged.Judging.Author.Email);
        Assert.Contains("cong-van-ket-qua", await app.Rows(db => db.Journal.Select(entry => entry.Action).ToListAsync()));
        Assert.Contains("Không còn hồ sơ nào chờ công văn kết quả.", (await lead.Post("/ket-qua/ky/2026", Signed())).Text);
        Assert.Contains("Mọi hồ sơ không được công nhận đã có công văn.", (await lead.Page("/ket-qua/ky/2026")).Text);
        Assert.DoesNotContain("SKHCN-SK", (await lead.Page("/thong-bao?ky=2026")).Text);
    }

    [Theory]
    [InlineData("2", "25/11/2026", "Nay có 1 hồ sơ chờ công văn, khác lúc bạn mở trang.")]
    [InlineData("1", "26/11/2026", "Ngày ký không thể ở sau hôm nay.")]
    [InlineData("1", "24/11/2026", "Kết quả công bố ngày 25/11/2026; công văn không thể có ngày trước đó.")]
    public async Task What_cannot_be_is_refused_and_nothing_is_issued(string count, string date, string sentence)
    {
        await app.Given.JudgedCycle();
        var clerk = await app.As(await app.Given.Person(Role.IntakeOfficer, "SKHCN"));
        var refused = await clerk.Post("/ket-qua/ky/2026", Signed(count, date));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(sentence, refused.Text);
        Assert.Equal(date, refused.Field("Date"));
        Assert.Empty(await app.Rows(db => db.ScreeningNotices.ToListAsync()));
    }

    [Fact]
    public async Task Before_publication_there_is_nothing_to_issue()
    {
        var judged = await app.Given.JudgedCycle(publish: false);
        var refused = await app.Send(new IssueResultLetters.Command { Year = 2026, Count = 1, Date = new DateOnly(2026, 11, 25), SignerName = "Nguyễn Thị Bình" }, judged.Judging.Lead.Actor);
        Assert.Equal("Không còn hồ sơ nào chờ công văn kết quả.", refused.Problems[0].Message);
    }
}
