using System.Net;
using System.Text.RegularExpressions;

namespace Initiatives.Web.Tests;

/// <summary>What came back, whole.</summary>
public sealed record Answer(HttpStatusCode Status, string Body, string? Location, HttpResponseMessage Message)
{
    /// <summary>The text a person reads: tags gone, entities decoded, blanks collapsed.</summary>
    public string Text => Regex.Replace(WebUtility.HtmlDecode(Regex.Replace(Body, "<(script|style)[^>]*>.*?</\\1>|<[^>]+>", " ", RegexOptions.Singleline)), "\\s+", " ").Trim();

    /// <summary>Status and body to compare with another answer: all but the antiforgery token, which differs on every page.</summary>
    public string Comparable => Status + Regex.Replace(Body, "name=\"__RequestVerificationToken\"[^>]*>", "");

    /// <summary>The value of a form field on the page.</summary>
    public string Field(string name) =>
        WebUtility.HtmlDecode(Regex.Match(Body, $"name=\"{Regex.Escape(name)}\"[^>]*value=\"([^\"]*)\"").Groups[1] is { Success: true } after ? after.Value
            : Regex.Match(Body, $"value=\"([^\"]*)\"[^>]*name=\"{Regex.Escape(name)}\"").Groups[1].Value);
}

/// <summary>One browser: keeps cookies, sends the antiforgery token with every form, follows nothing by itself.</summary>
public sealed class TestUser(HttpClient client)
{
    private string? token;

    public async Task<Answer> Get(string path) => await Read(await client.GetAsync(path));

    /// <summary>Gets a page and insists that it is one.</summary>
    public async Task<Answer> Page(string path)
    {
        var answer = await Get(path);
        Assert.True(answer.Status == HttpStatusCode.OK, $"{path}: {answer.Status} {answer.Location}");
        return answer;
    }

    public Task<Answer> Post(string path, params (string Name, string Value)[] fields) =>
        Send(path, async () => new FormUrlEncodedContent([.. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)), new("__RequestVerificationToken", await Token())]));

    /// <summary>Posts as a script does that reads its answer as JSON.</summary>
    public async Task<Answer> PostForJson(string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent([.. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)), new("__RequestVerificationToken", await Token())]),
        };
        request.Headers.Accept.ParseAdd("application/json");
        return await Read(await client.SendAsync(request));
    }

    /// <summary>Posts a form with a file.</summary>
    public Task<Answer> Upload(string path, string name, string fileName, byte[] content, params (string Name, string Value)[] fields) =>
        Send(path, async () =>
        {
            var form = new MultipartFormDataContent { { new StringContent(await Token()), "__RequestVerificationToken" } };
            foreach (var (field, value) in fields) form.Add(new StringContent(value), field);
            form.Add(new ByteArrayContent(content), name, fileName);
            return form;
        });

    /// <summary>Sends a file as script does: the token in a header, JSON for an answer.</summary>
    public Task<Answer> UploadAsScript(string path, string name, string fileName, byte[] content, params (string Name, string Value)[] fields) =>
        AsScript(path, () =>
        {
            var form = new MultipartFormDataContent();
            foreach (var (field, value) in fields) form.Add(new StringContent(value), field);
            var file = new ByteArrayContent(content);   // the name as it is, also one that no browser would send
            file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name={name}; filename*=UTF-8''{Uri.EscapeDataString(fileName)}");
            form.Add(file);
            return form;
        });

    /// <summary>Posts as script does: the token in a header, JSON for an answer.</summary>
    public async Task<Answer> AsScript(string path, Func<HttpContent?> content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content() };
        request.Headers.Add("RequestVerificationToken", await Token());
        request.Headers.Add("Accept", "application/json");
        return await Read(await client.SendAsync(request));
    }

    /// <summary>Posts a body as it is.</summary>
    public async Task<Answer> Send(HttpRequestMessage request) => await Read(await client.SendAsync(request));

    /// <summary>The token that forms carry.</summary>
    public Task<string> FormToken() => Token();

    /// <summary>Posts and insists on the redirect that follows success; answers where it leads.</summary>
    public async Task<string> Done(string path, params (string Name, string Value)[] fields)
    {
        var answer = await Post(path, fields);
        Assert.True(answer.Status == HttpStatusCode.Redirect, $"{path}: {answer.Status} {answer.Text}");
        return answer.Location!;
    }

    /// <summary>Posts as a script of ours does, which is answered with data.</summary>
    public async Task<Answer> Json(string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Headers.Accept.ParseAdd("application/json");
        request.Content = new FormUrlEncodedContent([.. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)), new("__RequestVerificationToken", await Token())]);
        return await Read(await client.SendAsync(request));
    }

    public void ForgetToken() => token = null;

    private async Task<Answer> Send(string path, Func<Task<HttpContent>> content) => await Read(await client.PostAsync(path, await content()));

    private async Task<string> Token() =>
        token ??= (await Get("/dang-nhap")).Field("__RequestVerificationToken");

    private static async Task<Answer> Read(HttpResponseMessage message) =>
        new(message.StatusCode, await message.Content.ReadAsStringAsync(), message.Headers.Location?.ToString(), message);
}
