using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Initiatives.Load.Deadline;

/// <summary>A request over a slow line: its head reaches the site at once, its body only when it is let go.</summary>
internal static class SlowPost
{
    /// <summary>The status line of the answer.</summary>
    public static async Task<string> SendAsync(Uri site, string path, Visitor visitor, Func<Task> letGo)
    {
        var body = $"__RequestVerificationToken={WebUtility.UrlEncode(visitor.Token)}";
        var head = string.Create(CultureInfo.InvariantCulture,
            $"POST {path} HTTP/1.1\r\nHost: {site.Authority}\r\nCookie: {visitor.Cookies}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n");
        using var socket = new TcpClient { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, site.Port);
        await using var line = socket.GetStream();
        await line.WriteAsync(Encoding.ASCII.GetBytes(head));
        await line.FlushAsync();
        await letGo();
        await line.WriteAsync(Encoding.ASCII.GetBytes(body));
        using var reader = new StreamReader(line);
        return await reader.ReadLineAsync() ?? "";
    }
}
