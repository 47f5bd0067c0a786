using Initiatives.Domain.Cycles;
using Initiatives.Domain.Scoring;

namespace Initiatives.Web.Features.Scoring;

/// <summary>A level of one maximum with the points that choosing it offers: the middle of its range, on the step.</summary>
public sealed record SheetLevel(string Name, decimal From, decimal To, decimal Offer, string Text, bool IsCurrent);

/// <summary>A sub-criterion as the form shows it.</summary>
public sealed record SheetPart(string Code, string Name, string Hint, decimal Max, decimal? Points, IReadOnlyList<SheetLevel> Levels);

/// <summary>A criterion of a sheet as the form shows it: the desk's, and the secretariat's for a paper.</summary>
public sealed record SheetGroup(string Code, string Name, string ShortName, decimal Max, decimal Total, string Comment, IReadOnlyList<SheetPart> Parts)
{
    public int Scored => Parts.Count(part => part.Points is not null);

    internal static IReadOnlyList<SheetGroup> Of(RubricContent rubric, SheetContent content) =>
    [
        .. rubric.Criteria.Select(criterion => new SheetGroup(
            criterion.Code, criterion.Name, criterion.ShortName, criterion.Max,
            criterion.SubCriteria.Sum(part => content.Points.GetValueOrDefault(part.Code)), content.Comments.GetValueOrDefault(criterion.Code) ?? "",
            [.. criterion.SubCriteria.Select(part => PartOf(rubric, criterion, part, content.Points.TryGetValue(part.Code, out var value) ? value : null))])),
    ];

    private static SheetPart PartOf(RubricContent rubric, Criterion criterion, SubCriterion part, decimal? points) => new(part.Code, part.Name, part.Hint, part.Max, points,
        [.. rubric.BandsOf(part.Max).Reverse().Select(range => new SheetLevel(range.Band.Name, range.From, range.To, rubric.OfferOf(range),
            $"{range.Band.Name}: {criterion.Descriptors.GetValueOrDefault(range.Band.Key)}", points >= range.From && points <= range.To))]);
}
