using System.Net;
using System.Text.Json;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Features.Endorsing;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Submissions;

/// <summary>What the form that saves itself is answered; the form itself is looked at in Chromium.</summary>
public sealed class AutosaveTests : IDisposable
{
    private static readonly string Tab = "7b1f6f0e-2f5c-4f0a-9d57-0c8f6a1d2e3f";

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private static JsonElement Read(Answer answer) => JsonDocument.Parse(answer.Body).RootElement;

    private static string Problem(Answer answer) => Read(answer).GetProperty("problems")[0] is var problem ? $"{problem.GetProperty("field")}: {problem.GetProperty("message")}" : "";

    private Task<Initiative> Stored(int id) => app.Rows(db => db.Initiatives.SingleAsync(item => item.Id == id));

    private Task<List<int>> Versions(int id) => app.Rows(db => db.InitiativeVersions.Where(item => item.InitiativeId == id).OrderBy(item => item.Version).Select(item => item.Version).ToListAsync());

    [Fact]
    public async Task It_is_told_number_time_and_what_is_still_missing()
    {
        var author = await app.As(await app.Given.Person(Role.Author));
        var form = Given.CompleteForm() with { Effects = [] };
        var answer = await author.Json("/sang-kien/soan", Given.Fields(form));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var (id, version) = (Read(answer).GetProperty("id").GetInt32(), Read(answer).GetProperty("version").GetInt32());
        Assert.Equal((1, "09:00:00", "2026-09-15T02:00:00Z"), (version, Read(answer).GetProperty("clock").GetString(), Read(answer).GetProperty("savedAt").GetString()));
        var effects = Read(answer).GetProperty("sections").EnumerateArray().Single(section => section.GetProperty("number").GetInt32() == 6);
        Assert.Equal((false, "Thêm ít nhất một chỉ tiêu hiệu quả."), (effects.GetProperty("complete").GetBoolean(), effects.GetProperty("reason").GetString()));

        app.Clock.Now = app.Clock.Now.AddSeconds(31);
        var next = await author.Json($"/sang-kien/{id}/soan", Given.Fields(form, ("Version", "1"), ("Novelty", "Đoạn vừa gõ")));
        Assert.Equal((2, "09:00:31"), (Read(next).GetProperty("version").GetInt32(), Read(next).GetProperty("clock").GetString()));
        Assert.Equal("Đoạn vừa gõ", (await Stored(id)).Text.Novelty);
    }

    [Fact]
    public async Task What_changes_nothing_writes_nothing_and_is_told_the_version_that_stands()
    {
        var author = await app.Given.Person(Role.Author);
        var user = await app.As(author);
        var form = Given.CompleteForm();
        var id = Read(await user.Json("/sang-kien/soan", Given.Fields(form))).GetProperty("id").GetInt32();
        var entries = await app.Rows(db => db.Journal.CountAsync());
        var again = await user.Json($"/sang-kien/{id}/soan", Given.Fields(form, ("Version", "1")));
        Assert.Equal((HttpStatusCode.OK, 1), (again.Status, Read(again).GetProperty("version").GetInt32()));
        Assert.Equal([1], await Versions(id));
        Assert.Equal(entries, await app.Rows(db => db.Journal.CountAsync()));
    }

    [Fact]
    public async Task A_draft_begins_with_any_of_its_parts()
    {
        var author = await app.As(await app.Given.Person(Role.Author));
        var answer = await author.Json("/sang-kien/soan", ("FormKey", $"{Guid.NewGuid()}"), ("Version", "0"), ("Novelty", "Gõ phần này trước"), ("Authors[0].Share", "60"), ("Effects[0].Before", "95"));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("(chưa đặt tên)", (await author.Page("/sang-kien")).Text);
        var page = await author.Page($"/sang-kien/{Read(answer).GetProperty("id")}/soan");
        Assert.Equal(("", "60", "95"), (page.Field("Title"), page.Field("Authors[0].Share"), page.Field("Effects[0].Before")));
    }

    [Theory]
    [InlineData("Authors[0].Share", "101", "Authors[0].Share: Tỷ lệ đóng góp từ 0 đến 100%.")]
    [InlineData("FirstAppliedOn", "31/11/2025", "FirstAppliedOn: Ngày không hợp lệ. Ghi như 24/9/2026.")]
    [InlineData("FieldCode", "LV-KHONG-CO", "FieldCode: Chọn lĩnh vực trong danh sách.")]
    [InlineData("Indices", "KHONG-CO", "Indices: Chọn chỉ số trong danh sách.")]
    public async Task What_can_never_be_right_is_refused_by_its_field_and_nothing_is_written(string field, string value, string expected)
    {
        var author = await app.Given.Person(Role.Author);
        var saved = await app.Given.CompleteDraft(author);
        var answer = await (await app.As(author)).Json($"/sang-kien/{saved.Id}/soan", Given.Fields(Given.CompleteForm(), ("Version", "1"), ("Novelty", "Khác"), (field, value)));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, expected), (answer.Status, Problem(answer)));
        Assert.Equal([1], await Versions(saved.Id));
    }

    [Fact]
    public async Task Somebody_else_s_save_is_named()
    {
        var (first, other) = (await app.Given.Person(Role.Author, name: "Trần Thị K"), await app.Given.Person(Role.UnitOfficer, name: "Lê Văn N"));
        var saved = await app.Given.CompleteDraft(first);
        await (await app.As(other)).Json($"/sang-kien/{saved.Id}/soan", Given.Fields(Given.CompleteForm(), ("Version", "1"), ("Novelty", "Bản của Lê Văn N")));
        var user = await app.As(first);
        var answer = await user.Json($"/sang-kien/{saved.Id}/soan", Given.Fields(Given.CompleteForm(), ("Version", "1"), ("Tab", Tab), ("Sequence", "4"), ("Novelty", "Bản của Trần Thị K")));
        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal((saved.Id, 2, "Lê Văn N", "09:00:00"), (Read(answer).GetProperty("id").GetInt32(), Read(answer).GetProperty("version").GetInt32(), Read(answer).GetProperty("savedBy").GetString(), Read(answer).GetProperty("clock").GetString()));
        Assert.Equal("Bản của Lê Văn N", (await Stored(saved.Id)).Text.Novelty);
    }

    [Fact]
    public async Task A_window_whose_answer_was_lost_is_not_taken_for_somebody_else()
    {
        var author = await app.As(await app.Given.Person(Role.Author));
        var form = Given.CompleteForm();
        (string, string)[] Typed(int sequence, string novelty, string tab) => Given.Fields(form, ("Version", "0"), ("Tab", tab), ("Sequence", $"{sequence}"), ("Novelty", novelty));
        var id = Read(await author.Json("/sang-kien/soan", Typed(1, "Một", Tab))).GetProperty("id").GetInt32();
        var again = await author.Json("/sang-kien/soan", Typed(2, "Một hai", Tab));
        Assert.Equal((HttpStatusCode.OK, 2), (again.Status, Read(again).GetProperty("version").GetInt32()));
        Assert.Equal(HttpStatusCode.Conflict, (await author.Json("/sang-kien/soan", Typed(1, "Một chậm chân", Tab))).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await author.Json("/sang-kien/soan", Typed(3, "Một hai ba", Guid.NewGuid().ToString()))).Status);
        Assert.Equal("Một hai", (await Stored(id)).Text.Novelty);
    }

    [Fact]
    public async Task A_draft_that_only_went_to_the_head_and_back_is_saved_on()
    {
        var dossier = await app.Given.AwaitingDossier();
        Assert.True((await app.Send(new ReturnInitiative.Command { Id = dossier.Id, Reason = "Bổ sung số liệu" }, dossier.Head.Actor)).Ok);
        var answer = await (await app.As(dossier.Author)).Json($"/sang-kien/{dossier.Id}/soan", Given.Fields(Given.CompleteForm(), ("Version", "1"), ("Novelty", "Gõ tiếp sau khi bị trả lại")));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Fact]
    public async Task An_ended_session_is_told_and_not_led_away()
    {
        var author = await app.Given.Person(Role.Author);
        var saved = await app.Given.CompleteDraft(author);
        var user = await app.As(author);
        await user.Page($"/sang-kien/{saved.Id}/soan");
        var kept = Given.Fields(Given.CompleteForm(), ("Version", "1"), ("Novelty", "Gõ khi phiên đã hết"));
        await user.Post("/dang-xuat");
        Assert.Equal(HttpStatusCode.Unauthorized, (await user.Json($"/sang-kien/{saved.Id}/soan", kept)).Status);
        Assert.Equal([1], await Versions(saved.Id));
    }

    [Fact]
    public async Task Somebody_else_s_token_saves_nothing()
    {
        var author = await app.Given.Person(Role.Author);
        var user = await app.As(author);
        var answer = await user.Json("/sang-kien/soan", [.. Given.Fields(Given.CompleteForm()), ("__RequestVerificationToken", "khong-phai")]);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(0, await app.Rows(db => db.Initiatives.CountAsync()));
    }

    [Fact]
    public async Task Eight_saves_at_once_of_one_version_keep_one_and_tell_the_others()
    {
        var author = await app.Given.Person(Role.Author);
        var saved = await app.Given.CompleteDraft(author);
        var user = await app.As(author);
        await user.Post("/hien-thi");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => user.Json($"/sang-kien/{saved.Id}/soan", Given.Fields(Given.CompleteForm(), ("Version", "1"), ("Novelty", $"Bản {i}")))));
        Assert.Equal((1, 7), (answers.Count(answer => answer.Status == HttpStatusCode.OK), answers.Count(answer => answer.Status == HttpStatusCode.Conflict)));
        Assert.Equal([1, 2], await Versions(saved.Id));
    }

    [Fact]
    public async Task Each_save_is_in_the_journal()
    {
        var author = await app.Given.Person(Role.Author);
        var saved = await app.Given.CompleteDraft(author);
        await (await app.As(author)).Json($"/sang-kien/{saved.Id}/soan", Given.Fields(Given.CompleteForm(), ("Version", "1"), ("Novelty", "Khác")));
        Assert.Equal("Bản 2", (await app.Rows(db => db.Journal.SingleAsync(entry => entry.Action == JournalActions.DraftSaved.Code))).Details);
    }
}
