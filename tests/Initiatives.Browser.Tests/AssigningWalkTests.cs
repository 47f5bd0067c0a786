using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Web.Tests;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Browser.Tests;

/// <summary>A council is named and given its dossiers; axe looks at every page met, at both widths.</summary>
[Collection(nameof(Journeys))]
public sealed class AssigningWalkTests(Chromium chromium) : IAsyncLifetime
{
    private readonly TestApp app = new(listens: true);
    private readonly Complaints complaints = new();

    public async Task InitializeAsync()
    {
        await app.Given.EligibleInitiatives(4);
        await app.Rows(db => db.Cycles.ExecuteUpdateAsync(set => set.SetProperty(cycle => cycle.Settings, new CycleSettings { JudgesPerDossier = 3, ReviewersPerDossier = 1 })));
    }

    public Task DisposeAsync()
    {
        app.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_council_is_looked_at_before_it_is_named_and_a_plan_before_it_is_applied()
    {
        var people = new List<TestPerson>();
        foreach (var unit in new[] { "UBND-TP", "SKHCN", "SNV", "STP", "11311" }) people.Add(await app.Given.Judge(unit));
        var clerk = await app.Given.Person(Role.IntakeOfficer, "SKHCN");
        await using var lead = await Visitor.SignIn(chromium, app, await app.Given.Lead(), complaints);
        await lead.Open("/hoi-dong/2026/ghi");
        await lead.Enter(("DecisionNumber", "88/QĐ-UBND"), ("DecisionDate", "10/9/2026"));
        for (var i = 0; i < people.Count; i++) await lead.Enter(($"Members[{i}].PersonId", $"{people[i].Id}"));
        await lead.Enter(("Members[1].Post", "Secretary"), ("Members[2].Post", "Member"), ("Members[3].Cap", "2"), ("Clerks[0].PersonId", $"{clerk.Id}"));
        await lead.Tick("Members[3].Fields", "LV-C");
        await lead.PressOn("Xem trước xung đột");
        await lead.Reads("/4 hồ sơ");
        await lead.Reads("cùng đơn vị");
        Assert.Equal(0, await app.Rows(db => db.Councils.CountAsync()));
        await lead.PressOn("Ghi nhận Hội đồng");
        await lead.Reads("tối đa 2");

        await lead.Open("/phan-cong/2026");
        await lead.Open("/phan-cong/2026/du-kien");
        await lead.PressOn("Áp dụng");
        await lead.Reads("Đã phân công 12 lượt chấm");
        await lead.Page.Locator("main input[name=Judges]:checked").First.UncheckAsync();
        await lead.PressOn("Xem trước thay đổi bằng tay");
        await lead.Reads("Sửa bằng tay.");
        await lead.PressOn("Áp dụng");
        Assert.Equal(11, await app.Rows(db => db.Assignments.CountAsync()));
        await lead.PressOn("Hoàn tác lần 2");
        Assert.Equal(12, await app.Rows(db => db.Assignments.CountAsync()));

        await lead.Page.SetInputFilesAsync("main input[type=file]", new Microsoft.Playwright.FilePayload { Name = "phan-cong.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes($"so_ho_so;email\n1;{people[0].Email}\n1;{people[3].Email}\n1;khac@thu.example\n") });
        await lead.PressOn("Kiểm tra tệp");
        await lead.Reads("Dòng 4: không có thành viên Hội đồng nào dùng thư “khac@thu.example”.");
        var dossier = await app.Rows(db => db.Initiatives.OrderBy(item => item.Id).Select(item => item.Id).FirstAsync());
        await lead.Open($"/phan-cong/2026/ho-so/{dossier}");

        app.Clock.Now = Given.AfterCutOff;
        await using var later = await Visitor.SignIn(chromium, app, await app.Given.Lead(), complaints);
        await later.Open("/phan-cong/2026");
        await later.PressOn("Mở chấm điểm");
        await later.Reads("Mở chấm rồi không quay lại được.");
        await later.Tick("Confirm", "true");
        await later.PressOn("Mở chấm điểm");
        await later.Open($"/phan-cong/2026/ho-so/{dossier}");
        complaints.AreNone();
    }

    [Fact]
    public async Task Without_script_a_council_is_previewed_and_a_plan_applied_just_the_same()
    {
        await app.Given.Council(await app.Rows(db => db.Cycles.Select(cycle => cycle.Id).SingleAsync()));
        await using var lead = await Visitor.SignIn(chromium, app, await app.Given.Lead(), complaints, script: false);
        await lead.Page.GotoAsync(app.Address + "/hoi-dong/2026/ghi");
        await lead.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Xem trước xung đột" }).ClickAsync();
        await lead.Reads("không xung đột với hồ sơ nào");
        await lead.Page.GotoAsync(app.Address + "/phan-cong/2026/du-kien");
        await lead.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Áp dụng" }).ClickAsync();
        await lead.Reads("Đã phân công 12 lượt chấm");
        complaints.AreNone();
    }
}
