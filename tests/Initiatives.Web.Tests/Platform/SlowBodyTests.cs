using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Initiatives.Domain.People;
using Initiatives.Web.Features.Accounts;
using Initiatives.Web.Tests.Documents;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Initiatives.Web.Tests.Platform;

/// <summary>A real connection whose body is still on its way when its sender loses his account or a role.</summary>
public sealed class SlowBodyTests : IDisposable
{
    private readonly TestApp app = new(listens: true);

    public void Dispose() => app.Dispose();

    /// <summary>Sends a head and the beginning of the body, lets something happen, and only then sends the rest.</summary>
    private async Task<string> Send(string path, (string Cookies, string Token) session, string type, byte[] first, byte[] rest, Func<Task> meanwhile)
    {
        var address = new Uri(app.Address);
        using var connection = new TcpClient();
        await connection.ConnectAsync(address.Host, address.Port);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: {address.Authority}\r\nCookie: {session.Cookies}\r\nContent-Type: {type}\r\nContent-Length: {first.Length + rest.Length}\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        Assert.Equal("HTTP/1.1 100 Continue", await reader.ReadLineAsync());   // its sender has been looked up, its body is waited for
        await reader.ReadLineAsync();
        await stream.WriteAsync(first);
        await meanwhile();
        await stream.WriteAsync(rest);
        return await reader.ReadToEndAsync();
    }

    private Task<string> SendForm(string path, (string Cookies, string Token) session, Func<Task> meanwhile) =>
        Send(path, session, "application/x-www-form-urlencoded", "a=1&"u8.ToArray(), Encoding.ASCII.GetBytes($"__RequestVerificationToken={Uri.EscapeDataString(session.Token)}"), meanwhile);

    private async Task Close(TestPerson person)
    {
        var admin = await app.Given.Person(Role.Administrator);
        Given.Sure(await app.Send(new CloseAccounts.Command { Ids = [person.Id] }, admin.Actor));
    }

    private Task Demote(TestPerson person) => app.Rows(db => db.People.Where(item => item.Id == person.Id).ExecuteUpdateAsync(set => set.SetProperty(item => item.Roles, Role.Author)));

    [Theory]
    [InlineData("closed", 4, "HTTP/1.1 302")]
    [InlineData("closed", 1_200, "HTTP/1.1 302")]
    [InlineData("demoted", 4, "HTTP/1.1 403")]
    public async Task Who_lost_his_account_or_a_role_before_his_form_had_arrived_does_nothing_with_it(string what, int seconds, string expected)
    {
        await app.Given.OpenCycle();
        var dossier = await app.Given.AwaitingDossier();
        var answer = await SendForm($"/sang-kien/{dossier.Id}/gui", await app.Session(dossier.Head), async () =>
        {
            await (what == "closed" ? Close(dossier.Head) : Demote(dossier.Head));
            app.Clock.Now = app.Clock.Now.AddSeconds(seconds);
        });
        Assert.StartsWith(expected, answer, StringComparison.Ordinal);
        Assert.Equal(what == "closed", answer.Contains("/dang-nhap", StringComparison.Ordinal));
        Assert.Equal(0, await app.Rows(db => db.Endorsements.CountAsync()));
    }

    [Fact]
    public async Task Who_is_still_the_same_is_served_however_slow_his_line_is()
    {
        await app.Given.OpenCycle();
        var dossier = await app.Given.AwaitingDossier();
        var answer = await SendForm($"/sang-kien/{dossier.Id}/gui", await app.Session(dossier.Head), () =>
        {
            app.Clock.Now = app.Clock.Now.AddMinutes(5);
            return Task.CompletedTask;
        });
        Assert.StartsWith("HTTP/1.1 302", answer, StringComparison.Ordinal);
        Assert.Equal(1, await app.Rows(db => db.Endorsements.CountAsync()));
    }

    [Fact]
    public async Task A_file_that_arrives_after_its_sender_s_account_was_closed_is_not_kept()
    {
        var author = await app.Given.Person(Role.Author);
        var saved = await app.Given.CompleteDraft(author);
        var session = await app.Session(author);
        var file = Pdf.Of(Samples.Recognition()).Bytes;
        byte[] body =
        [
            .. Encoding.ASCII.GetBytes($"--vach\r\nContent-Disposition: form-data; name=\"__RequestVerificationToken\"\r\n\r\n{session.Token}\r\n--vach\r\nContent-Disposition: form-data; name=\"Tep\"; filename=\"a.pdf\"\r\nContent-Type: application/pdf\r\n\r\n"),
            .. file, .. "\r\n--vach--\r\n"u8,
        ];
        var answer = await Send($"/sang-kien/{saved.Id}/tep", session, "multipart/form-data; boundary=vach", body[..^100], body[^100..], async () =>
        {
            await Close(author);
            app.Clock.Now = app.Clock.Now.AddSeconds(4);
        });
        Assert.StartsWith("HTTP/1.1 302", answer, StringComparison.Ordinal);
        Assert.Contains("/dang-nhap", answer);
        Assert.Equal(0, await app.Rows(db => db.Attachments.CountAsync()));
    }

    [Fact]
    public void A_body_comes_at_a_kilobyte_a_second_or_not_at_all()
    {
        var rate = app.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits.MinRequestBodyDataRate!;
        Assert.Equal((1024, TimeSpan.FromSeconds(10)), (rate.BytesPerSecond, rate.GracePeriod));
    }
}
