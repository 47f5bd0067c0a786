using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace Initiatives.Web.Features.Ranking;

/// <summary>Between which places a dossier lies when sheets are drawn anew, on one axis for all rows: the best place at the left.</summary>
internal static class IntervalChart
{
    public static IHtmlContent Draw(RankingRobustness.Interval item, RankingRobustness.Figures figures)
    {
        var last = Last(figures);
        var lines = string.Concat(Ticks(last).Select(tick => $"M{At(tick, last)} 2v24"));
        var numbers = string.Concat(Ticks(last).Select(tick => $"<text class=tick x={At(tick, last)} y=36 text-anchor=middle>{tick}</text>"));   // on a phone, where the head is away
        return new HtmlString($"<svg class=dots viewBox=\"0 0 220 28\" role=img aria-label=\"Hạng {item.Rank}, khi lấy mẫu lại từ {item.Low} đến {item.High}\"><path class=axis d=\"{lines}\"/>{numbers}<path class=interval d=\"M{At(item.Low, last)} 14H{At(item.High, last)}h.01\"/><circle class=dot cx={At(item.Rank, last)} cy=14 r=4 /></svg>");
    }

    public static IHtmlContent Axis(RankingRobustness.Figures figures)
    {
        var last = Last(figures);
        return new HtmlString($"<svg class=dots viewBox=\"0 0 220 28\" aria-hidden=true>{string.Concat(Ticks(last).Select(tick => $"<text x={At(tick, last)} y=20 text-anchor=middle>{tick}</text>"))}</svg>");
    }

    /// <summary>The last place on the axis: the worst that any of the rows reaches, never less than two.</summary>
    private static int Last(RankingRobustness.Figures figures) => Math.Max(2, figures.Intervals.Max(item => Math.Max(item.Rank, item.High)));

    private static IEnumerable<int> Ticks(int last)
    {
        var step = last switch { <= 12 => 2, <= 30 => 5, <= 60 => 10, _ => 50 };
        return Enumerable.Range(0, (last / step) + 1).Select(i => Math.Max(1, i * step)).Distinct();
    }

    private static string At(int place, int last) => (10 + ((place - 1) * 200m / (last - 1))).ToString("0.#", CultureInfo.InvariantCulture);
}
