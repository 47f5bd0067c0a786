using Initiatives.Domain.Text;
using Initiatives.Domain.Time;

namespace Initiatives.Domain.Submissions;

/// <summary>A part of a dossier that two versions say differently, each as a person reads it.</summary>
/// <param name="Field">Name of the part in <see cref="DraftContent"/>.</param>
/// <param name="Label">Its Vietnamese name.</param>
public sealed record DraftDifference(string Field, string Label, string Stored, string Typed)
{
    /// <summary>
    /// What differs between the stored and the typed content, in the order of the form; nothing when they are equal.
    /// </summary>
    /// <param name="nameOf">The name of a field's or an index's code.</param>
    public static IReadOnlyList<DraftDifference> Between(DraftContent stored, DraftContent typed, Func<string, string>? nameOf = null)
    {
        var name = nameOf ?? (code => code);
        var before = Parts(stored, name);
        var after = Parts(typed, name);
        return [.. before.Zip(after, (was, now) => new DraftDifference(was.Field, was.Label, was.Text, now.Text))
            .Where(part => !string.Equals(part.Stored, part.Typed, StringComparison.Ordinal))];
    }

    private static IReadOnlyList<(string Field, string Label, string Text)> Parts(DraftContent content, Func<string, string> name) =>
    [
        (nameof(content.Title), "Tên sáng kiến", content.Title),
        (nameof(content.SolutionType), "Loại giải pháp", content.SolutionType is { } type ? SolutionTypes.Name(type) : ""),
        (nameof(content.FieldCode), "Lĩnh vực", content.FieldCode is { } code ? name(code) : ""),
        (nameof(content.Indices), "Chỉ số cải thiện", string.Join(", ", content.Indices.Order(StringComparer.Ordinal).Select(name))),
        (nameof(content.FirstAppliedOn), "Ngày áp dụng lần đầu", content.FirstAppliedOn is { } day ? VietnamTime.Short(day) : ""),
        (nameof(content.Summary), "Tóm tắt", content.Summary),
        (nameof(content.Authors), "Tác giả và tỷ lệ", Lines(content.Authors, AuthorLine)),
        (nameof(content.PriorSituation), "Tình trạng trước đây", content.PriorSituation),
        (nameof(content.Solution), "Nội dung giải pháp", content.Solution.PlainText()),
        (nameof(content.Novelty), "Điểm mới", content.Novelty),
        (nameof(content.Effects), "Hiệu quả", Lines(content.Effects, effect =>
            Joined(effect.Measure, $"{effect.Before} → {effect.After} {effect.Unit}".Trim(), effect.HowMeasured))),
        (nameof(content.Scope), "Phạm vi áp dụng", content.Scope),
        (nameof(content.ReplicationConditions), "Điều kiện nhân rộng", content.ReplicationConditions),
        (nameof(content.Participants), "Người tham gia áp dụng thử", Lines(content.Participants, person =>
            Joined(person.Name, person.Post, person.Workplace, person.Contribution))),
        (nameof(content.Confidential), "Thông tin cần bảo mật", content.Confidential),
    ];

    private static string AuthorLine(AuthorContent author) => Joined(
        author.Name,
        author.BirthDate is { } born ? VietnamTime.Short(born) : "",
        author.Post,
        author.Workplace,
        author.Qualification,
        author.Share is { } share ? VietnameseNumber.Format(share) + "%" : "",
        author.PersonId is null ? "" : "có tài khoản",
        author.Email);

    private static string Lines<T>(IEnumerable<T> items, Func<T, string> line) => string.Join('\n', items.Select(line));

    private static string Joined(params IEnumerable<string> parts) => string.Join(" · ", parts.Where(part => part.Length > 0));
}
