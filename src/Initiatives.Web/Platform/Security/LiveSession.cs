using System.Security.Claims;
using Initiatives.Web.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Initiatives.Web.Platform.Security;

/// <summary>
/// What a session cookie is worth now: the account behind it is read with its person at every request. A cookie from
/// before a sign-out or a new password carries an old stamp, a closed account none that counts; both are as if nobody had
/// signed in. Who acts, acts with the roles he holds now, not those of the day he signed in.
/// </summary>
internal static class LiveSession
{
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var (http, user) = (context.HttpContext, context.Principal!);
        var services = http.RequestServices;
        var claims = services.GetRequiredService<IOptions<IdentityOptions>>().Value.ClaimsIdentity;
        var (id, stamp) = (user.FindFirstValue(claims.UserIdClaimType), user.FindFirstValue(claims.SecurityStampClaimType));
        var db = services.GetRequiredService<AppDb>();
        var found = await (from account in db.Users
                           join person in db.People on account.PersonId equals person.Id
                           where account.Id == id
                           select new { account, person }).AsNoTracking().SingleOrDefaultAsync(http.RequestAborted);
        if (found is not null && found.account.SecurityStamp == stamp && !found.account.IsClosed)
        {
            services.GetRequiredService<CurrentActor>().Value = found.person.AsActor();
            return;
        }

        context.RejectPrincipal();
        await http.SignOutAsync(context.Scheme.Name);
    }
}
