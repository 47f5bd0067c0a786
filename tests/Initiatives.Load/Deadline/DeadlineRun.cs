using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Initiatives.Load.Deadline;

/// <summary>
/// The last minute before the cut-off, by the site's clock: four hundred dossiers get their 2 MB of files, are put before
/// the head and sent, over 32 connections; the real cut-off passes during the run. Some are clicked twice, some arrive a
/// moment before the cut-off with a body that ends after it, some come too late and must be refused.
/// </summary>
internal static class DeadlineRun
{
    private const int Dossiers = 400;
    private const int Connections = 32;
    private const int Slow = 6;
    private const int Late = 8;
    private const int Practice = 8;
    private const int FileSize = 2 << 20;

    /// <summary>Last day of intake; the site's clock while people sign in, and when it is started anew before the last minute.</summary>
    private const string Day = "2026-09-30";
    private const string Evening = "2026-09-30T13:00:00Z";
    private const string BeforeLastMinute = "2026-09-30T16:58:10Z";
    private static readonly DateTime Cut = new(2026, 9, 30, 17, 0, 0, DateTimeKind.Utc);

    private sealed record Timing(double Upload, double Put, double Send, double Whole);

    private sealed class State(Site site)
    {
        public Site Site => site;
        public ConcurrentBag<Timing> Timings { get; } = [];
        public ConcurrentDictionary<int, string> Accepted { get; } = [];
        public ConcurrentBag<string> Faults { get; } = [];
        public int Doubles;
        public int Refused;
        public int Answers;
    }

    public static async Task<int> RunAsync(string dll, string folder)
    {
        await using var site = new Site(dll, folder, ("ASPNETCORE_ENVIRONMENT", "Testing"), ("Clock__Start", Evening));
        Console.WriteLine($"Filling a scratch database with {Dossiers} complete drafts (seed scale --phase intake --closes {Day})…");
        var (code, output) = await site.RunAsync("seed", "scale", "--phase", "intake", "--dossiers", Text(Dossiers + Late + Practice), "--drafts", "0", "--past", "0", "--judges", "3", "--sheets-per", "1", "--closes", Day);
        if (code != 0) throw new InvalidOperationException(output);

        await site.StartAsync();
        var drafts = Drafts(site);
        var people = await SignInAsync(site, drafts);
        await site.StopAsync();
        site.Set("Clock__Start", BeforeLastMinute);
        await site.StartAsync();
        var clock = await SiteClock.ReadAsync(site);
        await PractiseAsync(people, drafts.Skip(Dossiers + Late));
        Console.WriteLine($"{people.Count} people signed in; the site's clock says {clock.Now:HH:mm:ss} UTC, the cut-off is {Cut:HH:mm:ss}. Waiting for the last minute…");
        if (clock.Now > Cut.AddSeconds(-62)) throw new InvalidOperationException("The site took too long to start: the last minute has begun already.");
        await clock.UntilAsync(Cut.AddSeconds(-60));

        var state = new State(site);
        var (cpu, watch) = (site.CpuMs(), Stopwatch.StartNew());
        var queue = new ConcurrentQueue<(int Id, int Version, string Unit, int Number)>(drafts.Take(Dossiers).Select((draft, n) => (draft.Id, draft.Version, draft.Unit, n)));
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            while (queue.TryDequeue(out var draft)) await SendOneAsync(state, people, clock, draft);
        })));
        var (spent, took) = (site.CpuMs() - cpu, watch.Elapsed);
        await TooLateAsync(state, people, clock, drafts.Skip(Dossiers).Take(Late));
        await site.StopAsync();
        return await ReportAsync(state, drafts.Take(Dossiers).Select(draft => draft.Id).ToList(), spent, took);
    }

    /// <summary>The officer uploads and puts it before the head, the head sends it; its place in the minute is fixed.</summary>
    private static async Task SendOneAsync(State state, Dictionary<string, (Visitor Officer, Visitor Head)> people, SiteClock clock, (int Id, int Version, string Unit, int Number) draft)
    {
        var (officer, head) = people[draft.Unit];
        var isSlow = draft.Number >= Dossiers - Slow;
        await clock.UntilAsync(Cut.AddSeconds(-59.5 + 53.0 * draft.Number / Dossiers));   // they come evenly; the last six seconds are the last dossiers' own
        var whole = Stopwatch.StartNew();
        var file = PdfFile.Make($"Minh chung {draft.Id}", FileSize);
        var upload = await TimeAsync(state, () => officer.UploadAsync(draft.Id, $"minh-chung-{draft.Id}.pdf", file), "uploading", draft.Id);
        var put = await TimeAsync(state, () => officer.PostAsync($"/sang-kien/{draft.Id}/trinh", [new("version", Text(draft.Version))]), "putting before the head", draft.Id);
        if (isSlow)
        {
            await clock.UntilAsync(Cut.AddSeconds(-0.8));
            var answer = await SlowPost.SendAsync(state.Site.Address, $"/sang-kien/{draft.Id}/gui", head, () => clock.UntilAsync(Cut.AddSeconds(1.2)));
            Interlocked.Increment(ref state.Answers);
            if (answer.Contains(" 302 ", StringComparison.Ordinal)) state.Accepted[draft.Id] = "slow";
            else state.Faults.Add($"dossier {draft.Id}: arrived before the cut-off with a body that ended after it, answered {answer}");
            return;
        }

        // Every eighth is clicked twice, both requests in flight at once.
        var clicks = draft.Number % 8 == 3 ? 2 : 1;
        var sends = await Task.WhenAll(Enumerable.Range(0, clicks).Select(_ => ClickAsync(state, head, draft.Id)));
        if (clicks == 2) Interlocked.Increment(ref state.Doubles);
        state.Timings.Add(new Timing(upload, put, sends.Max(), whole.Elapsed.TotalMilliseconds));
    }

    private static async Task<double> ClickAsync(State state, Visitor head, int id)
    {
        var watch = Stopwatch.StartNew();
        var answer = await head.PostAsync($"/sang-kien/{id}/gui", []);
        Interlocked.Increment(ref state.Answers);
        if (answer.IsDone) state.Accepted[id] = "sent";
        else if (answer.Status != HttpStatusCode.UnprocessableEntity) state.Faults.Add($"dossier {id}, sending: {(int)answer.Status} {answer.Location}");
        return watch.Elapsed.TotalMilliseconds;
    }

    private static async Task<double> TimeAsync(State state, Func<Task<Answer>> act, string what, int id)
    {
        var watch = Stopwatch.StartNew();
        var answer = await act();
        if (!answer.IsDone) state.Faults.Add($"dossier {id}, {what}: {(int)answer.Status} {answer.Find("(?:error-summary|notice-bad)[^>]*>(.{0,300})")}");
        return watch.Elapsed.TotalMilliseconds;
    }

    /// <summary>A site that has run all evening knows its way: a few others upload and are put before the head first.</summary>
    private static Task PractiseAsync(Dictionary<string, (Visitor Officer, Visitor Head)> people, IEnumerable<Draft> drafts) => Task.WhenAll(drafts.Select(async draft =>
    {
        var (officer, head) = people[draft.Unit];
        await officer.UploadAsync(draft.Id, "thu.pdf", PdfFile.Make("Thu", 20_000));
        await officer.PostAsync($"/sang-kien/{draft.Id}/trinh", [new("version", Text(draft.Version))]);
        await head.GetAsync("/sang-kien");
    }));

    /// <summary>What reaches the site after the cut-off is refused with a sentence, and stays.</summary>
    private static async Task TooLateAsync(State state, Dictionary<string, (Visitor Officer, Visitor Head)> people, SiteClock clock, IEnumerable<Draft> drafts)
    {
        await clock.UntilAsync(Cut.AddSeconds(0.05));
        foreach (var draft in drafts)
        {
            var (officer, head) = people[draft.Unit];
            await officer.PostAsync($"/sang-kien/{draft.Id}/trinh", [new("version", Text(draft.Version))]);
            var answer = await head.PostAsync($"/sang-kien/{draft.Id}/gui", []);
            if (answer.Status == HttpStatusCode.UnprocessableEntity && answer.Body.Contains("Đã quá hạn nhận hồ sơ", StringComparison.Ordinal)) state.Refused++;
            else state.Faults.Add($"dossier {draft.Id} came after the cut-off and was answered {(int)answer.Status} {answer.Location}");
        }
    }

    private static async Task<int> ReportAsync(State state, List<int> ids, double cpu, TimeSpan took)
    {
        var rows = Database.Rows(state.Site.Database, "SELECT i.Id, i.RegisterNumber, i.SubmittedAt, (SELECT count(*) FROM Endorsements e WHERE e.InitiativeId = i.Id) FROM Initiatives i WHERE i.RegisterNumber IS NOT NULL",
            row => (Id: row.GetInt32(0), Number: row.GetInt32(1), At: DateTime.Parse(row.GetString(2), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal), Endorsed: row.GetInt32(3)));
        var files = Database.Rows(state.Site.Database, "SELECT InitiativeId FROM Attachments WHERE Size > 2000000", row => row.GetInt32(0)).ToHashSet();
        var stored = rows.Select(row => row.Id).ToHashSet();
        var lost = ids.Count(id => state.Accepted.ContainsKey(id) && !(stored.Contains(id) && files.Contains(id)));
        var doubled = rows.Count - rows.Select(row => row.Number).Distinct().Count() + rows.Count(row => row.Endorsed != 1);
        if (!rows.Select(row => row.Number).Order().SequenceEqual(Enumerable.Range(1, rows.Count))) state.Faults.Add($"register numbers are not 1 to {rows.Count}");
        foreach (var row in rows.Where(row => row.At >= Cut)) state.Faults.Add($"dossier {row.Id} counts as sent at {row.At:O}");
        foreach (var id in stored.Except(ids)) state.Faults.Add($"dossier {id} was accepted after the cut-off");
        if (state.Refused != Late) state.Faults.Add($"{state.Refused} of {Late} late ones were refused with the sentence");
        foreach (var verb in new[] { new[] { "check" }, ["journal", "verify"] })
            if (await state.Site.RunAsync(verb) is { Code: not 0 } said) state.Faults.Add(string.Join(' ', verb) + " fails:\n" + said.Output);

        Line("upload of 2 MB", timing => timing.Upload);
        Line("put before the head", timing => timing.Put);
        Line("send", timing => timing.Send);
        Line("all three", timing => timing.Whole);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{state.Doubles} clicked twice; {Slow} arrived before the cut-off with a body that ended after it; {state.Refused} after it were refused. {cpu / ids.Count:0.0} CPU-ms of the site a dossier (upload, put, send) in {took.TotalSeconds:0} s."));
        foreach (var fault in state.Faults.Take(40)) Console.WriteLine("  " + fault);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{ids.Count} sent, {state.Accepted.Count} accepted, {lost} lost, {doubled} doubled, p99 {Percentile(state.Timings.Select(timing => timing.Send), 99):0} ms"));
        return state.Accepted.Count == ids.Count && rows.Count == ids.Count && lost == 0 && doubled == 0 && state.Faults.IsEmpty ? 0 : 1;

        void Line(string what, Func<Timing, double> part) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what}: p50 {Percentile(state.Timings.Select(part), 50):0} ms, p99 {Percentile(state.Timings.Select(part), 99):0} ms"));
    }

    private sealed record Draft(int Id, int Version, string Unit);

    private static List<Draft> Drafts(Site site) => Database.Rows(site.Database,
        "SELECT i.Id, i.Version, u.UserName FROM Initiatives i JOIN AspNetUsers u ON u.PersonId = i.CreatedById WHERE i.Status = 0 ORDER BY i.Id",
        row => new Draft(row.GetInt32(0), row.GetInt32(1), row.GetString(2)["dau-moi-".Length..].Split('@')[0]));

    private static async Task<Dictionary<string, (Visitor Officer, Visitor Head)>> SignInAsync(Site site, List<Draft> drafts)
    {
        var people = new ConcurrentDictionary<string, (Visitor, Visitor)>();
        await Parallel.ForEachAsync(drafts.Select(draft => draft.Unit).Distinct(), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (unit, _) =>
        {
            var pair = (new Visitor(site.Address, $"dau-moi-{unit}@quy-mo.example"), new Visitor(site.Address, $"thu-truong-{unit}@quy-mo.example"));
            await pair.Item1.SignInAsync("/sang-kien");
            await pair.Item2.SignInAsync("/sang-kien");
            people[unit] = pair;
        });
        return people.ToDictionary();
    }

    private static double Percentile(IEnumerable<double> values, int percent)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, (int)Math.Ceiling(sorted.Count * percent / 100.0) - 1)];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
