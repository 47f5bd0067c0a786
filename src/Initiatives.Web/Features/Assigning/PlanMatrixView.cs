namespace Initiatives.Web.Features.Assigning;

/// <summary>A matrix as it is shown, with boxes or with marks.</summary>
public sealed record PlanMatrixView(int Year, string Label, bool IsEditable, IReadOnlyList<PlanJudgeColumn> Judges, IReadOnlyList<PlanRow> Rows);
