using Initiatives.Domain.Recognition;
using Initiatives.Web.Components;
using Microsoft.AspNetCore.Html;

namespace Initiatives.Web.Features.Decisions;

/// <summary>How decisions are named on the screens of this feature.</summary>
public static class DecisionWords
{
    public static string Title(DecisionKind kind, int year) => $"Quyết định {DecisionKinds.Name(kind)} năm {year}";

    /// <summary>"Công nhận sáng kiến".</summary>
    public static string Name(DecisionKind kind) => $"{char.ToUpperInvariant(DecisionKinds.Name(kind)[0])}{DecisionKinds.Name(kind)[1..]}";

    public static IHtmlContent Chip(DecisionStatus status) => new HtmlString(status switch
    {
        DecisionStatus.Drafting => StatusChips.Chip("draft", "pencil", "Đang soạn"),
        DecisionStatus.AwaitingSignature => StatusChips.Chip("awaiting", "pen", "Chờ ký"),
        DecisionStatus.Signed => StatusChips.Chip("recommended", "check2-circle", "Đã ký"),
        _ => StatusChips.Chip("recognised", "patch-check-fill", "Đã công bố"),
    });

    /// <summary>Who must act now, and on what.</summary>
    public static string Waiting(DecisionKind kind, DecisionStatus status, bool hasOpinion) => status switch
    {
        DecisionStatus.Drafting when kind == DecisionKind.Merit && !hasOpinion => "Sở Nội vụ cho ý kiến; Sở KH&CN hoàn thiện thể thức",
        DecisionStatus.Drafting => "Sở KH&CN hoàn thiện thể thức và trình ký",
        DecisionStatus.AwaitingSignature => "Lãnh đạo thành phố ký",
        DecisionStatus.Signed => "Sở KH&CN công bố",
        _ => "",
    };
}
