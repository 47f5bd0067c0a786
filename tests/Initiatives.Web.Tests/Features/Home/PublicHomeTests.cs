using System.Net;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Recognition;
using Initiatives.Domain.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Home;

public sealed class PublicHomeTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    /// <summary>A dossier as it stands at the end of a life that other tests walk through.</summary>
    private async Task<int> Dossier(int cycleId, string title, InitiativeStatus status, string field = "LV-C", string unit = "11311")
    {
        var author = await app.Given.Person(Role.Author, unit);
        return await app.Rows(async db =>
        {
            var content = new DraftContent
            {
                Title = title,
                FieldCode = field,
                Authors = [new AuthorContent(author.Id, author.Name, null, "", "", "", 100)],
                Effects = [new EffectContent("Thời gian cấp phép", "15", "2", "ngày", ""), new EffectContent("Số lần đi lại", "3", "1", "lần", ""), new EffectContent("Chi phí", "18", "0", "triệu đồng", "")],
            };
            var initiative = Initiative.Start(Guid.NewGuid(), content, author.Actor, TestClock.Start).Value;
            db.Add(initiative);
            var row = db.Entry(initiative);
            row.Property(item => item.Status).CurrentValue = status;
            row.Property(item => item.ShownStatus).CurrentValue = InitiativeStatuses.Shown(status);
            row.Property(item => item.CycleId).CurrentValue = cycleId;
            row.Property(item => item.SubmittedAt).CurrentValue = status == InitiativeStatus.Draft ? null : TestClock.Start;
            await db.SaveChangesAsync();
            return initiative.Id;
        });
    }

    private Task<int> Merit(int cycleId, DecisionStatus status, params int[] named) => app.Rows(async db =>
    {
        var decision = Decision.DraftMerit(cycleId, 2026);
        Given.Sure(decision.Choose([.. named.Select((id, index) => (id, index + 1))], named, new Dictionary<int, string>(), 5));
        db.Add(decision);
        db.Entry(decision).Property(item => item.Status).CurrentValue = status;
        return await db.SaveChangesAsync();
    });

    [Fact]
    public async Task With_nothing_yet_it_says_what_will_come()
    {
        var page = await app.Anybody().Page("/");
        Assert.Contains("Chưa có kỳ nào được phát động", page.Text);
        Assert.Contains("Chưa có sáng kiến nào được tặng Bằng khen", page.Text);
        Assert.Contains("action=\"/danh-muc\"", page.Body);
        Assert.Equal("", page.Field("q"));
    }

    [Fact]
    public async Task An_open_cycle_counts_down_to_the_midnight_after_its_last_day()
    {
        await app.Given.OpenCycle();
        var page = await app.Anybody().Page("/");
        Assert.Contains("Kỳ 2026 đang nhận hồ sơ", page.Text);
        Assert.Contains("data-countdown=\"2026-09-30T17:00:00Z\"", page.Body);
        Assert.Contains("15 ngày 15 giờ 00 phút 00 giây", page.Text);
        Assert.Contains("hết 23:59:59 ngày 30/9/2026", page.Text);
        Assert.Contains("href=\"/ky-xet/2026/cong-van.pdf\"", page.Body);
    }

    [Fact]
    public async Task A_cycle_that_is_not_launched_is_not_mentioned_even_to_its_maker()
    {
        await app.Given.PreparedCycle();
        Assert.Contains("Chưa có kỳ nào được phát động", (await (await app.As(await app.Given.Lead())).Page("/")).Text);
        Assert.DoesNotContain("2026", (await app.Anybody().Page("/")).Text.Replace("ngày 15/9/2026", "", StringComparison.Ordinal).Replace(", 15/9/2026", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Figures_cards_and_bars_are_those_of_the_rows()
    {
        var cycle = await app.Given.OpenCycle();
        var best = await Dossier(cycle, "Bản vẽ mẫu nhà ở nông thôn", InitiativeStatus.Recognised);
        await Dossier(cycle, "Hẹn giờ trước khi đến", InitiativeStatus.Recognised, "LV-G");
        await Dossier(cycle, "Một hồ sơ không đạt", InitiativeStatus.NotRecognised);
        await Dossier(cycle, "Hồ sơ của sở", InitiativeStatus.Submitted, "LV-A", unit: "SNV");
        await Dossier(cycle, "Hồ sơ đã rút", InitiativeStatus.Withdrawn, unit: "SKHCN");
        await Merit(cycle, DecisionStatus.Published, best);

        var page = await app.Anybody().Page("/");
        var units = await app.Rows(async db => (await db.Units.ToListAsync()).Count(unit => unit.MaySubmit));
        Assert.Contains("4 hồ sơ đã nộp trong kỳ 2026", page.Text);
        Assert.Contains($"2/{units} đơn vị đã có hồ sơ", page.Text);
        Assert.Contains("2 sáng kiến được công nhận từ 2026", page.Text);
        Assert.Contains("1 sáng kiến được tặng Bằng khen", page.Text);
        Assert.Contains("Bản vẽ mẫu nhà ở nông thôn", page.Text);
        Assert.Contains("15 ngày", page.Text);
        Assert.Contains("2 ngày", page.Text);
        Assert.DoesNotContain("triệu đồng", page.Text);   // two effects on a card
        Assert.Contains("Cải cách thủ tục hành chính 1 / 2", page.Text);
        Assert.Contains("Công tác chỉ đạo điều hành 0 / 1", page.Text);
    }

    [Fact]
    public async Task Nothing_but_counts_leaks_before_publication_whoever_looks()
    {
        var cycle = await app.Given.OpenCycle();
        var secret = await Dossier(cycle, "Hồ sơ bí mật đang được đề nghị", InitiativeStatus.Recommended);
        await Merit(cycle, DecisionStatus.AwaitingSignature, secret);
        foreach (var user in new[] { app.Anybody(), await app.As(await app.Given.Lead()) })
        {
            var page = await user.Page("/");
            Assert.DoesNotContain("bí mật", page.Text);
            Assert.Contains("0 sáng kiến được tặng Bằng khen", page.Text);
            Assert.Contains("1 hồ sơ đã nộp", page.Text);
        }
    }
}
