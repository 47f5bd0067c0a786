using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Initiatives.Web.Platform.Security;

/// <summary>How often somebody who is signed in, or else one address, may ask what is answered to anybody with a code. Whole offices share an address: generous to people, useless for trying codes.</summary>
public static class RateLimits
{
    public const string Lookup = "doi-chieu";

    /// <summary>Remarks that anybody may leave.</summary>
    public const string Remark = "gop-y";

    private const int PerMinute = 60;
    private const int RemarksInTenMinutes = 20;

    public static void AddRateLimits(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(Lookup, context => Each(context, PerMinute, TimeSpan.FromMinutes(1)));
        options.AddPolicy(Remark, context => Each(context, RemarksInTenMinutes, TimeSpan.FromMinutes(10)));
    });

    private static RateLimitPartition<string> Each(HttpContext context, int most, TimeSpan window) => RateLimitPartition.GetFixedWindowLimiter(
        context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? context.Connection.RemoteIpAddress?.ToString() ?? "",
        _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = window });
}
