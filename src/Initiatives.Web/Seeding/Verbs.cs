using Initiatives.Web.Data;
using Initiatives.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Seeding;

/// <summary>
/// What an operator runs from a shell: <c>dotnet run --project src/Initiatives.Web -- VERB</c>. Plain output, a non-zero
/// exit on failure.
/// </summary>
public static class Verbs
{
    private const string Help = """
        Các lệnh:
          migrate                              tạo hoặc nâng cấp cơ sở dữ liệu
          seed reference                       nạp đơn vị, lĩnh vực, bộ tiêu chí, căn cứ pháp lý
          seed demo                            nạp dữ liệu minh họa (chỉ khi cơ sở dữ liệu chưa có kỳ nào)
          seed scale [--dossiers N] [--phase intake|screening|judging|closed] …
                                               nạp một kỳ thật lớn để đo (chỉ khi cơ sở dữ liệu trống)
          admin create --email E [--name N] [--password P]
                                               tạo quản trị viên đầu tiên; không có --password thì sinh và in một lần
          import people|units FILE.xlsx [--apply]
                                               nhập tài khoản, đơn vị từ tệp mẫu; không có --apply thì chỉ kiểm tra
          journal verify                       kiểm tra chuỗi niêm phong của nhật ký
          check [--files]                      kiểm tra các bất biến của dữ liệu; --files: đọc lại từng tệp, so SHA-256
        Không có lệnh: chạy trang web. Thêm --help để xem lại danh sách này.
        """;

    /// <summary>The verb that <paramref name="args"/> name; null starts the site.</summary>
    public static Func<WebApplication, Task<int>>? Find(string[] args)
    {
        var words = args.TakeWhile(word => !word.StartsWith("--", StringComparison.Ordinal)).ToArray();
        if (args.Contains("--help")) return _ => Print(Help, 0);
        return words switch
        {
            [] => null,
            ["migrate"] => app => Run(app, _ => Task.CompletedTask, "Cơ sở dữ liệu đã sẵn sàng."),
            ["seed", "reference"] => app => Run(app, services => ReferenceSeed.LoadAsync(services, ContentRoot.SeedData(app.Environment)), "Đã nạp dữ liệu dùng chung."),
            ["seed", "demo"] => SeedDemo,
            ["seed", "scale"] => app => ScaleSeed.RunAsync(app, args[2..]),
            ["admin", "create"] => async app =>
            {
                await Run(app, _ => Task.CompletedTask, null);
                return await AdminCreate.RunAsync(app, args);
            }
            ,
            ["import", "people" or "units", var file] => async app =>
            {
                await Run(app, _ => Task.CompletedTask, null);
                return await ImportVerb.RunAsync(app.Services, words[1], file, args.Contains("--apply"), Console.Out);
            }
            ,
            ["journal", "verify"] => app => JournalVerify.RunAsync(app.Services, Console.Out),
            ["check"] => app => InvariantCheck.RunAsync(app.Services, Console.Out, args.Contains("--files")),
            _ => _ => Print($"Không có lệnh “{string.Join(' ', words)}”.\n{Help}", 2),
        };
    }

    private static Task<int> Print(string text, int code)
    {
        (code == 0 ? Console.Out : Console.Error).WriteLine(text);
        return Task.FromResult(code);
    }

    /// <summary>Every verb that writes first brings the schema up to date, as a start of the site does.</summary>
    private static async Task<int> Run(WebApplication app, Func<IServiceProvider, Task> act, string? done)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AppDb>().BringUpToDateAsync();
        await act(scope.ServiceProvider);
        if (done is not null) Console.WriteLine(done);
        return 0;
    }

    private static async Task<int> SeedDemo(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await db.BringUpToDateAsync();
        if (await db.Cycles.AnyAsync()) return await Print("Cơ sở dữ liệu đã có kỳ xét: không nạp dữ liệu minh họa vào dữ liệu thật.", 1);
        var seedData = ContentRoot.SeedData(app.Environment);
        await ReferenceSeed.LoadAsync(scope.ServiceProvider, seedData);
        await DemoSeed.LoadAsync(app.Services, seedData);
        return await Print("Đã nạp dữ liệu minh họa.", 0);
    }
}
