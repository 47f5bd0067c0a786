using System.Diagnostics;
using System.Globalization;

namespace Initiatives.Load.Pages;

/// <summary>What wrk saw.</summary>
/// <param name="Errors">Answers with a status above 399, and requests that got none.</param>
internal sealed record Load(int Requests, double Seconds, long Bytes, int Errors, double P50, double P99);

/// <summary>Runs wrk with a script of ours and reads its last line.</summary>
internal static class Wrk
{
    private const string Done = """
        function done(summary, latency, requests)
          local e = summary.errors
          io.write(string.format("load %d %d %d %d %f %f\n", summary.requests, summary.duration, summary.bytes,
            e.connect + e.read + e.write + e.status + e.timeout, latency:percentile(50), latency:percentile(99)))
        end
        """;

    private const string Get = """
        function init(args)
          if args[1] and args[1] ~= "" then wrk.headers["Cookie"] = args[1] end
        end
        """;

    /// <summary>One thread is one connection: it waits for the answer, which says the version of its next save.</summary>
    private const string Save = """
        local threads = 0
        function setup(thread) thread:set("number", threads); threads = threads + 1 end
        function init(args)
          local lines = {}
          for line in io.lines(args[1]) do lines[#lines + 1] = line end
          local cookie, token, path, version, body = lines[number + 1]:match("^(.-)\t(.-)\t(.-)\t(.-)\t(.*)$")
          post = { path = path, version = tonumber(version), body = body .. "&__RequestVerificationToken=" .. token, count = 0 }
          headers = { ["Cookie"] = cookie, ["Accept"] = "application/json", ["Content-Type"] = "application/x-www-form-urlencoded" }
          stamp = tostring(os.time()) .. "-" .. number .. "-"
        end
        function request()
          post.count = post.count + 1
          local body = post.body:gsub("{V}", tostring(post.version)):gsub("{N}", stamp .. post.count)
          return wrk.format("POST", post.path, headers, body)
        end
        function response(status, head, body)
          if status == 200 then post.version = tonumber(body:match('"version":%s*(%d+)')) end
        end
        """;

    public static Task<Load> GetAsync(Uri address, string cookies, string folder, int seconds) =>
        RunAsync(folder, Get, ["-t", "2", "-c", Text(PagesRun.Connections), "-d", $"{seconds}s", address.AbsoluteUri, "--", cookies]);

    /// <param name="posts">Lines of cookie, token, path, version, body.</param>
    public static Task<Load> PostAsync(Uri site, string posts, string folder, int seconds) =>
        RunAsync(folder, Save, ["-t", Text(PagesRun.Connections), "-c", Text(PagesRun.Connections), "-d", $"{seconds}s", site.AbsoluteUri, "--", posts]);

    private static async Task<Load> RunAsync(string folder, string script, IReadOnlyList<string> arguments)
    {
        var path = Path.Combine(folder, "wrk.lua");
        await File.WriteAllTextAsync(path, script + "\n" + Done);
        using var wrk = Process.Start(new ProcessStartInfo("wrk", ["-s", path, "--timeout", "10s", .. arguments]) { RedirectStandardOutput = true })!;
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        var words = output.Split('\n').LastOrDefault(line => line.StartsWith("load ", StringComparison.Ordinal))?.Split(' ') ?? throw new InvalidOperationException(output);
        double Number(int at) => double.Parse(words[at], CultureInfo.InvariantCulture);
        return new Load((int)Number(1), Number(2) / 1e6, (long)Number(3), (int)Number(4), Number(5) / 1000, Number(6) / 1000);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
