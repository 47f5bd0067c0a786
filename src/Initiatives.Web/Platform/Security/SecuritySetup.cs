using System.Security.Claims;
using Initiatives.Domain.Access;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Rows;
using Initiatives.Web.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Initiatives.Web.Platform.Security;

/// <summary>Sign-in, policies and headers.</summary>
public static class SecuritySetup
{
    internal const string PersonClaim = "person";

    public static void AddSecurity(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<CurrentActor>();
        services.AddScoped<Arrival>();
        services.AddDataProtection().PersistKeysToDbContext<AppDb>().SetApplicationName("sang-kien");
        services.AddIdentity<Account, IdentityRole>(options =>
            {
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                options.User.RequireUniqueEmail = true;
                options.Password.RequiredLength = 10;
                options.Password.RequireNonAlphanumeric = false;
                options.Password.RequireUppercase = false;
                options.Lockout.MaxFailedAccessAttempts = 8;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
            })
            .AddEntityFrameworkStores<AppDb>()
            .AddClaimsPrincipalFactory<PersonClaims>()
            .AddDefaultTokenProviders();
        if (builder.Environment.IsDevelopment())   // a hundred and fifty demo people in a second instead of ten
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = 10_000);
        services.ConfigureApplicationCookie(options =>
        {
            options.LoginPath = "/dang-nhap";
            options.ReturnUrlParameter = "tiep";
            options.Cookie.Name = "sangkien";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.ExpireTimeSpan = TimeSpan.FromHours(12);
            options.SlidingExpiration = true;
            options.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        services.AddScoped<IAuthorizationHandler, PermissionHandler>();
        services.AddAuthorization(options =>
        {
            foreach (var permission in Enum.GetValues<Permission>())
                options.AddPolicy(permission.ToString(), policy => policy.RequireAuthenticatedUser().AddRequirements(new PermissionRequirement(permission)));
            options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        });
        services.AddAntiforgery(options => options.Cookie.Name = "sangkien-form");
    }

    /// <summary>First in the pipeline: the instant of arrival and the headers that every answer carries.</summary>
    public static void UseArrival(this WebApplication app) => app.Use((context, next) =>
    {
        context.RequestServices.GetRequiredService<Arrival>().Stamp();
        if (HttpMethods.IsHead(context.Request.Method))   // answered as a GET without its body
        {
            context.Request.Method = HttpMethods.Get;
            context.Response.Body = Stream.Null;
        }

        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        return next();
    });

    /// <summary>After authentication: who acts, with the roles he holds now, not those of the day he signed in.</summary>
    public static void UseCurrentActor(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (int.TryParse(context.User.FindFirstValue(PersonClaim), out var id))
        {
            var db = context.RequestServices.GetRequiredService<AppDb>();
            var person = await db.People.AsNoTracking().SingleOrDefaultAsync(item => item.Id == id, context.RequestAborted);
            if (person is not null) context.RequestServices.GetRequiredService<CurrentActor>().Value = person.AsActor();
            context.Response.OnStarting(() =>
            {
                // What a person sees by his office is not left in the cache of a shared machine.
                if (!context.Response.Headers.ContainsKey("Cache-Control")) context.Response.Headers.CacheControl = "no-store";
                return Task.CompletedTask;
            });
        }

        await next();
    });

    private sealed class PersonClaims(UserManager<Account> users, IOptions<IdentityOptions> options)
        : UserClaimsPrincipalFactory<Account>(users, options)
    {
        protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
        {
            var identity = await base.GenerateClaimsAsync(user);
            identity.AddClaim(new Claim(PersonClaim, user.PersonId.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            return identity;
        }
    }
}
