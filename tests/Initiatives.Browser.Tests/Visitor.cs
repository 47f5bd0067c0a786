using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Initiatives.Web.Tests;
using Microsoft.Playwright;

namespace Initiatives.Browser.Tests;

/// <summary>A person at a screen. Every page he meets is looked at by axe, wide and narrow.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    private readonly IBrowserContext context;
    private readonly string site;
    private readonly List<string> complaints = [];

    private Visitor(IBrowserContext context, IPage page, string site) => (this.context, Page, this.site) = (context, page, site);

    public IPage Page { get; }

    public static async Task<Visitor> Come(Chromium chromium, TestApp app, bool script = true)
    {
        var context = await chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1366, Height = 900 }, Locale = "vi-VN", JavaScriptEnabled = script });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(15_000);
        var visitor = new Visitor(context, page, app.Address);
        page.Console += (_, message) =>
        {
            // A refused form answers 422, which Chromium reports as a resource that failed to load.
            if (message.Type == "error" && !message.Text.Contains("status of 422", StringComparison.Ordinal)) visitor.complaints.Add($"{page.Url}: {message.Text}");
        };
        page.PageError += (_, error) => visitor.complaints.Add($"{page.Url}: {error}");
        return visitor;
    }

    public static async Task<Visitor> SignIn(Chromium chromium, TestApp app, TestPerson person, bool script = true)
    {
        var visitor = await Come(chromium, app, script);
        await visitor.Page.GotoAsync($"{app.Address}/dang-nhap");
        await visitor.Page.GetByLabel("Thư điện tử công vụ").FillAsync(person.Email);
        await visitor.Page.GetByLabel("Mật khẩu", new() { Exact = true }).FillAsync(Given.Password);
        await visitor.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Đăng nhập" }).ClickAsync();
        await visitor.Page.WaitForURLAsync("**/viec");
        return visitor;
    }

    /// <summary>Opens a page and looks at it.</summary>
    public async Task Open(string path)
    {
        await Page.GotoAsync(site + path);
        await Look();
    }

    /// <summary>Presses a button in the page's own part and waits for what follows.</summary>
    public async Task Press(string button)
    {
        await Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();
        await Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }

    public Task Fill(string label, string text) => Page.Locator("main").GetByLabel(label).First.FillAsync(text);

    public Task Choose(string label, string option) => Page.Locator("main").GetByLabel(label).First.SelectOptionAsync(new SelectOptionValue { Label = option });

    /// <summary>Insists on a sentence on the page.</summary>
    public Task Reads(string sentence) => Assertions.Expect(Page.Locator("body")).ToContainTextAsync(sentence);

    /// <summary>axe finds nothing and nothing runs out of the page, at both widths.</summary>
    public async Task Look()
    {
        foreach (var (width, height) in new[] { (1366, 900), (390, 844) })
        {
            await Page.SetViewportSizeAsync(width, height);
            var overflow = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(overflow <= 0, $"{Page.Url} at {width}: {overflow} px too wide.");
            var found = await Page.RunAxe(Rules);
            Assert.True(found.Violations.Length == 0, $"{Page.Url} at {width}: " + string.Join("; ",
                found.Violations.Select(item => $"{item.Id} ({item.Impact}): {string.Join(" | ", item.Nodes.Take(3).Select(node => node.Html))}")));
        }

        await Page.SetViewportSizeAsync(1366, 900);
    }

    public async ValueTask DisposeAsync()
    {
        await context.CloseAsync();
        Assert.Empty(complaints);
    }
}
