using Initiatives.Web.Data;
using Initiatives.Web.Data.Rows;
using Initiatives.Web.Platform.Mail;
using Initiatives.Web.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatives.Web.Tests.Platform;

/// <summary>Mail leaves with the save that asked for it, once, in text and HTML alike.</summary>
public sealed class MailTests : IDisposable
{
    private static readonly Mail Letter = new("thu@thu.example", "Nhắc nộp hồ sơ “Chợ <Sắt>”", ["Hồ sơ chưa gửi.", "Hạn: hết 23:59:59 ngày 30/9/2026."], "Mở hồ sơ", "/sang-kien/7");

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    private async Task Add(Mail mail, params string[] keys)
    {
        await using var scope = app.Services.CreateAsyncScope();
        foreach (var key in keys) scope.ServiceProvider.GetRequiredService<Outbox>().Add(mail, key);
        await scope.ServiceProvider.GetRequiredService<AppDb>().SaveChangesAsync();
    }

    [Fact]
    public async Task A_mail_reads_the_same_in_text_and_in_html()
    {
        await Add(Letter, "mot");
        Assert.Empty(app.Mails());
        Assert.Equal(1, await app.DrainJobs());
        var mail = Assert.Single(app.Mails());
        Assert.Equal(("thu@thu.example", "Nhắc nộp hồ sơ “Chợ <Sắt>”"), (mail.To, mail.Subject));
        Assert.Equal("Hồ sơ chưa gửi.\n\nHạn: hết 23:59:59 ngày 30/9/2026.\n\nMở hồ sơ: http://localhost:5080/sang-kien/7\n", mail.Text);
        Assert.Contains("href=\"http://localhost:5080/sang-kien/7\"", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<Sắt>", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_configured_address_a_link_leads_where_the_site_listens()
    {
        using var listening = new TestApp(listens: true);
        await using var scope = listening.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Outbox>().Add(Letter, "mot");
        await scope.ServiceProvider.GetRequiredService<AppDb>().SaveChangesAsync();
        await listening.DrainJobs();
        Assert.Contains($"Mở hồ sơ: {listening.Address}/sang-kien/7\n", Assert.Single(listening.Mails()).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://0.0.0.0:8080", "http://localhost:8080")]
    [InlineData("http://[::]:80", "http://localhost:80")]
    [InlineData("https://+:443/", "https://localhost:443")]
    [InlineData("http://10.1.0.5:5080", "http://10.1.0.5:5080")]
    [InlineData("http://unix:/run/site.sock", null)]
    public void An_address_that_means_every_one_of_the_machine_is_written_as_localhost(string listened, string? written) =>
        Assert.Equal(written, SiteAddress.Of([listened]));

    [Fact]
    public async Task The_same_key_is_sent_once_whether_asked_in_one_save_or_in_two()
    {
        await Add(Letter, "mot", "mot");
        await Add(Letter, "mot", "hai");
        Assert.Equal(2, await app.DrainJobs());
        Assert.Equal(2, app.Mails().Count);
    }

    [Fact]
    public async Task What_a_mail_said_is_forgotten_once_it_has_left()
    {
        await Add(Letter, "mot");
        await app.DrainJobs();
        Assert.Equal((JobStatus.Done, ""), await app.Rows(async db => { var job = await db.Jobs.SingleAsync(); return (job.Status, job.Payload); }));
    }

    [Fact]
    public async Task An_address_that_is_none_parks_the_mail_and_sends_nothing()
    {
        await Add(Letter with { To = "khong phai dia chi @" }, "mot");
        await app.DrainJobs();
        Assert.Empty(app.Mails());
        Assert.Equal("Địa chỉ thư “khong phai dia chi @” không đúng.", await app.Rows(db => db.Jobs.Select(job => job.LastError).SingleAsync()));
    }
}
