using Initiatives.Domain.Access;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Rows;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Initiatives.Web.Platform.Security;

/// <summary>Sign-in, policies and headers.</summary>
public static class SecuritySetup
{
    /// <summary>
    /// Wrong passwords in a row for one account from one place (an address of the network) after which they rest for
    /// <see cref="RestMinutes"/>. The account itself stays open: a stranger's guesses lock nobody out.
    /// </summary>
    public const int WrongPasswords = 8;

    /// <summary>Wrong passwords from one place, whosever; a whole office or the province's network may stand behind it.</summary>
    public const int WrongFromPlace = 100;

    public const int RestMinutes = 15;

    public static void AddSecurity(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<CurrentActor>();
        services.AddScoped<Arrival>();
        services.AddRateLimits();
        services.AddSingleton<Attempts>();
        services.AddDataProtection().PersistKeysToDbContext<AppDb>().SetApplicationName("sang-kien");
        services.AddIdentity<Account, IdentityRole>(options =>
            {
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                options.User.RequireUniqueEmail = true;
                options.Password.RequiredLength = 10;
                options.Password.RequireNonAlphanumeric = false;
                options.Password.RequireUppercase = false;
            })
            .AddEntityFrameworkStores<AppDb>()
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
            options.Events.OnValidatePrincipal = LiveSession.ValidateAsync;
            options.Events.OnRedirectToLogin = context =>
            {
                // A form that saves itself is told, not led away: what was typed stays on its page.
                if (context.Request.WantsJson()) return Refuse(context.Response, StatusCodes.Status401Unauthorized);
                context.Response.Redirect(context.RedirectUri);
                return Task.CompletedTask;
            };
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

    private static Task Refuse(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return response.WriteAsJsonAsync(new { status });
    }

    /// <summary>First in the pipeline: the instant of arrival and the headers that every answer carries.</summary>
    public static void UseArrival(this WebApplication app) => app.Use((context, next) =>
    {
        context.RequestServices.GetRequiredService<Arrival>().Stamp();
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        return next();
    });

    /// <summary>After authentication: what a person sees by his office is not left in the cache of a shared machine.</summary>
    public static void UseNoStore(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.User.Identity?.IsAuthenticated == true)
        {
            context.Response.OnStarting(() =>
            {
                if (!context.Response.Headers.ContainsKey("Cache-Control")) context.Response.Headers.CacheControl = "no-store";
                return Task.CompletedTask;
            });
        }

        return next();
    });
}
