using System.Net;
using Initiatives.Domain.People;
using Initiatives.Web.Platform.Mvc;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Initiatives.Web.Tests.Platform;

/// <summary>Which hosts, proxies and bodies the site takes.</summary>
public sealed class HostingTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Theory]
    [InlineData("sangkien.haiphong.gov.vn", HttpStatusCode.OK)]
    [InlineData("ke-gian.example", HttpStatusCode.BadRequest)]
    public async Task With_an_address_of_its_own_the_site_answers_to_that_name_only(string host, HttpStatusCode status)
    {
        using var site = app.WithWebHostBuilder(builder => builder.UseSetting("Site:Address", "https://sangkien.haiphong.gov.vn"));
        using var client = site.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/dang-nhap");
        request.Headers.Host = host;
        Assert.Equal(status, (await client.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("", "10.1.0.5", "http")]
    [InlineData("10.1.0.5", "10.1.0.5", "https")]
    [InlineData("10.2.0.0/16, 10.1.0.5", "10.2.7.1", "https")]
    [InlineData("10.1.0.5", "10.1.0.6", "http")]
    public async Task Only_a_known_proxy_is_believed(string known, string from, string scheme)
    {
        using var site = app.WithWebHostBuilder(builder => builder.UseSetting("Proxy:Known", known));
        var answer = await site.Server.SendAsync(context =>
        {
            context.Connection.RemoteIpAddress = IPAddress.Parse(from);
            context.Request.Path = "/viec";
            context.Request.Headers["X-Forwarded-Proto"] = "https";
            context.Request.Headers["X-Forwarded-For"] = "203.0.113.9";
        });
        Assert.StartsWith(scheme + "://", answer.Response.Headers.Location.ToString(), StringComparison.Ordinal);
        Assert.Equal(scheme == "https" ? "203.0.113.9" : from, answer.Connection.RemoteIpAddress!.ToString());
    }

    [Fact]
    public async Task A_form_without_a_file_takes_one_megabyte_and_one_with_files_takes_more()
    {
        var author = await app.Given.Person(Role.Author);
        var user = await app.As(author);
        var long_ = new string('a', (int)PageSetup.Form);
        var refused = await user.Post("/dang-xuat", ("thua", long_));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.Status);
        Assert.Contains("Nội dung gửi lên quá lớn", refused.Text);
        Assert.Equal(HttpStatusCode.Redirect, (await user.Post("/sang-kien/soan", ("Title", "Hồ sơ dài"), ("thua", long_))).Status);
    }

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/khong-co", HttpStatusCode.NotFound)]
    public async Task A_probe_by_HEAD_gets_the_answer_of_a_GET_without_its_body(string path, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        var answer = await app.CreateClient().SendAsync(request);
        Assert.Equal((status, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("/loi/500")]
    [InlineData("/loi/403")]
    [InlineData("/loi/404")]
    public async Task An_error_page_asked_for_by_its_address_is_no_page(string path)
    {
        var answer = await app.Anybody().Get(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Contains("Không có trang này", answer.Text);
    }
}
