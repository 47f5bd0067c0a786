using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Initiatives.Web.Components;

/// <summary>Icons of the one sprite, decorative: a word always stands beside them.</summary>
public static class Icons
{
    /// <summary>Fixed markup; <paramref name="name"/> is a symbol of icons.svg, never input.</summary>
    public static string Markup(string name) => $"<svg class=\"i\" aria-hidden=\"true\"><use href=\"/assets/icons.svg#{name}\"></use></svg>";

    /// <summary>An icon in a view.</summary>
    public static IHtmlContent Icon(this IHtmlHelper html, string name) => new HtmlString(Markup(name));
}
