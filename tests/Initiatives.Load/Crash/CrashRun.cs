using System.Diagnostics;
using System.Globalization;

namespace Initiatives.Load.Crash;

/// <summary>Eight clients save, upload and send while the site is killed again and again; then everything they were told is looked for.</summary>
internal static class CrashRun
{
    private const int Clients = 8;

    public static async Task<int> RunAsync(string dll, string folder, int seconds)
    {
        await using var site = new Site(dll, folder);
        Console.WriteLine("Filling a scratch database (seed scale --phase intake)…");
        var (code, output) = await site.RunAsync("seed", "scale", "--phase", "intake", "--dossiers", "1", "--drafts", "0", "--past", "0", "--judges", "3", "--sheets-per", "1");
        if (code != 0) throw new InvalidOperationException(output);
        await site.StartAsync();

        var writers = new List<Writer>();
        var ledgers = new List<string>();
        foreach (var (unit, n) in Database.Units(site.Database).Take(Clients).Select((unit, n) => (unit, n)))
        {
            var (officer, head) = (new Visitor(site.Address, $"dau-moi-{unit}@quy-mo.example"), new Visitor(site.Address, $"thu-truong-{unit}@quy-mo.example"));
            await officer.SignInAsync("/sang-kien");
            await head.SignInAsync("/sang-kien");
            ledgers.Add(Path.Combine(folder, $"client-{n}.log"));
            writers.Add(new Writer(n, site, officer, head, new Ledger(ledgers[^1]), new Random(n)));
        }

        Console.WriteLine($"{Clients} clients for {seconds} s; the site is killed at random instants…");
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        var running = writers.Select(writer => Task.Run(() => writer.RunAsync(stop.Token))).ToList();
        var kills = await KillAndStartAsync(site, stop.Token);
        await Task.WhenAll(running);
        await site.KillAsync();
        await site.StartAsync();   // as an operator would: what a start mends, it mends now
        await site.StopAsync();

        var surprises = writers.SelectMany(writer => writer.Surprises).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Killed {kills + 1} times; {writers.Sum(writer => writer.Broken)} requests lost their answer and were sent again; {surprises.Count} answers that no crash explains."));
        foreach (var surprise in surprises.Take(20)) Console.WriteLine("  " + surprise);
        var found = Audit.Run(site, [.. ledgers.SelectMany(Ledger.Read)]);
        foreach (var (verb, sound) in new[] { (new[] { "check" }, "check"), (["journal", "verify"], "journal verify") })
        {
            var (exit, said) = await site.RunAsync(verb);
            Console.WriteLine($"{sound}: {(exit == 0 ? "passes" : "FAILS\n" + said)}");
            if (exit != 0) found.HalfWritten.Add($"{sound} fails");
        }

        foreach (var fault in found.Lost.Take(40)) Console.WriteLine($"  lost: {fault}");
        foreach (var fault in found.HalfWritten.Take(40)) Console.WriteLine($"  half-written: {fault}");
        Console.WriteLine(found.Summary);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{found.Acknowledged} acknowledged, {found.Lost.Count} lost, {found.HalfWritten.Count} half-written"));
        return found.Acknowledged > 0 && found.Lost.Count == 0 && found.HalfWritten.Count == 0 && surprises.Count == 0 ? 0 : 1;
    }

    /// <summary>Kills within a few seconds of each start, sometimes at once; answers how often.</summary>
    private static async Task<int> KillAndStartAsync(Site site, CancellationToken stop)
    {
        var random = new Random();
        var watch = Stopwatch.StartNew();
        var kills = 0;
        try
        {
            for (; ; kills++)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(random.Next(5) == 0 ? random.Next(20, 400) : random.Next(400, 5000)), stop);
                await site.KillAsync();
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {watch.Elapsed.TotalSeconds,6:0.0} s  kill -9"));
                await site.StartAsync(CancellationToken.None);
            }
        }
        catch (OperationCanceledException)
        {
            return kills;
        }
    }
}
