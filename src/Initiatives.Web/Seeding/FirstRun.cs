using Initiatives.Web.Data;
using Initiatives.Web.Platform;
using Initiatives.Web.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Seeding;

/// <summary>Before the site listens: the schema is brought up to date, half-written files are swept; Development with an empty database gets the demo.</summary>
public static class FirstRun
{
    public static async Task PrepareAsync(WebApplication app)
    {
        if (app.Environment.IsEnvironment("Testing")) return;   // tests bring their own database
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await db.BringUpToDateAsync();
        scope.ServiceProvider.GetRequiredService<FileStore>().Sweep();
        if (!app.Environment.IsDevelopment() || await db.Units.AnyAsync()) return;
        var seedData = ContentRoot.SeedData(app.Environment);
        Console.WriteLine("Cơ sở dữ liệu trống: nạp dữ liệu dùng chung và dữ liệu minh họa…");
        await ReferenceSeed.LoadAsync(scope.ServiceProvider, seedData);
        await DemoSeed.LoadAsync(app.Services, seedData);
    }

    public static void Announce(WebApplication app)
    {
        if (app.Environment.IsEnvironment("Testing")) return;
        foreach (var url in app.Urls) Console.WriteLine($"Sáng Kiến đang chạy tại {url}");
        if (!app.Environment.IsDevelopment()) return;
        Console.WriteLine($"Tài khoản minh họa (mật khẩu chung: {DemoAccounts.Password}):");
        foreach (var account in DemoAccounts.Offered(app.Environment)) Console.WriteLine($"  {account.Label,-20} {account.Name,-18} {account.Email}");
    }
}
