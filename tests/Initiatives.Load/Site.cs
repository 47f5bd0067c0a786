using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Initiatives.Load;

/// <summary>
/// The site under load: its own process, a scratch SQLite database and files folder, the loopback address only. What it
/// prints goes to a file beside them.
/// </summary>
internal sealed class Site : IAsyncDisposable
{
    private static readonly HttpClient Probe = new(new SocketsHttpHandler { UseProxy = false, ConnectTimeout = TimeSpan.FromSeconds(1) }) { Timeout = TimeSpan.FromSeconds(2) };

    private readonly string dll;
    private readonly Dictionary<string, string> settings;
    private Process? process;

    /// <param name="dll">Initiatives.Web.dll of a Release build or a publish.</param>
    /// <param name="folder">Scratch; kept as long as the caller keeps it.</param>
    public Site(string dll, string folder, params ReadOnlySpan<(string Key, string Value)> extra)
    {
        (this.dll, Folder) = (dll, folder);
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        Directory.CreateDirectory(Temporary);
        settings = new()
        {
            ["ASPNETCORE_URLS"] = Address.ToString().TrimEnd('/'),
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ConnectionStrings__Main"] = $"Data Source={Database}",
            ["Files__Folder"] = Files,
            ["TMPDIR"] = Temporary,
            ["DOTNET_NOLOGO"] = "1",
        };
        foreach (var (key, value) in extra) settings[key] = value;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => process?.Kill();   // also when the script that runs us is interrupted
    }

    public string Folder { get; }
    public string Database => Path.Combine(Folder, "site.db");
    public string Files => Path.Combine(Folder, "files");
    public string Temporary => Path.Combine(Folder, "tmp");
    public Uri Address { get; }

    /// <summary>Changes a setting; it holds from the next start on.</summary>
    public void Set(string key, string value) => settings[key] = value;

    /// <summary>Starts it and waits until it answers.</summary>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        process = Launch(Path.Combine(Folder, "site.log"));
        while (!await AnswersAsync(cancellationToken))
        {
            if (process.HasExited) throw new InvalidOperationException($"The site ended by itself ({process.ExitCode}); see {Folder}/site.log");
            await Task.Delay(25, cancellationToken);
        }
    }

    public async Task<bool> AnswersAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            using var answer = await Probe.GetAsync(new Uri(Address, "/health/live"), cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        if (process is null) return;
        if (!process.HasExited) process.Kill();   // SIGKILL: nothing is flushed, nothing is said
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>Asks it to end (SIGTERM) and waits.</summary>
    public async Task StopAsync()
    {
        if (process is null) return;
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(40));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
        }

        process.Dispose();
        process = null;
    }

    /// <summary>Runs a verb to its end; answers its exit code and what it printed.</summary>
    public async Task<(int Code, string Output)> RunAsync(params string[] verb)
    {
        using var run = Launch(null, verb);
        var (output, errors) = (run.StandardOutput.ReadToEndAsync(), run.StandardError.ReadToEndAsync());
        await run.WaitForExitAsync();
        return (run.ExitCode, await output + await errors);
    }

    /// <summary>Milliseconds of CPU that the process has used, in user and kernel mode, all threads.</summary>
    public double CpuMs()
    {
        var stat = File.ReadAllText($"/proc/{process!.Id}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) * 10.0;   // ticks of 1/100 s
    }

    /// <summary>Megabytes resident.</summary>
    public double ResidentMb() =>
        File.ReadLines($"/proc/{process!.Id}/status").First(line => line.StartsWith("VmRSS", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries) is var parts
            ? double.Parse(parts[^2], CultureInfo.InvariantCulture) / 1024 : 0;

    public async ValueTask DisposeAsync() => await KillAsync();

    private Process Launch(string? log, params string[] verb)
    {
        var start = new ProcessStartInfo("dotnet", [dll, .. verb]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (key, value) in settings) start.Environment[key] = value;
        var started = Process.Start(start)!;
        if (log is null) return started;
        foreach (var stream in new[] { started.StandardOutput, started.StandardError }) _ = CopyAsync(stream, log);
        return started;
    }

    private static async Task CopyAsync(StreamReader from, string to)
    {
        await using var file = new FileStream(to, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        await from.BaseStream.CopyToAsync(file);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
