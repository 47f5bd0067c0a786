using System.Globalization;
using System.Net;
using System.Text.Json;
using Initiatives.Domain.Scoring;
using Initiatives.Web.Features.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Scoring;

/// <summary>The desk beyond saving: the order of the pile, saving by itself, changes with a reason, what closing shows.</summary>
public sealed class DeskTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private static (string, string)[] Form(int version, string op, decimal e1 = 12.5m, string reason = "", string comment = "") =>
    [
        ("Version", version.ToString(CultureInfo.InvariantCulture)), ("Op", op), ("Reason", reason), ("Comments[E]", comment),
        ("Points[N1]", "12"), ("Points[N2]", "8"), ("Points[N3]", "4"), ("Points[E1]", e1.ToString("0.##", CultureInfo.InvariantCulture)), ("Points[E2]", "8"),
        ("Points[E3]", "8"), ("Points[E4]", "4"), ("Points[S1]", "8"), ("Points[S2]", "8"), ("Points[S3]", "8"),
    ];

    private Task<ScoreSheet> Sheet(int id) => app.Rows(db => db.Sheets.AsNoTracking().SingleAsync(sheet => sheet.Id == id));

    private async Task<(TestUser User, Judging Judging, int Sheet)> Desk(int dossiers = 1)
    {
        var judging = await app.Given.OpenScoring(dossiers);
        return (await app.As(judging.Judge), judging, (await app.Given.SheetId(judging.Judge, judging.Initiatives[0]))!.Value);
    }

    [Fact]
    public async Task The_next_dossier_is_the_one_with_the_fewest_sheets_and_put_aside_ones_come_last()
    {
        var (user, judging, _) = await Desk(dossiers: 4);
        var queue = (await app.Send(new MyDesk.Query(), judging.Judge.Actor)).Items;
        foreach (var judge in new[] { judging.Chair, judging.Secretary })
            await app.Given.HandIn(judge, (await app.Given.SheetId(judge, queue[0].InitiativeId))!.Value, 0.8m);
        await app.Given.HandIn(judging.Chair, (await app.Given.SheetId(judging.Chair, queue[2].InitiativeId))!.Value, 0.8m);

        Assert.Equal($"/cham-diem/{queue[1].SheetId}", await user.Done("/cham-diem/tiep"));
        Assert.Equal($"/cham-diem/{queue[3].SheetId}", await user.Done($"/cham-diem/{queue[1].SheetId}", ("Version", "0"), ("Op", "bo-qua")));
        Assert.Equal($"/cham-diem/{queue[2].SheetId}", await user.Done($"/cham-diem/{queue[3].SheetId}", Form(0, "nop")));
        Assert.Equal($"/cham-diem/{queue[0].SheetId}", await user.Done($"/cham-diem/{queue[2].SheetId}", Form(0, "nop")));
        Assert.Equal($"/cham-diem/{queue[1].SheetId}", await user.Done($"/cham-diem/{queue[0].SheetId}", Form(0, "nop")));
        Assert.Contains("Để lại sau", (await user.Page("/cham-diem")).Text);
        Assert.Equal("/cham-diem", await user.Done($"/cham-diem/{queue[1].SheetId}", Form(0, "nop")));
        Assert.DoesNotContain("Để lại sau", (await user.Page("/cham-diem")).Text);
    }

    [Fact]
    public async Task Saving_and_going_on_through_begun_drafts_does_not_take_turns_between_two()
    {
        var (user, judging, _) = await Desk(dossiers: 3);
        var queue = (await app.Send(new MyDesk.Query(), judging.Judge.Actor)).Items;
        Assert.Equal($"/cham-diem/{queue[1].SheetId}", await user.Done($"/cham-diem/{queue[0].SheetId}?sau=tiep", Form(0, "luu")));
        Assert.Equal($"/cham-diem/{queue[2].SheetId}", await user.Done($"/cham-diem/{queue[1].SheetId}?sau=tiep", Form(0, "luu")));
        Assert.Equal($"/cham-diem/{queue[0].SheetId}", await user.Done($"/cham-diem/{queue[2].SheetId}?sau=tiep", Form(0, "luu")));
    }

    [Fact]
    public async Task Putting_aside_keeps_what_was_typed()
    {
        var (user, _, sheet) = await Desk(dossiers: 2);
        await user.Done($"/cham-diem/{sheet}", Form(0, "bo-qua"));
        var stored = await Sheet(sheet);
        Assert.Equal((80.5m, true, SheetStatus.Draft), (stored.Total, stored.IsPutAside, stored.Status));
        Assert.Contains("Bạn đã để lại hồ sơ này.", (await user.Page($"/cham-diem/{sheet}")).Text);
    }

    [Fact]
    public async Task A_sheet_that_saves_itself_is_told_its_version_and_the_same_again_makes_no_new_one()
    {
        var (user, _, sheet) = await Desk();
        var first = await user.Json($"/cham-diem/{sheet}", Form(0, "luu"));
        Assert.Equal("""{"version":1,"clock":"09:00:00"}""", first.Body);
        Assert.Equal("""{"version":1,"clock":"09:00:00"}""", (await user.Json($"/cham-diem/{sheet}", Form(1, "luu"))).Body);
        Assert.Equal(1, await app.Rows(db => db.SheetVersions.CountAsync(item => item.SheetId == sheet)));
    }

    [Fact]
    public async Task A_window_that_is_behind_gets_what_is_stored_and_stores_nothing()
    {
        var (user, _, sheet) = await Desk();
        await user.Json($"/cham-diem/{sheet}", Form(0, "luu", 10, comment: "Đã đo"));
        var stale = await user.Json($"/cham-diem/{sheet}", Form(0, "luu", 14));
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        var stored = JsonDocument.Parse(stale.Body).RootElement;
        Assert.Equal((1, "10", "Đã đo", false), (stored.GetProperty("version").GetInt32(), stored.GetProperty("points").GetProperty("E1").GetString(), stored.GetProperty("comments").GetProperty("E").GetString(), stored.GetProperty("isSubmitted").GetBoolean()));
        Assert.Equal(78m, (await Sheet(sheet)).Total);
    }

    [Fact]
    public async Task What_cannot_be_right_is_named_beside_its_field_when_a_sheet_saves_itself()
    {
        var (user, _, sheet) = await Desk();
        var answer = await user.Json($"/cham-diem/{sheet}", Form(0, "luu", 15.5m));
        var problem = Assert.Single(JsonDocument.Parse(answer.Body).RootElement.GetProperty("problems").EnumerateArray());
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Points[E1]", "Điểm E1 tối đa 15."), (answer.Status, problem.GetProperty("field").GetString(), problem.GetProperty("message").GetString()));
    }

    [Fact]
    public async Task Saving_by_itself_never_makes_a_draft_of_a_sheet_that_was_handed_in()
    {
        var (user, _, sheet) = await Desk();
        await user.Done($"/cham-diem/{sheet}", Form(0, "nop"));
        var answer = await user.Json($"/cham-diem/{sheet}", Form(1, "luu", 10));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, true), (answer.Status, answer.Body.Contains("\"field\":\"Reason\"", StringComparison.Ordinal)));
        var stored = await Sheet(sheet);
        Assert.Equal((SheetStatus.Submitted, 80.5m), (stored.Status, stored.Total));
    }

    [Fact]
    public async Task A_change_after_handing_in_asks_for_a_reason_and_the_history_keeps_it()
    {
        var (user, judging, sheet) = await Desk();
        await user.Done($"/cham-diem/{sheet}", Form(0, "nop"));
        var page = await user.Page($"/cham-diem/{sheet}");
        Assert.Contains("Lưu thay đổi (cần lý do)", page.Text);
        Assert.DoesNotContain("data-sheet=\"draft\"", page.Body);
        var refused = await user.Post($"/cham-diem/{sheet}", Form(1, "luu", 10));
        Assert.Contains("Ghi lý do sửa phiếu đã nộp (ít nhất 5 ký tự).", refused.Text);
        Assert.Equal("10", refused.Field("Points[E1]"));
        await user.Done($"/cham-diem/{sheet}", Form(1, "luu", 10, "Xem lại số liệu"));
        var history = await user.Page($"/phieu/{sheet}/lich-su");
        Assert.Contains("−2,5 E1: 12,5 → 10 Lý do: Xem lại số liệu", history.Text);
        Assert.Contains(judging.Judge.Name, history.Text);
        Assert.Equal(SheetStatus.Submitted, (await Sheet(sheet)).Status);
    }

    [Fact]
    public async Task The_history_of_a_sheet_is_its_judge_s_and_after_closing_the_secretary_s_and_the_lead_s()
    {
        var judging = await app.Given.OpenScoring(dossiers: 1);
        var sheet = (await app.Given.SheetId(judging.Judge, judging.Initiatives[0]))!.Value;
        await app.Given.HandIn(judging.Judge, sheet, 0.8m);
        foreach (var reader in new[] { judging.Secretary, judging.Lead, judging.Chair })
            Assert.Equal(HttpStatusCode.NotFound, (await (await app.As(reader)).Get($"/phieu/{sheet}/lich-su")).Status);
        await app.Send(new CloseScoring.Command { CycleId = judging.CycleId, Confirm = true }, judging.Secretary.Actor);
        Assert.Contains("Mở lại phiếu", (await (await app.As(judging.Secretary)).Page($"/phieu/{sheet}/lich-su")).Text);
        Assert.DoesNotContain("Mở lại phiếu", (await (await app.As(judging.Lead)).Page($"/phieu/{sheet}/lich-su")).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.As(judging.Chair)).Get($"/phieu/{sheet}/lich-su")).Status);
    }

    [Fact]
    public async Task The_secretary_reopens_a_sheet_its_judge_changes_it_once_and_it_is_locked_again()
    {
        var judging = await app.Given.ClosedScoring(dossiers: 1);
        var sheet = (await app.Given.SheetId(judging.Judge, judging.Initiatives[0]))!.Value;
        var (secretary, judge) = (await app.As(judging.Secretary), await app.As(judging.Judge));
        Assert.Contains("Ghi lý do mở lại phiếu (ít nhất 5 ký tự).", (await secretary.Post($"/phieu/{sheet}/mo-lai", ("Reason", "vì"))).Text);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.As(judging.Lead)).Post($"/phieu/{sheet}/mo-lai", ("Reason", "Nhầm hồ sơ"))).Status);
        await secretary.Done($"/phieu/{sheet}/mo-lai", ("Reason", "Chấm nhầm hồ sơ"));
        var desk = await judge.Page($"/cham-diem/{sheet}");
        Assert.Contains("Thư ký mở lại phiếu này để bạn sửa một lần: “Chấm nhầm hồ sơ”.", desk.Text);
        Assert.Equal(80m, (await Sheet(sheet)).Total);
        await judge.Done($"/cham-diem/{sheet}", Form(int.Parse(desk.Field("Version"), CultureInfo.InvariantCulture), "luu", 10, "Chấm lại đúng hồ sơ"));
        var stored = await Sheet(sheet);
        Assert.Equal((SheetStatus.Locked, false, 78m, true), (stored.Status, stored.IsReopened, stored.Total, stored.IsValid));
        Assert.Contains("Thư ký mở lại phiếu: Chấm nhầm hồ sơ", (await judge.Page($"/phieu/{sheet}/lich-su")).Text);
        Assert.Equal(1, await app.Rows(db => db.Journal.CountAsync(entry => entry.Action == "mo-lai-phieu")));
    }

    [Fact]
    public async Task A_secretary_does_not_reopen_his_own_sheet()
    {
        var judging = await app.Given.ClosedScoring(dossiers: 1);
        var sheet = (await app.Given.SheetId(judging.Secretary, judging.Initiatives[0]))!.Value;
        Assert.Contains("Không mở lại phiếu của chính mình.", (await (await app.As(judging.Secretary)).Post($"/phieu/{sheet}/mo-lai", ("Reason", "Chấm nhầm"))).Text);
    }

    [Fact]
    public async Task After_closing_a_judge_sees_his_mean_beside_the_others_and_before_it_nothing_of_it()
    {
        var judging = await app.Given.OpenScoring(dossiers: 2, judges: 4);
        foreach (var (judge, share) in judging.Judges.Zip([0.8m, 0.8m, 0.7m, 0.9m]))
            foreach (var initiative in judging.Initiatives) await app.Given.HandIn(judge, (await app.Given.SheetId(judge, initiative))!.Value, share);
        var user = await app.As(judging.Judge);
        Assert.DoesNotContain("so với Hội đồng", (await user.Page("/cham-diem")).Text);
        await app.Send(new CloseScoring.Command { CycleId = judging.CycleId, Confirm = true }, judging.Secretary.Actor);
        var sheet = await app.Given.SheetId(judging.Judge, judging.Initiatives[0]);
        foreach (var path in new[] { "/cham-diem", $"/cham-diem/{sheet}" })
        {
            var text = (await user.Page(path)).Text;
            Assert.Contains("Điểm của bạn so với Hội đồng", text);
            Assert.Contains("Bạn 70,00 ± 0,00 · 2 phiếu", text);
            Assert.Contains("Các ủy viên khác 83,33 ± 5,16 · 6 phiếu", text);
        }
    }

    [Fact]
    public async Task With_too_few_sheets_of_others_nothing_is_compared()
    {
        var judging = await app.Given.ClosedScoring(dossiers: 1, judges: 3);
        Assert.DoesNotContain("so với Hội đồng", (await (await app.As(judging.Judge)).Page("/cham-diem")).Text);
    }
}
