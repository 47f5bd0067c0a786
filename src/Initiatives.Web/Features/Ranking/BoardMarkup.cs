using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Ranking;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;
using Initiatives.Web.Components;
using Microsoft.AspNetCore.Html;

namespace Initiatives.Web.Features.Ranking;

/// <summary>
/// The rows of the ranking as one text that is made once and sent to everybody who sees the same dossiers: a thousand of them
/// stand on one page, and a view would write them anew each time. Text from people goes through the encoder; all else is ours.
/// End tags that HTML lets one leave out are left out.
/// </summary>
internal sealed class BoardMarkup(string year, RubricContent rubric, IReadOnlyDictionary<int, string> names)
{
    /// <summary>Points from 50 to 100 on 200 of 220 units; what lies below stands at the left end.</summary>
    public const int AxisFrom = 50;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly string Meeting = StatusChips.Chip("meeting", "people", "Chờ họp");
    private static readonly string Confirm = StatusChips.Chip("tint tone-brick", "exclamation-triangle", "Cần xác nhận");
    private static readonly string TooFew = StatusChips.Chip("outline tone-slate", "dash-circle", "Thiếu phiếu");
    private static readonly string TooLow = StatusChips.Chip("outline tone-slate", "dash-circle", "Chưa đạt điểm");

    public IHtmlContent Rows(IReadOnlyList<RankingBoard.Row> rows, MeritCut cut)
    {
        var text = new StringBuilder(rows.Count * 1200);
        foreach (var row in rows)
        {
            Row(text, row);
            if (row.Place.InitiativeId != cut.AfterId) continue;
            text.Append(CultureInfo.InvariantCulture, $"<tr class=cut><td colspan={6 + rubric.Criteria.Count}><span class=cut-label>{Icons.Markup("flower")} {Encode(cut.Label)}</span>");
            if (cut.Why.Length > 0) text.Append("<span class=cut-why>").Append(Encode(cut.Why)).Append("</span>");
            text.Append("</td>");
        }

        return new HtmlString(text.ToString());
    }

    /// <summary>Where points stand on the axis.</summary>
    public static string At(decimal points) => (10 + ((Math.Clamp(points, AxisFrom, 100) - AxisFrom) * 4)).ToString("0.#", CultureInfo.InvariantCulture);

    private void Row(StringBuilder text, RankingBoard.Row row)
    {
        var place = row.Place;
        text.Append(place.Tie.Length > 0 ? "\n<tr class=tied><td class=rank>" : "\n<tr><td class=rank>").Append(row.Spread is null ? "–" : place.Rank.ToString(CultureInfo.InvariantCulture));
        text.Append("<th scope=row><a href=/bat-dong/").Append(year).Append('/').Append(place.InitiativeId).Append('>').Append(Encode(row.Title)).Append("</a><small>").Append(Encode(row.Code)).Append(" · ").Append(Encode(row.UnitName));
        text.Append("</small><td class=card-full>");
        if (row.Spread is { } spread) Dots(text, spread, row.Entered, place.Mean);
        else text.Append("<span class=muted>Không có phiếu hợp lệ</span>");
        text.Append("<td class=\"num mean-cell\">").Append(Show(place.Shown));
        foreach (var criterion in rubric.Criteria) text.Append("<td class=\"num card-hide\">").Append(Show(Ranker.Round(place.CriterionMeans[criterion.Code])));
        text.Append(CultureInfo.InvariantCulture, $"<td class=num data-label=Phiếu>{place.ValidSheets}/{place.Assigned}{(place.EnteredSheets > 0 ? $"<small>{place.EnteredSheets} nhập thay</small>" : "")}<td class=card-full>").Append(Chip(row));
        Reasons(text, place);
    }

    /// <summary>All sheets as dots of one stroke; those far from the others as rings, those typed from paper as lozenges; the mean as a line.</summary>
    private void Dots(StringBuilder text, DossierSpread spread, IReadOnlySet<int> entered, decimal mean)
    {
        text.Append("<svg class=dots viewBox=\"0 0 220 28\" role=img><title>");
        for (var i = 0; i < spread.Sheets.Count; i++)
        {
            var sheet = spread.Sheets[i];
            text.Append(i == 0 ? "" : "; ").Append(Encode(names.GetValueOrDefault(sheet.PersonId, ""))).Append(' ').Append(VietnameseNumber.Format(sheet.Total)).Append(sheet.IsFar ? " (lệch xa)" : "").Append(entered.Contains(sheet.PersonId) ? " (nhập thay)" : "");
        }

        text.Append("</title><use href=#truc /><path class=range d=\"M").Append(At(spread.Lowest)).Append(" 14H").Append(At(spread.Highest)).Append("\"/><path class=sheets d=\"");
        var rings = new StringBuilder();
        for (var i = 0; i < spread.Sheets.Count; i++)
        {
            var sheet = spread.Sheets[i];
            var isNear = i > 0 && sheet.Total - spread.Sheets[i - 1].Total < 1.5m;
            var y = !isNear ? 14 : i % 2 == 0 ? 18 : 10;
            if (entered.Contains(sheet.PersonId)) rings.Append(sheet.IsFar ? "<path class=\"entered outlier\" d=\"M" : "<path class=entered d=\"M").Append(At(sheet.Total)).Append(' ').Append(y - 4).Append("l4 4-4 4-4-4z\"/>");
            else if (sheet.IsFar) rings.Append("<circle class=outlier cx=").Append(At(sheet.Total)).Append(" cy=").Append(y).Append(" r=4 />");
            else text.Append('M').Append(At(sheet.Total)).Append(' ').Append(y).Append("h0");
        }

        text.Append("\"/>").Append(rings).Append("<path class=mean d=\"M").Append(At(mean)).Append(" 3v22\"/></svg>");
    }

    private static string Chip(RankingBoard.Row row) =>
        row.Status != InitiativeStatus.Judged ? StatusChips.Markup(row.Status)
        : row.IsFlagged ? Confirm
        : row.Place.Passes ? Meeting
        : row.Place.Rules.Where(rule => rule.Key != "sheets").All(rule => rule.Passed) ? TooFew : TooLow;

    private static void Reasons(StringBuilder text, RankedPlace place)
    {
        text.Append("<details><summary>").Append(place.Label).Append(": vì sao</summary><p>").Append(Encode(place.Why)).Append("</p><ul class=rules>");
        foreach (var rule in place.Rules) text.Append(rule.Passed ? "<li>Đạt: " : "<li class=bad>Chưa đạt: ").Append(Encode(rule.Sentence));
        text.Append("</ul></details>");
    }

    private static string Encode(string text) => Encoder.Encode(text);

    private static string Show(decimal value) => VietnameseNumber.Mean(value);

    /// <summary>
    /// The numbers above the axis; and, drawn once, the lines that stand behind every row: tens, and the threshold dashed. A row on
    /// a phone has no head above it, so there it carries a few numbers of its own.
    /// </summary>
    public static IHtmlContent Axis(CycleSettings settings)
    {
        int[] tens = [50, 60, 70, 80, 90, 100];
        var lines = string.Concat(tens.Where(tick => tick != settings.PassMean).Select(tick => $"M{At(tick)} 2v24"));
        var threshold = settings.PassMean is { } pass ? $"<path class=threshold d=\"M{At(pass)} 2v24\"/>" : "";
        var numbers = string.Concat(tens.Select(tick => $"<text x={At(tick)} y=20 text-anchor=middle>{tick}</text>"));
        var ends = string.Concat(tens.Where(tick => tick % 20 != 0 || tick == 100).Select(tick => $"<text class=tick x={At(tick)} y=37 text-anchor=middle>{tick}</text>"));
        return new HtmlString($"<svg class=dots viewBox=\"0 0 220 28\" aria-hidden=true><defs><g id=truc><path class=axis d=\"{lines}\"/>{threshold}{ends}</g></defs>{numbers}</svg>");
    }
}
