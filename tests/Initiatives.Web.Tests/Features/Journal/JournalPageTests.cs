using System.Net;
using Initiatives.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Journal;

public sealed class JournalPageTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private async Task<TestUser> Administrator() => await app.As(await app.Given.Person(Role.Administrator, name: "Cao Văn Mạnh"));

    private Task<int> Spoil(string sql) => app.Rows(db => db.Database.ExecuteSqlRawAsync(sql));

    [Fact]
    public async Task The_page_shows_who_did_what_and_that_the_seals_follow()
    {
        await app.Given.OpenCycle();
        var page = await (await Administrator()).Page("/quan-tri/nhat-ky");
        Assert.Contains("Phát động, mở nhận hồ sơ", page.Text);
        Assert.Contains("Nguyễn Thị Hương Lan", page.Text);
        Assert.Contains("09:00:00 ngày 15/9/2026", page.Text);
        Assert.Contains("mục trên trang này khớp", page.Text);
        var hash = await app.Rows(db => db.Journal.OrderByDescending(entry => entry.Sequence).Select(entry => entry.Hash).FirstAsync());
        Assert.Contains($"<code>{hash[..12]}</code>", page.Body);
        Assert.DoesNotContain(hash, page.Body);
    }

    [Theory]
    [InlineData("""UPDATE "Journal" SET "Details" = 'khác' WHERE "Sequence" = 3""", 3)]
    [InlineData("""DELETE FROM "Journal" WHERE "Sequence" = 3""", 4)]
    public async Task A_changed_or_removed_entry_shows(string sql, int broken)
    {
        await app.Given.OpenCycle();
        await Spoil(sql);
        var page = await (await Administrator()).Page("/quan-tri/nhat-ky");
        Assert.Contains($"Niêm phong không khớp từ mục số {broken}.", page.Text);
    }

    [Fact]
    public async Task What_the_council_decided_is_kept_from_whoever_looks_after_the_journal_until_it_is_published()
    {
        var judging = await app.Given.OpenSession(dossiers: 1, judges: 5);
        await app.Given.Concluded(judging, 0, approving: 1, against: 4);
        var admin = await Administrator();
        var page = await admin.Page("/quan-tri/nhat-ky?viec=ket-luan");
        Assert.Contains("Hội đồng kết luận", page.Text);
        Assert.DoesNotContain("Không đề nghị công nhận", page.Text);
        Assert.Contains("Nội dung kín đến khi công bố kết quả kỳ xét.", page.Text);
        Assert.Contains("mục trên trang này khớp", page.Text);
        await app.Rows(db => db.Cycles.ExecuteUpdateAsync(set => set.SetProperty(item => item.PublishedAt, app.Clock.Now)));
        Assert.Contains("Không đề nghị công nhận: 1/5 đồng ý", (await admin.Page("/quan-tri/nhat-ky?viec=ket-luan")).Text);
    }

    [Fact]
    public async Task It_is_filtered_by_person_and_action_and_still_checked()
    {
        await app.Given.OpenCycle();
        var lead = await app.Given.Lead();
        var admin = await Administrator();
        var mine = await admin.Page($"/quan-tri/nhat-ky?nguoi={lead.Id}");
        Assert.Contains(" 3 mục", mine.Text);
        Assert.DoesNotContain("<td data-label=\"Ai\">Cao Văn Mạnh", mine.Body);
        var launches = await admin.Page("/quan-tri/nhat-ky?viec=phat-dong");
        Assert.Contains(" 1 mục", launches.Text);
        Assert.Contains("mục trên trang này khớp", launches.Text);
        Assert.Contains("Không có mục nào khớp", (await admin.Page("/quan-tri/nhat-ky?viec=cong-bo")).Text);
    }

    [Fact]
    public async Task It_is_read_page_by_page()
    {
        var admin = await Administrator();
        for (var i = 0; i < 52; i++) await app.As(await Somebody());
        var first = await admin.Page("/quan-tri/nhat-ky");
        var second = await admin.Page("/quan-tri/nhat-ky?trang=2");
        Assert.Equal(50, first.Body.Split("<td class=\"num\" data-label=\"Số\">").Length - 1);
        Assert.Contains("Trang 2/2", second.Text);
        Assert.Contains("<td class=\"num\" data-label=\"Số\">1<", second.Body);
        Assert.Contains("mục trên trang này khớp", second.Text);
    }

    private TestPerson? somebody;

    private async Task<TestPerson> Somebody() => somebody ??= await app.Given.Person(Role.Author);

    [Fact]
    public async Task Only_administrators_read_the_journal()
    {
        foreach (var role in new[] { Role.DepartmentLead, Role.CouncilSecretary, Role.Author })
            Assert.Equal(HttpStatusCode.Forbidden, (await (await app.As(await app.Given.Person(role))).Get("/quan-tri/nhat-ky")).Status);
    }
}
