using Initiatives.Domain.People;
using Initiatives.Web.Tests;
using Initiatives.Web.Tests.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Initiatives.Browser.Tests;

/// <summary>Files of a dossier in a real browser: several at once, refused, cancelled, sent again, taken out, looked at.</summary>
[Collection(nameof(Journeys))]
public sealed class UploadTests : IDisposable
{
    private readonly Chromium chromium;
    private readonly TestApp app = new(listens: true);
    private readonly Complaints complaints = new();

    public UploadTests(Chromium chromium)
    {
        this.chromium = chromium;
        Assertions.SetDefaultExpectTimeout(30_000);   // a machine that does much else takes its time
    }

    public void Dispose() => app.Dispose();

    private static FilePayload File(string name, byte[] bytes) => new() { Name = name, MimeType = "application/octet-stream", Buffer = bytes };

    private static ILocator Slot(IPage page, string kind) => page.Locator($"[data-slot={kind}]");

    private async Task<(Visitor Visitor, int Dossier)> Author(bool script = true)
    {
        var author = await app.Given.Person(Role.Author);
        var dossier = (await app.Given.CompleteDraft(author)).Id;
        return (await Visitor.SignIn(chromium, app, author, complaints, script), dossier);
    }

    [Fact]
    public async Task Files_go_up_beside_each_other()
    {
        var (visitor, dossier) = await Author();
        await using var _ = visitor;
        await visitor.Open($"/sang-kien/{dossier}/tai-lieu");
        var evidence = Slot(visitor.Page, "Evidence");
        await evidence.Locator("input[type=file]").SetInputFilesAsync([File("bao-cao.pdf", CraftPdf.Sound()), File("xau.pdf", "MZ"u8.ToArray()), File("so-lieu.xlsx", CraftOffice.Xlsx())]);
        await Assertions.Expect(evidence.Locator("li[data-file]")).ToHaveCountAsync(2);
        await Assertions.Expect(evidence.Locator(".error")).ToHaveTextAsync("Tệp “xau.pdf” là chương trình hoặc tập lệnh chạy được, không phải tài liệu. Không nhận tệp này.");
        await Assertions.Expect(evidence.Locator("[data-slot-count]")).ToHaveTextAsync("2 tệp");
        await visitor.Look();

        complaints.AreNone();
    }

    [Fact]
    public async Task A_line_that_breaks_is_tried_again_until_it_holds()
    {
        var (visitor, dossier) = await Author();
        await using var _ = visitor;
        await visitor.Page.GotoAsync($"{app.Address}/sang-kien/{dossier}/soan#tai-lieu");
        var tries = 0;
        await visitor.Page.RouteAsync("**/tep", async route =>
        {
            if (++tries == 1) await route.AbortAsync("connectionreset");
            else if (tries == 2) await route.FulfillAsync(new() { Status = 503, Body = "{\"problems\":[\"đầy\"]}", ContentType = "application/json" });
            else await route.ContinueAsync();
        });
        var picture = Slot(visitor.Page, "Picture");
        await picture.Locator("input[type=file]").SetInputFilesAsync([File("anh.png", CraftMedia.Png())]);
        await Assertions.Expect(picture.Locator("li[data-file] a").First).ToHaveTextAsync("anh.png", new() { Timeout = 20_000 });
        Assert.Equal(3, tries);
        await Assertions.Expect(visitor.Page.Locator("[data-upload-total]")).ToHaveTextAsync("1 tệp");
        Assert.Equal(1, await app.Rows(db => db.Attachments.CountAsync()));
    }

    [Fact]
    public async Task A_file_dropped_on_a_slot_is_its_and_a_cancelled_one_is_nobody_s()
    {
        var (visitor, dossier) = await Author();
        await using var _ = visitor;
        await visitor.Page.GotoAsync($"{app.Address}/sang-kien/{dossier}/tai-lieu");
        var decision = Slot(visitor.Page, "BaseDecision");
        var data = await visitor.Page.EvaluateHandleAsync("bytes => { const data = new DataTransfer(); data.items.add(new File([new Uint8Array(bytes)], 'quyet-dinh.pdf')); return data }", CraftPdf.Sound().Select(value => (int)value).ToArray());
        await decision.DispatchEventAsync("drop", new { dataTransfer = data });
        await Assertions.Expect(decision.Locator("li[data-file]")).ToHaveCountAsync(1);

        await visitor.Page.RouteAsync("**/tep", route => Task.CompletedTask);   // never answered
        var evidence = Slot(visitor.Page, "Evidence");
        await evidence.Locator("input[type=file]").SetInputFilesAsync([File("lau.pdf", CraftPdf.Sound("lau"))]);
        await evidence.GetByRole(AriaRole.Button, new() { Name = "Hủy lau.pdf" }).ClickAsync();
        await Assertions.Expect(evidence.Locator("li")).ToHaveCountAsync(0);
        Assert.Equal(["BaseDecision"], await app.Rows(db => db.Attachments.Select(file => file.Kind.ToString()).ToListAsync()));
    }

    [Fact]
    public async Task Pictures_and_PDF_are_seen_in_their_sandbox()
    {
        var (visitor, dossier) = await Author();
        await using var _ = visitor;
        await visitor.Page.GotoAsync($"{app.Address}/sang-kien/{dossier}/tai-lieu");
        var evidence = Slot(visitor.Page, "Evidence");
        await evidence.Locator("input[type=file]").SetInputFilesAsync([File("a.pdf", CraftPdf.Sound()), File("b.png", CraftMedia.Png(640, 480))]);
        await Assertions.Expect(evidence.Locator("li[data-file]")).ToHaveCountAsync(2);
        var ids = await app.Rows(db => db.Attachments.OrderBy(file => file.FileName).Select(file => file.Id).ToListAsync());

        await visitor.Page.GotoAsync($"{app.Address}/tep/{ids[0]}/xem");
        var canvas = visitor.Page.FrameLocator("iframe").Locator("canvas");
        await Assertions.Expect(canvas).ToHaveAttributeAsync("aria-label", "Trang 1 trên 1");
        var frame = visitor.Page.Frames.Single(item => item.Url.EndsWith("/tep/khung", StringComparison.Ordinal));
        await frame.WaitForFunctionAsync("() => { const c = document.querySelector('canvas'); const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data; for (let i = 0; i < d.length; i += 4) if (d[i] < 128 && d[i + 3] > 0) return true; return false }");
        Assert.Equal("null", await frame.EvaluateAsync<string>("() => String(self.origin)"));
        Assert.Equal("refused", await frame.EvaluateAsync<string>("() => fetch('/viec').then(() => 'answered', () => 'refused')"));

        await visitor.Page.GotoAsync($"{app.Address}/tep/{ids[1]}/xem");
        await visitor.Page.WaitForFunctionAsync("() => document.querySelector('iframe').contentDocument === null");
        var picture = visitor.Page.Frames.Single(item => item.Url.EndsWith("/noi-dung", StringComparison.Ordinal));
        Assert.Equal("image/png", await picture.EvaluateAsync<string>("() => document.contentType"));
    }

    [Fact]
    public async Task Without_script_several_files_go_up_in_one_form()
    {
        var (visitor, dossier) = await Author(script: false);
        await using var _ = visitor;
        await visitor.Page.GotoAsync($"{app.Address}/sang-kien/{dossier}/tai-lieu");
        await visitor.Page.Locator("#them select").SelectOptionAsync("BaseDecision");
        await visitor.Page.Locator("#them input[type=file]").SetInputFilesAsync([File("a.pdf", CraftPdf.Sound("a")), File("b.pdf", CraftPdf.Sound("b"))]);
        await visitor.Page.Locator("#them button").ClickAsync();
        await visitor.Reads("Đã thêm 2 tệp.");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Bỏ tệp a.pdf" }).ClickAsync();
        await visitor.Reads("Đã bỏ tệp.");
        Assert.Equal(["b.pdf"], await app.Rows(db => db.Attachments.Select(file => file.FileName).ToListAsync()));
    }
}
