using Initiatives.Web.Tests;

namespace Initiatives.Browser.Tests;

/// <summary>From reminding judges to asking one about his sheet; axe looks at every page met, at both widths.</summary>
[Collection(nameof(Journeys))]
public sealed class BoardWalkTests(Chromium chromium) : IAsyncLifetime
{
    private readonly TestApp app = new(listens: true);
    private readonly Complaints complaints = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        app.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task The_secretary_reads_the_mails_before_they_go()
    {
        var judging = await app.Given.OpenScoring(dossiers: 2, judges: 5);
        await app.Given.HandIn(judging.Judge, (await app.Given.SheetId(judging.Judge, judging.Initiatives[0]))!.Value, 0.8m);
        await using var secretary = await Visitor.SignIn(chromium, app, judging.Secretary, complaints);
        await secretary.Open("/tien-do/2026");
        await secretary.Open("/tien-do/2026?tt=dang-cham&hs=du");
        await secretary.Open("/tien-do/2026/nhac");
        await secretary.Reads("5 thư nhắc chấm điểm");
        await secretary.PressOn("Gửi 5 thư");
        await secretary.Reads("Đã gửi 5 thư nhắc.");
        await secretary.Open("/tien-do/2026/nhac");
        await secretary.Reads("Không ai cần thư");
        complaints.AreNone();
    }

    [Fact]
    public async Task A_flagged_sheet_is_found_asked_about_and_answered()
    {
        var judging = await app.Given.Scored([[0.8m, 0.82m, 0.84m, 0.5m, 0.8m], [0.9m, 0.9m, 0.85m, 0.9m, 0.9m], [0.6m, 0.65m, 0.6m, 0.7m, 0.6m]]);
        await using var secretary = await Visitor.SignIn(chromium, app, judging.Secretary, complaints);
        await secretary.Open("/xep-hang/2026");
        await secretary.Reads("Cần xác nhận");
        await secretary.Page.Locator("main summary").First.ClickAsync();
        await secretary.Look();
        await secretary.Open("/xep-hang/2026/do-vung");
        await secretary.Open("/bat-dong/2026");
        await secretary.Open($"/bat-dong/2026/{judging.Initiatives[0]}/moi");
        await secretary.Open($"/bat-dong/2026/{judging.Initiatives[0]}");
        await secretary.PressOn("Đề nghị xác nhận hoặc sửa");
        await secretary.Reads("Đã hỏi lại.");

        await using var judge = await Visitor.SignIn(chromium, app, judging.Judges[3], complaints);
        await judge.Open("/cham-diem");
        await judge.Tick("Answer", "Confirm");
        await judge.Enter(("Reason", "Minh chứng chưa đủ thuyết phục"));
        await judge.PressOn("Gửi trả lời");
        await judge.Reads("Đã gửi trả lời: phiếu giữ nguyên.");

        await secretary.Open($"/bat-dong/2026/{judging.Initiatives[0]}");
        await secretary.Reads("Người chấm đã xác nhận giữ nguyên.");
        await secretary.Open("/bat-dong/2026");
        await secretary.Reads("Đã xác nhận");
        complaints.AreNone();
    }
}
