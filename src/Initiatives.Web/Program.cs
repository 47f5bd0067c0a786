using Initiatives.Web.Data;
using Initiatives.Web.Platform;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Platform.Health;
using Initiatives.Web.Platform.Html;
using Initiatives.Web.Platform.Jobs;
using Initiatives.Web.Platform.Mail;
using Initiatives.Web.Platform.Mvc;
using Initiatives.Web.Platform.Security;
using Initiatives.Web.Platform.Time;
using Initiatives.Web.Seeding;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    ContentRootPath = ContentRoot.Find(),
});

builder.Services.AddSingleton(AppClock.From(builder.Configuration, builder.Environment));
builder.Services.AddSingleton<TimeProvider>(services => services.GetRequiredService<AppClock>());
builder.AddDatabase();
builder.AddSecurity();
builder.AddHosting();
builder.AddPages();
builder.Services.AddMediation();
builder.Services.AddMapping(builder.Configuration);
builder.Services.AddSingleton<HtmlCleaner>();
builder.AddFiles();
builder.Services.AddDocuments();
builder.Services.AddJobs();
builder.AddMail();
builder.Services.AddHealth();

var app = builder.Build();
if (Verbs.Find(args) is { } verb) return await verb(app);

app.UseForwardedHeaders();
app.UseArrival();
app.UseHead();
app.UsePageErrors();
app.MapAssets();
app.UseRouting();
app.UseBodyLimit();
app.UseAuthentication();
app.UseRateLimiter();
app.UseNoStore();
app.UseAuthorization();
app.MapControllers();
app.MapHealth();
app.MapFallback("{**path}", () => Results.NotFound()).AllowAnonymous();

await FirstRun.PrepareAsync(app);
await app.StartAsync();
FirstRun.Announce(app);
await app.WaitForShutdownAsync();
return 0;

/// <summary>Lets the tests start the site.</summary>
public partial class Program;
