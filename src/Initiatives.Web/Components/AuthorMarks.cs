using System.Net;
using Initiatives.Domain.Submissions;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Initiatives.Web.Components;

/// <summary>The one look of an author's confirmation: icon, colour, word.</summary>
public static class AuthorMarks
{
    private static readonly Dictionary<AuthorStanding, (string Tone, string Icon)> Looks = new()
    {
        [AuthorStanding.Confirmed] = ("green", "check-circle-fill"),
        [AuthorStanding.Waiting] = ("amber", "hourglass-split"),
        [AuthorStanding.Lapsed] = ("amber", "clock-history"),
        [AuthorStanding.Denied] = ("brick", "exclamation-circle-fill"),
        [AuthorStanding.NotAsked] = ("slate", "circle"),
    };

    public static IHtmlContent AuthorMark(this IHtmlHelper html, AuthorState state) => new HtmlString(
        $"<span class=\"state tone-{Looks[state.Standing].Tone}\">{Icons.Markup(Looks[state.Standing].Icon)} {WebUtility.HtmlEncode(state.Sentence)}</span>");
}
