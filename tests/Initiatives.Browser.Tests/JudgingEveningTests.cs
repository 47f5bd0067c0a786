using Initiatives.Domain.Scoring;
using Initiatives.Web.Features.Scoring;
using Initiatives.Web.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Initiatives.Browser.Tests;

/// <summary>A judge's evening: ten dossiers by keyboard alone, one more on a phone; a dead network, a second window, and not a point lost.</summary>
[Collection(nameof(Journeys))]
public sealed class JudgingEveningTests(Chromium chromium) : IAsyncLifetime
{
    private readonly TestApp app = new(listens: true);
    private readonly Complaints complaints = new();
    private Judging judging = null!;

    public async Task InitializeAsync() => judging = await app.Given.OpenScoring(dossiers: 11, judges: 4);

    public Task DisposeAsync()
    {
        app.Dispose();
        return Task.CompletedTask;
    }

    private Task<List<ScoreSheet>> Sheets() => app.Rows(db => db.Sheets.AsNoTracking().Where(sheet => sheet.PersonId == judging.Judge.Id).OrderBy(sheet => sheet.Id).ToListAsync());

    private static Task Says(Visitor judge, string text) => Assertions.Expect(judge.Page.Locator(".score-foot [data-save-line]")).ToContainTextAsync(text, new() { Timeout = 30_000 });

    private static async Task Press(Visitor judge, params string[] keys)
    {
        foreach (var key in keys) await judge.Page.Keyboard.PressAsync(key);
    }

    /// <summary>Keys that lead to another page: waits until it stands.</summary>
    private static async Task Leave(Visitor judge, string keys)
    {
        await judge.Page.EvaluateAsync("() => { window.isOld = true; }");
        await judge.Page.Keyboard.PressAsync(keys);
        await judge.Page.WaitForFunctionAsync("() => !window.isOld && document.readyState === 'complete'");
    }

    /// <summary>Ten parts: the first by typing its points, the others by level.</summary>
    private static async Task Score(Visitor judge, string typed, string level)
    {
        await Press(judge, "j");
        await Press(judge, "Shift+Tab");   // from the levels back into the field of points
        await judge.Page.Keyboard.TypeAsync(typed);
        await Press(judge, "Escape");
        for (var part = 1; part < 10; part++) await Press(judge, "j", level);
    }

    [Fact]
    public async Task Ten_dossiers_by_keyboard_alone_and_one_more_on_a_phone()
    {
        await using var judge = await Visitor.SignIn(chromium, app, judging.Judge, complaints);
        await judge.Open("/cham-diem");
        await judge.Page.GetByRole(AriaRole.Button, new() { Name = "Bắt đầu chấm" }).FocusAsync();
        await Leave(judge, "Enter");
        await judge.Look();
        for (var dossier = 0; dossier < 10; dossier++)
        {
            await Assertions.Expect(judge.Page.Locator(".queue-bar")).ToContainTextAsync($"đã nộp {dossier}/11 phiếu");
            await Score(judge, dossier % 2 == 0 ? "12" : "11,5", dossier == 9 ? "5" : "4");
            if (dossier == 9)
            {
                // Two criteria in the highest band need a word each: handed in without, it is refused and kept; c leads to the comment.
                await Leave(judge, "Control+Enter");
                await judge.Reads("Tiêu chí Hiệu quả ở mức Xuất sắc: ghi nhận xét để giải thích.");
                foreach (var criterion in new[] { "E", "S" })
                {
                    await judge.Page.Locator($"[data-criterion={criterion}] [data-level]").First.EvaluateAsync("level => { level.closest('details').open = true; level.focus(); }");
                    await Press(judge, "c");
                    await judge.Page.Keyboard.TypeAsync("Số liệu rõ và đã nhân rộng.");
                }
            }

            if (dossier == 0)
            {
                await Press(judge, "?");
                await Assertions.Expect(judge.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
                await judge.Look();
                await Press(judge, "Escape");
            }

            await Leave(judge, "Control+Enter");
        }

        var done = (await Sheets()).FindAll(sheet => sheet.IsValid);
        Assert.Equal(10, done.Count);
        Assert.All(done, sheet => Assert.Equal(10, sheet.Points.Count));

        // The last one on a phone: the sheet is at the bottom, levels are tapped, it is handed in.
        await judge.Page.SetViewportSizeAsync(390, 844);
        foreach (var group in new[] { "N", "E", "S" })
        {
            var fold = judge.Page.Locator($"details[data-criterion={group}]");
            if (await fold.GetAttributeAsync("open") is null) await fold.Locator("> summary").ClickAsync();
            foreach (var row in await fold.Locator("[data-score-row]").AllAsync()) await row.Locator("[data-level]").Nth(3).ClickAsync();
        }

        await judge.Page.GetByRole(AriaRole.Button, new() { Name = "Nộp phiếu" }).ClickAsync();
        await judge.Page.WaitForURLAsync("**/cham-diem");
        await judge.Reads("11/11 đã nộp");
        Assert.Equal(11, (await Sheets()).Count(sheet => sheet.IsValid));
        await judge.Look();
        complaints.AreNone();
    }

    [Fact]
    public async Task Keys_put_a_dossier_aside_lead_back_and_rest_while_somebody_types()
    {
        await using var judge = await Visitor.SignIn(chromium, app, judging.Judge, complaints);
        var queue = (await app.Send(new MyDesk.Query(), judging.Judge.Actor)).Items;
        await judge.Page.GotoAsync($"{app.Address}/cham-diem/{queue[0].SheetId}");
        await Leave(judge, "n");
        Assert.EndsWith($"/{queue[1].SheetId}", judge.Page.Url);
        await Leave(judge, "p");
        Assert.EndsWith($"/{queue[0].SheetId}", judge.Page.Url);
        await Press(judge, "j", "c");
        await judge.Page.Keyboard.TypeAsync("njps? 12345");
        Assert.Equal("njps? 12345", await judge.Page.Locator("[name=\"Comments[N]\"]").InputValueAsync());
        await Says(judge, "Đã lưu");
        await Press(judge, "Escape");
        await Leave(judge, "s");
        await judge.Reads($"Đã để lại hồ sơ {queue[0].Code}");
        Assert.True((await Sheets()).Single(sheet => sheet.Id == queue[0].SheetId).IsPutAside);

        // Turned off in the map, a letter does nothing; the two with Ctrl still work.
        await Press(judge, "?");
        await judge.Page.GetByLabel("Dùng phím một chữ trên máy này").UncheckAsync();
        await Press(judge, "Escape", "n");
        Assert.DoesNotContain("?", judge.Page.Url);
        await judge.Page.Locator("[name=\"Points[N1]\"]").FillAsync("12");
        await Leave(judge, "Control+s");
        await judge.Reads("Đã lưu nháp phiếu");
        complaints.AreNone();
    }

    [Fact]
    public async Task Points_typed_while_the_network_is_away_live_through_a_closed_window_and_are_saved_when_it_returns()
    {
        await using var judge = await Visitor.SignIn(chromium, app, judging.Judge, complaints);
        judge.Page.Dialog += (_, dialog) => dialog.AcceptAsync();
        var sheet = (await app.Send(new MyDesk.Query(), judging.Judge.Actor)).Items[0].SheetId;
        await judge.Page.GotoAsync($"{app.Address}/cham-diem/{sheet}");
        await judge.Page.Locator("[name=\"Points[N1]\"]").FillAsync("12");
        await Says(judge, "Đã lưu 09:00:00 · bản 1");
        await judge.Page.Context.SetOfflineAsync(true);
        await judge.Page.Locator("[name=\"Points[N2]\"]").FillAsync("8");
        await Says(judge, "đang giữ trên máy này, sẽ lưu khi có mạng lại");
        await judge.Page.GotoAsync("about:blank");
        await judge.Page.Context.SetOfflineAsync(false);
        await judge.Page.GotoAsync($"{app.Address}/cham-diem/{sheet}");
        await Assertions.Expect(judge.Page.Locator("[name=\"Points[N2]\"]")).ToHaveValueAsync("8");
        await Says(judge, "· bản 2");
        Assert.Equal(20m, (await Sheets()).Single(item => item.Id == sheet).Total);
        await judge.Page.WaitForFunctionAsync("() => !Object.keys(localStorage).some(name => name.startsWith('sang-kien-nhap:'))");   // the copy is let go
        complaints.AreNone();
    }

    [Fact]
    public async Task Of_two_windows_the_later_one_is_told_what_differs_and_decides()
    {
        await using var judge = await Visitor.SignIn(chromium, app, judging.Judge, complaints);
        judge.Page.Dialog += (_, dialog) => dialog.AcceptAsync();
        var sheet = (await app.Send(new MyDesk.Query(), judging.Judge.Actor)).Items[0].SheetId;
        await judge.Page.GotoAsync($"{app.Address}/cham-diem/{sheet}");
        await app.Send(new SaveScoreSheet.Command { Id = sheet, Points = new() { ["N1"] = "10", ["N2"] = "8" } }, judging.Judge.Actor);
        await judge.Page.Locator("[name=\"Points[N1]\"]").FillAsync("12");
        await judge.Reads("Phiếu vừa được lưu ở cửa sổ khác");
        await judge.Reads("N1: ở đây 12, bản đã lưu 10; N2: ở đây trống, bản đã lưu 8.");
        await judge.Look();
        await judge.Click("Giữ điểm ở đây");
        await Says(judge, "· bản 2");
        Assert.Equal(12m, (await Sheets()).Single(item => item.Id == sheet).Total);
        complaints.AreNone();
    }
}
