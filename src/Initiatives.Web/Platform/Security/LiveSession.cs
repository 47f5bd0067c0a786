using System.Security.Claims;
using Initiatives.Domain.People;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Rows;
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
    private sealed record Session(string? Stamp, DateTimeOffset? LockoutEnd, Actor Actor);

    /// <summary>Compiled once: no query is asked more often.</summary>
    private static readonly Func<AppDb, string, Task<Session?>> Find = EF.CompileAsyncQuery((AppDb db, string id) =>
        (from account in db.Users
         join person in db.People on account.PersonId equals person.Id
         where account.Id == id
         select new Session(account.SecurityStamp, account.LockoutEnd, new Actor(person.Id, person.Name, person.UnitId, person.Roles, person.Capacity, person.Post))).SingleOrDefault());

    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        if (await ActorOfAsync(http, context.Principal!) is { } actor)
        {
            http.RequestServices.GetRequiredService<CurrentActor>().Value = actor;
            return;
        }

        context.RejectPrincipal();
        await http.SignOutAsync(context.Scheme.Name);
    }

    /// <summary>Whoever is signed in with this principal, as he is now; null: nobody any more.</summary>
    public static async Task<Actor?> ActorOfAsync(HttpContext http, ClaimsPrincipal user)
    {
        var services = http.RequestServices;
        var claims = services.GetRequiredService<IOptions<IdentityOptions>>().Value.ClaimsIdentity;
        var (id, stamp) = (user.FindFirstValue(claims.UserIdClaimType), user.FindFirstValue(claims.SecurityStampClaimType));
        return id is not null && await Find(services.GetRequiredService<AppDb>(), id) is { } found && found.Stamp == stamp && !Account.IsClosedBy(found.LockoutEnd) ? found.Actor : null;
    }
}
