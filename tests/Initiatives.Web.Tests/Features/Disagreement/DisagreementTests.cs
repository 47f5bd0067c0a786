using System.Net;
using System.Text.RegularExpressions;
using Initiatives.Domain.Councils;
using Initiatives.Domain.Scoring;
using Initiatives.Web.Features.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Disagreement;

public sealed class DisagreementTests : IDisposable
{
    private const string Ask = "Điểm của bạn lệch xa các phiếu khác, đề nghị xem lại.";

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    /// <summary>Four judges near 80, the last member at 50 on the first dossier only; the second dossier without a flag.</summary>
    private async Task<(Judging Judging, string Path, int Sheet)> OneIsFar()
    {
        var judging = await app.Given.Scored([[0.8m, 0.82m, 0.84m, 0.5m, null], [0.8m, 0.8m, 0.85m, 0.8m, null]]);
        return (judging, $"/bat-dong/2026/{judging.Initiatives[0]}", (await app.Given.SheetId(judging.Judges[3], judging.Initiatives[0]))!.Value);
    }

    private Task<List<decimal>> Totals(int dossier) => app.Rows(db => db.Sheets.Where(sheet => sheet.InitiativeId == dossier && sheet.SubmittedAt != null).OrderBy(sheet => sheet.PersonId).Select(sheet => sheet.Total).ToListAsync());

    [Fact]
    public async Task Dossiers_with_a_flagged_sheet_stand_first_with_their_spread()
    {
        var (judging, _, _) = await OneIsFar();
        var totals = await Totals(judging.Initiatives[0]);
        var page = await (await app.As(judging.Secretary)).Page("/bat-dong/2026");
        var order = Regex.Matches(page.Body, "href=\"/bat-dong/2026/(\\d+)\"").Select(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(judging.Initiatives, order);
        var spread = Domain.Text.VietnameseNumber.Format(totals.Max() - totals.Min(), 1);
        var row = Regex.Match(page.Text, "Sáng kiến thử số 1 .*?Sáng kiến thử số 2").Value;
        Assert.Contains($" {spread} ", row);
        Assert.Contains("Cần xác nhận", row);
        Assert.Contains(judging.Judges[3].Name, row);
        Assert.Contains("ICC và W tính trên 2 hồ sơ được đủ 4 người cùng chấm.", page.Text);
        Assert.Contains("α tính trên 8 phiếu", page.Text);
        Assert.Contains("theo Koo và Li 2016", page.Text);
    }

    [Fact]
    public async Task One_dossier_tells_every_sheet_with_its_distance_and_its_comments()
    {
        var (judging, path, _) = await OneIsFar();
        var totals = await Totals(judging.Initiatives[0]);
        var others = totals.Take(3).Order().ToList();
        var page = await (await app.As(judging.Lead)).Page(path);
        string Show(decimal value) => Domain.Text.VietnameseNumber.Format(value);
        Assert.Contains($"Phiếu của {judging.Judges[3].Name}: {Show(totals[3])} điểm", page.Text);
        Assert.Contains($"lệch {Show(others[1] - totals[3])} so với trung vị các phiếu khác", page.Text);
        Assert.Contains($"Tổng điểm: 4 phiếu từ {Show(totals.Min())} đến {Show(totals.Max())} trên 100, trung vị {Show((others[0] + others[1]) / 2)}", WebUtility.HtmlDecode(page.Body));
        Assert.Contains("Tính mới: Nhận xét đủ rõ.", page.Text);
        Assert.Contains("tối đa 40, hỏi lại khi lệch quá 8", page.Text);
        Assert.DoesNotContain("Đề nghị xác nhận hoặc sửa", page.Text);   // the lead reads; the secretary asks
    }

    [Fact]
    public async Task A_judge_confirms_with_a_reason_and_the_sheet_stays_in_the_mean()
    {
        var (judging, path, sheet) = await OneIsFar();
        var secretary = await app.As(judging.Secretary);
        var mean = Mean(await secretary.Page("/xep-hang/2026"));
        Assert.Contains("Cần xác nhận", (await secretary.Page("/xep-hang/2026")).Text);
        Assert.Equal(path, await secretary.Done($"{path}/hoi", ("SheetId", $"{sheet}"), ("Text", Ask)));
        await app.DrainJobs();
        Assert.Equal(judging.Judges[3].Email, Assert.Single(app.Mails()).To);

        var judge = await app.As(judging.Judges[3]);
        var desk = await judge.Page("/cham-diem");
        Assert.Contains("Thư ký hỏi lại phiếu", desk.Text);
        Assert.Contains(Ask, desk.Text);
        var question = await app.Rows(db => db.OutlierQuestions.Select(item => item.Id).SingleAsync());
        var refused = await judge.Post($"/cham-diem/hoi-lai/{question}", ("Answer", "Confirm"), ("Reason", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Ghi lý do (ít nhất 5 ký tự).", refused.Text);
        Assert.Equal("/cham-diem", await judge.Done($"/cham-diem/hoi-lai/{question}", ("Answer", "Confirm"), ("Reason", "Minh chứng chưa thuyết phục")));
        Assert.DoesNotContain("Thư ký hỏi lại phiếu", (await judge.Page("/cham-diem")).Text);

        var board = await secretary.Page("/xep-hang/2026");
        Assert.Equal(mean, Mean(board));
        Assert.DoesNotContain("Cần xác nhận", board.Text);
        Assert.Contains("Minh chứng chưa thuyết phục", (await secretary.Page(path)).Text);
        Assert.Equal(["hoi-lai-phieu", "tra-loi-hoi-lai"], await app.Rows(db => db.Journal.Where(entry => entry.Subject == "ScoreSheet" && entry.SubjectId == sheet && entry.Action.Contains("hoi-lai")).OrderBy(entry => entry.Sequence).Select(entry => entry.Action).ToListAsync()));
    }

    [Fact]
    public async Task To_revise_the_sheet_is_reopened_and_counts_as_it_was_until_it_is_saved()
    {
        var (judging, path, sheet) = await OneIsFar();
        var secretary = await app.As(judging.Secretary);
        var mean = Mean(await secretary.Page("/xep-hang/2026"));
        await secretary.Done($"{path}/hoi", ("SheetId", $"{sheet}"), ("Text", Ask));
        var judge = await app.As(judging.Judges[3]);
        var question = await app.Rows(db => db.OutlierQuestions.Select(item => item.Id).SingleAsync());
        Assert.Equal($"/cham-diem/{sheet}", await judge.Done($"/cham-diem/hoi-lai/{question}", ("Answer", "Revise"), ("Reason", "Cộng nhầm mục E1")));
        Assert.Equal((true, SheetStatus.Locked), await app.Rows(async db => await db.Sheets.Where(item => item.Id == sheet).Select(item => new ValueTuple<bool, SheetStatus>(item.IsReopened, item.Status)).SingleAsync()));
        Assert.Equal(mean, Mean(await secretary.Page("/xep-hang/2026")));
        await app.Given.Revise(judging.Judges[3], sheet, 0.8m, "Cộng nhầm mục E1");
        Assert.NotEqual(mean, Mean(await secretary.Page("/xep-hang/2026")));
        Assert.DoesNotContain("Cần xác nhận", (await secretary.Page("/bat-dong/2026")).Text);
        Assert.Equal((false, SheetStatus.Locked), await app.Rows(async db => await db.Sheets.Where(item => item.Id == sheet).Select(item => new ValueTuple<bool, SheetStatus>(item.IsReopened, item.Status)).SingleAsync()));
    }

    [Fact]
    public async Task Only_a_flagged_sheet_is_asked_about_and_only_once_at_a_time()
    {
        var (judging, path, sheet) = await OneIsFar();
        var secretary = await app.As(judging.Secretary);
        var near = (await app.Given.SheetId(judging.Judge, judging.Initiatives[0]))!.Value;
        Assert.Contains("Phiếu này không lệch xa các phiếu khác.", (await secretary.Post($"{path}/hoi", ("SheetId", $"{near}"), ("Text", Ask))).Text);
        await secretary.Done($"{path}/hoi", ("SheetId", $"{sheet}"), ("Text", Ask));
        Assert.Contains("Đã hỏi lại phiếu này, đang chờ trả lời.", (await secretary.Post($"{path}/hoi", ("SheetId", $"{sheet}"), ("Text", Ask))).Text);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.As(judging.Lead)).Post($"{path}/hoi", ("SheetId", $"{sheet}"), ("Text", Ask))).Status);
    }

    [Fact]
    public async Task Nothing_is_asked_once_the_council_has_concluded()
    {
        var (judging, path, sheet) = await OneIsFar();
        await app.Given.Meets(judging);
        Given.Sure(await app.Send(new ConcludeInitiative.Command { InitiativeId = judging.Initiatives[0], Approving = 5, Against = 0, Abstaining = 0, Reason = "Đạt mọi điều kiện" }, judging.Secretary.Actor));
        var answer = await (await app.As(judging.Secretary)).Post($"{path}/hoi", ("SheetId", $"{sheet}"), ("Text", Ask));
        Assert.Contains("Hội đồng đã kết luận hồ sơ này, không hỏi lại phiếu được nữa.", answer.Text);
    }

    [Fact]
    public async Task Somebody_elses_question_is_not_there()
    {
        var (judging, path, sheet) = await OneIsFar();
        await (await app.As(judging.Secretary)).Done($"{path}/hoi", ("SheetId", $"{sheet}"), ("Text", Ask));
        var question = await app.Rows(db => db.OutlierQuestions.Select(item => item.Id).SingleAsync());
        var other = await app.As(judging.Judge);
        Assert.DoesNotContain("Thư ký hỏi lại phiếu", (await other.Page("/cham-diem")).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Post($"/cham-diem/hoi-lai/{question}", ("Answer", "Confirm"), ("Reason", "Không phải phiếu của tôi"))).Status);
    }

    [Fact]
    public async Task One_more_judge_scores_though_scoring_is_closed_and_counts_once_he_has_handed_in()
    {
        var judging = await app.Given.OpenScoring(dossiers: 1, judges: 5);
        await app.Rows(db => db.Set<ScoreSheet>().Where(sheet => sheet.PersonId == judging.Judges[4].Id).ExecuteDeleteAsync());
        await app.Rows(db => db.Assignments.Where(item => item.PersonId == judging.Judges[4].Id).ExecuteDeleteAsync());
        for (var i = 0; i < 4; i++) await app.Given.HandIn(judging.Judges[i], (await app.Given.SheetId(judging.Judges[i], judging.Initiatives[0]))!.Value, i == 3 ? 0.5m : 0.8m);
        Given.Sure(await app.Send(new Web.Features.Scoring.CloseScoring.Command { CycleId = judging.CycleId }, judging.Secretary.Actor));
        var (secretary, path) = (await app.As(judging.Secretary), $"/bat-dong/2026/{judging.Initiatives[0]}");
        var mean = Mean(await secretary.Page("/xep-hang/2026"));

        var form = await secretary.Page($"{path}/moi");
        Assert.Contains(judging.Judges[4].Name, form.Text);
        Assert.DoesNotContain($">{judging.Judge.Name}</option>", form.Body);
        Assert.Contains("Ghi lý do mời chấm thêm", (await secretary.Post($"{path}/moi", ("PersonId", $"{judging.Judges[4].Id}"), ("DueOn", "20/11/2026"), ("Reason", ""))).Text);
        Assert.Contains("đã được phân công hồ sơ này", (await secretary.Post($"{path}/moi", ("PersonId", $"{judging.Judge.Id}"), ("DueOn", "20/11/2026"), ("Reason", "Phiếu lệch xa"))).Text);
        Assert.Equal(path, await secretary.Done($"{path}/moi", ("PersonId", $"{judging.Judges[4].Id}"), ("DueOn", "20/11/2026"), ("Reason", "Hai nhóm phiếu lệch xa")));
        Assert.Contains($"Đã mời {judging.Judges[4].Name} chấm thêm đến hết 23:59:59 ngày 20/11/2026: chưa nộp", (await secretary.Page(path)).Text);
        Assert.Equal(mean, Mean(await secretary.Page("/xep-hang/2026")));
        Assert.Contains("4/4 phiếu hợp lệ", (await secretary.Page("/xep-hang/2026")).Text);

        var judge = await app.As(judging.Judges[4]);
        var sheet = (await app.Given.SheetId(judging.Judges[4], judging.Initiatives[0]))!.Value;
        Assert.Contains("Mời chấm thêm, hết 23:59:59 ngày 20/11/2026", (await judge.Page("/cham-diem")).Text);
        Assert.Contains("Nộp phiếu", (await judge.Page($"/cham-diem/{sheet}")).Text);
        await app.Given.HandIn(judging.Judges[4], sheet, 0.8m);
        Assert.Equal(SheetStatus.Locked, await app.Rows(db => db.Sheets.Where(item => item.Id == sheet).Select(item => item.Status).SingleAsync()));
        Assert.Contains("5/5 phiếu hợp lệ", (await secretary.Page("/xep-hang/2026")).Text);
        Assert.NotEqual(mean, Mean(await secretary.Page("/xep-hang/2026")));
    }

    [Fact]
    public async Task A_called_judge_who_is_late_is_refused_and_changes_nothing()
    {
        var judging = await app.Given.Scored([[0.8m, 0.8m, 0.8m, 0.5m]]);
        await app.Rows(async db =>
        {
            db.RemoveRange(await db.Assignments.Where(item => item.PersonId == judging.Judges[3].Id).ToListAsync());
            await db.SheetVersions.Where(item => db.Sheets.Any(sheet => sheet.Id == item.SheetId && sheet.PersonId == judging.Judges[3].Id)).ExecuteDeleteAsync();
            db.RemoveRange(await db.Sheets.Where(item => item.PersonId == judging.Judges[3].Id).ToListAsync());
            return await db.SaveChangesAsync();
        });
        var path = $"/bat-dong/2026/{judging.Initiatives[0]}";
        await (await app.As(judging.Secretary)).Done($"{path}/moi", ("PersonId", $"{judging.Judges[3].Id}"), ("DueOn", "20/10/2026"), ("Reason", "Cần thêm một ý kiến"));
        app.Clock.Now = new DateTime(2026, 10, 20, 17, 0, 0, DateTimeKind.Utc);   // 21/10/2026 00:00 in Việt Nam
        var sheet = (await app.Given.SheetId(judging.Judges[3], judging.Initiatives[0]))!.Value;
        var answer = await (await app.As(judging.Judges[3])).Post($"/cham-diem/{sheet}", [("Version", "0"), ("Op", "nop"), .. await app.Given.Points(0.8m)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Đã quá hạn chấm (hết 23:59:59 ngày 20/10/2026).", answer.Text);
        Assert.Contains("3/3 phiếu hợp lệ", (await (await app.As(judging.Secretary)).Page("/xep-hang/2026")).Text);
    }

    [Fact]
    public async Task In_conflict_one_reads_nothing_of_the_dossier_and_its_stand_in_asks()
    {
        var (judging, path, sheet) = await OneIsFar();
        await app.Rows(db =>
        {
            db.Add(Conflict.Set(judging.CycleId, judging.Initiatives[0], judging.Secretary.Id, ConflictKind.Family, "Người thân của tác giả", judging.Lead.Actor, app.Clock.Now).Value);
            db.Add(StandIn.Name(judging.CycleId, judging.Initiatives[0], judging.Secretary.Id, judging.Judge.Id, [judging.Secretary.Id], "Thay thư ký", judging.Lead.Actor, app.Clock.Now).Value);
            return db.SaveChangesAsync();
        });
        var secretary = await app.As(judging.Secretary);
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.Get(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.Get($"{path}/moi")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.Post($"{path}/hoi", ("SheetId", $"{sheet}"), ("Text", Ask))).Status);
        Assert.DoesNotContain("Sáng kiến thử số 1 ", (await secretary.Page("/bat-dong/2026")).Text);
    }

    [Fact]
    public async Task Before_scoring_is_closed_the_desk_holds_no_point()
    {
        var judging = await app.Given.OpenScoring(dossiers: 1, judges: 3);
        var lead = await app.As(judging.Lead);
        string[] paths = ["/bat-dong/2026", $"/bat-dong/2026/{judging.Initiatives[0]}"];
        foreach (var judge in judging.Judges) await app.Given.HandIn(judge, (await app.Given.SheetId(judge, judging.Initiatives[0]))!.Value, 0.8m);
        foreach (var path in paths) Assert.Contains("hốt điểm", (await lead.Page(path)).Text);
        foreach (var path in paths) Assert.DoesNotContain("80", (await lead.Page(path)).Text);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.As(judging.Judge)).Get(paths[1])).Status);
    }

    private static string Mean(Answer page) => Regex.Match(page.Body, "Sáng kiến thử số 1 .*?mean-cell\">([^<]*)", RegexOptions.Singleline).Groups[1].Value;
}
