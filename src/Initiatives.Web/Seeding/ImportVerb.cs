using Initiatives.Domain.People;
using Initiatives.Web.Data;
using Initiatives.Web.Features.Imports;
using Initiatives.Web.Platform.Files;

namespace Initiatives.Web.Seeding;

/// <summary>
/// <c>import people|units FILE [--apply]</c>: the import of the screen, from a shell. Without --apply it only says what it
/// would do; refused rows make it exit non-zero either way.
/// </summary>
public static class ImportVerb
{
    public static async Task<int> RunAsync(IServiceProvider services, string what, string path, bool applies, TextWriter output)
    {
        if (!File.Exists(path))
        {
            await output.WriteLineAsync($"Không có tệp “{path}”.");
            return 2;
        }

        await using var content = File.OpenRead(path);
        var sheets = WorkbookReader.Read(content, Path.GetFileName(path), "");
        var rows = sheets.Ok ? ImportSheets.Of(sheets.Value, "") : null;
        if (rows is not { Ok: true })
        {
            foreach (var problem in (rows?.Problems ?? sheets.Problems)) await output.WriteLineAsync(problem.Message);
            return 1;
        }

        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var plan = await ImportState.PlanAsync(db, what == "units" ? rows.Value with { People = [] } : rows.Value, CancellationToken.None);
        foreach (var (sheet, number, problem) in plan.Units.SelectMany(row => row.Problems.Select(problem => (ImportSheets.Units, row.Number, problem)))
            .Concat(plan.People.SelectMany(row => row.Problems.Select(problem => (ImportSheets.People, row.Number, problem)))))
            await output.WriteLineAsync($"từ chối  {sheet} dòng {number}: {problem.Message}");
        await output.WriteLineAsync($"mới {plan.Count(RowFate.New)}, sửa {plan.Count(RowFate.Changed)}, giữ nguyên {plan.Count(RowFate.Unchanged)}, từ chối {plan.Count(RowFate.Refused)}, ví dụ {plan.Count(RowFate.Example)}");
        if (!applies) await output.WriteLineAsync("Chưa ghi gì. Thêm --apply để nhập.");
        else if (plan.Writes > 0)
        {
            await ApplyImport.WriteAsync(db, Actor.System, plan, $"{Path.GetFileName(path)}: {ImportState.Words(plan)}", CancellationToken.None);
            await output.WriteLineAsync($"Đã nhập: {ImportState.Words(plan)}.");
        }

        return plan.Count(RowFate.Refused) > 0 ? 1 : 0;
    }
}
