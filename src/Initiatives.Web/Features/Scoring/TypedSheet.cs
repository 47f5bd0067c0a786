using Initiatives.Domain;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Text;

namespace Initiatives.Web.Features.Scoring;

/// <summary>Points and comments as somebody typed them into a sheet.</summary>
/// <param name="Unread">What is no number, beside its field.</param>
internal sealed record TypedSheet(SheetContent Content, IReadOnlyList<Problem> Unread)
{
    internal static TypedSheet Read(RubricContent rubric, Dictionary<string, string> typed, Dictionary<string, string> comments)
    {
        var points = new Dictionary<string, decimal>();
        var unread = new List<Problem>();
        foreach (var code in rubric.SubCriteria.Select(part => part.Code))
        {
            if (string.IsNullOrWhiteSpace(typed.GetValueOrDefault(code))) continue;
            if (VietnameseNumber.TryParsePoints(typed[code], out var value)) points[code] = value;
            else unread.Add(new Problem($"Points[{code}]", $"Điểm {code}: ghi số, ví dụ 12,5."));
        }

        var known = rubric.Criteria.Select(criterion => criterion.Code).ToHashSet(StringComparer.Ordinal);
        return new TypedSheet(new SheetContent(points, comments.Where(item => known.Contains(item.Key)).ToDictionary(item => item.Key, item => item.Value ?? "")), unread);
    }
}
