using System.Net;
using System.Text.RegularExpressions;
using Initiatives.Domain.Journal;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Screening;

public sealed class QueueTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private Task<List<(int, int)>> Given() => app.Rows(async db =>
        (await db.ScreeningAssignments.OrderBy(item => item.InitiativeId).Select(item => new { item.InitiativeId, item.AppraiserId }).ToListAsync()).ConvertAll(item => (item.InitiativeId, item.AppraiserId)));

    private static List<int> Rows(Answer page) => [.. Regex.Matches(page.Body, "<th scope=\"row\"><a href=\"/tham-dinh/(\\d+)\"").Select(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture))];

    [Fact]
    public async Task Ticked_dossiers_are_given_to_one_or_shared_out_among_several()
    {
        await app.Given.OpenCycle();
        var (first, second) = (await app.Given.Appraiser(), await app.Given.Person(Role.Appraiser, "SKHCN", "Vũ Thị Quyên"));
        List<int> ids = [];
        for (var i = 0; i < 4; i++) ids.Add(await app.Given.ReceivedDossier(title: $"Hồ sơ số {i + 1} của chợ"));
        var lead = await app.As(await app.Given.Lead());
        Assert.Contains("Chưa giao 4", (await lead.Page("/tham-dinh")).Text);
        await lead.Done("/tham-dinh/giao", ("Ids", $"{ids[0]}"), ("Appraisers", $"{second.Id}"));
        Assert.Equal([(ids[0], second.Id)], await Given());

        var back = await lead.Done("/tham-dinh/giao", [("tiep", "/tham-dinh?ky=2026&nguoi=chua"), .. ids.Select(id => ("Ids", $"{id}")), ("Appraisers", $"{first.Id}"), ("Appraisers", $"{second.Id}")]);
        Assert.Equal("/tham-dinh?ky=2026&nguoi=chua", back);
        Assert.Equal([2, 2], (await Given()).GroupBy(item => item.Item2).OrderBy(group => group.Key).Select(group => group.Count()));
        Assert.Equal(5, await app.Rows(db => db.Journal.CountAsync(entry => entry.Action == JournalActions.ScreeningAssigned.Code)));

        var mine = await app.As(second);
        var page = await mine.Page("/tham-dinh?nguoi=toi");
        Assert.Equal((await Given()).Where(item => item.Item2 == second.Id).Select(item => item.Item1), Rows(page));
        Assert.Contains("Giao cho tôi 2", page.Text);
        Assert.Contains("Không có hồ sơ nào như vậy", (await mine.Page("/tham-dinh?nguoi=chua")).Text);
        Assert.Equal(2, Rows(await mine.Page($"/tham-dinh?nguoi={first.Id}")).Count);
    }

    [Fact]
    public async Task Never_to_an_author_or_a_colleague_of_his_and_then_none_is_given()
    {
        await app.Given.OpenCycle();
        var appraiser = await app.Given.Appraiser();
        var (free, own) = (await app.Given.ReceivedDossier(), await app.Given.ReceivedDossier("SKHCN", "Sáng kiến của Sở"));
        var lead = await app.As(await app.Given.Lead());
        var refused = await lead.Post("/tham-dinh/giao", ("Ids", $"{free}"), ("Ids", $"{own}"), ("Appraisers", $"{appraiser.Id}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Hồ sơ số 2 “Sáng kiến của Sở”: Hoàng Văn Dũng cùng đơn vị với hồ sơ này. Chưa hồ sơ nào được giao.", refused.Text);
        Assert.Empty(await Given());
        var outside = await app.Given.Person(Role.Appraiser, "SNV", "Lê Văn Ngoài");
        await lead.Done("/tham-dinh/giao", ("Ids", $"{free}"), ("Ids", $"{own}"), ("Appraisers", $"{appraiser.Id}"), ("Appraisers", $"{outside.Id}"));
        Assert.Equal((own, outside.Id), (await Given())[1]);
        Assert.Contains("Chọn người thẩm định để giao.", (await lead.Post("/tham-dinh/giao", ("Ids", $"{free}"), ("Appraisers", $"{(await app.Given.Lead()).Id}"))).Text);
        Assert.Contains("Chọn ít nhất một hồ sơ để giao.", (await lead.Post("/tham-dinh/giao", ("Appraisers", $"{outside.Id}"))).Text);
    }

    [Fact]
    public async Task What_is_late_soon_waits_for_a_supplement_or_an_opinion_is_found()
    {
        await app.Given.OpenCycle();
        var today = VietnamTime.Today(app.Clock.Now);
        var (plain, late, soon, asked) = (await app.Given.ReceivedDossier(title: "Hồ sơ không vội"), await app.Given.ReceivedDossier(title: "Hồ sơ trễ hạn"), await app.Given.ReceivedDossier(title: "Hồ sơ sắp hạn"), await app.Given.ReceivedDossier(title: "Hồ sơ hỏi ý kiến"));
        await app.Given.Supplement(late, today.AddDays(1));
        await app.Given.Supplement(soon, today.AddDays(4));
        await app.Given.Opinion(asked, "SYT", today.AddDays(20));
        app.Clock.Now = VietnamTime.EndOfDay(today.AddDays(1));
        var appraiser = await app.As(await app.Given.Appraiser());
        async Task<List<int>> Found(string query) => Rows(await appraiser.Page("/tham-dinh?" + query));
        Assert.Equal([late], await Found("han=tre"));
        Assert.Equal([soon], await Found("han=sap"));
        Assert.Equal([late, soon], await Found("tt=bo-sung"));
        Assert.Equal([asked], await Found("tt=y-kien"));
        Assert.Equal([late, soon, asked, plain], await Found("xep=han"));
        Assert.Equal([plain, asked], await Found("tt=cho"));
    }

    [Fact]
    public async Task The_target_day_counts_working_days_from_the_cut_off()
    {
        await app.Given.OpenCycle();
        await app.Given.ReceivedDossier();
        var appraiser = await app.As(await app.Given.Appraiser());
        var cycle = await app.Rows(db => db.Cycles.SingleAsync());
        var due = VietnamTime.AddWorkingDays(VietnamTime.Today(cycle.ClosesAt.AddTicks(-1)), 20);
        Assert.Equal(due, cycle.ScreeningDueOn);
        Assert.Contains($"còn {due.DayNumber - VietnamTime.Today(app.Clock.Now).DayNumber} ngày (hạn {VietnamTime.Short(due)})", (await appraiser.Page("/tham-dinh")).Text);
        app.Clock.Now = VietnamTime.EndOfDay(due);
        appraiser = await app.As(await app.Given.Appraiser());
        Assert.Contains("quá hạn 1 ngày", (await appraiser.Page("/tham-dinh")).Text);
    }

    [Fact]
    public async Task A_page_has_25_rows_100_or_all_of_them()
    {
        await app.Given.OpenCycle();
        for (var i = 0; i < 27; i++) await app.Given.ReceivedDossier(title: $"Hồ sơ dài dòng thứ {i + 1}");
        var appraiser = await app.As(await app.Given.Appraiser());
        Assert.Equal(25, Rows(await appraiser.Page("/tham-dinh")).Count);
        Assert.Equal(2, Rows(await appraiser.Page("/tham-dinh?trang=2")).Count);
        Assert.Equal(27, Rows(await appraiser.Page("/tham-dinh?co=100")).Count);
        var all = await appraiser.Page("/tham-dinh?co=0");
        Assert.Equal(27, Rows(all).Count);
        Assert.Contains("1–27 trong 27 hồ sơ", all.Text);
    }

    [Fact]
    public async Task The_checklist_is_saved_item_by_item_and_guarded_by_its_version()
    {
        await app.Given.OpenCycle();
        var id = await app.Given.ReceivedDossier();
        var appraiser = await app.As(await app.Given.Appraiser());
        (string, string)[] One(string answer, string version, string note = "") => [("Items[0].Code", "dung-mau"), ("Items[0].Answer", answer), ("Items[0].Version", version), ("Items[0].Note", note)];
        var saved = await appraiser.PostForJson($"/tham-dinh/{id}/bang-kiem", One("Met", "0"));
        Assert.StartsWith("{\"versions\":{\"dung-mau\":1},\"open\":10,", saved.Body, StringComparison.Ordinal);
        var bare = await appraiser.Post($"/tham-dinh/{id}/bang-kiem", One("NotMet", "1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bare.Status);
        Assert.Contains("Mục “Đúng mẫu, đủ các mục” không đạt: ghi rõ thiếu hoặc sai gì.", bare.Text);

        var other = await app.As(await app.Given.Person(Role.Appraiser, "SKHCN", "Vũ Thị Quyên"));
        await other.Done($"/tham-dinh/{id}/bang-kiem", One("NotMet", "1", "Thiếu mục 6"));
        var late = await appraiser.Post($"/tham-dinh/{id}/bang-kiem", One("NotApplicable", "1"));
        Assert.Contains("Vũ Thị Quyên vừa ghi mục “Đúng mẫu, đủ các mục” là không đạt.", late.Text);
        Assert.Equal("Thiếu mục 6", await app.Rows(db => db.ChecklistEntries.Select(entry => entry.Note).SingleAsync()));
    }

    [Fact]
    public async Task A_proposal_says_what_of_the_checklist_is_open_and_the_lead_sees_what_was_not_met()
    {
        await app.Given.OpenCycle();
        var id = await app.Given.ReceivedDossier();
        var appraiser = await app.As(await app.Given.Appraiser());
        (string, string)[] eligible = [("IsFirst", "true"), ("FirstReason", "Chưa thấy ở đơn vị nào khác"), ("IsEffective", "true"), ("EffectReason", "Có số liệu trước và sau")];
        await appraiser.Done($"/tham-dinh/{id}/bang-kiem", ("Items[0].Code", "minh-chung"), ("Items[0].Answer", "NotMet"), ("Items[0].Note", "Thiếu bản chụp"), ("Items[0].Version", "0"));
        var refused = await appraiser.Post($"/tham-dinh/{id}", eligible);
        Assert.Contains("Bảng kiểm còn 10 mục chưa ghi: đủ thành phần hồ sơ;", refused.Text);
        Assert.Contains("Chưa thấy ở đơn vị nào khác", refused.Body);
        await appraiser.Done($"/tham-dinh/{id}/bang-kiem", [("Op", "dat-het"), .. Checklist.Of(new Domain.Cycles.CycleSettings()).Where(item => item.Code != "minh-chung").SelectMany((item, i) => new[] { ($"Items[{i}].Code", item.Code), ($"Items[{i}].Version", "0") })]);
        await appraiser.Done($"/tham-dinh/{id}", eligible);
        var list = await (await app.As(await app.Given.Lead())).Page("/tham-dinh/duyet?loai=du");
        Assert.Contains("Bảng kiểm 11/11", list.Text);
        Assert.Contains("Không đạt: minh chứng khớp với hiệu quả đã nêu (Thiếu bản chụp)", list.Text);
        Assert.DoesNotContain("Đề xuất không đủ điều kiện (", list.Text);
    }

    [Fact]
    public async Task Checklist_assignment_and_draft_change_nothing_on_the_pages_of_the_unit()
    {
        await app.Given.OpenCycle();
        var id = await app.Given.ReceivedDossier();
        var (author, head) = (await app.As(await app.Given.AuthorIn("11311")), await app.As(await app.Given.Head()));
        async Task<string[]> Pages() => [(await author.Page($"/sang-kien/{id}")).Comparable, (await author.Page("/sang-kien")).Comparable, (await author.Page("/viec")).Comparable, (await head.Page($"/sang-kien/{id}")).Comparable, (await head.Page("/viec")).Comparable];
        var before = await Pages();
        await app.Given.Checked(id);
        var appraiser = await app.As(await app.Given.Appraiser());
        await appraiser.Done("/tham-dinh/giao", ("Ids", $"{id}"), ("Appraisers", $"{(await app.Given.Appraiser()).Id}"));
        await appraiser.Done($"/tham-dinh/{id}/nhap", ("DraftVersion", "0"), ("FirstReason", "Có thể trùng với năm 2024"));
        await app.Given.Opinion(id, "SYT");
        Assert.Equal(before, await Pages());
    }
}
