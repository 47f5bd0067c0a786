using System.Net;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Features.Endorsing;
using Initiatives.Web.Features.Submissions;
using Initiatives.Web.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Endorsing;

public sealed class EndorsementTests : IDisposable
{
    private static readonly DateTime CutOff = new(2026, 9, 30, 17, 0, 0, DateTimeKind.Utc);

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private Task<Initiative> Stored(int id) => app.Rows(db => db.Initiatives.SingleAsync(item => item.Id == id));

    [Fact]
    public async Task The_last_second_of_the_last_day_counts()
    {
        await app.Given.OpenCycle();
        var dossier = await app.Given.AwaitingDossier();
        app.Clock.Now = CutOff.AddSeconds(-1);
        var head = await app.As(dossier.Head);
        Assert.Equal($"/sang-kien/{dossier.Id}/bien-nhan", await head.Done($"/sang-kien/{dossier.Id}/gui"));
        var receipt = await head.Page($"/sang-kien/{dossier.Id}/bien-nhan");
        Assert.Contains("HS-2026-0001", receipt.Text);
        Assert.Contains("23:59:59, thứ Tư, 30/9/2026", receipt.Text);
    }

    [Fact]
    public async Task The_first_moment_after_it_is_refused_with_both_times()
    {
        await app.Given.OpenCycle();
        var dossier = await app.Given.AwaitingDossier();
        app.Clock.Now = CutOff;
        var head = await app.As(dossier.Head);
        var answer = await head.Post($"/sang-kien/{dossier.Id}/gui");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Đã quá hạn nhận hồ sơ Kỳ 2026 (hết 23:59:59 ngày 30/9/2026). Yêu cầu của bạn đến máy chủ lúc 00:00:00 ngày 1/10/2026.", answer.Text);
        Assert.Equal(InitiativeStatus.AwaitingEndorsement, (await Stored(dossier.Id)).Status);
    }

    [Fact]
    public async Task Without_an_open_cycle_a_dossier_is_kept()
    {
        var dossier = await app.Given.AwaitingDossier();
        var answer = await (await app.As(dossier.Head)).Post($"/sang-kien/{dossier.Id}/gui");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Chưa có kỳ nào mở nhận hồ sơ. Hồ sơ vẫn được giữ, gửi được khi kỳ mở.", answer.Text);
    }

    [Fact]
    public async Task Endorsed_twice_it_is_sent_once_and_says_when()
    {
        await app.Given.OpenCycle();
        var dossier = await app.Given.AwaitingDossier();
        var head = await app.As(dossier.Head);
        await head.Done($"/sang-kien/{dossier.Id}/gui");
        app.Clock.Now = app.Clock.Now.AddMinutes(1);
        var again = await head.Post($"/sang-kien/{dossier.Id}/gui");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("Hồ sơ đã gửi lúc 09:00:00 ngày 15/9/2026.", again.Text);
        Assert.Equal(1, await app.Rows(db => db.Endorsements.CountAsync()));
        Assert.Equal(1, await app.Rows(db => db.Journal.CountAsync(entry => entry.Action == JournalActions.Endorsed.Code)));
    }

    [Fact]
    public async Task Eight_at_once_get_the_numbers_one_to_eight()
    {
        await app.Given.OpenCycle();
        var author = await app.Given.Person(Role.Author);
        var dossiers = new List<TestDossier>();
        for (var i = 0; i < 8; i++) dossiers.Add(await app.Given.AwaitingDossier(author: author));
        var head = await app.As(dossiers[0].Head);
        await head.Page("/sang-kien");
        await head.Post("/hien-thi");
        await Task.WhenAll(dossiers.Select(dossier => head.Done($"/sang-kien/{dossier.Id}/gui")));
        var numbers = await app.Rows(db => db.Initiatives.Select(item => item.RegisterNumber!.Value).OrderBy(number => number).ToListAsync());
        Assert.Equal(Enumerable.Range(1, 8), numbers);
    }

    [Fact]
    public async Task One_dossier_endorsed_at_once_from_many_windows_takes_one_number()
    {
        await app.Given.OpenCycle();
        var dossier = await app.Given.AwaitingDossier();
        var head = await app.As(dossier.Head);
        await head.Post("/hien-thi");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => head.Post($"/sang-kien/{dossier.Id}/gui")));
        Assert.Equal(1, answers.Count(answer => answer.Status == HttpStatusCode.Redirect));
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.Redirect), answer => Assert.Contains("Hồ sơ đã gửi lúc", answer.Text));
        Assert.Equal(2, Given.Sure(await app.Send(new EndorseInitiative.Command { Id = (await app.Given.AwaitingDossier()).Id }, dossier.Head.Actor)).Value);
    }

    [Fact]
    public async Task A_deputy_signs_for_the_head()
    {
        await app.Given.OpenCycle();
        var dossier = await app.Given.AwaitingDossier();
        var deputy = await app.Given.Person(Role.UnitHead, name: "Đỗ Văn M", capacity: SigningCapacity.Deputy);
        var user = await app.As(deputy);
        await user.Done($"/sang-kien/{dossier.Id}/gui");
        var endorsement = await app.Rows(db => db.Endorsements.SingleAsync());
        Assert.Equal((SigningCapacity.Deputy, deputy.Id, "Chuyên viên"), (endorsement.Capacity, endorsement.PersonId, endorsement.Post));
        Assert.Contains("Đỗ Văn M, Chuyên viên (KT.)", (await user.Page($"/sang-kien/{dossier.Id}/bien-nhan")).Text);
    }

    [Fact]
    public async Task The_head_of_another_unit_does_not_find_it()
    {
        await app.Given.OpenCycle();
        var dossier = await app.Given.AwaitingDossier();
        var stranger = await app.As(await app.Given.Head("SKHCN"));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get($"/sang-kien/{dossier.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get($"/ky-duyet/{dossier.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Post($"/sang-kien/{dossier.Id}/gui")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Post($"/sang-kien/{dossier.Id}/tra-lai", ("Reason", "Sửa"))).Status);
    }

    [Fact]
    public async Task Only_a_head_endorses_or_returns()
    {
        var dossier = await app.Given.AwaitingDossier();
        var author = await app.As(dossier.Author);
        Assert.Equal(HttpStatusCode.Forbidden, (await author.Post($"/sang-kien/{dossier.Id}/gui")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await author.Post($"/sang-kien/{dossier.Id}/tra-lai", ("Reason", "Sửa"))).Status);
    }

    [Fact]
    public async Task Returned_it_is_a_draft_again_with_the_reason()
    {
        var dossier = await app.Given.AwaitingDossier();
        var head = await app.As(dossier.Head);
        var empty = await head.Post($"/sang-kien/{dossier.Id}/tra-lai", ("Reason", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        Assert.Contains("Ghi lý do trả lại để tác giả biết cần sửa gì.", empty.Text);
        await head.Done($"/sang-kien/{dossier.Id}/tra-lai", ("Reason", "Bổ sung số liệu tháng 8"));
        var page = await (await app.As(dossier.Author)).Page($"/sang-kien/{dossier.Id}/soan");
        Assert.Contains("Thủ trưởng trả lại: Bổ sung số liệu tháng 8", page.Text);
    }

    [Fact]
    public async Task A_sent_dossier_is_not_edited_any_more()
    {
        var dossier = await app.Given.AwaitingDossier();
        var author = await app.As(dossier.Author);
        var answer = await author.Post($"/sang-kien/{dossier.Id}/soan", Given.Fields(Given.CompleteForm(), ("Version", $"{dossier.Version}"), ("Title", "Tên gõ quá muộn rồi")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Hồ sơ đã trình hoặc đã gửi, không sửa được nữa.", answer.Text);
        Assert.Equal("Tên gõ quá muộn rồi", answer.Field("Title"));
    }

    [Fact]
    public async Task Its_timeline_and_the_journal_say_what_happened()
    {
        await app.Given.OpenCycle();
        var id = await app.Given.SubmittedInitiative();
        var codes = await app.Rows(db => db.Journal.Where(entry => entry.Subject == nameof(Initiative) && entry.SubjectId == id).OrderBy(entry => entry.Sequence).Select(entry => entry.Action).ToListAsync());
        Assert.Equal([JournalActions.DraftStarted.Code, JournalActions.AuthorAsked.Code, JournalActions.AuthorConfirmed.Code, JournalActions.SentToHead.Code, JournalActions.Endorsed.Code], codes);
        var page = await (await app.As(await app.Given.Head())).Page($"/sang-kien/{id}");
        Assert.Contains("Thủ trưởng xác nhận, gửi Sở KH&CN", page.Text);
        Assert.Contains("Kiểm tra hai điều kiện 3a, 3b", page.Text);
    }

    [Fact]
    public async Task The_unit_withdraws_with_a_reason()
    {
        await app.Given.OpenCycle();
        var author = await app.Given.Person(Role.Author);
        var id = await app.Given.SubmittedInitiative(author: author);
        var user = await app.As(author);
        Assert.Contains("Ghi lý do rút hồ sơ.", (await user.Post($"/sang-kien/{id}/rut", ("Reason", ""))).Text);
        await user.Done($"/sang-kien/{id}/rut", ("Reason", "Chuyển sang kỳ sau"));
        Assert.Contains("Lý do rút: Chuyển sang kỳ sau", (await user.Page($"/sang-kien/{id}")).Text);
        Assert.Equal(InitiativeStatus.Withdrawn, (await Stored(id)).Status);
    }

    [Fact]
    public async Task A_draft_that_was_never_put_before_the_head_leaves_no_trace_for_him()
    {
        await app.Given.OpenCycle();
        var author = await app.Given.Person(Role.Author);
        var head = await app.As(await app.Given.Head());
        var seen = await app.Given.SubmittedInitiative(author: author);
        string[] paths = ["/sang-kien", "/viec", $"/sang-kien/{seen + 1}", $"/sang-kien/{seen + 1}/bien-nhan"];
        var before = new List<string>();
        foreach (var path in paths) before.Add((await head.Get(path)).Comparable);
        var never = await app.Given.CompleteDraft(author);
        Assert.Equal(seen + 1, never.Id);
        Given.Sure(await app.Send(new WithdrawInitiative.Command { Id = never.Id, Reason = "Thôi không làm nữa" }, author.Actor));
        for (var i = 0; i < paths.Length; i++) Assert.Equal(before[i], (await head.Get(paths[i])).Comparable);

        var shown = await app.Given.AwaitingDossier(author: author);
        Given.Sure(await app.Send(new WithdrawInitiative.Command { Id = shown.Id, Reason = "Nộp nhầm" }, author.Actor));
        Assert.Contains("Lý do rút: Nộp nhầm", (await head.Page($"/sang-kien/{shown.Id}")).Text);
    }

    [Fact]
    public async Task What_changed_since_the_page_was_opened_is_not_endorsed()
    {
        await app.Given.OpenCycle();
        var dossier = await app.Given.AwaitingDossier();
        var head = await app.As(dossier.Head);
        var version = (await head.Page($"/ky-duyet/{dossier.Id}")).Field("Version");
        Given.Sure(await app.Send(new ReturnInitiative.Command { Id = dossier.Id, Reason = "Bổ sung số liệu" }, dossier.Head.Actor));
        Given.Sure(await app.Send(new SendToHead(dossier.Id, dossier.Version + 1), dossier.Author.Actor));
        var refused = await head.Post($"/sang-kien/{dossier.Id}/gui", ("Version", version));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Hồ sơ đã thay đổi từ khi bạn mở trang. Đọc lại hồ sơ rồi xác nhận.", refused.Text);
        Assert.Equal(InitiativeStatus.AwaitingEndorsement, (await Stored(dossier.Id)).Status);
        await head.Done($"/sang-kien/{dossier.Id}/gui", ("Version", refused.Field("Version")));
    }

    [Fact]
    public async Task A_head_who_is_an_author_leaves_it_to_his_deputy_and_endorses_alone_only_on_the_record()
    {
        await app.Given.OpenCycle();
        var head = await app.Given.Person(Role.UnitHead | Role.Author);
        var deputy = await app.Given.Person(Role.UnitHead, capacity: SigningCapacity.Deputy);
        async Task<int> Own()
        {
            var form = Given.CompleteForm();
            var saved = Given.Sure(await app.Send(form with { Authors = [form.Authors[0] with { PersonId = head.Id, Name = head.Name }] }, head.Actor)).Value;
            Given.Sure(await app.Send(new SendToHead(saved.Id, saved.Version), head.Actor));
            return saved.Id;
        }

        var first = await Own();
        var user = await app.As(head);
        Assert.Contains("Bạn là tác giả của hồ sơ này. Người khác trong lãnh đạo đơn vị xác nhận thay bạn.", (await user.Post($"/sang-kien/{first}/gui")).Text);
        await (await app.As(deputy)).Done($"/sang-kien/{first}/gui");

        await app.Rows(async db =>
        {
            (await db.Users.SingleAsync(account => account.PersonId == deputy.Id)).LockoutEnd = DateTimeOffset.MaxValue;
            return await db.SaveChangesAsync();
        });
        var second = await Own();
        await user.Done($"/sang-kien/{second}/gui");
        Assert.Contains("người xác nhận là tác giả, đơn vị không có lãnh đạo khác", (await user.Page($"/sang-kien/{second}")).Text);
    }

    [Fact]
    public async Task An_officer_who_only_helped_does_not_withdraw_it()
    {
        var dossier = await app.Given.AwaitingDossier();
        var officer = await app.As(await app.Given.Person(Role.UnitOfficer));
        Assert.DoesNotContain("Rút hồ sơ", (await officer.Page($"/sang-kien/{dossier.Id}")).Text);
        Assert.Contains("Chỉ tác giả, người soạn hồ sơ hoặc thủ trưởng đơn vị được rút hồ sơ này.", (await officer.Post($"/sang-kien/{dossier.Id}/rut", ("Reason", "Thử xem"))).Text);
        Assert.Equal(InitiativeStatus.AwaitingEndorsement, (await Stored(dossier.Id)).Status);
    }
}
