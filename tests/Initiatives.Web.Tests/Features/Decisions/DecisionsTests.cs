using System.Net;
using System.Security.Cryptography;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Tests.Documents;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Decisions;

public sealed class DecisionsTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task The_recognition_draft_takes_what_the_council_recommended_in_order_of_rank()
    {
        var cycle = await app.Given.DecidingCycle(recommended: 4, notRecommended: 2);
        var department = await app.As(cycle.Department);
        var page = await department.Page(await department.Done("/quyet-dinh/soan-cong-nhan", ("CycleId", $"{cycle.Id}")));
        var named = await app.Rows(db => db.Decisions.SingleAsync());
        Assert.Equal(cycle.Recommended, named.Named.Select(item => item.InitiativeId));
        Assert.Contains("4 sáng kiến được Hội đồng đề nghị công nhận", page.Text);
        Assert.Contains("Ghi số quyết định.", page.Text);
    }

    [Fact]
    public async Task A_cycle_gets_one_recognition_decision_and_only_after_the_council()
    {
        var cycle = await app.Given.DecidingCycle(2, 0);
        var department = await app.As(cycle.Department);
        await department.Done("/quyet-dinh/soan-cong-nhan", ("CycleId", $"{cycle.Id}"));
        var again = await department.Post("/quyet-dinh/soan-cong-nhan", ("CycleId", $"{cycle.Id}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("đã có dự thảo", again.Text);
    }

    [Fact]
    public async Task A_date_that_does_not_exist_is_refused_and_what_was_typed_stays()
    {
        var cycle = await app.Given.DecidingCycle(2, 0);
        var id = await app.Given.FilledRecognition(cycle);
        var department = await app.As(cycle.Department);
        var answer = await department.Post($"/quyet-dinh/{id}/the-thuc", ("Version", "1"), ("Number", "77"), ("Date", "31/11/2026"), ("SignerName", "Người Ký Khác"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Ngày không hợp lệ", answer.Text);
        Assert.Equal(("77", "31/11/2026", "Người Ký Khác"), (answer.Field("Number"), answer.Field("Date"), answer.Field("SignerName")));
    }

    [Fact]
    public async Task Somebody_whom_the_text_does_not_name_does_not_sign_it()
    {
        var cycle = await app.Given.DecidingCycle(2, 0);
        var id = await app.Given.FilledRecognition(cycle);
        var department = await app.As(cycle.Department);
        await department.Done($"/quyet-dinh/{id}/trinh-ky");
        var other = await app.As(await app.Given.Person(Role.CityLeader, "UBND-TP", "Lê Văn Khác", SigningCapacity.Deputy));
        var refused = await other.Post($"/quyet-dinh/{id}/ky", ("Confirm", "true"));
        Assert.Contains($"Văn bản ghi người ký là {Given.LeaderName}, không phải bạn.", refused.Text);
        await (await app.As(cycle.Leader)).Done($"/quyet-dinh/{id}/ky", ("Confirm", "true"));
        Assert.Equal(DecisionStatus.Signed, await app.Rows(async db => (await db.Decisions.SingleAsync()).Status));
    }

    [Fact]
    public async Task Nobody_signs_by_a_single_press()
    {
        var cycle = await app.Given.DecidingCycle(2, 0);
        var id = await app.Given.FilledRecognition(cycle);
        await (await app.As(cycle.Department)).Done($"/quyet-dinh/{id}/trinh-ky");
        var refused = await (await app.As(cycle.Leader)).Post($"/quyet-dinh/{id}/ky");
        Assert.Contains("Đánh dấu vào ô xác nhận để ký quyết định.", refused.Text);
        Assert.Equal(DecisionStatus.AwaitingSignature, await app.Rows(async db => (await db.Decisions.SingleAsync()).Status));
    }

    [Fact]
    public async Task A_draft_that_changed_since_its_page_was_opened_is_not_sent_to_be_signed()
    {
        var cycle = await app.Given.DecidingCycle(2, 0);
        var id = await app.Given.FilledRecognition(cycle);
        var department = await app.As(cycle.Department);
        var refused = await department.Post($"/quyet-dinh/{id}/trinh-ky", ("Version", "0"));
        Assert.Contains("Quyết định đã thay đổi từ khi bạn mở trang. Đọc lại rồi trình ký.", refused.Text);
        Assert.Equal(DecisionStatus.Drafting, await app.Rows(async db => (await db.Decisions.SingleAsync()).Status));
    }

    [Fact]
    public async Task A_decision_that_was_taken_back_and_sent_again_is_neither_signed_nor_taken_back_unseen()
    {
        var cycle = await app.Given.DecidingCycle(2, 0);
        var id = await app.Given.FilledRecognition(cycle);
        var (department, leader) = (await app.As(cycle.Department), await app.As(cycle.Leader));
        await department.Done($"/quyet-dinh/{id}/trinh-ky");
        var read = (await leader.Page($"/quyet-dinh/{id}")).Field("Version");
        await department.Done($"/quyet-dinh/{id}/lay-lai", ("Version", read));
        await department.Done($"/quyet-dinh/{id}/trinh-ky");
        Assert.Contains("Quyết định đã thay đổi từ khi bạn mở trang. Đọc lại rồi ký.", (await leader.Post($"/quyet-dinh/{id}/ky", ("Version", read), ("Confirm", "true"))).Text);
        Assert.Contains("Quyết định đã thay đổi từ khi bạn mở trang. Đọc lại rồi lấy lại.", (await department.Post($"/quyet-dinh/{id}/lay-lai", ("Version", read))).Text);
        Assert.Equal(DecisionStatus.AwaitingSignature, await app.Rows(async db => (await db.Decisions.SingleAsync()).Status));
        await leader.Done($"/quyet-dinh/{id}/ky", ("Version", (await leader.Page($"/quyet-dinh/{id}")).Field("Version")), ("Confirm", "true"));
    }

    [Fact]
    public async Task A_decision_that_changed_since_its_page_was_opened_is_not_published()
    {
        var cycle = await app.Given.DecidingCycle(2, 0);
        var id = await app.Given.FilledRecognition(cycle);
        await app.Given.Signed(id, cycle);
        var department = await app.As(cycle.Department);
        var version = int.Parse((await department.Page($"/quyet-dinh/{id}")).Field("Version"), System.Globalization.CultureInfo.InvariantCulture);
        var refused = await department.Post($"/quyet-dinh/{id}/cong-bo", ("Version", $"{version - 1}"));
        Assert.Contains("Quyết định đã thay đổi từ khi bạn mở trang. Đọc lại rồi công bố.", refused.Text);
        Assert.Equal(DecisionStatus.Signed, await app.Rows(async db => (await db.Decisions.SingleAsync()).Status));
        await department.Done($"/quyet-dinh/{id}/cong-bo", ("Version", $"{version}"));
    }

    [Fact]
    public async Task A_form_opened_before_somebody_else_saved_is_refused()
    {
        var cycle = await app.Given.DecidingCycle(2, 0);
        var id = await app.Given.FilledRecognition(cycle);
        var department = await app.As(cycle.Department);
        var answer = await department.Post($"/quyet-dinh/{id}/the-thuc", ("Version", "0"), ("Number", "77"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Có người vừa sửa dự thảo này", answer.Text);
        Assert.Equal("77", answer.Field("Number"));
    }

    [Fact]
    public async Task An_incomplete_draft_cannot_be_sent_to_be_signed()
    {
        var cycle = await app.Given.DecidingCycle(2, 0);
        var department = await app.As(cycle.Department);
        var path = await department.Done("/quyet-dinh/soan-cong-nhan", ("CycleId", $"{cycle.Id}"));
        var answer = await department.Post($"{path}/trinh-ky");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Ghi họ tên người ký.", answer.Text);
        Assert.Empty(await app.Rows(db => db.StoredFiles.ToListAsync()));
    }

    [Fact]
    public async Task Publishing_renders_nothing_what_comes_out_are_the_frozen_bytes()
    {
        var cycle = await app.Given.DecidingCycle(3);
        var id = await app.Given.FilledRecognition(cycle);
        var (department, leader) = (await app.As(cycle.Department), await app.As(cycle.Leader));
        await department.Done($"/quyet-dinh/{id}/trinh-ky");
        var frozen = await Bytes(await leader.Get($"/quyet-dinh/{id}/van-ban.pdf"));
        await leader.Done($"/quyet-dinh/{id}/ky", ("Confirm", "true"));
        app.Clock.Now = app.Clock.Now.AddHours(1);
        await department.Done($"/quyet-dinh/{id}/cong-bo");
        var published = await Bytes(await app.Anybody().Get($"/danh-muc/quyet-dinh/{id}.pdf"));
        Assert.Equal(frozen, published);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(published)), await app.Rows(db => db.Decisions.Select(item => item.FileSha256).SingleAsync()));
        Assert.Equal("4512/QĐ-UBND", (await app.Rows(db => db.Decisions.SingleAsync())).Number);
    }

    [Fact]
    public async Task Nothing_is_published_while_a_dossier_has_no_conclusion()
    {
        var cycle = await app.Given.DecidingCycle(3, 0, withoutConclusion: 2);
        var id = await app.Given.FilledRecognition(cycle);
        await app.Given.Signed(id, cycle);
        var answer = await (await app.As(cycle.Department)).Post($"/quyet-dinh/{id}/cong-bo");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Còn 2 hồ sơ chưa có kết luận.", answer.Text);
        Assert.Equal(DecisionStatus.Signed, await app.Rows(db => db.Decisions.Select(item => item.Status).SingleAsync()));
        Assert.Empty(await app.Rows(db => db.Initiatives.Where(item => item.Status == InitiativeStatus.Recognised).ToListAsync()));
    }

    [Fact]
    public async Task Publishing_gives_every_judged_dossier_its_outcome_with_the_councils_reason()
    {
        var published = await app.Given.PublishedCycle(3, 2);
        var rows = await app.Rows(db => db.Initiatives.OrderBy(item => item.Id).ToListAsync());
        Assert.Equal(["Recognised", "Recognised", "Recognised", "NotRecognised", "NotRecognised"], rows.Select(item => item.Status.ToString()));
        Assert.Equal(["LYDOKETLUAN4 của Hội đồng", "LYDOKETLUAN5 của Hội đồng"], rows.Skip(3).Select(item => item.OutcomeReason));
        var journal = await app.Rows(db => db.Journal.Where(entry => entry.Subject == "Initiative" && entry.Details.Contains("4512/QĐ-UBND")).OrderBy(entry => entry.Sequence).Select(entry => entry.Action).ToListAsync());
        Assert.Equal([.. Enumerable.Repeat(JournalActions.Recognised.Code, 3), .. Enumerable.Repeat(JournalActions.NotRecognised.Code, 2)], journal);
        Assert.NotNull(published);
    }

    [Fact]
    public async Task An_outcome_does_not_show_outside_before_it_is_published()
    {
        var cycle = await app.Given.DecidingCycle(3);
        var (author, anybody) = (await app.As(cycle.Author), app.Anybody());
        var paths = new[] { "/danh-muc", $"/danh-muc/{cycle.Recommended[0]}", "/sang-kien", $"/sang-kien/{cycle.Recommended[0]}" };
        async Task<string[]> Look() => [.. (await Task.WhenAll(paths.Select(async path => $"{path} {(await author.Get(path)).Text} {(await anybody.Get(path)).Text}")))];
        var before = await Look();
        var id = await app.Given.FilledRecognition(cycle);
        await app.Given.Signed(id, cycle);
        Assert.Equal(before, await Look());
        Assert.All(await app.Rows(db => db.Initiatives.ToListAsync()), item => Assert.Equal(InitiativeStatus.Judging, item.ShownStatus));

        await (await app.As(cycle.Department)).Done($"/quyet-dinh/{id}/cong-bo");
        Assert.Contains("Công nhận", (await anybody.Page(paths[1])).Text);
    }

    [Fact]
    public async Task A_draft_does_not_exist_for_the_public_nor_for_authors()
    {
        var cycle = await app.Given.DecidingCycle(3);
        var id = await app.Given.FilledRecognition(cycle);
        var anybody = app.Anybody();
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.Get($"/danh-muc/quyet-dinh/{id}.pdf")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await anybody.Get($"/quyet-dinh/{id}")).Status);
        var author = await app.As(cycle.Author);
        Assert.Equal(HttpStatusCode.Forbidden, (await author.Get($"/quyet-dinh/{id}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await author.Get($"/quyet-dinh/{id}/van-ban.pdf")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await author.Get($"/danh-muc/quyet-dinh/{id}.pdf")).Status);
    }

    [Fact]
    public async Task Those_who_read_decisions_see_a_draft_only_when_it_is_their_turn()
    {
        var cycle = await app.Given.DecidingCycle(3);
        var id = await app.Given.FilledRecognition(cycle);
        var (leader, home) = (await app.As(cycle.Leader), await app.As(cycle.HomeAffairs));
        Assert.Equal(HttpStatusCode.NotFound, (await leader.Get($"/quyet-dinh/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await home.Get($"/quyet-dinh/{id}/van-ban.pdf")).Status);
        await (await app.As(cycle.Department)).Done($"/quyet-dinh/{id}/trinh-ky");
        Assert.Contains("Ký quyết định", (await leader.Page($"/quyet-dinh/{id}")).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await home.Get($"/quyet-dinh/{id}")).Status);
    }

    [Theory]
    [InlineData(Role.CityLeader, "trinh-ky")]
    [InlineData(Role.CityLeader, "cong-bo")]
    [InlineData(Role.DepartmentLead, "ky")]
    [InlineData(Role.DepartmentLead, "y-kien")]
    [InlineData(Role.HomeAffairs, "chon")]
    [InlineData(Role.HomeAffairs, "ky")]
    [InlineData(Role.Appraiser, "the-thuc")]
    [InlineData(Role.CouncilSecretary, "cong-bo")]
    [InlineData(Role.Author, "ky")]
    [InlineData(Role.Administrator, "cong-bo")]
    public async Task Acts_of_others_are_forbidden(Role role, string act)
    {
        var user = await app.As(await app.Given.Person(role));
        Assert.Equal(HttpStatusCode.Forbidden, (await user.Post($"/quyet-dinh/1/{act}")).Status);
    }

    [Fact]
    public async Task A_decision_that_waits_for_its_signature_can_be_taken_back_a_signed_one_not()
    {
        var cycle = await app.Given.DecidingCycle(3);
        var id = await app.Given.FilledRecognition(cycle);
        var department = await app.As(cycle.Department);
        await department.Done($"/quyet-dinh/{id}/trinh-ky");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await department.Post($"/quyet-dinh/{id}/the-thuc", ("Version", "2"), ("Number", "9"))).Status);
        await department.Done($"/quyet-dinh/{id}/lay-lai");
        await department.Done($"/quyet-dinh/{id}/trinh-ky");
        await (await app.As(cycle.Leader)).Done($"/quyet-dinh/{id}/ky", ("Confirm", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await department.Post($"/quyet-dinh/{id}/lay-lai")).Status);
    }

    [Fact]
    public async Task The_document_names_every_initiative_and_only_texts_in_force_and_no_secret()
    {
        var published = await app.Given.PublishedCycle(3);
        var text = Pdf.Read(await Bytes(await app.Anybody().Get($"/danh-muc/quyet-dinh/{published.RecognitionId}.pdf"))).Text;
        foreach (var rank in new[] { 1, 2, 3 }) Assert.Contains($"đất đai số {rank}", text);
        Assert.DoesNotContain("đất đai số 4", text);
        Assert.Contains("152/2025/NĐ-CP", text);
        Assert.DoesNotContain("98/2023", text[..text.IndexOf("QUYẾT ĐỊNH:", StringComparison.Ordinal)]);
        foreach (var secret in Secrets.All) Assert.DoesNotContain(secret, text);
    }

    internal static Task<byte[]> Bytes(Answer answer)
    {
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (answer.Status, answer.Message.Content.Headers.ContentType?.MediaType));
        return answer.Message.Content.ReadAsByteArrayAsync();
    }
}
