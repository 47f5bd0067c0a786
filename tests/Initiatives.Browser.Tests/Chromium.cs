using Microsoft.Playwright;

namespace Initiatives.Browser.Tests;

/// <summary>One Chromium for all journeys: Debian's, driven by the driver that Playwright carries.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>No page lives long enough to earn back what optimising axe costs: a sixth of all the browser's CPU.</summary>
    private const string OptimisesNothing = "--js-flags=--no-opt --no-maglev";

    private IPlaywright playwright = null!;

    public IBrowser Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var path = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";
        if (!File.Exists(path)) throw new FileNotFoundException($"No Chromium at {path}: apt-get install chromium, or set CHROMIUM.");
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", OptimisesNothing],
        });
    }

    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright.Dispose();
    }
}

[CollectionDefinition(nameof(Journeys))]
public sealed class Journeys : ICollectionFixture<Chromium>;
