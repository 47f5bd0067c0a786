using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Text;
using Microsoft.AspNetCore.Html;

namespace Initiatives.Web.Features.Disagreement;

/// <summary>Sheets as dots on one axis for all rows; what a chart shows is its name.</summary>
internal static class SpreadChart
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>"Hiệu quả: 5 phiếu từ 30 đến 36 trên 40, trung vị 33, độ lệch chuẩn 2,1."</summary>
    public static string Sentence(string name, decimal max, DossierSpread spread, IEnumerable<string> far)
    {
        var names = string.Join(", ", far);
        var deviation = spread.Deviation is { } value ? $", độ lệch chuẩn {Show((decimal)value)}" : "";
        return $"{name}: {spread.Sheets.Count} phiếu từ {Show(spread.Lowest)} đến {Show(spread.Highest)} trên {Show(max)}, trung vị {Show(spread.Median)}{deviation}{(names.Length > 0 ? $"; lệch xa: {names}" : "")}.";
    }

    public static string Show(decimal value) => VietnameseNumber.Format(Math.Round(value, 2, MidpointRounding.AwayFromZero));

    /// <summary>Sheets from <paramref name="from"/> to <paramref name="to"/> points; what lies below stands at the left end.</summary>
    /// <param name="judge">Whose sheet a dot is, told under the pointer; null: dots tell nothing. The table beside the chart says the same in words.</param>
    /// <param name="entered">Judges whose sheet was typed from paper: a lozenge.</param>
    public static IHtmlContent Draw(decimal from, decimal to, DossierSpread spread, string sentence, Func<int, string>? judge = null, IReadOnlySet<int>? entered = null)
    {
        string At(decimal points) => (10 + ((Math.Clamp(points, from, to) - from) / (to - from) * 200)).ToString("0.#", CultureInfo.InvariantCulture);
        var (dots, rings) = (new StringBuilder(), new StringBuilder());
        for (var i = 0; i < spread.Sheets.Count; i++)
        {
            var sheet = spread.Sheets[i];
            var isNear = i > 0 && sheet.Total - spread.Sheets[i - 1].Total < (to - from) * 0.03m;
            var y = !isNear ? 14 : i % 2 == 0 ? 18 : 10;
            var told = judge is null ? "" : $"<title>{Encoder.Encode(judge(sheet.PersonId))}: {Show(sheet.Total)}</title>";
            if (entered?.Contains(sheet.PersonId) == true) rings.Append(CultureInfo.InvariantCulture, $"<path class=\"entered{(sheet.IsFar ? " outlier" : "")}\" d=\"M{At(sheet.Total)} {y - 4}l4 4-4 4-4-4z\">{told}</path>");
            else if (sheet.IsFar) rings.Append(CultureInfo.InvariantCulture, $"<circle class=\"outlier\" cx=\"{At(sheet.Total)}\" cy=\"{y}\" r=\"4\">{told}</circle>");
            else dots.Append(CultureInfo.InvariantCulture, $"<circle class=\"dot\" cx=\"{At(sheet.Total)}\" cy=\"{y}\" r=\"3.5\">{told}</circle>");
        }

        // On a phone the row has no head above it with the numbers of its axis.
        var numbers = string.Concat(Ticks(from, to).Select(tick => $"<text{(from > 0 ? " class=\"tick\"" : "")} x=\"{At(tick)}\" y=\"36\" text-anchor=\"middle\">{Show(tick)}</text>"));
        var lines = string.Concat(Ticks(from, to).Select(tick => $"M{At(tick)} 2v24"));
        return new HtmlString($"<svg class=\"dots{(from > 0 ? "" : " with-axis")}\" viewBox=\"0 0 220 28\" role=\"img\" aria-label=\"{Encoder.Encode(sentence)}\"><path class=\"axis\" d=\"{lines}\"/>{numbers}<path class=\"range\" d=\"M{At(spread.Lowest)} 14H{At(spread.Highest)}\"/>{dots}<path class=\"mean\" d=\"M{At(spread.Median)} 3v22\"/>{rings}</svg>");
    }

    /// <summary>The numbers of the axis, above a column of charts.</summary>
    public static IHtmlContent Head(decimal from, decimal to) => new HtmlString(
        $"<svg class=\"dots\" viewBox=\"0 0 220 28\" aria-hidden=\"true\">{string.Concat(Ticks(from, to).Select((tick, i) => $"<text x=\"{10 + (i * 40)}\" y=\"20\" text-anchor=\"middle\">{Show(tick)}</text>"))}</svg>");

    /// <summary>Six lines, five equal parts.</summary>
    private static IEnumerable<decimal> Ticks(decimal from, decimal to) => Enumerable.Range(0, 6).Select(i => from + (i * (to - from) / 5));

    /// <summary>A figure between 0 and 1 as a bar with the figure beside it.</summary>
    public static IHtmlContent Bar(string name, double? value)
    {
        if (value is not { } figure) return new HtmlString($"<div><span class=\"hbar-name\">{Encoder.Encode(name)}</span><span></span><span class=\"hbar-number\">–</span></div>");
        var shown = VietnameseNumber.Format((decimal)Math.Round(figure, 2, MidpointRounding.AwayFromZero), 2);
        var width = Math.Clamp(figure, 0, 1) * 100;
        return new HtmlString(string.Create(CultureInfo.InvariantCulture,
            $"<div><span class=\"hbar-name\">{Encoder.Encode(name)}</span><svg class=\"bar\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"{Encoder.Encode(name)} bằng {shown}\"><rect class=\"track\" width=\"100\" height=\"10\"/><rect class=\"main\" width=\"{width:0.#}\" height=\"10\"/></svg><span class=\"hbar-number\">{shown}</span></div>"));
    }
}
