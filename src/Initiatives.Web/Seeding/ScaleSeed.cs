using System.Diagnostics;
using System.Globalization;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Journal;
using Initiatives.Domain.Time;
using Initiatives.Web.Data;
using Initiatives.Web.Platform;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Seeding.Demo;
using Initiatives.Web.Seeding.Scale;
using Microsoft.EntityFrameworkCore;
using static Initiatives.Web.Seeding.Scale.ScaleDossiers;

namespace Initiatives.Web.Seeding;

/// <summary>
/// Fills an empty database with a cycle as big as one may get, to measure on. Rows are written in bulk, by the Domain's own
/// methods, so that <c>check</c> and <c>journal verify</c> hold on them.
/// </summary>
public static class ScaleSeed
{
    /// <summary>Of every account; such a database is for measuring, never for work.</summary>
    public const string Password = "quy-mo-2026";

    public static async Task<int> RunAsync(WebApplication app, string[] args)
    {
        var (options, problem) = ScaleOptions.Read(args);
        if (options is null) return Refuse($"{problem}\n{ScaleOptions.Help}", 2);
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            await db.BringUpToDateAsync();
            if (await db.Cycles.AnyAsync()) return Refuse("Cơ sở dữ liệu đã có kỳ xét: chỉ nạp dữ liệu quy mô lớn vào cơ sở dữ liệu trống.", 1);
            await ReferenceSeed.LoadAsync(scope.ServiceProvider, ContentRoot.SeedData(app.Environment));
        }

        var watch = Stopwatch.StartNew();
        await LoadAsync(app.Services, ContentRoot.SeedData(app.Environment), options, Console.Out);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Đã nạp dữ liệu quy mô lớn trong {watch.Elapsed.TotalSeconds:0.0} giây. Mật khẩu chung: {Password}"));
        return 0;
    }

    public static async Task LoadAsync(IServiceProvider services, string seedData, ScaleOptions options, TextWriter output)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var store = services.GetRequiredService<FileStore>();
        var stage = new ScaleStage(services, DemoData.Read(seedData), options.Seed, output);
        var people = await stage.With(db => ScalePeople.WriteAsync(db, options));
        var files = await stage.With(db => ScaleFiles.WriteAsync(db, store, now));
        var dossiers = new ScaleDossiers(stage, people, files);

        var today = VietnamTime.Today(now);
        if (options.Past > 0)
        {
            var past = await LaunchAsync(stage, people, today.Year - 1, today.AddDays(-420), today.AddDays(-380));
            await dossiers.WriteAsync(past, [.. Enumerable.Repeat(ScaleLife.Eligible, options.Past)], past.OpensAt.AddHours(1), Step(past, options.Past), "Sáng kiến năm trước");
            await new ScalePast(stage, people, store).RecogniseAsync(past.Id, past.ClosesAt.AddDays(10));
        }

        var closes = options.ClosesOn ?? today.AddDays(options.Phase == ScalePhase.Intake ? 30 : -7);
        var cycle = await LaunchAsync(stage, people, today.Year, closes.AddDays(-60), closes);
        await dossiers.WriteAsync(cycle, Lives(options), cycle.OpensAt.AddHours(1), Step(cycle, options.Dossiers), "Hồ sơ");
        if (options.Drafts > 0) await dossiers.WriteAsync(null, [.. Enumerable.Repeat(ScaleLife.Draft, options.Drafts)], cycle.OpensAt.AddHours(2), TimeSpan.FromMinutes(1), "Bản nháp");
        if (options.Phase >= ScalePhase.Judging) await new ScaleJudging(stage, people, options, now).WriteAsync(cycle.Id);
    }

    private static ScaleLife[] Lives(ScaleOptions options) => [.. Enumerable.Range(0, options.Dossiers).Select(i => options.Phase switch
    {
        ScalePhase.Intake => ScaleLife.Draft,
        ScalePhase.Screening when i < options.Queue => ScaleLife.Submitted,
        ScalePhase.Screening when i % 10 == 0 => ScaleLife.Proposed,
        ScalePhase.Screening when i % 10 == 1 => ScaleLife.Ineligible,
        _ => ScaleLife.Eligible,
    })];

    /// <summary>Spreads the dossiers over the days in which the cycle takes them; the last month is left for the acts that follow.</summary>
    private static TimeSpan Step(Cycle cycle, int count) => (cycle.ClosesAt - cycle.OpensAt - TimeSpan.FromDays(30)) / Math.Max(1, count);

    private static Task<Cycle> LaunchAsync(ScaleStage stage, ScalePeople people, int year, DateOnly opens, DateOnly closes) => stage.With(async db =>
    {
        var rubric = await db.Rubrics.OrderByDescending(item => item.Id).FirstAsync();
        var cycle = Must(Cycle.Prepare(year, VietnamTime.StartOfDay(opens), VietnamTime.EndOfDay(closes), closes.AddDays(61), new CycleSettings { AuthorsConfirm = false }, rubric.Id, isDemo: true));
        Must(cycle.WriteNotice(new LaunchNotice("V/v phát động sáng kiến cải cách hành chính",
            "Ủy ban nhân dân thành phố đề nghị các cơ quan, đơn vị, địa phương tổ chức phát động cán bộ, công chức đề xuất sáng kiến cải cách hành chính và gửi hồ sơ đúng hạn.",
            "2345/UBND-NVKTGS", opens.AddDays(-2), people.Leader.Person.Name, "CHỦ TỊCH")));
        Must(cycle.Launch(cycle.OpensAt));
        db.Add(cycle);
        db.Record(people.Clerk.Actor, JournalActions.CyclePrepared, cycle, cycle.Name);
        db.Record(people.Lead.Actor, JournalActions.CycleLaunched, cycle, cycle.Name);
        await db.SaveChangesAsync();
        return cycle;
    });

    private static int Refuse(string text, int code)
    {
        Console.Error.WriteLine(text);
        return code;
    }
}
