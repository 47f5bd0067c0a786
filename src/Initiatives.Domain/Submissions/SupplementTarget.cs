using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;

namespace Initiatives.Domain.Submissions;

/// <summary>How a part of a dossier is answered.</summary>
public enum SupplementKind
{
    Line,
    Text,
    Rich,
    Date,
    Effects,
    Files,
}

/// <summary>A part of a dossier that a unit can be asked to supplement.</summary>
/// <param name="Code">Name of the part in <see cref="DraftContent"/>, or of a slot of attachments.</param>
/// <param name="Max">Characters that its value may have.</param>
/// <param name="Slot">For files: their kind.</param>
public sealed record SupplementTarget(string Code, string Label, SupplementKind Kind, int Max = 0, AttachmentKind? Slot = null);

/// <summary>
/// Every part that can be asked for, and how its value is read from a dossier, checked and put back. Names and shares of
/// authors are not among them: the authors have confirmed those, and the unit's head has endorsed them.
/// </summary>
public static class SupplementTargets
{
    private const int Long = 30_000;
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<SupplementTarget> All { get; } =
    [
        new(nameof(DraftContent.Title), "Tên sáng kiến", SupplementKind.Line, 300),
        new(nameof(DraftContent.FirstAppliedOn), "Ngày áp dụng lần đầu", SupplementKind.Date, 20),
        new(nameof(DraftContent.Summary), "Tóm tắt", SupplementKind.Text, 1000),
        new(nameof(DraftContent.PriorSituation), "Tình trạng trước đây", SupplementKind.Text, Long),
        new(nameof(DraftContent.Solution), "Nội dung giải pháp", SupplementKind.Rich, 300_000),
        new(nameof(DraftContent.Novelty), "Điểm mới", SupplementKind.Text, Long),
        new(nameof(DraftContent.Effects), "Hiệu quả (các chỉ tiêu)", SupplementKind.Effects, 100_000),
        new(nameof(DraftContent.Scope), "Phạm vi áp dụng", SupplementKind.Text, Long),
        new(nameof(DraftContent.ReplicationConditions), "Điều kiện nhân rộng", SupplementKind.Text, Long),
        new(nameof(DraftContent.Confidential), "Thông tin cần bảo mật", SupplementKind.Text, Long),
        .. Enum.GetValues<AttachmentKind>().Select(kind => new SupplementTarget($"Tep-{kind}", $"Tệp: {AttachmentKinds.Name(kind).ToLowerInvariant()}", SupplementKind.Files, Slot: kind)),
    ];

    /// <summary>The target of a code; null when there is none.</summary>
    public static SupplementTarget? Of(string code) => All.FirstOrDefault(target => target.Code == code);

    /// <summary>The value as it is kept; empty for files.</summary>
    public static string Read(DraftContent content, SupplementTarget target) => target.Code switch
    {
        nameof(DraftContent.Title) => content.Title,
        nameof(DraftContent.FirstAppliedOn) => content.FirstAppliedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        nameof(DraftContent.Summary) => content.Summary,
        nameof(DraftContent.PriorSituation) => content.PriorSituation,
        nameof(DraftContent.Solution) => content.Solution.Html,
        nameof(DraftContent.Novelty) => content.Novelty,
        nameof(DraftContent.Effects) => Pack(content.Effects),
        nameof(DraftContent.Scope) => content.Scope,
        nameof(DraftContent.ReplicationConditions) => content.ReplicationConditions,
        nameof(DraftContent.Confidential) => content.Confidential,
        _ => "",
    };

    /// <summary>The content with this one part changed. <paramref name="value"/> was checked; HTML came out of the cleaner.</summary>
    public static DraftContent Apply(DraftContent content, SupplementTarget target, string value) => target.Code switch
    {
        nameof(DraftContent.Title) => content with { Title = value },
        nameof(DraftContent.FirstAppliedOn) => content with { FirstAppliedOn = Day(value) },
        nameof(DraftContent.Summary) => content with { Summary = value },
        nameof(DraftContent.PriorSituation) => content with { PriorSituation = value },
        nameof(DraftContent.Solution) => content with { Solution = SafeHtml.FromCleaned(value) },
        nameof(DraftContent.Novelty) => content with { Novelty = value },
        nameof(DraftContent.Effects) => content with { Effects = Unpack(value) },
        nameof(DraftContent.Scope) => content with { Scope = value },
        nameof(DraftContent.ReplicationConditions) => content with { ReplicationConditions = value },
        nameof(DraftContent.Confidential) => content with { Confidential = value },
        _ => content,
    };

    /// <summary>The value as a person reads it.</summary>
    public static string Shown(SupplementTarget target, string value) => target.Kind switch
    {
        SupplementKind.Rich => SafeHtml.FromCleaned(value).PlainText(),
        SupplementKind.Date => Day(value) is { } day ? VietnamTime.Short(day) : "",
        SupplementKind.Effects => string.Join('\n', Unpack(value).Select(effect => string.Join(" · ",
            new[] { effect.Measure, $"{effect.Before} → {effect.After} {effect.Unit}".Trim(), effect.HowMeasured }.Where(part => part.Length > 0)))),
        _ => value,
    };

    /// <summary>Why a value cannot stand, also as a draft; empty when it can.</summary>
    public static string Fault(SupplementTarget target, string value, DateOnly today)
    {
        if (target.Max > 0 && value.Length > target.Max) return $"{target.Label} dài tối đa {VietnameseNumber.Format(target.Max)} ký tự.";
        if (target.Kind == SupplementKind.Date && value.Length > 0 && Day(value) is null) return "Ngày không hợp lệ. Ghi như 24/9/2026.";
        return target.Kind == SupplementKind.Date && Day(value) > today ? "Ngày áp dụng lần đầu không thể ở sau hôm nay." : "";
    }

    public static string Pack(IReadOnlyList<EffectContent> effects) => JsonSerializer.Serialize(effects, Json);

    public static IReadOnlyList<EffectContent> Unpack(string value) => value.Length == 0 ? [] : JsonSerializer.Deserialize<List<EffectContent>>(value, Json) ?? [];

    private static DateOnly? Day(string value) => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
