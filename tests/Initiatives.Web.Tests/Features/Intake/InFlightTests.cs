using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Tests.Features.Intake;

/// <summary>A real connection whose body is still on its way when the cut-off passes: the instant of arrival decides, not that of the last byte.</summary>
public sealed class InFlightTests : IDisposable
{
    private static readonly DateTime CutOff = new(2026, 9, 30, 17, 0, 0, DateTimeKind.Utc);

    private readonly TestApp app = new(listens: true);

    public void Dispose() => app.Dispose();

    /// <summary>Sends the head of a request, waits until the server has begun with it, lets midnight pass, and only then sends the body in pieces.</summary>
    private async Task<string> SendAcross(string path, (string Cookies, string Token) session, DateTime arrives, DateTime ends)
    {
        app.Clock.Now = arrives;
        var address = new Uri(app.Address);
        using var connection = new TcpClient();
        await connection.ConnectAsync(address.Host, address.Port);
        await using var stream = connection.GetStream();
        var head = $"POST {path} HTTP/1.1\r\nHost: {address.Authority}\r\nCookie: {session.Cookies}\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        Assert.Equal("HTTP/1.1 100 Continue", await reader.ReadLineAsync());   // the request has arrived and its body is being waited for
        await reader.ReadLineAsync();
        app.Clock.Now = ends;
        foreach (var part in $"__RequestVerificationToken={Uri.EscapeDataString(session.Token)}".Chunk(40))
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"{part.Length:x}\r\n{new string(part)}\r\n"));
        await stream.WriteAsync("0\r\n\r\n"u8.ToArray());
        return await reader.ReadToEndAsync();
    }

    [Fact]
    public async Task What_arrived_in_the_last_millisecond_counts_though_its_body_ends_after_midnight()
    {
        await app.Given.OpenCycle();
        var dossier = await app.Given.AwaitingDossier();
        app.Clock.Now = CutOff.AddHours(-1);
        var session = await app.Session(dossier.Head);
        var arrived = CutOff.AddMilliseconds(-1);   // 23:59:59.999
        var answer = await SendAcross($"/sang-kien/{dossier.Id}/gui", session, arrived, CutOff.AddMinutes(3));
        Assert.StartsWith("HTTP/1.1 302", answer, StringComparison.Ordinal);
        var stored = await app.Rows(db => db.Initiatives.SingleAsync());
        Assert.Equal((arrived, (int?)1), (stored.SubmittedAt, stored.RegisterNumber));
        Assert.Equal(arrived, await app.Rows(db => db.Endorsements.Select(item => item.At).SingleAsync()));
    }

    [Fact]
    public async Task A_body_held_open_for_longer_than_a_quarter_of_an_hour_counts_from_its_end()
    {
        await app.Given.OpenCycle();
        var dossier = await app.Given.AwaitingDossier();
        app.Clock.Now = CutOff.AddHours(-1);
        var answer = await SendAcross($"/sang-kien/{dossier.Id}/gui", await app.Session(dossier.Head), CutOff.AddMinutes(-1), CutOff.AddMinutes(15));
        Assert.StartsWith("HTTP/1.1 422", answer, StringComparison.Ordinal);
        Assert.Null((await app.Rows(db => db.Initiatives.SingleAsync())).SubmittedAt);
    }

    [Fact]
    public async Task What_is_written_for_a_supplement_counts_when_it_is_written_not_when_its_request_began()
    {
        await app.Given.OpenCycle();
        var id = await app.Given.ReceivedDossier();
        var asked = await app.Given.Supplement(id);
        app.Clock.Now = asked.DueAt.AddHours(-1);
        var answer = await SendAcross($"/sang-kien/{id}/bo-sung/{asked.Items[0].Id}", await app.Session(await app.Given.AuthorIn("11311")), asked.DueAt.AddSeconds(-1), asked.DueAt.AddMinutes(1));
        Assert.StartsWith("HTTP/1.1 422", answer, StringComparison.Ordinal);
        Assert.Contains("Đã hết hạn bổ sung", WebUtility.HtmlDecode(answer));
        Assert.Equal(0, await app.Rows(db => db.SupplementAnswers.CountAsync()));
    }

    [Fact]
    public async Task What_arrived_at_midnight_does_not_count_whenever_its_body_ends()
    {
        await app.Given.OpenCycle();
        var dossier = await app.Given.AwaitingDossier();
        app.Clock.Now = CutOff.AddHours(-1);
        var session = await app.Session(dossier.Head);
        var answer = await SendAcross($"/sang-kien/{dossier.Id}/gui", session, CutOff, CutOff.AddSeconds(1));
        Assert.StartsWith("HTTP/1.1 422", answer, StringComparison.Ordinal);
        Assert.Contains("Yêu cầu của bạn đến máy chủ lúc 00:00:00 ngày 1/10/2026.", WebUtility.HtmlDecode(answer));
        Assert.Null((await app.Rows(db => db.Initiatives.SingleAsync())).SubmittedAt);
    }
}
