using Initiatives.Domain.Assigning;
using Initiatives.Domain.Councils;

namespace Initiatives.Web.Features.Assigning;

/// <summary>How a judge stands to a dossier on a matrix.</summary>
public enum PlanMark
{
    None,
    Kept,
    New,
    Gone,
    Barred,
}

/// <param name="Conflict">Why not, in words; empty: nothing forbids it.</param>
/// <param name="Fits">The judge masters the dossier's field.</param>
public sealed record PlanCell(int PersonId, PlanMark Mark, string Conflict, bool Fits, bool IsReviewer);

/// <param name="Letter">Of its field, as "đ".</param>
/// <param name="Judges">How many it has in the plan that is shown.</param>
/// <param name="Needed">How many it is to have.</param>
public sealed record PlanRow(int Id, string Code, string Title, string UnitName, string Letter, int Judges, int Needed, IReadOnlyList<PlanCell> Cells);

/// <param name="Now">Dossiers he has.</param>
/// <param name="Planned">Dossiers he is to have.</param>
/// <param name="OutOfField">Of the planned ones, outside his fields.</param>
public sealed record PlanJudgeColumn(int PersonId, string Name, CouncilPost Post, string Letters, int? Cap, int Now, int Planned, int Reviews, int OutOfField, int Barred, int Added, int Removed);

/// <summary>Turns a plan into rows and columns that can be shown.</summary>
internal sealed class PlanSheet(PlanState state, IReadOnlyDictionary<string, string> letters, IReadOnlyList<PlanPair> wanted)
{
    private readonly HashSet<(int, int)> present = [.. state.Present.Select(pair => (pair.InitiativeId, pair.PersonId))];
    private readonly Dictionary<(int, int), PlanPair> planned = wanted.ToDictionary(pair => (pair.InitiativeId, pair.PersonId));
    private readonly ILookup<int, PlanPair> byDossier = wanted.ToLookup(pair => pair.InitiativeId);
    private readonly Dictionary<int, HashSet<string>> fields = state.Members.ToDictionary(member => member.PersonId, member => member.Fields.ToHashSet());

    /// <summary>The plan leaves the dossier with fewer judges than it is to have.</summary>
    public bool IsShort(PlanState.Dossier dossier) => byDossier[dossier.Id].Count() < state.Needed(dossier.Id);

    public int JudgesOf(int initiativeId) => byDossier[initiativeId].Count();

    public PlanRow Row(PlanState.Dossier dossier) => new(dossier.Id, dossier.Code, dossier.Title, dossier.UnitName, letters.GetValueOrDefault(dossier.FieldCode, ""), JudgesOf(dossier.Id), state.Needed(dossier.Id),
        [.. state.Members.Select(member => Cell(dossier, member))]);

    public PlanCell Cell(PlanState.Dossier dossier, CouncilMember member)
    {
        var key = (dossier.Id, member.PersonId);
        var (was, pair) = (present.Contains(key), planned.GetValueOrDefault(key));
        var conflict = state.Facts.Of(member.PersonId, dossier.Id) is { } kind ? ConflictKinds.Name(kind) : "";
        var mark = pair is not null ? (was ? PlanMark.Kept : PlanMark.New) : was ? PlanMark.Gone : conflict.Length > 0 ? PlanMark.Barred : PlanMark.None;
        return new PlanCell(member.PersonId, mark, conflict, fields[member.PersonId].Contains(dossier.FieldCode), pair?.IsReviewer == true);
    }

    /// <summary>Loads, counted over what is shown. O(dossiers × members).</summary>
    public IReadOnlyList<PlanJudgeColumn> Judges()
    {
        var dossiers = state.SeenDossiers;
        var fieldOf = dossiers.ToDictionary(dossier => dossier.Id, dossier => dossier.FieldCode);
        var (now, then) = (state.Seen(state.Present).ToLookup(pair => pair.PersonId), state.Seen(wanted).ToLookup(pair => pair.PersonId));
        return [.. state.Members.Select(member => new PlanJudgeColumn(
            member.PersonId, member.Name, member.Post, string.Join(", ", letters.Where(letter => fields[member.PersonId].Contains(letter.Key)).Select(letter => letter.Value)), member.Cap,
            now[member.PersonId].Count(), then[member.PersonId].Count(), then[member.PersonId].Count(pair => pair.IsReviewer),
            then[member.PersonId].Count(pair => fieldOf[pair.InitiativeId].Length > 0 && !fields[member.PersonId].Contains(fieldOf[pair.InitiativeId])),
            dossiers.Count(dossier => state.Facts.Of(member.PersonId, dossier.Id) is not null),
            then[member.PersonId].Count(pair => !present.Contains((pair.InitiativeId, pair.PersonId))),
            now[member.PersonId].Count(pair => !planned.ContainsKey((pair.InitiativeId, pair.PersonId)))))];
    }
}
