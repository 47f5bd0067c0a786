using System.Text.RegularExpressions;
using Initiatives.Web.Features.Scoring;
using Initiatives.Web.Tests;
using Microsoft.Playwright;

namespace Initiatives.Browser.Tests;

/// <summary>A meeting of nine: one in conflict, one absent whose sheet came on paper and who comes late, one paper ballot; every page looked at by axe at both widths.</summary>
[Collection(nameof(Journeys))]
public sealed class MeetingTests(Chromium chromium) : IDisposable
{
    private readonly TestApp app = new(listens: true);
    private readonly Complaints complaints = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task The_council_meets_from_the_plan_to_the_minutes()
    {
        var judging = await Score();
        app.Clock.Now = Given.Hour(9);
        await using var person = await Visitor.SignIn(chromium, app, judging.Secretary, complaints);
        await using var wall = await Visitor.SignIn(chromium, app, judging.Lead, complaints);
        await Plan(person, judging);
        await wall.Open("/phien-hop/2026/1/trinh-chieu");
        await ByHands(person, judging);
        await wall.Reads("Giơ tay: đồng ý 7, không đồng ý 0");   // by itself, without being opened again
        await ByBallot(person, wall, judging);

        app.Clock.Now = Given.Hour(10);
        await person.Open("/phien-hop/2026/1/diem-danh");
        await person.Enter(("ChangedTime", "09:45"));
        await person.Page.GetByRole(AriaRole.Group, new() { Name = judging.Judges[7].Name }).Locator("input[value=true]").CheckAsync();
        await person.PressOn("Ghi điểm danh");
        await person.Reads($"09:45 {judging.Judges[7].Name} vào họp");
        await person.Open("/phien-hop/2026/1/bo-phieu-kin");
        await person.Open("/phien-hop/2026/1");
        await person.PressOn("Kết thúc phiên họp");
        await person.Reads("Đánh dấu vào ô xác nhận để kết thúc phiên họp.");
        await person.Tick("Confirm", "true");
        await person.PressOn("Kết thúc phiên họp");
        await person.Reads("Phiên họp đã kết thúc: 2/2 hồ sơ có kết luận");
        await person.Open("/phien-hop/2026");
        complaints.AreNone();
    }

    /// <summary>Everybody scores; the absent member signs paper that others enter for him.</summary>
    private async Task<Judging> Score()
    {
        var judging = await app.Given.OpenScoring(dossiers: 2, judges: 9, conflicted: true);
        foreach (var initiative in judging.Initiatives)
        {
            foreach (var judge in judging.Judges.Take(7)) await app.Given.HandIn(judge, (await app.Given.SheetId(judge, initiative))!.Value, 0.8m);
            await app.Given.OnPaper(judging.Judges[7], initiative);
        }

        Given.Sure(await app.Send(new CloseScoring.Command { CycleId = judging.CycleId }, judging.Secretary.Actor));
        return judging;
    }

    private static async Task Plan(Visitor person, Judging judging)
    {
        await person.Open("/phien-hop/2026");
        await person.Open("/phien-hop/2026/lap");
        await person.PressOn("Lập phiên họp");
        await person.Reads("Ghi ngày họp.");
        await person.Enter(("Date", "12/11/2026"), ("Time", "08:30"), ("Place", "Phòng họp số 2"));
        await person.PressOn("Lập phiên họp");
        await person.Open("/phien-hop/2026/1/diem-danh");
        await person.PressOn("Ghi điểm danh");
        await person.Reads($"{judging.Judges[0].Name}: chọn có mặt hoặc vắng.");
        await person.Click("Tất cả có mặt");
        await person.Page.GetByRole(AriaRole.Group, new() { Name = judging.Judges[7].Name }).Locator("input[value=false]").CheckAsync();
        await person.Enter(("Members[7].Reason", "đi công tác"));
        await person.PressOn("Ghi điểm danh");
        await person.Reads("Ủy viên · đi công tác");
        await person.Open("/phien-hop/2026/1/ban-kiem-phieu");
        for (var i = 0; i < 3; i++) await person.Enter(($"Board[{i}].PersonId", $"{judging.Judges[3 + i].Id}"));
        await person.PressOn("Ghi ban kiểm phiếu");
        await person.Reads("trưởng ban");
    }

    private static async Task ByHands(Visitor person, Judging judging)
    {
        await person.PressOn("Xét hồ sơ tiếp theo");
        await person.Reads("8/8 phiếu hợp lệ");
        await person.Reads($"{judging.Judges[8].Name} ra ngoài và không biểu quyết hồ sơ này");
        await person.Enter(("Presenter", "Đại diện nhóm tác giả"), ("Presentation", "Giải pháp và số liệu đo"));
        await person.PressOn("Ghi diễn biến");
        await person.Enter(("Questions", "Không có câu hỏi thêm"));   // goes with the vote
        await person.Enter(("Approving", "8"), ("Reason", "Hiệu quả đo được, dễ nhân rộng."));
        await person.PressOn("Ghi kết quả và kết luận");
        await person.Reads("Tổng số phiếu là 8, nhưng có 7 thành viên có mặt được biểu quyết hồ sơ này.");
        await person.Enter(("Approving", "7"));
        await person.PressOn("Ghi kết quả và kết luận");
        await person.Reads("7/9 = 77,78%");
        Assert.Equal("Không có câu hỏi thêm", await person.Page.Locator("[name=Questions]").InputValueAsync());
        await person.Page.Locator("summary", new() { HasText = "Ý kiến bảo lưu" }).ClickAsync();
        await person.Enter(("DissentPersonId", $"{judging.Judge.Id}"), ("DissentText", "Số liệu mới đo trong ba tháng."));
        await person.PressOn("Ghi ý kiến bảo lưu");
    }

    /// <summary>The second dossier: counted on paper, kept, seen by nobody, then announced.</summary>
    private static async Task ByBallot(Visitor person, Visitor wall, Judging judging)
    {
        await person.Open("/phien-hop/2026/1");
        await person.PressOn("Xét hồ sơ tiếp theo");
        await person.Page.GetByRole(AriaRole.Link, new() { Name = "Đổi sang bỏ phiếu kín" }).ClickAsync();
        await person.Look();
        await person.Enter(("Issued", "7"), ("Returned", "7"), ("Valid", "6"), ("Invalid", "1"), ("Approving", "6"), ("Reason", "Hiệu quả đo được, dễ nhân rộng."));
        await person.PressOn("Ghi số phiếu, chưa công bố");
        await person.Reads("chưa công bố: chỉ bạn thấy");
        await wall.Open("/phien-hop/2026/1/trinh-chieu");
        await wall.Reads("Kết quả hiện ở đây sau khi kiểm và công bố.");
        await wall.Reads($"Ra ngoài: {judging.Judges[8].Name}");
        await person.PressOn("Công bố kết quả kiểm và kết luận");
        await wall.Reads("Bỏ phiếu kín: phát ra 7, thu về 7, hợp lệ 6, không hợp lệ 1; đồng ý 6, không đồng ý 0.");
        await wall.Look();
        Assert.Matches(new Regex("6/9"), await wall.Page.Locator(".projector-number").InnerTextAsync());
    }

    [Fact]
    public async Task Without_script_the_order_is_changed_and_a_vote_recorded()
    {
        var judging = await app.Given.OpenSession(dossiers: 2, judges: 3);
        await using var person = await Visitor.SignIn(chromium, app, judging.Secretary, complaints, script: false);
        await person.Page.GotoAsync($"{app.Address}/phien-hop/2026/1");
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "xuống" }).First.ClickAsync();
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Xét hồ sơ tiếp theo" }).ClickAsync();
        await person.Page.Locator("[name=Approving]").FillAsync("3");
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Ghi kết quả và kết luận" }).ClickAsync();
        await person.Reads("3/3 = 100%");
        complaints.AreNone();
    }
}
