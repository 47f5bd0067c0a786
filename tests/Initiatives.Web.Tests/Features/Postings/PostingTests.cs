using System.Net;
using System.Text.RegularExpressions;
using Initiatives.Domain.People;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Time;
using Initiatives.Web.Features.Decisions;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Postings;

public sealed class PostingTests : IDisposable
{
    private const string Page = "/lay-y-kien/2026";

    /// <summary>Posted on Wednesday 25/11/2026: five working days end with 2/12.</summary>
    private static readonly DateTime Closes = VietnamTime.EndOfDay(new DateOnly(2026, 12, 2));

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private async Task<ConcludedCycle> Posted(int recommended = 3)
    {
        var cycle = await app.Given.DecidingCycle(recommended, 1, postingDays: 5);
        await (await app.As(cycle.Department)).Done($"{Page}/niem-yet");
        return cycle;
    }

    private static (string, string)[] Remark(string text = "Sáng kiến này giống việc phường tôi đã làm từ năm 2023.", string number = "1", string contact = "0912 345 678", string name = "Trần Thị Dân") =>
        [("Number", number), ("Text", text), ("Name", name), ("Contact", contact), ("UnitName", "Tổ dân phố 5")];

    private static string Stable(Answer answer) => Regex.Replace(answer.Comparable, "name=\"FormKey\"[^>]*>", "");

    [Fact]
    public async Task The_posted_list_shows_what_is_recommended_by_title_and_nothing_of_how_it_was_judged()
    {
        await Posted();
        var page = await app.Anybody().Page(Page);
        Assert.Contains("hết 23:59:59 ngày 2/12/2026", page.Text);
        for (var rank = 1; rank <= 3; rank++) Assert.Contains($"Sáng kiến hồ sơ đất đai số {rank}", page.Text);
        Assert.DoesNotContain("Sáng kiến hồ sơ đất đai số 4", page.Text);
        Assert.All(Secrets.All, secret => Assert.DoesNotContain(secret, page.Body));
        Assert.Contains("theo vần tên, không phải thứ hạng", page.Text);
    }

    [Fact]
    public async Task Anybody_finds_the_posted_list_from_the_first_page_while_its_days_run_and_from_the_cycle_s_page()
    {
        const string link = "href=\"/lay-y-kien/2026\"";
        var cycle = await app.Given.DecidingCycle(2, 0, postingDays: 5);
        Assert.DoesNotContain(link, (await app.Anybody().Page("/")).Body + (await app.Anybody().Page("/ky-xet/2026")).Body, StringComparison.Ordinal);
        await (await app.As(cycle.Department)).Done($"{Page}/niem-yet");
        var home = await app.Anybody().Page("/");
        Assert.Contains(link, home.Body, StringComparison.Ordinal);
        Assert.Contains("Đang lấy ý kiến về danh sách sáng kiến dự kiến công nhận năm 2026, đến hết 23:59:59 ngày 2/12/2026.", home.Text);
        Assert.Contains(link, (await app.Anybody().Page("/ky-xet/2026")).Body, StringComparison.Ordinal);
        app.Clock.Now = Closes;
        Assert.DoesNotContain(link, (await app.Anybody().Page("/")).Body, StringComparison.Ordinal);
        Assert.Contains(link, (await app.Anybody().Page("/ky-xet/2026")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_stands_in_the_order_of_titles_whatever_the_ranks_are()
    {
        var cycle = await app.Given.DecidingCycle(3, 0, postingDays: 5);
        await app.Rows(db => db.Initiatives.Where(item => item.Id == cycle.Recommended[0]).ExecuteUpdateAsync(set => set.SetProperty(item => item.Title, "Xếp lịch hẹn trả kết quả")));
        await (await app.As(cycle.Department)).Done($"{Page}/niem-yet");
        var posting = await app.Rows(db => db.Postings.SingleAsync());
        Assert.Equal([cycle.Recommended[1], cycle.Recommended[2], cycle.Recommended[0]], posting.Items.Select(item => item.InitiativeId));
        Assert.Equal([1, 2, 3], posting.Items.Select(item => item.Number));
    }

    [Fact]
    public async Task Before_it_is_posted_there_is_no_page_for_anybody()
    {
        var cycle = await app.Given.DecidingCycle(2, 0, postingDays: 5);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Anybody().Get(Page)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.As(cycle.Department)).Get(Page)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Anybody().Post(Page, Remark())).Status);
    }

    [Fact]
    public async Task A_remark_of_the_last_second_is_taken_and_one_at_midnight_is_not()
    {
        await Posted();
        app.Clock.Now = Closes.AddSeconds(-1);
        Assert.StartsWith("/lay-y-kien/ma/", await app.Anybody().Done(Page, Remark()));
        app.Clock.Now = Closes;
        var late = await app.Anybody().Post(Page, Remark());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("Đã hết thời gian góp ý (đến hết 23:59:59 ngày 2/12/2026).", late.Text);
        Assert.DoesNotContain("Gửi góp ý", (await app.Anybody().Page(Page)).Text);
        Assert.Equal(1, await app.Rows(db => db.Remarks.CountAsync()));
    }

    [Theory]
    [InlineData("Contact", "không có", "Ghi một địa chỉ thư điện tử hoặc số điện thoại")]
    [InlineData("Contact", "ten@", "Ghi một địa chỉ thư điện tử hoặc số điện thoại")]
    [InlineData("Contact", "12345678", "Ghi một địa chỉ thư điện tử hoặc số điện thoại")]
    [InlineData("Name", "", "Ghi họ và tên của bạn.")]
    [InlineData("Text", "ngắn", "Ghi nội dung góp ý, ít nhất vài từ.")]
    [InlineData("Number", "9", "Chọn một sáng kiến trong danh sách, hoặc góp ý chung.")]
    public async Task A_bad_remark_is_refused_beside_its_field_and_nothing_typed_is_lost(string field, string value, string sentence)
    {
        await Posted();
        var answer = await app.Anybody().Post(Page, [.. Remark().Select(item => item.Item1 == field ? (field, value) : item)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(sentence, answer.Text);
        Assert.Contains("Tổ dân phố 5", answer.Body.Length > 0 ? WebUtility.HtmlDecode(answer.Body) : "");
        Assert.Equal(0, await app.Rows(db => db.Remarks.CountAsync()));
    }

    [Fact]
    public async Task A_remark_that_is_too_long_is_refused()
    {
        await Posted();
        Assert.Contains("Góp ý dài tối đa 5.000 ký tự.", (await app.Anybody().Post(Page, Remark(text: new string('a', 5001)))).Text);
    }

    [Fact]
    public async Task A_remark_changes_no_page_for_anybody_but_those_who_answer_it()
    {
        var cycle = await Posted();
        var people = new Dictionary<string, TestUser> { ["khách"] = app.Anybody(), ["tác giả"] = await app.As(cycle.Author), ["lãnh đạo"] = await app.As(cycle.Leader), ["nội vụ"] = await app.As(cycle.HomeAffairs) };
        var before = new Dictionary<(string, string), string>();
        string[] paths = [Page, $"{Page}/gop-y", "/viec", "/", "/ky-xet/2026", "/quyet-dinh"];
        foreach (var (who, user) in people) foreach (var path in paths) before[(who, path)] = Stable(await user.Get(path));
        await app.Anybody().Done(Page, Remark());
        foreach (var (who, user) in people) foreach (var path in paths) Assert.Equal(before[(who, path)], Stable(await user.Get(path)));
        var list = await (await app.As(cycle.Department)).Page($"{Page}/gop-y");
        Assert.Contains("Trần Thị Dân, Tổ dân phố 5 · 0912 345 678", list.Text);
    }

    [Fact]
    public async Task Whoever_holds_the_code_reads_the_answer_and_neither_name_nor_contact()
    {
        var cycle = await Posted();
        var receipt = await app.Anybody().Done(Page, Remark());
        var waiting = await app.Anybody().Page(receipt);
        Assert.Contains("giống việc phường tôi đã làm", waiting.Text);
        Assert.DoesNotContain("0912", waiting.Body);
        Assert.DoesNotContain("Trần Thị Dân", WebUtility.HtmlDecode(waiting.Body));
        var id = await app.Rows(db => db.Remarks.Select(item => item.Id).SingleAsync());
        var department = await app.As(cycle.Department);
        var refused = await department.Post($"{Page}/gop-y/{id}", ("Version", "0"), ("Answer", "ừ"));
        Assert.Contains("Ghi góp ý được xem xét thế nào.", refused.Text);
        await department.Done($"{Page}/gop-y/{id}", ("Version", "0"), ("Answer", "Đã đối chiếu hồ sơ hai phường: cách làm khác nhau, giữ trong danh sách."));
        Assert.Contains("Đã đối chiếu hồ sơ hai phường", (await app.Anybody().Page(receipt)).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Anybody().Get("/lay-y-kien/ma/22223333444455556666")).Status);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_remark()
    {
        await Posted();
        var key = Guid.NewGuid().ToString();
        var first = await app.Anybody().Done(Page, [.. Remark(), ("FormKey", key)]);
        Assert.Equal(first, await app.Anybody().Done(Page, [.. Remark(), ("FormKey", key)]));
        Assert.Equal(1, await app.Rows(db => db.Remarks.CountAsync()));
    }

    [Fact]
    public async Task Whoever_leaves_too_many_remarks_waits()
    {
        await Posted();
        var anybody = app.Anybody();
        for (var i = 0; i < 20; i++) Assert.Equal(HttpStatusCode.Redirect, (await anybody.Post(Page, Remark())).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await anybody.Post(Page, Remark())).Status);
    }

    [Fact]
    public async Task A_remark_without_the_form_s_token_is_refused()
    {
        await Posted();
        using var request = new HttpRequestMessage(HttpMethod.Post, Page) { Content = new FormUrlEncodedContent([new("Text", "Góp ý không có mẫu")]) };
        Assert.Equal(HttpStatusCode.BadRequest, (await app.Anybody().Send(request)).Status);
    }

    [Fact]
    public async Task The_decision_waits_for_the_posting_its_days_and_every_answer()
    {
        var cycle = await app.Given.DecidingCycle(3, 1, postingDays: 5);
        var id = await app.Given.FilledRecognition(cycle);
        var department = await app.As(cycle.Department);
        async Task<string> Refusal() => (await department.Post($"/quyet-dinh/{id}/trinh-ky")).Text;
        Assert.Contains("Chưa niêm yết danh sách dự kiến. Niêm yết 5 ngày làm việc rồi mới trình ký.", await Refusal());
        await department.Done($"{Page}/niem-yet");
        await app.Anybody().Done(Page, Remark());
        app.Clock.Now = Closes.AddSeconds(-1);
        department = await app.As(cycle.Department);
        Assert.Contains("Danh sách đang được niêm yết đến hết 23:59:59 ngày 2/12/2026. Trình ký được sau thời điểm đó.", await Refusal());
        app.Clock.Now = Closes;
        Assert.Contains("Còn 1 góp ý chưa trả lời. Ghi cách xử lý từng góp ý rồi mới trình ký.", await Refusal());
        var remark = await app.Rows(db => db.Remarks.SingleAsync());
        await department.Done($"{Page}/gop-y/{remark.Id}", ("Version", "0"), ("Answer", "Giữ trong danh sách."));
        await department.Done($"/quyet-dinh/{id}/trinh-ky");
        Assert.Equal(DecisionStatus.AwaitingSignature, await app.Rows(async db => (await db.Decisions.SingleAsync()).Status));
    }

    [Fact]
    public async Task Another_list_needs_another_posting_with_days_of_its_own_and_a_reason()
    {
        var cycle = await Posted();
        var department = await app.As(cycle.Department);
        Assert.Contains("Danh sách không đổi so với lần niêm yết thứ 1.", (await department.Post($"{Page}/niem-yet")).Text);
        await app.Rows(db => db.Initiatives.Where(item => item.Id == cycle.Recommended[2]).ExecuteUpdateAsync(set => set.SetProperty(item => item.Title, "Sáng kiến đổi tên theo góp ý")));
        Assert.Contains("Sáng kiến hồ sơ đất đai số 3", (await app.Anybody().Page(Page)).Text);   // frozen as it was posted
        app.Clock.Now = Closes.AddHours(9);
        department = await app.As(cycle.Department);
        Assert.Contains("Ghi lý do niêm yết lại.", (await department.Post($"{Page}/niem-yet")).Text);
        await department.Done($"{Page}/niem-yet", ("Reason", "Tác giả đề nghị sửa tên cho đúng hồ sơ."));
        var page = await app.Anybody().Page(Page);
        Assert.Contains("Sáng kiến đổi tên theo góp ý", page.Text);
        Assert.Contains("Lý do: Tác giả đề nghị sửa tên cho đúng hồ sơ.", page.Text);
        Assert.Contains("hết 23:59:59 ngày 10/12/2026", page.Text);
    }

    [Fact]
    public async Task Only_the_department_posts_and_a_cycle_of_zero_days_posts_nothing()
    {
        var cycle = await app.Given.DecidingCycle(2, 0);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.As(cycle.Author)).Post($"{Page}/niem-yet")).Status);
        var department = await app.As(cycle.Department);
        Assert.Contains("không niêm yết danh sách dự kiến", (await department.Post($"{Page}/niem-yet")).Text);
        Assert.True((await app.Send(new FreezeDecision.Command { Id = await app.Given.FilledRecognition(cycle) }, cycle.Department.Actor)).Ok);
    }
}
