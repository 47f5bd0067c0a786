using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Initiatives.Web.Platform.Security;

/// <summary>How often somebody who is signed in, or else one address, may ask what is answered to anybody with a code. Whole offices share an address: generous to people, useless for trying codes.</summary>
public static class RateLimits
{
    public const string Lookup = "doi-chieu";

    private const int PerMinute = 60;

    public static void AddRateLimits(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(Lookup, context => RateLimitPartition.GetFixedWindowLimiter(
            context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1) }));
    });
}
