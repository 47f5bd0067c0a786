using Initiatives.Domain.People;
using Initiatives.Web.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Initiatives.Browser.Tests;

/// <summary>The cut-off as it passes before somebody's eyes, and the pages of intake in each of their states.</summary>
[Collection(nameof(Journeys))]
public sealed class IntakeTests(Chromium chromium) : IDisposable
{
    private const string Closed = "Đã hết hạn nhận hồ sơ Kỳ 2026 (hết 23:59:59 ngày 30/9/2026). Hồ sơ vẫn được giữ nhưng không gửi được nữa; dùng được cho kỳ sau.";
    private static readonly DateTime CutOff = new(2026, 9, 30, 17, 0, 0, DateTimeKind.Utc);

    private readonly TestApp app = new(listens: true);
    private readonly Complaints complaints = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task At_zero_the_form_turns_over_without_a_reload_and_keeps_what_is_being_typed()
    {
        await app.Given.OpenCycle();
        app.Clock.Now = CutOff.AddMinutes(-30);
        await using var visitor = await Visitor.SignIn(chromium, app, await app.Given.Person(Role.Author), complaints);
        app.Clock.Now = CutOff.AddSeconds(-6);
        await visitor.Page.GotoAsync($"{app.Address}/sang-kien/soan");
        var box = visitor.Page.Locator(".cut-off");
        await visitor.Enter(("Title", "Quầy một cửa lưu động đang gõ dở"));
        Assert.Equal("last-hour", await box.GetAttributeAsync("data-state"));
        await visitor.Page.EvaluateAsync("() => { window.isSame = true; }");
        await Assertions.Expect(box).ToHaveAttributeAsync("data-state", "closed", new() { Timeout = 15_000 });
        await Assertions.Expect(box).ToContainTextAsync(Closed);
        await Assertions.Expect(visitor.Page.Locator(".strip")).ToContainTextAsync("Đã hết hạn nhận hồ sơ");
        Assert.Equal("Quầy một cửa lưu động đang gõ dở", await visitor.Page.InputValueAsync("[name=Title]"));
        Assert.True(await visitor.Page.EvaluateAsync<bool>("() => window.isSame === true"));
        await visitor.Look();
        complaints.AreNone();
    }

    [Fact]
    public async Task A_page_that_slept_asks_the_server_what_time_it_is()
    {
        await app.Given.OpenCycle();
        app.Clock.Now = CutOff.AddMinutes(-30);
        await using var visitor = await Visitor.SignIn(chromium, app, await app.Given.Person(Role.Author), complaints);
        await visitor.Page.GotoAsync($"{app.Address}/sang-kien/soan");
        await Assertions.Expect(visitor.Page.Locator("[data-cut-off-left]")).ToContainTextAsync("00:29:");
        app.Clock.Now = CutOff.AddMinutes(1);   // the computer slept, the server did not
        await visitor.Page.EvaluateAsync("() => document.dispatchEvent(new Event('visibilitychange'))");
        await Assertions.Expect(visitor.Page.Locator(".cut-off")).ToHaveAttributeAsync("data-state", "closed", new() { Timeout = 15_000 });
        complaints.AreNone();
    }

    [Fact]
    public async Task The_computer_s_own_clock_does_not_matter()
    {
        await app.Given.OpenCycle();
        app.Clock.Now = CutOff.AddMinutes(-30);
        await using var visitor = await Visitor.SignIn(chromium, app, await app.Given.Person(Role.Author), complaints);
        await visitor.Page.AddInitScriptAsync("const real = Date.now; Date.now = () => real() + 400 * 86400000;");
        await visitor.Page.GotoAsync($"{app.Address}/sang-kien/soan");
        await Assertions.Expect(visitor.Page.Locator("[data-cut-off-left]")).ToContainTextAsync("00:29:");
        complaints.AreNone();
    }

    [Fact]
    public async Task Extensions_are_accessible_empty_filled_refused_and_ended()
    {
        await app.Given.OpenCycle();
        var author = await app.Given.Person(Role.Author);
        await using var clerk = await Visitor.SignIn(chromium, app, await app.Given.Clerk(), complaints);
        await clerk.Open("/ky-xet/2026/gia-han");
        await clerk.PressOn("Gia hạn");
        await clerk.Reads("Chọn đơn vị được gia hạn.");
        await app.Given.Extension();
        await app.Given.Extension(unit: null);
        await clerk.Open("/ky-xet/2026/gia-han");
        await clerk.Reads("Mất điện toàn phường từ 20 giờ");
        await clerk.Open($"/ky-xet/2026/gia-han/{await app.Rows(db => db.Extensions.MinAsync(row => row.Id))}/ket-thuc");
        await clerk.PressOn("Kết thúc từ bây giờ");
        app.Clock.Now = CutOff.AddHours(1);
        await using var own = await Visitor.SignIn(chromium, app, author, complaints);
        await own.Open("/ky-xet/2026");
        await own.Open("/sang-kien/soan");
        await own.Reads("Đơn vị bạn được gia hạn đến 17:00 ngày 2/10/2026");
        complaints.AreNone();
    }

    [Fact]
    public async Task A_paper_dossier_goes_into_the_register_and_is_confirmed_by_its_unit()
    {
        await app.Given.OpenCycle();
        app.Clock.Now = CutOff.AddDays(1);
        var officer = await app.Given.Person(Role.UnitOfficer);
        await using var clerk = await Visitor.SignIn(chromium, app, await app.Given.Clerk(), complaints);
        await clerk.Open("/tiep-nhan");
        await clerk.Open("/tiep-nhan/nhap");
        await clerk.Enter(("donVi", $"{await app.Given.UnitId("11311")}"));
        await clerk.PressOn("Tiếp tục");
        await clerk.PressOn("Vào sổ và cấp số");
        await clerk.Reads("Ghi số đến trong sổ văn thư.");
        await clerk.Enter([.. (await app.Given.OutsideFields()).Where(field => field.Name is not ("FormKey" or "UnitId" or "ForHead"))]);
        await clerk.Page.SetInputFilesAsync("[name=Scan]", new FilePayload { Name = "ho-so.pdf", MimeType = "application/pdf", Buffer = Given.ScannedPaper });
        await clerk.PressOn("Vào sổ và cấp số");
        await clerk.Reads("Đã vào sổ và cấp số.");
        var id = await app.Rows(db => db.Initiatives.Select(item => item.Id).SingleAsync());
        await clerk.Open("/tiep-nhan");
        await clerk.Open("/tiep-nhan?in=true");
        await clerk.Open($"/tiep-nhan/{id}/sua");
        await using var unit = await Visitor.SignIn(chromium, app, officer, complaints);
        await unit.Open($"/tiep-nhan/{id}/xac-nhan");
        await unit.PressOn("Đúng như hồ sơ đã gửi");
        await unit.Reads("Đơn vị đã xác nhận");
        await unit.Open($"/sang-kien/{id}/bien-nhan");
        await using var anybody = await Visitor.Come(chromium, app, complaints);
        await anybody.Open($"/bien-nhan/{await app.Rows(db => db.Endorsements.Select(item => item.Code).SingleAsync())}?ma=abc");
        await anybody.Reads("Không khớp mã nội dung Sở đã nhận.");
        complaints.AreNone();
    }

    [Fact]
    public async Task A_file_field_speaks_Vietnamese_and_names_what_was_chosen()
    {
        await app.Given.OpenCycle();
        await using var visitor = await Visitor.SignIn(chromium, app, await app.Given.Clerk(), complaints);
        await visitor.Open($"/tiep-nhan/nhap?donVi={await app.Given.UnitId("11311")}");
        var field = visitor.Page.Locator(".field:has([name=Scan])");
        await Assertions.Expect(field).ToContainTextAsync("Chưa chọn tệp");
        await visitor.Page.GetByLabel("Bản quét hồ sơ").SetInputFilesAsync(new FilePayload { Name = "ho-so.pdf", MimeType = "application/pdf", Buffer = Given.ScannedPaper });
        await Assertions.Expect(field).ToContainTextAsync("ho-so.pdf");
        await Assertions.Expect(field).Not.ToContainTextAsync("Chưa chọn tệp");
        complaints.AreNone();
    }
}
