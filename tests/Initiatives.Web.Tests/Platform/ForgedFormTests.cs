using System.Net;
using System.Text.Json;
using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Platform;

/// <summary>Forms that no page of ours makes: each is answered with a refusal or taken for what it can mean, none with an error.</summary>
public sealed class ForgedFormTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private static async Task NoError(TestUser user, string path, params (string, string)[] fields)
    {
        var answer = await user.Post(path, fields);
        Assert.True(answer.Status is HttpStatusCode.Redirect or HttpStatusCode.UnprocessableEntity, $"{path} {string.Join(' ', fields)}: {answer.Status}");
    }

    [Fact]
    public async Task A_row_that_is_named_and_never_comes_is_none_of_a_draft()
    {
        var author = await app.Given.Person(Role.Author);
        var (saved, user) = (await app.Given.CompleteDraft(author), await app.As(author));
        var form = Given.Fields(Given.CompleteForm("Tên có dòng trống"), ("Version", "1"));
        await user.Done($"/sang-kien/{saved.Id}/soan", [.. form, ("Authors.index", "9"), ("Authors.index", "0"), ("Participants.index", "0"), ("Effects.index", "0"), ("Effects.index", "9")]);
        var stored = await app.Rows(db => db.Initiatives.SingleAsync());
        Assert.Equal(("Tên có dòng trống", 1, 0, 1), (stored.Title, stored.Authors.Count, stored.Participants.Count, stored.Effects.Count));
        foreach (var list in new[] { "Authors", "Participants", "Effects" }) await NoError(user, $"/sang-kien/{saved.Id}/soan", ("Version", "2"), ($"{list}.index", "0"));
        foreach (var list in new[] { "Mine.Authors", "Mine.Participants", "Mine.Effects", "Choices", "Joined" }) await NoError(user, $"/sang-kien/{saved.Id}/tron", ("Version", "2"), ("Mine.Version", "1"), ($"{list}.index", "0"));
    }

    [Fact]
    public async Task A_key_of_a_map_that_is_missing_or_doubled_is_refused()
    {
        await app.Given.OpenCycle();
        var id = await app.Given.ReceivedDossier();
        var appraiser = await app.As(await app.Given.Appraiser());
        foreach (var fields in new (string, string)[][] { [("Asks.index", "0")], [("Chosen", "")], [("Asks[0].Key", "Novelty"), ("Asks[0].Value", "Một"), ("Asks[1].Key", "Novelty"), ("Asks[1].Value", "Hai")] })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await appraiser.Post($"/tham-dinh/{id}/yeu-cau-bo-sung", fields)).Status);
        Assert.Equal(0, await app.Rows(db => db.SupplementRequests.CountAsync()));
    }

    [Fact]
    public async Task More_rows_than_any_page_has_are_refused()
    {
        var judging = await app.Given.OpenSession(dossiers: 1, judges: 3);
        var secretary = await app.As(judging.Secretary);
        foreach (var (path, field) in new[] { ("diem-danh", "Members[{0}].PersonId"), ("ban-kiem-phieu", "Board[{0}].PersonId") })
        {
            (string, string)[] rows = [.. Enumerable.Range(0, 1100).Select(i => (field.Replace("{0}", $"{i}", StringComparison.Ordinal), $"{i}"))];
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await secretary.Post($"/phien-hop/2026/1/{path}", rows)).Status);
        }
    }

    [Fact]
    public async Task A_body_that_cannot_be_read_is_a_bad_request()
    {
        var judging = await app.Given.OpenScoring(dossiers: 1, judges: 3);
        var (judge, sheet) = (await app.As(judging.Judge), await app.Given.SheetId(judging.Judge, judging.Initiatives[0]));
        foreach (var type in new[] { "multipart/form-data", "multipart/form-data; boundary=x" })
        {
            var answer = await judge.AsScript($"/cham-diem/{sheet}", () =>
            {
                var content = new StringContent("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n");
                content.Headers.Remove("Content-Type");
                content.Headers.TryAddWithoutValidation("Content-Type", type);
                return content;
            });
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        }
    }

    [Fact]
    public async Task A_row_that_never_comes_is_none_of_any_other_list()
    {
        await app.Given.OpenCycle();
        var id = await app.Given.ReceivedDossier();
        await NoError(await app.As(await app.Given.Appraiser()), $"/tham-dinh/{id}/bang-kiem", ("Items.index", "0"));
        var asked = await app.Given.Supplement(id, null, nameof(DraftContent.Effects));
        await NoError(await app.As(await app.Given.AuthorIn("11311")), $"/sang-kien/{id}/bo-sung/{asked.Items[0].Id}", ("Version", "0"), ("Effects.index", "0"));
        await NoError(await app.As(await app.Given.Clerk()), "/tiep-nhan/nhap", ("Authors.index", "0"));
        await NoError(await app.As(await app.Given.Lead()), "/hoi-dong/2026/ghi", ("Version", "0"), ("Name", "Hội đồng"), ("Members.index", "0"));
    }

    [Fact]
    public async Task Of_an_item_of_the_checklist_that_comes_twice_the_last_word_counts()
    {
        await app.Given.OpenCycle();
        var id = await app.Given.ReceivedDossier();
        var code = Checklist.Of(new CycleSettings())[0].Code;
        await (await app.As(await app.Given.Appraiser())).Done($"/tham-dinh/{id}/bang-kiem",
            ("Items[0].Code", code), ("Items[0].Answer", "Met"), ("Items[1].Code", code), ("Items[1].Answer", "NotMet"), ("Items[1].Note", "Thiếu chữ ký"));
        var entry = await app.Rows(db => db.ChecklistEntries.SingleAsync());
        Assert.Equal((code, ChecklistAnswer.NotMet, "Thiếu chữ ký"), (entry.Code, entry.Answer, entry.Note));
    }

    [Fact]
    public async Task The_mark_of_a_form_that_is_somebody_else_s_is_refused_and_touches_nothing()
    {
        var (author, stranger) = (await app.Given.Person(Role.Author), await app.As(await app.Given.Person(Role.Author, "10804")));
        var form = Given.CompleteForm();
        await (await app.As(author)).Done("/sang-kien/soan", Given.Fields(form));
        var before = await app.Rows(db => db.Initiatives.SingleAsync());
        foreach (var user in new[] { stranger, await app.As(await app.Given.Person(Role.UnitOfficer)) })
        {
            var page = await user.Post("/sang-kien/soan", Given.Fields(form, ("Title", "Tên của người khác")));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.Contains("Chưa lưu được: dữ liệu này vừa được ghi ở nơi khác, hoặc mẫu đã dùng rồi. Tải lại trang rồi làm lại.", page.Text);
            Assert.Equal("Tên của người khác", page.Field("Title"));
            var json = await user.Json("/sang-kien/soan", Given.Fields(form, ("Title", "Tên của người khác")));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, json.Status);
            Assert.StartsWith("Chưa lưu được:", JsonDocument.Parse(json.Body).RootElement.GetProperty("problems")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        }

        var after = await app.Rows(db => db.Initiatives.SingleAsync());
        Assert.Equal((before.Title, before.Version), (after.Title, after.Version));
    }

    [Fact]
    public async Task The_mark_of_a_copy_that_is_used_already_is_refused()
    {
        await app.Given.OpenCycle();
        var author = await app.Given.AuthorIn("11311");
        var id = await app.Given.ReceivedDossier();
        await app.Rows(db => db.Initiatives.ExecuteUpdateAsync(set => set.SetProperty(item => item.Status, InitiativeStatus.Withdrawn).SetProperty(item => item.ShownStatus, InitiativeStatus.Withdrawn)));
        var key = await app.Rows(db => db.Initiatives.Select(item => item.FormKey).SingleAsync());
        var refused = await (await app.As(author)).Post($"/sang-kien/{id}/chep", ("FormKey", $"{key}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Chưa lưu được:", refused.Text);
    }

    [Theory]
    [InlineData("/quan-tri/tai-khoan/dong")]
    [InlineData("/quan-tri/tai-khoan/thu-moi")]
    public async Task A_refused_value_is_quoted_by_its_beginning_and_fills_no_cookie(string path)
    {
        var admin = await app.As(await app.Given.Person(Role.Administrator));
        var answer = await admin.Post(path, ("Ids", new string('x', 60_000)));
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.InRange(answer.Message.Headers.GetValues("Set-Cookie").Sum(cookie => cookie.Length), 1, 2000);
        Assert.Contains($"Giá trị “{new string('x', 60)}…” không hợp lệ.", (await admin.Page("/quan-tri/tai-khoan")).Text);
    }

    [Fact]
    public async Task A_page_beyond_the_last_is_the_last_one()
    {
        await app.Given.OpenCycle();
        var id = await app.Given.ReceivedDossier();
        var clerk = await app.As(await app.Given.Clerk());
        var appraiser = await app.As(await app.Given.Appraiser());
        foreach (var page in new[] { 2, 85_899_347, int.MaxValue, int.MinValue })
        {
            Assert.Contains($"/{id}", (await clerk.Page($"/tiep-nhan?trang={page}")).Body);
            Assert.Contains($"href=\"/tham-dinh/{id}", (await appraiser.Page($"/tham-dinh?trang={page}")).Body);
        }
    }

    [Fact]
    public async Task A_button_leads_to_a_section_of_the_form_or_to_its_top()
    {
        var author = await app.Given.Person(Role.Author);
        var (saved, user) = (await app.Given.CompleteDraft(author), await app.As(author));
        foreach (var (op, anchor) in new[] { ("tac-gia", "#tac-gia"), (new string('x', 60_000), ""), ("khong-co", "") })
            Assert.Equal($"/sang-kien/{saved.Id}/soan{anchor}", await user.Done($"/sang-kien/{saved.Id}/soan", Given.Fields(Given.CompleteForm($"Tên {op[..5]}"), ("Version", $"{(await app.Rows(db => db.Initiatives.SingleAsync())).Version}"), ("op", op))));
    }

    [Fact]
    public async Task A_key_that_is_no_number_is_refused_in_Vietnamese()
    {
        var dossier = await app.Given.AwaitingDossier();
        var answer = await (await app.As(dossier.Head)).Post("/ky-duyet", ("Ids", $"{dossier.Id}"), ("Versions[x]", "1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Dữ liệu gửi lên không đúng mẫu. Tải lại trang rồi làm lại.", answer.Text);
        Assert.DoesNotContain("format", answer.Text);
    }
}
