using System.Net;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;

namespace Initiatives.Web.Platform.Security;

/// <summary>Under which name the site answers, and which proxies may say for whom they ask.</summary>
public static class HostingSetup
{
    /// <summary>The public address without a slash at its end, as documents print it; null: none is configured.</summary>
    public static string? SiteAddress(this IConfiguration configuration) =>
        configuration["Site:Address"] is { Length: > 0 } address ? address.TrimEnd('/') : null;

    public static void AddHosting(this WebApplicationBuilder builder)
    {
        var (configuration, services) = (builder.Configuration, builder.Services);
        services.AddSingleton<SiteAddress>();
        if (configuration["AllowedHosts"] is null or "" or "*" && configuration.SiteAddress() is { } address)
            services.Configure<HostFilteringOptions>(options => options.AllowedHosts = [new Uri(address).Host]);

        // Nobody is believed by default, not even a neighbour on this machine: "10.1.0.5, 10.2.0.0/16".
        var known = (configuration["Proxy:Known"] ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = known.Length == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.ForwardLimit = null;   // as far back as the proxies are known
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var proxy in known) options.KnownIPNetworks.Add(proxy.Contains('/') ? System.Net.IPNetwork.Parse(proxy) : new System.Net.IPNetwork(IPAddress.Parse(proxy), proxy.Contains(':') ? 128 : 32));
        });
    }
}
