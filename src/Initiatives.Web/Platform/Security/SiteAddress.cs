using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Initiatives.Web.Platform.Security;

/// <summary>
/// The site's own address for what is written outside a request: mails, codes on certificates. Configured, else the first
/// address the server listens on; never taken from what a request says of itself.
/// </summary>
public sealed partial class SiteAddress(IConfiguration configuration, IServer server)
{
    private const string Trial = "http://localhost:5080";

    /// <summary>Without a slash at its end. Read late: the server knows its addresses only once it listens.</summary>
    public string Value => configuration.SiteAddress()
        ?? Of(server.Features.Get<IServerAddressesFeature>()?.Addresses)
        ?? Of(configuration["urls"]?.Split(';'))
        ?? Trial;

    /// <summary>The first address that a browser on this machine can open; null: there is none.</summary>
    /// <param name="listened">"http://0.0.0.0:5080", "http://[::]:80", "https://+:443", "http://unix:/run/site.sock".</param>
    public static string? Of(IEnumerable<string>? listened) => (listened ?? []).Select(Opened).FirstOrDefault(address => address is not null);

    private static string? Opened(string address)
    {
        if (Form().Match(address.Trim()) is not { Success: true } match || match.Groups["host"].Value == "unix") return null;
        var host = match.Groups["host"].Value is "0.0.0.0" or "[::]" or "+" or "*" ? "localhost" : match.Groups["host"].Value;
        return match.Groups["scheme"].Value + "://" + host + match.Groups["port"].Value;
    }

    [GeneratedRegex(@"^(?<scheme>https?)://(?<host>\[[^\]]+\]|[^/:\[]+)(?<port>:\d+)?(?=/|:|$)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
