using System.Globalization;
using System.Text.RegularExpressions;
using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;
using Initiatives.Web.Data;
using Initiatives.Web.Features.Sessions;
using Initiatives.Web.Tests.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatives.Web.Tests.Features.Ranking;

public sealed class RankingTests : IDisposable
{
    private const string Agrees = "ok   Kết luận khớp với xếp hạng tính lại";

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    /// <summary>Rank, code, mean and the means of the criteria, as the rows of the page show them.</summary>
    private static List<string> Rows(Answer page) => [.. Regex.Matches(page.Body, "<tr[^>]*><td class=rank>(?<rank>[^<]*)<th scope=row><a[^>]*>[^<]*</a><small>(?<code>[^ ]+) .*?mean-cell\">(?<mean>[^<]*)(?<criteria>(<td class=\"num card-hide\">[^<]*)*)<td class=num data-label=Phiếu>(?<sheets>[^<]*)", RegexOptions.Singleline)
        .Select(row => $"{row.Groups["rank"].Value} {row.Groups["code"].Value} {row.Groups["mean"].Value} {string.Join(' ', Regex.Matches(row.Groups["criteria"].Value, ">([^<]+)").Select(mean => mean.Groups[1].Value))} {row.Groups["sheets"].Value}")];

    private static string Points(decimal value) => Math.Round(value, 2, MidpointRounding.AwayFromZero).ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',');

    /// <summary>The same from raw rows: means of the submitted sheets of assigned judges, ties by effectiveness, scalability, novelty.</summary>
    private Task<List<string>> Recomputed() => app.Rows(async db =>
    {
        var sheets = await db.Sheets.AsNoTracking().Where(sheet => sheet.SubmittedAt != null && db.Assignments.Any(item => item.InitiativeId == sheet.InitiativeId && item.PersonId == sheet.PersonId)).ToListAsync();
        var assigned = (await db.Assignments.AsNoTracking().ToListAsync()).CountBy(item => item.InitiativeId).ToDictionary();
        decimal Mean(int dossier, string code) => sheets.Where(sheet => sheet.InitiativeId == dossier).SelectMany(sheet => sheet.Points).Where(item => item.Code.StartsWith(code, StringComparison.Ordinal)).Sum(item => item.Points) / sheets.Count(sheet => sheet.InitiativeId == dossier);
        var ordered = (await db.Initiatives.AsNoTracking().ToListAsync()).Select(dossier => (dossier.Id, Code: dossier.CouncilCode!, N: Mean(dossier.Id, "N"), E: Mean(dossier.Id, "E"), S: Mean(dossier.Id, "S"),
                Total: sheets.Where(sheet => sheet.InitiativeId == dossier.Id).Sum(sheet => sheet.Points.Sum(item => item.Points)) / sheets.Count(sheet => sheet.InitiativeId == dossier.Id)))
            .OrderByDescending(item => item.Total).ThenByDescending(item => item.E).ThenByDescending(item => item.S).ThenByDescending(item => item.N).ToList();
        return ordered.Select((item, i) => $"{i + 1} {item.Code} {Points(item.Total)} {Points(item.N)} {Points(item.E)} {Points(item.S)} {sheets.Count(sheet => sheet.InitiativeId == item.Id)}/{assigned[item.Id]}").ToList();
    });

    [Fact]
    public async Task Page_minutes_conclusions_and_check_tell_the_ranking_that_raw_rows_give()
    {
        var judging = await app.Given.Scored([[0.8m, 0.9m, 0.75m, 0.8m], [0.9m, 0.9m, 0.9m, null], [0.75m, 0.8m, 0.8m, 0.8m], [0.7m, 0.95m, 0.8m, 0.75m]]);
        var raw = await Recomputed();
        var page = await (await app.As(judging.Lead)).Page("/xep-hang/2026");
        Assert.Equal(4, raw.Count);
        Assert.Equal(raw, Rows(page));

        await app.Given.Meets(judging);
        for (var i = 0; i < 4; i++) await app.Given.Concluded(judging, i, 4);
        Given.Sure(await app.Send(new EndSession.Command { CycleId = judging.CycleId }, judging.Secretary.Actor));
        var concluded = await app.Rows(db => (from conclusion in db.Conclusions join dossier in db.Initiatives on conclusion.InitiativeId equals dossier.Id orderby conclusion.Rank select new { conclusion.Rank, Code = dossier.CouncilCode!, conclusion.Mean }).ToListAsync());
        Assert.Equal(raw.Select(row => string.Join(' ', row.Split(' ')[..3])), concluded.Select(item => $"{item.Rank} {item.Code} {Points(item.Mean)}"));
        var secretary = await app.As(judging.Secretary);
        Assert.Equal(raw, Rows(await secretary.Page("/xep-hang/2026")));
        var minutes = Pdf.Read(await (await secretary.Get("/phien-hop/2026/1/bien-ban.pdf")).Message.Content.ReadAsByteArrayAsync()).Text;
        Assert.All(raw, row => Assert.All(row.Split(' ')[2..6], mean => Assert.Contains(mean.TrimEnd('0').TrimEnd(','), minutes, StringComparison.Ordinal)));

        Assert.Contains(Agrees, await app.Given.Check());
        await app.Rows(db => db.Conclusions.Where(item => item.Rank == 1).ExecuteUpdateAsync(set => set.SetProperty(item => item.Mean, 99m)));
        Assert.DoesNotContain(Agrees, await app.Given.Check());
    }

    [Fact]
    public async Task The_line_of_merit_goes_by_what_the_council_concluded_not_by_a_later_decision()
    {
        var judging = await app.Given.Scored([[0.95m, 0.95m, 0.95m], [0.9m, 0.9m, 0.9m], [0.8m, 0.8m, 0.8m], [0.6m, 0.6m, 0.6m]], new CycleSettings { MaxMerit = 1 });
        await app.Given.Meets(judging);
        for (var i = 0; i < 4; i++) await app.Given.Concluded(judging, i, i == 0 ? 1 : 3, i == 0 ? 2 : 0);
        await app.Rows(db => db.Initiatives.Where(item => item.Id == judging.Initiatives[0]).ExecuteUpdateAsync(set => set.SetProperty(item => item.Status, InitiativeStatus.Recognised)));   // by a supplementary decision
        var page = (await (await app.As(judging.Lead)).Page("/xep-hang/2026")).Body;
        Assert.Contains($"/bat-dong/2026/{judging.Initiatives[1]}>", page[page.IndexOf("<tbody", StringComparison.Ordinal)..page.IndexOf("<tr class=cut", StringComparison.Ordinal)], StringComparison.Ordinal);
        Given.Sure(await app.Send(new RecordResolution.Command { InitiativeId = judging.Initiatives[3], ResolutionRecommends = true, ResolutionText = "Hội đồng đề nghị công nhận vì giá trị thực tế đã rõ.", ResolutionApproving = 3, ResolutionAgainst = 0, ResolutionAbstaining = 0 }, judging.Secretary.Actor));
        for (var i = 1; i < 3; i++) Given.Sure(await app.Send(new RecordResolution.Command { InitiativeId = judging.Initiatives[i], ResolutionRecommends = false, ResolutionText = "Hội đồng chưa đề nghị công nhận, cần thêm số liệu.", ResolutionApproving = 3, ResolutionAgainst = 0, ResolutionAbstaining = 0 }, judging.Secretary.Actor));
        Assert.Contains("1 suất Bằng khen đã rõ", (await (await app.As(judging.Lead)).Page("/xep-hang/2026")).Text);   // what is recommended against its points contends
    }

    [Fact]
    public async Task Each_place_is_explained_in_a_sentence_and_by_its_rules_with_numbers()
    {
        var judging = await app.Given.Scored([[0.9m, 0.9m, 0.9m], [0.8m, 0.8m, 0.8m], [0.6m, 0.6m, 0.6m]]);
        var page = await (await app.As(judging.Secretary)).Page("/xep-hang/2026");
        var means = await app.Rows(db => db.Sheets.GroupBy(sheet => sheet.InitiativeId).Select(group => group.Max(sheet => (double)sheet.Total)).OrderDescending().ToListAsync());
        string Mean(int i) => VietnameseNumber.Mean((decimal)means[i]);
        Assert.Contains($"Hạng 1: trung bình {Mean(0)} từ 3/3 phiếu hợp lệ, trên hạng 2 là {VietnameseNumber.Format((decimal)(means[0] - means[1]))} điểm.", page.Text);
        Assert.Contains($"Hạng 3: trung bình {Mean(2)} từ 3/3 phiếu hợp lệ, dưới hạng 2 là {VietnameseNumber.Format((decimal)(means[1] - means[2]))} điểm.", page.Text);
        Assert.Contains($"Chưa đạt: Điểm trung bình {Mean(2)}, ngưỡng 70", page.Text);
        Assert.Contains("Đạt: 3/3 phiếu hợp lệ, cần ít nhất 3", page.Text);
        Assert.Contains("Khi bằng điểm: Tổng điểm → Hiệu quả → Nhân rộng → Tính mới → số phiếu đồng ý → bỏ phiếu kín.", page.Text);
        Assert.Contains("2 suất Bằng khen đã rõ.", page.Text);
    }

    [Fact]
    public async Task Dossiers_level_across_the_last_certificate_are_named_on_the_line()
    {
        var judging = await app.Given.Scored([[0.9m, 0.9m, 0.9m], [0.8m, 0.8m, 0.8m], [0.8m, 0.8m, 0.8m]], new CycleSettings { MaxMerit = 2 });
        var codes = await app.Rows(db => db.Initiatives.Where(item => item.Id != judging.Initiatives[0]).OrderBy(item => item.Id).Select(item => item.CouncilCode!).ToListAsync());
        var page = await (await app.As(judging.Secretary)).Page("/xep-hang/2026");
        Assert.Contains("1 suất Bằng khen đã rõ", page.Text);
        Assert.Contains($"Hạng 2 có 2 hồ sơ bằng nhau ở mọi bước xét ({codes[0]}, {codes[1]}), còn 1 suất: chỉ bỏ phiếu kín mới phân được.", page.Text);
        Assert.Single(Regex.Matches(page.Body, "<tr class=cut>"));
    }

    [Fact]
    public async Task The_conflicted_reads_a_ranking_in_which_the_dossier_never_was_and_nobody_reads_anothers()
    {
        var judging = await app.Given.Scored([[0.95m, 0.95m, 0.95m], [0.9m, 0.9m, 0.9m], [0.8m, 0.8m, 0.8m]]);
        await app.Rows(db =>
        {
            db.Add(Conflict.Set(judging.CycleId, judging.Initiatives[0], judging.Secretary.Id, ConflictKind.Family, "Người thân của tác giả", judging.Lead.Actor, app.Clock.Now).Value);
            return db.SaveChangesAsync();
        });
        var (lead, secretary) = (await app.As(judging.Lead), await app.As(judging.Secretary));
        for (var round = 0; round < 2; round++)   // the second time from what is kept
        {
            Assert.Equal(["1", "2", "3"], Rows(await lead.Page("/xep-hang/2026")).Select(row => row.Split(' ')[0]));
            var seen = await secretary.Page("/xep-hang/2026");
            Assert.Equal(["1", "2"], Rows(seen).Select(row => row.Split(' ')[0]));
            Assert.Contains("2 hồ sơ, 6/6 phiếu hợp lệ", seen.Text);
            Assert.DoesNotContain("95", Rows(seen)[0]);
            Assert.DoesNotContain("Sáng kiến thử số 1 ", (await secretary.Page("/xep-hang/2026/do-vung")).Text);
        }
    }

    [Fact]
    public async Task What_is_kept_is_made_anew_after_an_act_of_the_council_and_only_then()
    {
        var judging = await app.Given.Scored([[0.9m, 0.9m, 0.9m], [0.8m, 0.8m, 0.8m]]);
        var secretary = await app.As(judging.Secretary);
        var first = await secretary.Page("/xep-hang/2026");
        await app.Rows(db => db.Initiatives.Where(item => item.Id == judging.Initiatives[0]).ExecuteUpdateAsync(set => set.SetProperty(item => item.Title, "Tên đổi ngoài sổ")));
        Assert.Equal(first.Comparable, (await secretary.Page("/xep-hang/2026")).Comparable);
        await app.Given.Meets(judging);
        Given.Sure(await app.Send(new ConcludeInitiative.Command { InitiativeId = judging.Initiatives[0], Approving = 3, Against = 0, Abstaining = 0, Reason = "Đạt mọi điều kiện" }, judging.Secretary.Actor));
        var page = await (await app.As(judging.Secretary)).Page("/xep-hang/2026");
        Assert.Contains("Tên đổi ngoài sổ", page.Text);
        Assert.Contains("Đề nghị công nhận", page.Text);
    }

    [Fact]
    public async Task Informative_figures_stand_on_a_page_of_their_own_and_say_so()
    {
        var judging = await app.Given.Scored([[0.9m, 0.9m, 0.9m], [0.8m, 0.8m, 0.8m]]);
        var lead = await app.As(judging.Lead);
        var official = await lead.Page("/xep-hang/2026");
        var page = await lead.Page("/xep-hang/2026/do-vung");
        Assert.Contains("Tham khảo", page.Text);
        Assert.Contains("Năm vị trí đầu không đổi trong cả 2.000 lần lấy mẫu lại.", page.Text);
        Assert.Contains($"{judging.Judge.Name} 2 Không thay đổi gì so với kết quả chính thức.", page.Text);
        Assert.Contains("Không xét ngưỡng từng tiêu chí", page.Text);
        Assert.Equal(official.Comparable, (await lead.Page("/xep-hang/2026")).Comparable);
    }

    [Fact]
    public async Task Robustness_says_nothing_before_scoring_is_closed()
    {
        var judging = await app.Given.OpenScoring();
        Assert.Contains("Thư ký chưa chốt điểm", (await (await app.As(judging.Lead)).Page("/xep-hang/2026/do-vung")).Text);
    }

    [Fact]
    public async Task The_ladder_of_the_cycle_parts_equal_totals()
    {
        var judging = await app.Given.Scored([[0.8m, 0.8m, 0.8m], [0.8m, 0.8m, 0.8m]], new CycleSettings { TieLadder = TieLadder.Parse("N,ballot").Value });
        await Swap(judging.Initiatives[1], from: "E1", to: "N1");
        var page = await (await app.As(judging.Lead)).Page("/xep-hang/2026");
        var codes = await app.Rows(db => db.Initiatives.OrderBy(item => item.Id).Select(item => item.CouncilCode!).ToListAsync());
        Assert.Equal([codes[1], codes[0]], Rows(page).Select(row => row.Split(' ')[1]));
        Assert.Matches("Hạng 1: trung bình [0-9,]+ từ 3/3 phiếu hợp lệ, cùng điểm hạng 2 và xếp trước theo Tính mới", page.Text);
    }

    /// <summary>Takes a point from one part and gives it to another, on every sheet of a dossier.</summary>
    private Task<int> Swap(int dossier, string from, string to) => app.Rows(async db =>
    {
        var ids = await db.Sheets.Where(sheet => sheet.InitiativeId == dossier).Select(sheet => sheet.Id).ToListAsync();
        foreach (var (code, change) in new[] { (from, -1m), (to, 1m) })
        {
            var criterion = code[..1];
            await db.Set<Domain.Scoring.SubScore>().Where(item => ids.Contains(item.SheetId) && item.Code == code).ExecuteUpdateAsync(set => set.SetProperty(item => item.Points, item => item.Points + change));
            await db.Set<Domain.Scoring.CriterionScore>().Where(item => ids.Contains(item.SheetId) && item.Code == criterion).ExecuteUpdateAsync(set => set.SetProperty(item => item.Total, item => item.Total + change));
        }

        return 0;
    });
}
