using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Initiatives.Web.Platform.Mvc;

/// <summary>Every form that posts carries an antiforgery token and is sent once, without anyone having to remember it.</summary>
[HtmlTargetElement("form", Attributes = "method")]
public sealed class PostFormTagHelper(IHtmlGenerator generator) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!string.Equals(output.Attributes["method"]?.Value?.ToString(), "post", StringComparison.OrdinalIgnoreCase)) return;
        output.Attributes.SetAttribute(new TagHelperAttribute("data-once"));
        output.PreContent.AppendHtml(generator.GenerateAntiforgery(ViewContext));
    }
}
