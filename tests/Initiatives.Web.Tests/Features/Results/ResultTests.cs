using System.Net;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Web.Features.Decisions;
using Initiatives.Web.Tests.Documents;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Results;

public sealed class ResultTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Before_publication_there_is_no_result_for_anybody_and_after_it_for_its_owners_alone()
    {
        var judged = await app.Given.JudgedCycle(publish: false);
        var officer = await app.Given.Person(Role.UnitOfficer);
        var head = await app.Given.Person(Role.UnitHead);
        var stranger = await app.Given.Person(Role.Author | Role.UnitOfficer | Role.UnitHead, "11074");
        foreach (var person in new[] { judged.Judging.Author, officer, head, stranger })
        {
            var user = await app.As(person);
            Assert.Equal(HttpStatusCode.NotFound, (await user.Get($"/ket-qua/{judged.Poor}")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await user.Get($"/ket-qua/du-thao/{judged.Poor}.pdf")).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await (await app.As(judged.Judging.Lead)).Get($"/ket-qua/du-thao/{judged.Poor}.pdf")).Status);
        Assert.Contains("Kết quả chưa công bố", (await (await app.As(judged.Judging.Lead)).Page("/ket-qua/ky/2026")).Text);
        Assert.True((await app.Send(new PublishDecision.Command { Id = judged.DecisionId }, judged.Judging.Lead.Actor)).Ok);
        foreach (var person in new[] { judged.Judging.Author, officer, head }) await (await app.As(person)).Page($"/ket-qua/{judged.Poor}");
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.As(stranger)).Get($"/ket-qua/{judged.Poor}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.As(judged.Judging.Judge)).Get($"/ket-qua/{judged.Poor}")).Status);
    }

    [Fact]
    public async Task An_author_reads_means_rules_vote_and_reason_and_no_judge()
    {
        var judged = await app.Given.JudgedCycle();
        var page = await (await app.As(judged.Judging.Author)).Page($"/ket-qua/{judged.Poor}");
        Assert.Contains("50,00 /100, ngưỡng 70", page.Text);
        Assert.Contains("Điểm trung bình 50,00, ngưỡng 70", page.Text);
        Assert.Contains("Biểu quyết: 1/4 đồng ý, cần ít nhất 2/3.", page.Text);
        Assert.Contains("LYDO: hiệu quả chưa đo được ở nơi áp dụng.", page.Text);
        Assert.Contains("15,00 /30 điểm, cần ít nhất 15", page.Text);
        Assert.Contains("Sở KH&CN nhận kiến nghị đến hết 23:59:59 ngày 9/12/2026; gửi sau đó vẫn được nhận và ghi là gửi muộn.", page.Text);
        Assert.Contains("Quyền khiếu nại theo Luật Khiếu nại không bị ảnh hưởng", page.Text);
        foreach (var judge in judged.Judging.Judges) Assert.DoesNotContain(judge.Name, page.Text);
        foreach (var criterion in new[] { "N", "E", "S" })
            for (var judge = 0; judge < 4; judge++) Assert.Contains(Given.CommentOf(judge, criterion), page.Text);
    }

    [Fact]
    public async Task Comments_stand_in_an_order_that_is_not_the_judges_and_differs_between_criteria()
    {
        var judged = await app.Given.JudgedCycle(judges: 6);
        var author = await app.As(judged.Judging.Author);
        var text = (await author.Page($"/ket-qua/{judged.Poor}")).Text;
        List<int> Order(string criterion) => [.. Enumerable.Range(0, 6).OrderBy(judge => text.IndexOf(Given.CommentOf(judge, criterion), StringComparison.Ordinal))];
        var orders = new[] { Order("N"), Order("E"), Order("S") };
        Assert.Contains(orders, order => !order.SequenceEqual(Enumerable.Range(0, 6)));
        Assert.True(orders.Select(order => string.Join(',', order)).Distinct().Count() > 1);
        Assert.Equal(text, (await author.Page($"/ket-qua/{judged.Poor}")).Text);
    }

    [Fact]
    public async Task A_cycle_may_keep_the_comments_to_itself()
    {
        var judged = await app.Given.JudgedCycle(settings: new CycleSettings { PostingWorkingDays = 0, MinSheets = 3, CommentsToAuthors = false });
        var page = await (await app.As(judged.Judging.Author)).Page($"/ket-qua/{judged.Poor}");
        Assert.DoesNotContain("NHANXET", page.Body);
        Assert.Contains("50,00 /100", page.Text);
    }

    [Fact]
    public async Task The_recognised_one_reads_the_same_for_itself_and_is_offered_neither_letter_nor_remonstrance()
    {
        var judged = await app.Given.JudgedCycle();
        var author = await app.As(judged.Judging.Author);
        var page = await author.Page($"/ket-qua/{judged.Good}");
        Assert.Contains("90,00 /100", page.Text);
        Assert.DoesNotContain("/kien-nghi/gui", page.Body);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.As(judged.Judging.Lead)).Get($"/ket-qua/du-thao/{judged.Good}.pdf")).Status);
        Assert.Contains($"/ket-qua/{judged.Good}", (await author.Page($"/sang-kien/{judged.Good}")).Body);
    }

    [Fact]
    public async Task The_letter_says_what_the_page_says()
    {
        var judged = await app.Given.JudgedCycle();
        var lead = await app.As(judged.Judging.Lead);
        Assert.Contains($"/ket-qua/du-thao/{judged.Poor}.pdf", (await lead.Page("/ket-qua/ky/2026")).Body);
        var answer = await lead.Get($"/ket-qua/du-thao/{judged.Poor}.pdf");
        var text = Pdf.Read(await answer.Message.Content.ReadAsByteArrayAsync()).Text;
        Assert.Contains("50,00/100 điểm, ngưỡng đạt 70", text);
        Assert.Contains("hiệu quả chưa đo được", text);
        Assert.Contains("Quyền khiếu nại theo quy định", text);
        foreach (var judge in judged.Judging.Judges) Assert.DoesNotContain(judge.Name, text);
        Assert.DoesNotContain("NHANXET", text);
    }

    [Fact]
    public async Task Publication_mails_the_principal_author_without_a_number()
    {
        var judged = await app.Given.JudgedCycle();
        await app.DrainJobs();
        await app.DrainJobs();
        var mails = app.Mails().Where(mail => mail.Subject.StartsWith("Kết quả xét sáng kiến năm 2026", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, mails.Count);
        Assert.All(mails, mail => Assert.Equal(judged.Judging.Author.Email, mail.To));
        Assert.All(mails, mail => Assert.DoesNotMatch("50|90|70|LYDO|NHANXET", mail.Text.Split("Xem kết quả:")[0]));
    }
}
