using System.Globalization;
using System.Net;

namespace Initiatives.Load.Pages;

/// <summary>
/// Measures pages on the data of <c>seed scale</c>: warm first (20 s, on a busy machine up to a minute), then three runs of wrk at eight connections, of which the
/// median by CPU is printed, with the CPU that the process of the site used for each request.
/// </summary>
internal static class PagesRun
{
    public const int Connections = 8;

    private static readonly int Warm = Setting("WARM", 20);
    private static readonly int Seconds = Setting("SECONDS_EACH", 10);
    private static readonly int Runs = Setting("RUNS", 3);

    private sealed record Measured(double CpuMs, Load Load);

    public static async Task<int> RunAsync(string dll, string folder, string[] names)
    {
        var unknown = names.Except(Page.All.Select(page => page.Name)).ToList();
        if (unknown.Count > 0)
        {
            Console.Error.WriteLine($"No page {string.Join(", ", unknown)}; there are {string.Join(", ", Page.All.Select(page => page.Name))}.");
            return 2;
        }

        var failures = 0;
        foreach (var pages in Page.All.Where(page => names.Length == 0 || names.Contains(page.Name)).GroupBy(page => page.Phase))
        {
            await using var site = new Site(dll, Directory.CreateDirectory(Path.Combine(folder, pages.Key)).FullName);
            Console.WriteLine($"# seed scale --phase {pages.Key}");
            var (code, output) = await site.RunAsync("seed", "scale", "--phase", pages.Key);
            if (code != 0) throw new InvalidOperationException(output);
            await site.StartAsync();
            foreach (var page in pages)
                if (!await MeasureAsync(site, new Data(site.Database), page)) failures++;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"# {site.ResidentMb():0} MB resident; load of the machine {File.ReadAllText("/proc/loadavg").Split(' ')[0]}"));
            await site.StopAsync();
        }

        return failures == 0 ? 0 : 1;
    }

    private static async Task<bool> MeasureAsync(Site site, Data data, Page page)
    {
        var run = page.Posts is null ? await GetsAsync(site, data, page) : await PostsAsync(site, page.Posts(data));
        if (run is null) return false;
        for (var (rounds, requests) = (0, 0); rounds < 3 && requests < 10_000; rounds++) requests += (await run(Warm)).Requests;
        var measured = new List<Measured>();
        for (var i = 0; i < Runs; i++)
        {
            var before = site.CpuMs();
            var load = await run(Seconds);
            measured.Add(new Measured((site.CpuMs() - before) / Math.Max(1, load.Requests), load));
        }

        var (cpu, median) = measured.OrderBy(item => item.CpuMs).ElementAt(Runs / 2);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{page.Name} cpu_ms={cpu:0.00} p50_ms={median.P50:0.0} p99_ms={median.P99:0.0} rps={median.Requests / median.Seconds:0} bytes={median.Bytes / Math.Max(1, median.Requests)}"));
        var errors = measured.Sum(item => item.Load.Errors);
        if (errors > 0) Console.WriteLine($"  {page.Name}: {errors} answers outside 2xx and 3xx, or none at all");
        return errors == 0;
    }

    private static async Task<Func<int, Task<Load>>?> GetsAsync(Site site, Data data, Page page)
    {
        var (who, path) = (page.Who(data), page.Path(data));
        using var visitor = new Visitor(site.Address, who + "@quy-mo.example");
        if (who.Length > 0) await visitor.SignInAsync("/viec");
        var answer = await visitor.GetAsync(path);
        if (answer.Status != HttpStatusCode.OK || !answer.Body.Contains(page.Marker, StringComparison.Ordinal))
        {
            Console.WriteLine($"{page.Name}: {path} answers {(int)answer.Status} {answer.Location}, without “{page.Marker}”");
            return null;
        }

        var cookies = who.Length > 0 ? visitor.Cookies : "";
        return seconds => Wrk.GetAsync(new Uri(site.Address, path), cookies, site.Folder, seconds);
    }

    /// <summary>Each connection posts as somebody else; the versions that a run ends with are read for the next one.</summary>
    private static async Task<Func<int, Task<Load>>> PostsAsync(Site site, IReadOnlyList<Post> posts)
    {
        var people = new List<(Post Post, Visitor Visitor)>();
        foreach (var post in posts)
        {
            var visitor = new Visitor(site.Address, post.Address + "@quy-mo.example");
            await visitor.SignInAsync("/viec");
            people.Add((post, visitor));
        }

        return async seconds =>
        {
            var lines = new List<string>();
            foreach (var (post, visitor) in people)
            {
                var version = (await visitor.GetAsync(post.Path)).Find("name=\"Version\"[^>]* value=\"(\\d+)\"");
                lines.Add(string.Join('\t', visitor.Cookies, WebUtility.UrlEncode(visitor.Token), post.Path, version, post.Body));
            }

            var file = Path.Combine(site.Folder, "posts.txt");
            await File.WriteAllLinesAsync(file, lines);
            return await Wrk.PostAsync(site.Address, file, site.Folder, seconds);
        };
    }

    private static int Setting(string name, int standard) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : standard;
}
