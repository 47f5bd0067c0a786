using Initiatives.Web.Components;
using Initiatives.Web.Data;
using Initiatives.Web.Platform.Security;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Platform.Mvc;

/// <summary>
/// Says on a dossier's page that it came from outside and that its unit has not confirmed what was entered:
/// <c>&lt;outside-note initiative="Model.Dossier.Id" /&gt;</c>. Nothing for all other dossiers.
/// </summary>
[HtmlTargetElement("outside-note", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class OutsideNoteTagHelper(AppDb db, CurrentActor actor) : TagHelper
{
    public int Initiative { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var arrival = await db.For(actor.Value).OutsideArrivals.AsNoTracking().SingleOrDefaultAsync(item => item.InitiativeId == Initiative);
        if (arrival is null || arrival.IsConfirmed)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "notice notice-warn");
        output.Content.AppendHtml(Icons.Markup("exclamation-triangle")).AppendHtml("<div>").Append($"{arrival.Warning}. Hồ sơ nhận ngoài hệ thống, số đến {arrival.ArrivalNumber}; phần chưa nhập đọc ở bản quét. ")
            .AppendHtml($"<a href=\"/tiep-nhan/{Initiative}/xac-nhan\">Xem</a></div>");
    }
}
