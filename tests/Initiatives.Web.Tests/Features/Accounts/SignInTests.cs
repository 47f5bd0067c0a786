using System.Net;
using Initiatives.Domain.People;

namespace Initiatives.Web.Tests.Features.Accounts;

public sealed class SignInTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_person_signs_in_and_lands_where_he_wanted_to_go()
    {
        var person = await app.Given.Person(Role.Author);
        var answer = await app.Anybody().Post("/dang-nhap", ("Email", person.Email), ("Password", Given.Password), ("Tiep", "/sang-kien"));
        Assert.Equal((HttpStatusCode.Redirect, "/sang-kien"), (answer.Status, answer.Location));
    }

    [Fact]
    public async Task A_wrong_password_says_so_and_keeps_the_address()
    {
        var person = await app.Given.Person(Role.Author);
        var answer = await app.Anybody().Post("/dang-nhap", ("Email", person.Email), ("Password", "sai-mat-khau"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Thư điện tử hoặc mật khẩu không đúng.", answer.Text);
        Assert.Equal(person.Email, answer.Field("Email"));
    }

    [Fact]
    public async Task A_foreign_address_to_go_on_to_is_not_followed()
    {
        var person = await app.Given.Person(Role.Author);
        var answer = await app.Anybody().Post("/dang-nhap", ("Email", person.Email), ("Password", Given.Password), ("Tiep", "https://evil.example/"));
        Assert.Equal("/viec", answer.Location);
    }

    [Fact]
    public async Task Demo_accounts_are_offered_only_in_development()
    {
        var person = await app.Given.Person(Role.Administrator);
        Assert.DoesNotContain("tài khoản minh họa", (await app.Anybody().Page("/dang-nhap")).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Anybody().Post("/dang-nhap/thu", ("email", person.Email))).Status);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var person = await app.Given.Person(Role.Author);
        using var client = app.CreateClient();
        var answer = await client.PostAsync("/dang-nhap", new FormUrlEncodedContent([new("Email", person.Email), new("Password", Given.Password)]));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task An_unknown_page_answers_404_with_a_page_of_ours()
    {
        var answer = await app.Anybody().Get("/khong-co-trang-nay");
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Contains("lang=\"vi\"", answer.Body);
        Assert.Contains("Không có trang này", answer.Text);
    }
}
