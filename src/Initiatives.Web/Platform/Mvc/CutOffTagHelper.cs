using System.Globalization;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Time;
using Initiatives.Web.Components;
using Initiatives.Web.Data;
using Initiatives.Web.Data.Queries;
using Initiatives.Web.Platform.Security;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Initiatives.Web.Platform.Mvc;

/// <summary>
/// How long a unit may still send and what happens at zero: <c>&lt;cut-off /&gt;</c> beside a form. True as the server wrote
/// it; cut-off.js lets the seconds run by the server's clock and turns it over at zero without touching what was typed.
/// States: open, last-hour, closed, none; extended is told in words.
/// </summary>
[HtmlTargetElement("cut-off", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CutOffTagHelper(AppDb db, CurrentActor actor, TimeProvider clock) : TagHelper
{
    private const string Then = "Sau giờ này hồ sơ vẫn được giữ nhưng không gửi được; yêu cầu đã đến máy chủ trước giờ hạn vẫn được tính.";

    /// <summary>Whose window; 0: that of the signed-in person's unit.</summary>
    public int Unit { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var window = (await db.WindowsAsync(actor.Value, Unit == 0 ? actor.Value.UnitId : Unit, CancellationToken.None)).At(now);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "cut-off");
        var state = StateOf(window, now);
        output.Attributes.SetAttribute("data-state", state);
        if (state == "none" || window is null)
        {
            Line(output.Content, "cut-off-none", "clock", "Chưa có kỳ nào mở nhận hồ sơ. Hồ sơ được giữ ở đây, gửi được khi kỳ mở.");
            return;
        }

        output.Attributes.SetAttribute("data-cut-off", window.ClosesAt.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
        Open(output.Content, window, now);
        output.Content.AppendHtml("<div role=\"status\">");
        Line(output.Content, "cut-off-closed", "slash-circle", $"Đã hết hạn nhận hồ sơ {window.Cycle.Name} ({VietnamTime.Deadline(window.ClosesAt)}). Hồ sơ vẫn được giữ nhưng không gửi được nữa; dùng được cho kỳ sau.");
        output.Content.AppendHtml("</div>");
    }

    private static string StateOf(IntakeWindow? window, DateTime now) =>
        window is null || window.Cycle.Phase != CyclePhase.Open || now < window.OpensAt ? "none"
        : now >= window.ClosesAt ? "closed"
        : window.ClosesAt - now <= TimeSpan.FromHours(1) ? "last-hour"
        : "open";

    private static void Open(TagHelperContent content, IntakeWindow window, DateTime now)
    {
        content.AppendHtml("<p class=\"cut-off-open\">").AppendHtml(Icons.Markup("clock")).AppendHtml("<span>");
        if (window.Extension is { } extension)
            content.AppendHtml("<span class=\"cut-off-extended\">").Append($"{(extension.UnitId is null ? "Được" : "Đơn vị bạn được")} gia hạn đến {VietnamTime.Deadline(window.ClosesAt)} ({extension.Document}).").AppendHtml("</span> ");
        content.AppendHtml("<b>Còn <span data-cut-off-left>").Append(Left(window.ClosesAt - now)).AppendHtml("</span> đến hạn")
            .Append(window.IsExtended ? "." : $" ({VietnamTime.Deadline(window.ClosesAt)}).").AppendHtml("</b> <span class=\"cut-off-then\">").Append(Then).AppendHtml("</span></span></p>");
    }

    /// <summary>"6 ngày 9 giờ", within the last day "00:41:12"; cut-off.js writes the same.</summary>
    private static string Left(TimeSpan left) => left <= TimeSpan.Zero ? "00:00:00"
        : left.Days > 0 ? $"{left.Days} ngày {left.Hours} giờ"
        : left.ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture);

    private static void Line(TagHelperContent content, string name, string icon, string sentence) =>
        content.AppendHtml($"<p class=\"{name}\">").AppendHtml(Icons.Markup(icon)).AppendHtml("<span>").Append(sentence).AppendHtml("</span></p>");
}
