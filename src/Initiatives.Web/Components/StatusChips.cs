using System.Net;
using Initiatives.Domain.Submissions;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Initiatives.Web.Components;

/// <summary>
/// The one look of every status: shape, icon, word. The component <c>StatusChip</c> and the rows of long tables print the
/// same markup; a component per row would double such a page.
/// </summary>
public static class StatusChips
{
    private static readonly Dictionary<InitiativeStatus, (string Shape, string Icon)> Looks = new()
    {
        [InitiativeStatus.Draft] = ("draft", "pencil"),
        [InitiativeStatus.AwaitingEndorsement] = ("awaiting", "pen"),
        [InitiativeStatus.Submitted] = ("submitted", "send-check"),
        [InitiativeStatus.Supplementing] = ("supplement", "arrow-return-left"),
        [InitiativeStatus.Appraised] = ("outline tone-harbour", "clipboard-check"),
        [InitiativeStatus.Eligible] = ("eligible", "check2-circle"),
        [InitiativeStatus.Ineligible] = ("ineligible", "slash-circle"),
        [InitiativeStatus.Judging] = ("judging", "ui-checks"),
        [InitiativeStatus.Judged] = ("meeting", "people"),
        [InitiativeStatus.Recommended] = ("recommended", "clipboard-check"),
        [InitiativeStatus.NotRecommended] = ("outline tone-slate", "dash-circle"),
        [InitiativeStatus.Recognised] = ("recognised", "patch-check-fill"),
        [InitiativeStatus.NotRecognised] = ("notrecognised", "x-circle"),
        [InitiativeStatus.Revoked] = ("revoked", "x-octagon"),
        [InitiativeStatus.Withdrawn] = ("withdrawn", "box-arrow-left"),
    };

    /// <summary>The chip of a status, with an optional count or date after the word.</summary>
    public static string Markup(InitiativeStatus status, string? more = null) =>
        Chip(Looks[status].Shape, Looks[status].Icon, InitiativeStatuses.Name(status) + (more is null ? "" : " " + more));

    /// <summary>The certificate of merit: the flower.</summary>
    public static string Merit { get; } = Chip("merit", "flower", "Bằng khen");

    /// <summary>Any other chip of the same family.</summary>
    public static string Chip(string shape, string icon, string word) =>
        $"<span class=\"chip chip-{shape}\">{Icons.Markup(icon)}{WebUtility.HtmlEncode(word)}</span>";

    public static IHtmlContent Status(this IHtmlHelper html, InitiativeStatus status, string? more = null) => new HtmlString(Markup(status, more));

    public static IHtmlContent MeritChip(this IHtmlHelper html) => new HtmlString(Merit);

    public static IHtmlContent Chip(this IHtmlHelper html, string shape, string icon, string word) => new HtmlString(Chip(shape, icon, word));
}
