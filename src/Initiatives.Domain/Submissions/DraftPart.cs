using Initiatives.Domain.Text;
using Initiatives.Domain.Time;

namespace Initiatives.Domain.Submissions;

/// <summary>One part of what a draft holds: how it is compared, read and taken over. Differences, versions and merges all go by this table.</summary>
/// <param name="Field">Name of the part in <see cref="DraftContent"/>.</param>
/// <param name="Label">Its Vietnamese name.</param>
/// <param name="Read">The part as a person reads it; the function names a field's or an index's code.</param>
/// <param name="Same">Whether two contents say exactly the same here, formatting included.</param>
/// <param name="Take">The first content with this part of the second.</param>
public sealed record DraftPart(
    string Field,
    string Label,
    Func<DraftContent, Func<string, string>, string> Read,
    Func<DraftContent, DraftContent, bool> Same,
    Func<DraftContent, DraftContent, DraftContent> Take)
{
    /// <summary>In the order of the form.</summary>
    public static IReadOnlyList<DraftPart> All { get; } =
    [
        Text(nameof(DraftContent.Title), "Tên sáng kiến", content => content.Title, (content, text) => content with { Title = text }),
        new(nameof(DraftContent.SolutionType), "Loại giải pháp", (content, _) => content.SolutionType is { } type ? SolutionTypes.Name(type) : "",
            (a, b) => a.SolutionType == b.SolutionType, (content, from) => content with { SolutionType = from.SolutionType }),
        new(nameof(DraftContent.FieldCode), "Lĩnh vực", (content, name) => content.FieldCode is { } code ? name(code) : "",
            (a, b) => a.FieldCode == b.FieldCode, (content, from) => content with { FieldCode = from.FieldCode }),
        new(nameof(DraftContent.Indices), "Chỉ số cải thiện", (content, name) => string.Join(", ", content.Indices.Order(StringComparer.Ordinal).Select(name)),
            (a, b) => a.Indices.Order(StringComparer.Ordinal).SequenceEqual(b.Indices.Order(StringComparer.Ordinal)), (content, from) => content with { Indices = from.Indices }),
        new(nameof(DraftContent.FirstAppliedOn), "Ngày áp dụng lần đầu", (content, _) => content.FirstAppliedOn is { } day ? VietnamTime.Short(day) : "",
            (a, b) => a.FirstAppliedOn == b.FirstAppliedOn, (content, from) => content with { FirstAppliedOn = from.FirstAppliedOn }),
        Text(nameof(DraftContent.Summary), "Tóm tắt", content => content.Summary, (content, text) => content with { Summary = text }),
        new(nameof(DraftContent.Authors), "Tác giả và tỷ lệ", (content, _) => Lines(content.Authors, AuthorLine),
            (a, b) => a.Authors.SequenceEqual(b.Authors), (content, from) => content with { Authors = from.Authors }),
        Text(nameof(DraftContent.PriorSituation), "Tình trạng trước đây", content => content.PriorSituation, (content, text) => content with { PriorSituation = text }),
        new(nameof(DraftContent.Solution), "Nội dung giải pháp", (content, _) => content.Solution.PlainText(),
            (a, b) => a.Solution == b.Solution, (content, from) => content with { Solution = from.Solution }),
        Text(nameof(DraftContent.Novelty), "Điểm mới", content => content.Novelty, (content, text) => content with { Novelty = text }),
        new(nameof(DraftContent.Effects), "Hiệu quả", (content, _) => Lines(content.Effects, EffectLine),
            (a, b) => a.Effects.SequenceEqual(b.Effects), (content, from) => content with { Effects = from.Effects }),
        Text(nameof(DraftContent.Scope), "Phạm vi áp dụng", content => content.Scope, (content, text) => content with { Scope = text }),
        Text(nameof(DraftContent.ReplicationConditions), "Điều kiện nhân rộng", content => content.ReplicationConditions, (content, text) => content with { ReplicationConditions = text }),
        new(nameof(DraftContent.Participants), "Người tham gia áp dụng thử", (content, _) => Lines(content.Participants, ParticipantLine),
            (a, b) => a.Participants.SequenceEqual(b.Participants), (content, from) => content with { Participants = from.Participants }),
        Text(nameof(DraftContent.Confidential), "Thông tin cần bảo mật", content => content.Confidential, (content, text) => content with { Confidential = text }),
    ];

    /// <summary>For a part that is one plain text: the content with another text there; else null.</summary>
    public Func<DraftContent, string, DraftContent>? Put { get; private init; }

    /// <summary>The part of that name.</summary>
    public static DraftPart Of(string field) => All.Single(part => part.Field == field);

    /// <summary>The parts that two contents say differently.</summary>
    public static IReadOnlyList<DraftPart> Different(DraftContent a, DraftContent b) => [.. All.Where(part => !part.Same(a, b))];

    private static DraftPart Text(string field, string label, Func<DraftContent, string> get, Func<DraftContent, string, DraftContent> put) =>
        new(field, label, (content, _) => get(content), (a, b) => string.Equals(get(a), get(b), StringComparison.Ordinal), (content, from) => put(content, get(from))) { Put = put };

    private static string AuthorLine(AuthorContent author) => Joined(
        author.Name,
        author.BirthDate is { } born ? VietnamTime.Short(born) : "",
        author.Post,
        author.Workplace,
        author.Qualification,
        author.Share is { } share ? VietnameseNumber.Format(share) + "%" : "",
        author.PersonId is null ? "" : "có tài khoản",
        author.Email);

    private static string EffectLine(EffectContent effect) => Joined(effect.Measure, $"{effect.Before} → {effect.After} {effect.Unit}".Trim(), effect.HowMeasured);

    private static string ParticipantLine(ParticipantContent person) => Joined(person.Name, person.Post, person.Workplace, person.Contribution);

    private static string Lines<T>(IEnumerable<T> items, Func<T, string> line) => string.Join('\n', items.Select(line));

    private static string Joined(params IEnumerable<string> parts) => string.Join(" · ", parts.Where(part => part.Length > 0));
}
