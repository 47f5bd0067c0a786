using System.Net;
using System.Text.RegularExpressions;

namespace Initiatives.Load;

/// <summary>What the site answered.</summary>
internal sealed record Answer(HttpStatusCode Status, string Location, string Body)
{
    public bool IsDone => Status is HttpStatusCode.OK or HttpStatusCode.Redirect && !Location.StartsWith("/dang-nhap", StringComparison.Ordinal);

    /// <summary>The first group of a pattern in the body; empty: not there.</summary>
    public string Find(string pattern) => WebUtility.HtmlDecode(Regex.Match(Body, pattern, RegexOptions.Singleline, TimeSpan.FromSeconds(2)).Groups[1].Value);
}

/// <summary>A signed-in person with a browser's cookies and the token that every form carries.</summary>
internal sealed class Visitor(Uri site, string address) : IDisposable
{
    /// <summary>Of every account of <c>seed scale</c>.</summary>
    public const string Password = "quy-mo-2026";

    private const string TokenField = "__RequestVerificationToken";
    private readonly CookieContainer cookies = new();
    private HttpClient? client;

    public string Address => address;
    public string Token { get; private set; } = "";

    /// <summary>The cookies as a request sends them.</summary>
    public string Cookies => cookies.GetCookieHeader(site);

    private HttpClient Client => client ??= new HttpClient(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        CookieContainer = cookies,
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromSeconds(2),
    })
    { BaseAddress = site, Timeout = TimeSpan.FromSeconds(60) };

    /// <summary>Signs in, then reads the token that goes with this person's forms.</summary>
    public async Task SignInAsync(string landing)
    {
        Token = TokenOf(await GetAsync("/dang-nhap"));
        var answer = await PostAsync("/dang-nhap", [new("Email", address), new("Password", Password)]);
        if (answer.Status != HttpStatusCode.Redirect) throw new InvalidOperationException($"{address} cannot sign in: {answer.Status}");
        var page = await GetAsync(landing);
        if (page.Status != HttpStatusCode.OK) throw new InvalidOperationException($"{address} cannot open {landing}: {page.Status} {page.Location}");
        Token = TokenOf(page);
    }

    public Task<Answer> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    public Task<Answer> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields, bool json = false)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Append(new(TokenField, Token))) };
        if (json) request.Headers.Accept.ParseAdd("application/json");
        return SendAsync(request);
    }

    /// <summary>Uploads one file to a draft.</summary>
    public Task<Answer> UploadAsync(int id, string name, byte[] bytes) => SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/sang-kien/{id}/tep")
    {
        Content = new MultipartFormDataContent
        {
            { new StringContent(Token), TokenField },
            { new StringContent("Evidence"), "Loai" },
            { new ByteArrayContent(bytes) { Headers = { ContentType = new("application/pdf") } }, "Tep", name },
        },
    });

    public void Dispose() => client?.Dispose();

    private async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using (request)
        using (var answer = await Client.SendAsync(request))
            return new Answer(answer.StatusCode, answer.Headers.Location?.OriginalString ?? "", await answer.Content.ReadAsStringAsync());
    }

    private static string TokenOf(Answer page) => page.Find($"name=\"{TokenField}\"[^>]* value=\"([^\"]+)\"");
}
