using System.Net;
using Initiatives.Domain.People;
using Initiatives.Web.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatives.Web.Tests.Features.Accounts;

/// <summary>Whoever guesses at passwords shuts his own place out, nobody else.</summary>
public sealed class WrongPasswordTests : IDisposable
{
    private const string Stranger = "203.0.113.1";
    private const string Office = "203.0.113.2";

    private readonly TestApp app = new();
    private readonly WebApplicationFactory<Program> site;

    public WrongPasswordTests() => site = app.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.AddSingleton<IStartupFilter, Places>()));

    public void Dispose()
    {
        site.Dispose();
        app.Dispose();
    }

    /// <summary>Lets a test say from where a request comes.</summary>
    private sealed class Places : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => builder =>
        {
            builder.Use((context, go) =>
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse(context.Request.Headers["X-From"].ToString());
                return go();
            });
            next(builder);
        };
    }

    private async Task<Answer> SignIn(string from, string email, string password)
    {
        var client = site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add("X-From", from);
        return await new TestUser(client).Post("/dang-nhap", ("Email", email), ("Password", password));
    }

    [Fact]
    public async Task A_stranger_s_wrong_passwords_rest_him_and_not_the_owner()
    {
        var person = await app.Given.Person(Role.Author);
        for (var i = 0; i <= SecuritySetup.WrongPasswords; i++) Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignIn(Stranger, person.Email, "sai-mat-khau")).Status);
        var rests = await SignIn(Stranger, person.Email.ToUpperInvariant(), Given.Password);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, rests.Status);
        Assert.Contains("Nhập sai 8 lần liền thì phải chờ 15 phút mới đăng nhập được từ mạng đang dùng, cả mạng nhập sai 100 lần cũng vậy", rests.Text);
        Assert.Equal(HttpStatusCode.Redirect, (await SignIn(Office, person.Email, Given.Password)).Status);
        app.Clock.Now = app.Clock.Now.AddMinutes(SecuritySetup.RestMinutes);
        Assert.Equal(HttpStatusCode.Redirect, (await SignIn(Stranger, person.Email, Given.Password)).Status);
    }

    [Fact]
    public async Task Somebody_who_gets_it_right_begins_anew()
    {
        var person = await app.Given.Person(Role.Author);
        for (var round = 0; round < 2; round++)
        {
            for (var i = 1; i < SecuritySetup.WrongPasswords; i++) await SignIn(Office, person.Email, "sai-mat-khau");
            Assert.Equal(HttpStatusCode.Redirect, (await SignIn(Office, person.Email, Given.Password)).Status);
        }
    }

    [Fact]
    public async Task One_place_tries_a_hundred_times_whosever_accounts()
    {
        var person = await app.Given.Person(Role.Author);
        for (var i = 0; i < SecuritySetup.WrongFromPlace; i++) await SignIn(Stranger, $"ai{i}@thu.example", "sai-mat-khau");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignIn(Stranger, person.Email, Given.Password)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await SignIn(Office, person.Email, Given.Password)).Status);
        app.Clock.Now = app.Clock.Now.AddMinutes(SecuritySetup.RestMinutes);
        Assert.Equal(HttpStatusCode.Redirect, (await SignIn(Stranger, person.Email, Given.Password)).Status);
    }

    [Fact]
    public async Task An_unknown_a_resting_a_closed_account_and_a_wrong_password_are_answered_alike()
    {
        var (resting, closed, open) = (await app.Given.Person(Role.Author), await app.Given.Person(Role.Author), await app.Given.Person(Role.Author));
        var admin = await app.Given.Person(Role.Administrator);
        Given.Sure(await app.Send(new Web.Features.Accounts.CloseAccounts.Command { Ids = [closed.Id] }, admin.Actor));
        for (var i = 0; i < SecuritySetup.WrongPasswords; i++) await SignIn(Stranger, resting.Email, "sai-mat-khau");
        var answers = new List<string>();
        foreach (var (email, password) in new[] { ("khong-co@thu.example", "sai-mat-khau"), (resting.Email, Given.Password), (closed.Email, Given.Password), (open.Email, "sai-mat-khau") })
            answers.Add((await SignIn(Stranger, email, password)).Comparable.Replace(email, "", StringComparison.Ordinal));
        Assert.Single(answers.Distinct());
    }
}
