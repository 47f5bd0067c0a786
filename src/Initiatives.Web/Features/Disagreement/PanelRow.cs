using Initiatives.Domain.Cycles;
using Initiatives.Domain.Scoring;
using Initiatives.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Initiatives.Web.Features.Disagreement;

/// <summary>A valid, locked sheet as the disagreement desk reads it.</summary>
internal sealed record PanelRow(int SheetId, int InitiativeId, int PersonId, decimal Total, IReadOnlyDictionary<string, decimal> Criteria, IReadOnlyDictionary<string, string> Comments, bool IsEntered)
{
    /// <summary>Points at one criterion, or the total for an empty code.</summary>
    public decimal At(string code) => code.Length == 0 ? Total : Criteria.GetValueOrDefault(code);
}

/// <summary>Reads sheets in one query of flat rows: one for each criterion of a sheet.</summary>
internal static class PanelRows
{
    /// <param name="initiativeId">One dossier, with what judges wrote; null: all of the cycle, points only.</param>
    public static async Task<IReadOnlyList<PanelRow>> OfAsync(ScopedDb doors, int cycleId, int? initiativeId, CancellationToken cancellationToken)
    {
        var isOne = initiativeId is not null;
        var assignments = doors.Assignments;
        var lines = await doors.ClosedSheets.AsNoTracking()
            .Where(sheet => sheet.CycleId == cycleId && sheet.SubmittedAt != null && (initiativeId == null || sheet.InitiativeId == initiativeId)
                && assignments.Any(item => item.InitiativeId == sheet.InitiativeId && item.PersonId == sheet.PersonId))
            .SelectMany(sheet => sheet.Criteria, (sheet, score) => new { sheet.Id, sheet.InitiativeId, sheet.PersonId, sheet.Total, score.Code, Points = score.Total, Comment = isOne ? score.Comment : "", IsEntered = sheet.EnteredById != null })
            .ToListAsync(cancellationToken);
        return [.. lines.GroupBy(line => line.Id).OrderBy(sheet => sheet.Key).Select(sheet => new PanelRow(sheet.Key, sheet.First().InitiativeId, sheet.First().PersonId, sheet.First().Total,
            sheet.ToDictionary(line => line.Code, line => line.Points), isOne ? sheet.Where(line => line.Comment.Length > 0).ToDictionary(line => line.Code, line => line.Comment) : [], sheet.First().IsEntered))];
    }

    /// <summary>How the sheets of one dossier lie at a criterion, or in total: the cycle's distance is one on the whole rubric, and shrinks with the maximum.</summary>
    public static DossierSpread? Spread(IEnumerable<PanelRow> sheets, string code, CycleSettings settings, RubricContent rubric) =>
        Outlier.Of(sheets.Select(sheet => new JudgeTotal(sheet.PersonId, sheet.At(code))), Distance(code, settings, rubric));

    /// <summary>Points from the median of the others at which a sheet is far.</summary>
    public static decimal Distance(string code, CycleSettings settings, RubricContent rubric) =>
        rubric.Criteria.FirstOrDefault(criterion => criterion.Code == code) is { } criterion ? settings.OutlierPoints * criterion.Max / rubric.Max : settings.OutlierPoints;
}
