using System.Text.Encodings.Web;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Time;
using Initiatives.Web.Components;
using Microsoft.AspNetCore.Html;

namespace Initiatives.Web.Features.Screening;

/// <summary>
/// A row of the queue, written straight to the answer: hundreds of them stand on one page, and what costs little once costs
/// much there. Text from people goes through the encoder; all else is ours.
/// </summary>
internal static class QueueMarkup
{
    private static readonly string Met = $"<span class=\"state tone-green\">{Icons.Markup("check-lg")}Đạt</span>";
    private static readonly string NotMet = $"<span class=\"state tone-brick\">{Icons.Markup("x-lg")}Chưa</span>";

    public static IHtmlContent Row(ScreeningQueue.Row row, ScreeningQueue.View view, bool isTicked) => new Markup(row, view, isTicked);

    private sealed class Markup(ScreeningQueue.Row row, ScreeningQueue.View view, bool isTicked) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var number = row.Number?.ToString("0000", System.Globalization.CultureInfo.InvariantCulture) ?? "";
            writer.Write("<tr>");
            if (view.CanAssign && !InitiativeStatuses.IsBeingScreened(row.Status)) writer.Write("<td class=\"card-hide\"></td>");
            else if (view.CanAssign)
            {
                writer.Write("<td><input type=\"checkbox\" name=\"Ids\" data-check value=\"");
                writer.Write(row.Id);
                writer.Write(isTicked ? "\" checked aria-label=\"Chọn hồ sơ số " : "\" aria-label=\"Chọn hồ sơ số ");
                writer.Write(number);
                writer.Write("\"></td>");
            }

            writer.Write("<td class=\"num card-top-right\" data-label=\"Số\">");
            writer.Write(number);
            writer.Write("</td><th scope=\"row\"><a href=\"/tham-dinh/");
            writer.Write(row.Id);
            writer.Write("\">");
            encoder.Encode(writer, row.Title);
            writer.Write("</a><small>");
            encoder.Encode(writer, row.UnitName);
            writer.Write("</small></th><td class=\"card-hide\"><span class=\"letter\" aria-hidden=\"true\" title=\"");
            encoder.Encode(writer, row.FieldName);
            writer.Write("\">");
            encoder.Encode(writer, row.FieldLetter);
            writer.Write("</span><span class=\"visually-hidden\">");
            encoder.Encode(writer, row.FieldName);
            writer.Write("</span></td>");
            writer.Write(row.Appraiser.Length == 0 ? "<td class=\"muted\" data-label=\"Thẩm định\">chưa giao" : "<td data-label=\"Thẩm định\">");
            encoder.Encode(writer, row.Appraiser);
            if (row.Proposer.Length > 0 && row.Proposer != row.Appraiser)
            {
                writer.Write("<small>đề xuất: ");
                encoder.Encode(writer, row.Proposer);
                writer.Write("</small>");
            }

            writer.Write("</td>");

            Condition(writer, "3a", row.IsFirst);
            Condition(writer, "3b", row.IsEffective);
            Due(writer);
            writer.Write("<td class=\"card-top\">");
            Status(writer);
            writer.Write("</td></tr>");
        }

        private static void Condition(TextWriter writer, string name, bool? met)
        {
            writer.Write(met is null ? "<td class=\"muted card-hide\">chưa" : $"<td data-label=\"{name}\">{(met.Value ? Met : NotMet)}");
            writer.Write("</td>");
        }

        private void Due(TextWriter writer)
        {
            if (row.Due(view.TargetAt) is not { } due)
            {
                writer.Write("<td class=\"card-hide\"></td>");
                return;
            }

            var day = VietnamTime.Today(due.AddTicks(-1));
            var tone = due <= view.Now ? " class=\"tone-brick late\"" : due <= view.Now.AddDays(3) ? " class=\"tone-amber late\"" : "";
            writer.Write($"<td data-label=\"Hạn\"{tone}>{day.Day}/{day.Month}{(due <= view.Now ? "<small>quá hạn</small>" : "")}</td>");
        }

        private void Status(TextWriter writer)
        {
            if (row.SupplementDue is { } due) writer.Write(StatusChips.Markup(InitiativeStatus.Supplementing, due <= view.Now ? "· quá hạn" : null));
            else writer.Write(StatusChips.Markup(ScreeningStages.Chip(row.Status)));
            if (row.IsAnswered) writer.Write(" <small>đã bổ sung, chờ xem</small>");
            if (row.OpinionDue is { } asked) writer.Write(asked <= view.Now ? " <small class=\"tone-brick late\">chờ ý kiến, quá hạn</small>" : " <small>chờ ý kiến</small>");
        }
    }
}
