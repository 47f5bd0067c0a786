using System.Net;
using System.Text.RegularExpressions;
using Initiatives.Domain.People;
using Initiatives.Web.Features.Accounts;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Invitations;

/// <summary>"Quên mật khẩu" tells nobody who has an account, and floods no mailbox.</summary>
public sealed class ResetTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Who_forgot_his_password_chooses_a_new_one_by_mail()
    {
        var person = await app.Given.Person(Role.Author);
        Assert.Contains("/quen-mat-khau", (await app.Anybody().Page("/dang-nhap")).Body);
        Assert.Equal("/quen-mat-khau?xong=true", await app.Anybody().Done("/quen-mat-khau", ("Email", $" {person.Email.ToUpperInvariant()} ")));
        await app.DrainJobs();
        var mail = Assert.Single(app.Mails());
        Assert.Equal(person.Email, mail.To);
        var path = Regex.Match(mail.Text, "/tai-khoan/dat-lai/[a-z0-9-]+").Value;
        Assert.Equal("/viec", (await app.Anybody().Post(path, ("Password", "hai-au-bay-xa-7"), ("Again", "hai-au-bay-xa-7"))).Location);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await app.Anybody().Post("/dang-nhap", ("Email", person.Email), ("Password", Given.Password))).Status);
    }

    [Fact]
    public async Task Every_address_gets_the_same_answer_and_leaves_the_same_trace()
    {
        var person = await app.Given.Person(Role.Author);
        var closed = await app.Given.Person(Role.Author);
        await app.Send(new CloseAccounts.Command { Ids = [closed.Id] });
        var traces = new List<(HttpStatusCode, string?, string, int, int)>();
        foreach (var email in new[] { person.Email, closed.Email, "khong-co@thu.example", "khong phai thu" })
        {
            var before = await app.Rows(async db => (await db.Jobs.CountAsync(), await db.Journal.CountAsync()));
            var user = app.Anybody();
            var answer = await user.Post("/quen-mat-khau", ("Email", email));
            var after = await app.Rows(async db => (await db.Jobs.CountAsync(), await db.Journal.CountAsync()));
            traces.Add((answer.Status, answer.Location, (await user.Page(answer.Location!)).Comparable, after.Item1 - before.Item1, after.Item2 - before.Item2));
        }

        Assert.All(traces, trace => Assert.Equal(traces[0], trace));
        Assert.Equal(1, traces[0].Item4);
        await app.DrainJobs();
        Assert.Equal([person.Email], app.Mails().Select(mail => mail.To));
    }

    [Fact]
    public async Task One_address_gets_three_letters_an_hour_and_hears_nothing_of_it()
    {
        var person = await app.Given.Person(Role.Author);
        for (var i = 0; i < 5; i++) Assert.Equal("/quen-mat-khau?xong=true", await app.Anybody().Done("/quen-mat-khau", ("Email", person.Email)));
        await app.DrainJobs();
        Assert.Equal(3, app.Mails().Count);
        app.Clock.Now = app.Clock.Now.AddHours(1);
        await app.Anybody().Done("/quen-mat-khau", ("Email", person.Email));
        await app.DrainJobs();
        Assert.Equal(4, app.Mails().Count);
    }

    [Fact]
    public async Task From_one_place_twenty_askings_an_hour_are_taken()
    {
        for (var i = 0; i < 20; i++) await app.Anybody().Done("/quen-mat-khau", ("Email", $"ai{i}@thu.example"), ("Place", $"gia-mao-{i}"));
        var answer = await app.Anybody().Post("/quen-mat-khau", ("Email", "ai21@thu.example"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Từ mạng này đã có quá nhiều yêu cầu trong một giờ.", answer.Text);
    }

    [Fact]
    public async Task A_stranger_who_asks_voids_nobody_s_slip()
    {
        var admin = await app.As(await app.Given.Person(Role.Administrator));
        var person = await app.Given.Person(Role.Author);
        var slips = await admin.Post("/quan-tri/tai-khoan/phieu", ("Ids", $"{person.Id}"));
        var match = Regex.Match(slips.Text, @"(/tai-khoan/dat-lai) rồi gõ ([a-z0-9-]{29})");
        await app.Anybody().Done("/quen-mat-khau", ("Email", person.Email));
        await app.DrainJobs();
        Assert.Equal(HttpStatusCode.OK, (await app.Anybody().Get($"{match.Groups[1].Value}/{match.Groups[2].Value}")).Status);
    }

    [Fact]
    public async Task Without_mail_the_page_says_whom_to_ask_and_nothing_is_put_down()
    {
        using var silent = app.WithWebHostBuilder(builder => builder.UseSetting("Mail:Folder", ""));
        var user = new TestUser(silent.CreateClient(new() { AllowAutoRedirect = false }));
        Assert.Contains("Hệ thống chưa gửi được thư điện tử. Nhờ cán bộ đầu mối", (await user.Page("/quen-mat-khau")).Text);
        await user.Done("/quen-mat-khau", ("Email", "ai@thu.example"));
        Assert.Equal(0, await app.Rows(db => db.Jobs.CountAsync()));
    }
}
