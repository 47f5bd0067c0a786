using System.Text.Encodings.Web;
using System.Text.Unicode;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.WebEncoders;

namespace Initiatives.Web.Platform.Mvc;

/// <summary>MVC, its views beside their slices, its errors as pages of ours.</summary>
public static class PageSetup
{
    /// <summary>Bytes that a form without a file may have.</summary>
    public const long Form = 1 << 20;

    /// <summary>Bytes that a form of long texts may have: twice the longest dossier, encoded.</summary>
    public const long Texts = 8L << 20;

    /// <summary>Bytes that a form with files may have: a whole dossier and some.</summary>
    public const long Upload = 220L << 20;

    public static void AddPages(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddControllersWithViews(options =>
        {
            options.ModelBinderProviders.Insert(0, new VietnameseBinders());
            options.ModelBinderProviders.Insert(1, new MapBinders());
            options.ModelMetadataDetailsProviders.Add(new EmptyStrings());
            options.Filters.Add<NoGaps>();
            options.Filters.Add<SlowBodyFilter>();
            options.Filters.Add<RowNotFoundFilter>();
            options.Filters.Add<ExpiredFormFilter>();
            options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            Vietnamese.Messages(options.ModelBindingMessageProvider);
        });
        services.AddRazorComponents();
        services.Configure<RazorViewEngineOptions>(options => options.ViewLocationExpanders.Add(new FeatureViewLocations()));
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<FormOptions>(options =>
        {
            options.MultipartBodyLengthLimit = Upload;
            options.ValueLengthLimit = 4 << 20;
            options.ValueCountLimit = 4096;
        });
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = Form;
            options.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 1024, gracePeriod: TimeSpan.FromSeconds(10));
        });
        services.AddRouting(options => options.LowercaseUrls = true);
    }

    /// <summary>Errors answer with a page that says what happened and what to do, whatever went wrong.</summary>
    public static void UsePageErrors(this WebApplication app)
    {
        app.UseExceptionHandler("/loi/500");
        app.UseStatusCodePagesWithReExecute("/loi/{0}");
        if (!app.Environment.IsDevelopment() && !app.Environment.IsEnvironment("Testing")) app.UseHsts();
    }

    /// <summary>Before routing, which knows no HEAD: it is answered as a GET without its body.</summary>
    public static void UseHead(this WebApplication app) => app.Use((context, next) =>
    {
        if (HttpMethods.IsHead(context.Request.Method)) (context.Request.Method, context.Response.Body) = (HttpMethods.Get, Stream.Null);
        return next();
    });

    public static void MapAssets(this WebApplication app) => app.UseStaticFiles(new StaticFileOptions
    {
        OnPrepareResponse = context => context.Context.Response.Headers.CacheControl =
            context.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, max-age=3600",
    });

    private sealed class RowNotFoundFilter : IExceptionFilter
    {
        public void OnException(ExceptionContext context)
        {
            if (context.Exception is not RowNotFoundException) return;
            context.Result = new NotFoundResult();
            context.ExceptionHandled = true;
        }
    }

    /// <summary>A form whose token is gone (expired session, cookies cleared) gets a page that says so, not a bare 400.</summary>
    private sealed class ExpiredFormFilter : IAlwaysRunResultFilter
    {
        public void OnResultExecuting(ResultExecutingContext context)
        {
            if (context.Result is not Microsoft.AspNetCore.Mvc.Core.Infrastructure.IAntiforgeryValidationFailedResult) return;
            // The check reads the form to find the token, and takes a form that never ends for one without.
            context.Result = context.HttpContext.WasExceeded()
                ? new StatusCodeResult(StatusCodes.Status413PayloadTooLarge)
                : context.HttpContext.Request.WantsJson()
                ? new JsonResult(new { status = StatusCodes.Status400BadRequest }) { StatusCode = StatusCodes.Status400BadRequest }
                : new ViewResult { ViewName = "/Features/Home/ExpiredForm.cshtml", StatusCode = StatusCodes.Status400BadRequest };
        }

        public void OnResultExecuted(ResultExecutedContext context)
        {
        }
    }
}
