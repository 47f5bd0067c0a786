using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Scoring;
using Initiatives.Domain.Submissions;
using Initiatives.Web.Data;
using Initiatives.Web.Documents;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Scoring;

/// <summary>A sheet as it is printed: filled in as far as it is scored.</summary>
internal static class PrintedSheet
{
    /// <param name="givenAt">When what it says was handed in, the last change of it; null: not yet.</param>
    internal static async Task<ScoreSheetModel> ModelAsync(AppDb db, Initiative dossier, int judgeId, string judge, SheetContent content, DateTime? givenAt, CancellationToken cancellationToken)
    {
        var cycle = await db.Cycles.AsNoTracking().SingleAsync(item => item.Id == dossier.CycleId, cancellationToken);
        var rubric = (await db.Rubrics.AsNoTracking().SingleAsync(item => item.Id == cycle.RubricId, cancellationToken)).Content;
        var council = await db.Councils.AsNoTracking().SingleAsync(item => item.CycleId == cycle.Id, cancellationToken);
        var field = (await db.ReferenceAsync(cancellationToken)).Field(dossier.FieldCode)?.Name ?? "";
        var criteria = rubric.Criteria.Select(criterion => CriterionOf(rubric, criterion, content)).ToList();
        return new ScoreSheetModel(CouncilPaper.Of(cycle, council, dossier, field, judgeId, judge, CouncilPost.Member, givenAt), criteria, rubric.Max,
            criteria.TrueForAll(item => item.Total is not null) ? criteria.Sum(item => item.Total) : null, null);
    }

    internal static ScoreSheetCriterion CriterionOf(RubricContent rubric, Criterion criterion, SheetContent content)
    {
        var isScored = criterion.SubCriteria.All(part => content.Points.ContainsKey(part.Code));
        var total = criterion.SubCriteria.Sum(part => content.Points.GetValueOrDefault(part.Code));
        var comment = content.Comments.GetValueOrDefault(criterion.Code);
        return new ScoreSheetCriterion(criterion.Name, criterion.Max, isScored ? total : null, isScored ? rubric.BandOf(total, criterion.Max).Name : null,
            [.. criterion.SubCriteria.Select(part => content.Points.TryGetValue(part.Code, out var value)
                ? new ScoreSheetLine(part.Code, part.Name, part.Max, value, rubric.BandOf(value, part.Max).Name)
                : new ScoreSheetLine(part.Code, part.Name, part.Max, null, null))],
            string.IsNullOrEmpty(comment) ? null : comment);
    }
}
