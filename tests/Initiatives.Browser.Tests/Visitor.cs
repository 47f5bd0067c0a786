using Deque.AxeCore.Commons;
using Initiatives.Web.Tests;
using Microsoft.Playwright;

namespace Initiatives.Browser.Tests;

/// <summary>What was wrong on the pages of one journey, all of it, told at its end.</summary>
public sealed class Complaints
{
    private readonly SortedSet<string> told = new(StringComparer.Ordinal);

    public void Add(string complaint) => told.Add(complaint);

    public void AreNone() => Assert.True(told.Count == 0, string.Join(Environment.NewLine, told));
}

/// <summary>A person at a screen. Every page he meets is looked at by axe, wide and narrow.</summary>
public sealed class Visitor : IAsyncDisposable
{
    /// <summary>Every page has axe asleep and wakes it when it is looked at: sent for each look, its 650 KB cost Chromium a seventh of the look.</summary>
    private static readonly string Axe = $"window.wakeAxe = () => {{ if (!window.axe) {{ {new BundledAxeScriptProvider().GetScript()} }} }};";

    /// <summary>What axe finds, a line each. Run in the page itself: a page opened for every answer cost three times as much.</summary>
    private const string Rules = """
        async () => {
          const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
          wakeAxe();
          const found = await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'], selectors: false });
          return found.violations.map(item => `${item.id} (${item.impact}): ${item.nodes.slice(0, 3).map(node => node.html).join(' | ')}`);
        }
        """;

    /// <summary>The first visible element that ends right of the page and that nothing lets one scroll to; the page itself clips, so its width says nothing.</summary>
    private const string TooWide = """
        () => {
          const width = document.documentElement.clientWidth;
          const scrolls = element => element && element !== document.documentElement
            && (['auto', 'scroll', 'hidden'].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
          const wide = [...document.body.querySelectorAll('*')].find(element => {
            const box = element.getBoundingClientRect();
            return box.width > 1 && box.right > width + 1 && !scrolls(element);
          });
          return wide ? wide.outerHTML.slice(0, 200) : null;
        }
        """;

    private readonly IBrowserContext context;
    private readonly string site;
    private readonly Complaints complaints;
    private readonly bool runsScript;

    private Visitor(IBrowserContext context, IPage page, string site, Complaints complaints, bool runsScript) =>
        (this.context, Page, this.site, this.complaints, this.runsScript) = (context, page, site, complaints, runsScript);

    public IPage Page { get; }

    public static async Task<Visitor> Come(Chromium chromium, TestApp app, Complaints complaints, bool script = true)
    {
        var context = await chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1366, Height = 900 }, Locale = "vi-VN", JavaScriptEnabled = script });
        if (script) await context.AddInitScriptAsync(Axe);
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(30_000);
        var visitor = new Visitor(context, page, app.Address, complaints, script);
        page.Console += (_, message) =>
        {
            // A refused form answers 422 and a missing page 404, which Chromium reports as a resource that failed to load; a network that a test cut is away.
            if (message.Type == "error" && !message.Text.Contains("status of 4", StringComparison.Ordinal)
                && !message.Text.Contains("ERR_INTERNET_DISCONNECTED", StringComparison.Ordinal)) complaints.Add($"{page.Url}: {message.Text}");
        };
        page.PageError += (_, error) => complaints.Add($"{page.Url}: {error}");
        return visitor;
    }

    /// <summary>Somebody who has signed in, before his work; the form itself is filled in where it is tested.</summary>
    public static async Task<Visitor> SignIn(Chromium chromium, TestApp app, TestPerson person, Complaints complaints, bool script = true)
    {
        var visitor = await Come(chromium, app, complaints, script);
        await visitor.context.AddCookiesAsync((await app.Session(person)).Cookies.Split("; ").Select(each => each.Split('=', 2)).Select(pair => new Cookie { Name = pair[0], Value = pair[1], Url = app.Address }));
        await visitor.Page.GotoAsync($"{app.Address}/viec");
        return visitor;
    }

    /// <summary>Opens a page and looks at it.</summary>
    public async Task Open(string path)
    {
        await Page.GotoAsync(site + path);
        await Look();
    }

    /// <summary>Presses a button that sends a form, and waits for the page that answers: the mark on the old page is gone.</summary>
    public async Task Press(string button)
    {
        await Page.EvaluateAsync("() => { window.isOld = true; }");
        await Click(button);
        await Page.WaitForFunctionAsync("() => !window.isOld && document.readyState === 'complete'");
    }

    /// <summary>Presses a button and looks at the page that answers.</summary>
    public async Task PressOn(string button)
    {
        await Press(button);
        await Look();
    }

    /// <summary>Presses a button that only script answers.</summary>
    public Task Click(string button) => Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();

    /// <summary>Types into a field or chooses in a list, by the field's name.</summary>
    public async Task Enter(params (string Name, string Value)[] fields)
    {
        foreach (var (name, value) in fields)
        {
            var field = Page.Locator($"main [name=\"{name}\"]").First;
            await field.EvaluateAsync("element => { for (let fold = element.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true; }");
            if (await field.EvaluateAsync<string>("element => element.tagName") == "SELECT") await field.SelectOptionAsync(value);
            else await field.FillAsync(value);
        }
    }

    /// <summary>Ticks a box or a choice.</summary>
    public Task Tick(string name, string value) => Page.Locator($"main input[name=\"{name}\"][value=\"{value}\"]").First.CheckAsync();

    /// <summary>Insists on a sentence on the page.</summary>
    public Task Reads(string sentence) => Assertions.Expect(Page.Locator("body")).ToContainTextAsync(sentence);

    /// <summary>axe finds nothing and nothing runs out of the page, at both widths. Needs script: axe waits for timers that a page without it never runs.</summary>
    public async Task Look()
    {
        if (!runsScript) throw new InvalidOperationException("A page without script cannot be looked at by axe.");
        foreach (var (width, height) in new[] { (1366, 900), (390, 844) })
        {
            await Page.SetViewportSizeAsync(width, height);
            // As tall as the page: what a sticky bar covers at one place of scrolling is free at the next.
            var length = await Page.EvaluateAsync<int>("document.documentElement.scrollHeight");
            if (length > height) await Page.SetViewportSizeAsync(width, length);
            var where = $"{new Uri(Page.Url).PathAndQuery} at {width}";
            if (await Page.EvaluateAsync<string?>(TooWide) is { } wide) complaints.Add($"{where}: out of the page: {wide}");
            foreach (var item in await Page.EvaluateAsync<string[]>(Rules)) complaints.Add($"{where}: {item}");
        }

        await Page.SetViewportSizeAsync(1366, 900);
    }

    public async ValueTask DisposeAsync() => await context.CloseAsync();
}
