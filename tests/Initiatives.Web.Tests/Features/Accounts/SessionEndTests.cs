using System.Net;
using Initiatives.Domain.People;
using Initiatives.Web.Platform.Security;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Accounts;

/// <summary>When a session is over, it is over everywhere.</summary>
public sealed class SessionEndTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    /// <summary>Signs in and answers the browser and a copy of its cookie in another one.</summary>
    private async Task<(TestUser User, HttpClient Copy)> SignInAndCopy(TestPerson person)
    {
        var user = app.Anybody();
        var answer = await user.Post("/dang-nhap", ("Email", person.Email), ("Password", Given.Password));
        user.ForgetToken();
        var copy = app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
        copy.DefaultRequestHeaders.Add("Cookie", answer.Message.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("sangkien=", StringComparison.Ordinal)).Split(';')[0]);
        return (user, copy);
    }

    [Fact]
    public async Task After_signing_out_a_copy_of_the_cookie_opens_nothing()
    {
        var (user, copy) = await SignInAndCopy(await app.Given.Person(Role.Author));
        Assert.Equal(HttpStatusCode.OK, (await copy.GetAsync("/viec")).StatusCode);
        await user.Done("/dang-xuat");
        Assert.Equal(HttpStatusCode.Redirect, (await copy.GetAsync("/viec")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await copy.GetAsync("/danh-muc")).StatusCode);
    }

    [Fact]
    public async Task A_closed_account_loses_its_sessions_at_once()
    {
        var person = await app.Given.Person(Role.Author);
        var (_, copy) = await SignInAndCopy(person);
        await app.Rows(async db =>
        {
            (await db.Users.SingleAsync(account => account.PersonId == person.Id)).LockoutEnd = DateTimeOffset.MaxValue;
            return await db.SaveChangesAsync();
        });
        Assert.Equal(HttpStatusCode.Redirect, (await copy.GetAsync("/viec")).StatusCode);
    }

    [Fact]
    public async Task Somebody_else_s_wrong_passwords_end_no_session_and_tell_nothing()
    {
        var person = await app.Given.Person(Role.Author);
        var (_, copy) = await SignInAndCopy(person);
        var stranger = app.Anybody();
        var unknown = await stranger.Post("/dang-nhap", ("Email", "khong-co@thu.example"), ("Password", "sai-mat-khau"));
        Assert.Contains("Nhập sai 8 lần liền thì phải chờ 15 phút mới đăng nhập được", unknown.Text);
        for (var i = 0; i <= SecuritySetup.WrongPasswords + 1; i++)
        {
            var wrong = await stranger.Post("/dang-nhap", ("Email", person.Email), ("Password", "sai-mat-khau"));
            Assert.Equal(unknown.Comparable.Replace("khong-co@thu.example", person.Email, StringComparison.Ordinal), wrong.Comparable);
        }

        var right = await stranger.Post("/dang-nhap", ("Email", person.Email), ("Password", Given.Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, right.Status);
        Assert.Equal(HttpStatusCode.OK, (await copy.GetAsync("/viec")).StatusCode);
    }
}
