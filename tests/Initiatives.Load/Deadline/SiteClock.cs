using System.Diagnostics;
using System.Globalization;

namespace Initiatives.Load.Deadline;

/// <summary>The site's clock as its pages tell it: to the second, so the turn of a second is waited for.</summary>
internal sealed class SiteClock(DateTime at, Stopwatch since)
{
    public DateTime Now => at + since.Elapsed;

    public static async Task<SiteClock> ReadAsync(Site site)
    {
        using var visitor = new Visitor(site.Address, "");
        var first = await SecondAsync(visitor);
        for (; ; )
        {
            var watch = Stopwatch.StartNew();
            var second = await SecondAsync(visitor);
            if (second > first) return new SiteClock(second, watch);
        }
    }

    public async Task UntilAsync(DateTime instant)
    {
        if (instant - Now is { Ticks: > 0 } left) await Task.Delay(left);
    }

    private static async Task<DateTime> SecondAsync(Visitor visitor) => DateTime.Parse(
        (await visitor.GetAsync("/dang-nhap")).Find("data-now=\"([^\"]+)\""), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
