namespace Initiatives.Web.Features.Scoring;

/// <summary>The fields of a sheet: on the desk, and where the secretariat types a paper.</summary>
/// <param name="CanEdit">Else it is only read.</param>
public sealed record SheetForm(IReadOnlyList<SheetGroup> Groups, decimal Max, decimal Step, bool CanEdit)
{
    public int Scored => Groups.Sum(group => group.Scored);
    public int Parts => Groups.Sum(group => group.Parts.Count);

    /// <summary>Their names, from the first to the last.</summary>
    public IEnumerable<string> Fields => Groups.SelectMany(group => group.Parts.Select(part => $"Points[{part.Code}]").Append($"Comments[{group.Code}]"));
}
