namespace Initiatives.Web.Features.Assigning;

/// <summary>A matrix as it is shown, with boxes or with marks.</summary>
public sealed record PlanMatrixView(int Year, string Label, bool IsEditable, IReadOnlyList<PlanJudgeColumn> Judges, IReadOnlyList<PlanRow> Rows)
{
    /// <summary>A cell is to be given or taken away.</summary>
    public bool Differs => Rows.Any(row => row.Cells.Any(cell => cell.Mark is PlanMark.New or PlanMark.Gone));
}
