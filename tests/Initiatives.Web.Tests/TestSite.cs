using System.Collections.Concurrent;
using System.Net;
using Initiatives.Web.Data;
using Initiatives.Web.Documents;
using Initiatives.Web.Platform.Files;
using Initiatives.Web.Platform.Files.Inspection;
using Initiatives.Web.Platform.Html;
using Initiatives.Web.Platform.Jobs;
using Initiatives.Web.Platform.Mail;
using Initiatives.Web.Platform.Security;
using Initiatives.Web.Platform.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Initiatives.Web.Tests;

/// <summary>
/// A running site with its database, files, mails and clock. To start one costs more than most tests: when a test is done,
/// the site is put back to its beginning and serves the next. One that cannot be put back is given up. At any time it
/// serves one test.
/// </summary>
internal sealed class TestSite : WebApplicationFactory<Program>
{
    /// <summary>What the site remembers besides its database: of these every test finds new ones.</summary>
    private static readonly Type[] Forgetful = [typeof(Attempts), typeof(DailyRound), typeof(HourlyRound), typeof(ReadingLog)];

    /// <summary>What remembers nothing of a test, or forgets it in <see cref="IsPutBack"/>.</summary>
    private static readonly Type[] Lasting =
    [
        typeof(AppClock), typeof(WriteGate), typeof(ReferenceRows), typeof(KeptBoards), typeof(HtmlCleaner), typeof(FileStore), typeof(FileInspection),
        typeof(Fonts), typeof(JobRunner), typeof(MailSettings), typeof(SiteAddress),
    ];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly ConcurrentDictionary<(bool Listens, bool RunsOwnClock), ConcurrentBag<TestSite>> Free = new();
    private static readonly ConcurrentDictionary<string, bool> Folders = new(StringComparer.Ordinal);
    private static int tests;

    private readonly TestDatabase database = TestDatabase.Create();
    private readonly string files = Folder("sangkien-files-");
    private readonly bool listens;
    private readonly bool runsOwnClock;
    private bool disposed;
    private int answering;
    private IPAddress place = IPAddress.None;

    static TestSite() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var folder in Folders.Keys.Where(Directory.Exists)) Directory.Delete(folder, recursive: true);
    };

    private TestSite(bool listens, bool runsOwnClock)
    {
        (this.listens, this.runsOwnClock) = (listens, runsOwnClock);
        if (!listens) return;
        UseKestrel(options => options.Listen(IPAddress.Loopback, 0));
        StartServer();
    }

    public TestClock Clock { get; } = new();

    /// <summary>Where mails are left.</summary>
    public string MailFolder { get; } = Folder("sangkien-mail-");

    /// <summary>A site at its beginning.</summary>
    public static TestSite Take(bool listens, bool runsOwnClock)
    {
        if (!Free.GetOrAdd((listens, runsOwnClock), _ => []).TryTake(out var site)) site = new TestSite(listens, runsOwnClock);
        var number = Interlocked.Increment(ref tests);
        site.place = new IPAddress([198, (byte)(18 + (number >> 16)), (byte)(number >> 8), (byte)number]);
        return site;
    }

    /// <summary>The test is done with it.</summary>
    public void GiveBack()
    {
        if (IsPutBack()) Free[(listens, runsOwnClock)].Add(this);
        else Dispose();
    }

    /// <summary>A folder that is gone when the tests are.</summary>
    internal static string Folder(string prefix)
    {
        var folder = Directory.CreateTempSubdirectory(prefix).FullName;
        Folders[folder] = true;
        return folder;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseEnvironment("Testing")
        .UseSetting("Database:Provider", database.Provider)
        .UseSetting("ConnectionStrings:Main", database.Connection)
        .UseSetting("Files:Folder", files)
        .UseSetting("Mail:Folder", MailFolder)
        .ConfigureTestServices(services =>
        {
            var house = services.Where(item => item.Lifetime == ServiceLifetime.Singleton && item.ServiceType.Assembly == typeof(Program).Assembly && !item.ServiceType.IsAssignableTo(typeof(IHostedService))).Select(item => item.ServiceType);
            if (house.FirstOrDefault(type => !Forgetful.Contains(type) && !Lasting.Contains(type)) is { } unknown) throw new InvalidOperationException($"May a test find what another has left in {unknown.Name}? {nameof(TestSite)} wants to know.");
            foreach (var type in Forgetful) services.Replace(ServiceDescriptor.Transient(type, provider => provider.GetRequiredService<Memory>().Of(type, provider)));
            services.AddSingleton<Memory>();
            services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter>(new Door(this)));
            if (!runsOwnClock) services.AddSingleton<TimeProvider>(Clock);
            services.RemoveAll<IHostedService>();   // jobs run when a test says so
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1);
        });

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing || disposed) return;
        disposed = true;
        database.Dispose();
        foreach (var folder in new[] { files, MailFolder }) Directory.Delete(folder, recursive: true);
    }

    private bool IsPutBack()
    {
        if (!SpinWait.SpinUntil(() => Volatile.Read(ref answering) == 0, Patience)) return false;
        try
        {
            using var time = new CancellationTokenSource(Patience);
            Services.GetRequiredService<WriteGate>().EnterAsync(needed: true, time.Token).GetAwaiter().GetResult()!.Dispose();   // nobody writes
        }
        catch (OperationCanceledException)
        {
            return false;
        }

        Services.GetRequiredService<Memory>().Clear();
        Services.GetRequiredService<ReferenceRows>().Forget();
        Services.GetRequiredService<KeptBoards>().Forget();
        Clock.Now = TestClock.Start;
        foreach (var folder in new[] { files, MailFolder })
        {
            if (!Directory.EnumerateFileSystemEntries(folder).Any()) continue;
            Directory.Delete(folder, recursive: true);
            Directory.CreateDirectory(folder);
        }

        return database.IsPutBack();
    }

    /// <summary>What the site remembers during one test.</summary>
    private sealed class Memory : ConcurrentDictionary<Type, object>
    {
        public object Of(Type type, IServiceProvider provider) => GetOrAdd(type, _ => ActivatorUtilities.CreateInstance(provider, type));
    }

    /// <summary>Counts who is being answered. Every test asks from an address of its own, since limits by address outlast it.</summary>
    private sealed class Door(TestSite site) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => builder =>
        {
            builder.Use(async (context, go) =>
            {
                if (context.Connection.RemoteIpAddress is not { } from || IPAddress.IsLoopback(from)) context.Connection.RemoteIpAddress = site.place;
                Interlocked.Increment(ref site.answering);
                try
                {
                    await go();
                }
                finally
                {
                    Interlocked.Decrement(ref site.answering);
                }
            });
            next(builder);
        };
    }
}
