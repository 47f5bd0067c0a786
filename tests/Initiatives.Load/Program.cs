using System.Globalization;
using Initiatives.Load.Crash;
using Initiatives.Load.Deadline;
using Initiatives.Load.Pages;

// Run by the scripts of tests/load, which build both sides and clean up. Everything happens on the loopback address, in a
// scratch folder, and for a bounded time.
var dll = Environment.GetEnvironmentVariable("SITE") ?? throw new InvalidOperationException("SITE names the Initiatives.Web.dll to run.");
var folder = Environment.GetEnvironmentVariable("SCRATCH") ?? throw new InvalidOperationException("SCRATCH names an empty folder.");
return args switch
{
    ["crash", .. var rest] => await CrashRun.RunAsync(dll, folder, rest is [var seconds, ..] ? int.Parse(seconds, CultureInfo.InvariantCulture) : 120),
    ["deadline"] => await DeadlineRun.RunAsync(dll, folder),
    ["pages", .. var names] => await PagesRun.RunAsync(dll, folder, names),
    _ => Unknown(),
};

static int Unknown()
{
    Console.Error.WriteLine("crash [seconds] | deadline | pages [names]");
    return 2;
}
