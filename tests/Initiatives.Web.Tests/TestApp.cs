using Initiatives.Domain.People;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Jobs;
using Initiatives.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatives.Web.Tests;

/// <summary>
/// The site with a database, files and a clock of its own. Tests speak to it over HTTP as people do (<see cref="As"/>);
/// what a test presupposes is made by <see cref="Given"/>.
/// </summary>
public sealed class TestApp : IDisposable
{
    private readonly TestSite site;
    private readonly List<WebApplicationFactory<Program>> others = [];
    private bool disposed;

    /// <param name="listens">Listens on a loopback port, for a real browser.</param>
    /// <param name="runsOwnClock">Keeps the site's clock instead of <see cref="Clock"/>, as seeding the demo needs.</param>
    public TestApp(bool listens = false, bool runsOwnClock = false)
    {
        site = TestSite.Take(listens, runsOwnClock);
        Given = new Given(this);
    }

    public IServiceProvider Services => Site.Services;

    /// <summary>Where a listening site answers.</summary>
    public string Address => Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public TestClock Clock => Site.Clock;

    public Given Given { get; }

    /// <summary>After the test it is somebody else's.</summary>
    private TestSite Site => disposed ? throw new ObjectDisposedException(nameof(TestApp)) : site;

    /// <summary>Another site on the same database, files and clock, set up otherwise.</summary>
    public WebApplicationFactory<Program> WithWebHostBuilder(Action<IWebHostBuilder> configuration)
    {
        others.Add(Site.WithWebHostBuilder(configuration));
        return others[^1];
    }

    public HttpClient CreateClient(WebApplicationFactoryClientOptions? options = null) => Site.CreateClient(options ?? new());

    /// <summary>A browser of somebody who has not signed in.</summary>
    public TestUser Anybody() => new(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));

    /// <summary>A browser in which <paramref name="person"/> has signed in.</summary>
    public async Task<TestUser> As(TestPerson person)
    {
        var user = Anybody();
        var answer = await user.Post("/dang-nhap", ("Email", person.Email), ("Password", Given.Password));
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.Status);
        user.ForgetToken();
        return user;
    }

    /// <summary>Of a listening site: signs in and answers what a browser would send along, its cookies and its form's token.</summary>
    public async Task<(string Cookies, string Token)> Session(TestPerson person)
    {
        var cookies = new System.Net.CookieContainer();
        using var handler = new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = new Uri(Address) };
        async Task<string> Token(string path) =>
            System.Text.RegularExpressions.Regex.Match(await client.GetStringAsync(path), "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("Email", person.Email), new("Password", Given.Password), new("__RequestVerificationToken", await Token("/dang-nhap"))]);
        Assert.Equal(System.Net.HttpStatusCode.Redirect, (await client.PostAsync("/dang-nhap", form)).StatusCode);
        return (cookies.GetCookieHeader(new Uri(Address)), await Token("/viec"));
    }

    /// <summary>Sends a request past the screens, as the seeder does.</summary>
    public async Task<T> Send<T>(IRequest<T> request, Actor? actor = null)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = actor ?? Actor.System;
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>Looks at raw rows, past every door.</summary>
    public async Task<T> Rows<T>(Func<AppDb, Task<T>> look)
    {
        await using var scope = Services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<AppDb>());
    }

    /// <summary>Runs every job that is due.</summary>
    public Task<int> DrainJobs() => Services.GetRequiredService<JobRunner>().DrainAsync(CancellationToken.None);

    /// <summary>Every mail that has left, by address and subject.</summary>
    public IReadOnlyList<TestMail> Mails() => [.. Directory.GetFiles(Site.MailFolder, "*.eml").Select(TestMail.Read).OrderBy(mail => mail.To, StringComparer.Ordinal).ThenBy(mail => mail.Subject, StringComparer.Ordinal)];

    public void Dispose()
    {
        if (disposed) return;
        disposed = true;
        others.ForEach(other => other.Dispose());
        site.GiveBack();
    }
}
