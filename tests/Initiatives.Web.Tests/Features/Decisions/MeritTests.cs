using System.Net;
using Initiatives.Domain.Recognition;
using Initiatives.Web.Features.Decisions;
using Initiatives.Web.Tests.Documents;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Decisions;

public sealed class MeritTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Merit_is_drafted_only_after_recognition_is_published_and_proposes_the_first_five()
    {
        var cycle = await app.Given.DecidingCycle(7);
        var department = await app.As(cycle.Department);
        var early = await department.Post("/quyet-dinh/soan-bang-khen", ("CycleId", $"{cycle.Id}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.Status);
        Assert.Contains("sau khi đã công bố quyết định công nhận", early.Text);

        var id = await app.Given.FilledRecognition(cycle);
        await app.Given.Signed(id, cycle);
        await department.Done($"/quyet-dinh/{id}/cong-bo");
        await department.Done("/quyet-dinh/soan-bang-khen", ("CycleId", $"{cycle.Id}"));
        Assert.Equal(cycle.Recommended.Take(5), (await Merit()).Named.Select(item => item.InitiativeId));
    }

    [Fact]
    public async Task A_sixth_certificate_is_refused_and_the_choice_stays_as_ticked()
    {
        var (cycle, path) = await Draft();
        var department = await app.As(cycle.Department);
        var answer = await department.Post($"{path}/chon", [("Version", "1"), .. cycle.Recommended.Take(6).Select(id => ("Named", $"{id}")), ($"Skips[{cycle.Recommended[6]}]", "Chưa dùng tới")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Đã chọn 6 sáng kiến. Chỉ được tặng Bằng khen tối đa 05 sáng kiến", answer.Text);
        Assert.Equal(6, answer.Body.Split("checked=\"checked\"").Length - 1);
        Assert.Contains("Chưa dùng tới", answer.Body);
        Assert.Equal(5, (await Merit()).Named.Count());
    }

    [Fact]
    public async Task Passing_over_a_place_needs_a_reason()
    {
        var (cycle, path) = await Draft();
        var department = await app.As(cycle.Department);
        var without = cycle.Recommended.Where((_, index) => index is 0 or 2 or 3).Select(id => ("Named", $"{id}")).ToArray();
        var answer = await department.Post($"{path}/chon", [("Version", "1"), .. without]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Hạng 2 bị bỏ qua: ghi lý do.", answer.Text);

        await department.Done($"{path}/chon", [("Version", "1"), .. without, ($"Skips[{cycle.Recommended[1]}]", "Tác giả đã được tặng trong năm")]);
        var merit = await Merit();
        Assert.Equal([cycle.Recommended[0], cycle.Recommended[2], cycle.Recommended[3]], merit.Named.Select(item => item.InitiativeId));
        Assert.Equal(["Tác giả đã được tặng trong năm"], merit.Items.Where(item => !item.IsNamed).Select(item => item.SkipReason));
        Assert.Contains("Tác giả đã được tặng trong năm", (await department.Page(path)).Text);
    }

    [Fact]
    public async Task An_initiative_that_was_not_recognised_cannot_be_chosen()
    {
        var (cycle, path) = await Draft();
        var answer = await (await app.As(cycle.Department)).Post($"{path}/chon", ("Version", "1"), ("Named", $"{cycle.NotRecommended[0]}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Chỉ chọn được sáng kiến đã công nhận trong kỳ.", answer.Text);
    }

    [Fact]
    public async Task Nothing_is_sent_to_be_signed_before_Home_Affairs_gave_its_opinion()
    {
        var (cycle, path) = await Draft();
        var id = int.Parse(path.Split('/')[^1]);
        await app.Given.Fill(id, cycle, 4530);
        var department = await app.As(cycle.Department);
        var answer = await department.Post($"{path}/trinh-ky");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Chờ ý kiến của Sở Nội vụ.", answer.Text);

        var home = await app.As(cycle.HomeAffairs);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await home.Post($"{path}/y-kien", ("Opinion", " "))).Status);
        await home.Done($"{path}/y-kien", ("Opinion", "Đồng ý với danh sách đề xuất."));
        await department.Done($"{path}/trinh-ky");
        Assert.Contains("Đồng ý với danh sách đề xuất.", (await department.Page(path)).Text);
    }

    [Fact]
    public async Task A_number_serves_one_decision_a_year()
    {
        var (cycle, path) = await Draft();
        var answer = await (await app.As(cycle.Department)).Post($"{path}/the-thuc", ("Version", "1"), ("Number", "4512"), ("Date", "25/11/2026"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Số 4512 đã dùng cho quyết định khác trong năm.", answer.Text);
    }

    [Fact]
    public async Task Publishing_asks_for_one_certificate_each_and_running_the_jobs_again_changes_nothing()
    {
        var published = await app.Given.PublishedCycle(7);
        var id = await app.Given.PublishedMerit(published);
        var department = await app.As(published.Cycle.Department);
        Assert.Contains("Đã lập 0/5 bản in Bằng khen.", (await department.Page($"/quyet-dinh/{id}")).Text);
        Assert.Equal(5, await app.DrainJobs());
        var first = await app.Rows(db => db.Certificates.AsNoTracking().OrderBy(item => item.Id).ToListAsync());
        Assert.Equal([1, 2, 3, 4, 5], first.Select(item => item.RegisterNumber));
        Assert.Equal(published.Cycle.Recommended.Take(5), first.Select(item => item.InitiativeId));
        Assert.All(first, item => Assert.Matches("^BK-2026-[23456789BCDFGHJKMNPQRSTVWXYZ]{6}$", item.LookupCode));

        Assert.Equal(0, await app.DrainJobs());
        foreach (var item in first) Assert.True((await app.Send(new Initiatives.Web.Platform.Jobs.IssueCertificate(item.DecisionId, item.InitiativeId))).Ok);
        Assert.Equal(first.Select(item => (item.Id, item.LookupCode, item.FileSha256)), (await app.Rows(db => db.Certificates.AsNoTracking().OrderBy(item => item.Id).ToListAsync())).Select(item => (item.Id, item.LookupCode, item.FileSha256)));
        Assert.DoesNotContain("bản in Bằng khen", (await department.Page($"/quyet-dinh/{id}")).Text);
    }

    [Fact]
    public async Task The_merit_document_rests_on_the_recognition_decision()
    {
        var published = await app.Given.PublishedCycle(7);
        var id = await app.Given.PublishedMerit(published);
        var text = Pdf.Read(await DecisionsTests.Bytes(await app.Anybody().Get($"/danh-muc/quyet-dinh/{id}.pdf"))).Text;
        Assert.Contains("4512/QĐ-UBND", text);
        foreach (var secret in Secrets.All) Assert.DoesNotContain(secret, text);
    }

    private Task<Decision> Merit() => app.Rows(db => db.Decisions.SingleAsync(item => item.Kind == DecisionKind.Merit));

    private async Task<(ConcludedCycle Cycle, string Path)> Draft()
    {
        var published = await app.Given.PublishedCycle(7);
        var id = await app.Send(new DraftMerit.Command { CycleId = published.Cycle.Id }, published.Cycle.Department.Actor);
        return (published.Cycle, $"/quyet-dinh/{id.Value}");
    }
}
