using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Text;
using Microsoft.AspNetCore.Html;

namespace Initiatives.Web.Features.Disagreement;

/// <summary>Sheets as dots on an axis that runs from nothing to the maximum, so that criteria can be compared; what it shows is its name.</summary>
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

    /// <param name="entered">Judges whose sheet was typed from paper: a lozenge.</param>
    public static IHtmlContent Draw(decimal max, DossierSpread spread, string sentence, IReadOnlySet<int> entered)
    {
        string At(decimal points) => (10 + (points / max * 200)).ToString("0.#", CultureInfo.InvariantCulture);
        var (dots, rings) = (new StringBuilder(), new StringBuilder());
        for (var i = 0; i < spread.Sheets.Count; i++)
        {
            var sheet = spread.Sheets[i];
            var isNear = i > 0 && sheet.Total - spread.Sheets[i - 1].Total < max * 0.03m;
            var y = !isNear ? 14 : i % 2 == 0 ? 18 : 10;
            if (entered.Contains(sheet.PersonId)) rings.Append(CultureInfo.InvariantCulture, $"<path class=\"entered{(sheet.IsFar ? " outlier" : "")}\" d=\"M{At(sheet.Total)} {y - 4}l4 4-4 4-4-4z\"/>");
            else if (sheet.IsFar) rings.Append(CultureInfo.InvariantCulture, $"<circle class=\"outlier\" cx=\"{At(sheet.Total)}\" cy=\"{y}\" r=\"4\"/>");
            else dots.Append(CultureInfo.InvariantCulture, $"M{At(sheet.Total)} {y}h0");
        }

        return new HtmlString($"<svg class=\"dots\" viewBox=\"0 0 220 28\" role=\"img\" aria-label=\"{Encoder.Encode(sentence)}\"><path class=\"axis\" d=\"M10 2v24M60 2v24M110 2v24M160 2v24M210 2v24\"/><path class=\"range\" d=\"M{At(spread.Lowest)} 14H{At(spread.Highest)}\"/><path class=\"sheets\" d=\"{dots}\"/>{rings}<path class=\"mean\" d=\"M{At(spread.Median)} 3v22\"/></svg>");
    }

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
