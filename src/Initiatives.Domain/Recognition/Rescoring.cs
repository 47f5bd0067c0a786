using Initiatives.Domain.Councils;
using Initiatives.Domain.People;
using Initiatives.Domain.Scoring;

namespace Initiatives.Domain.Recognition;

/// <summary>A member of the council before a dossier is scored anew.</summary>
/// <param name="Bar">Why he may not; empty: he may.</param>
public sealed record Rescorer(int PersonId, string Name, string Bar)
{
    public bool May => Bar.Length == 0;
}

/// <summary>
/// Scoring anew after a remonstrance: by other members than the first time, in a round of its own. The official ranking reads
/// the first round only.
/// </summary>
public static class Rescoring
{
    /// <summary>Fewest who score anew: one or two opinions are not a council's.</summary>
    public const int Least = 3;

    /// <summary>Every member with why he may not score the dossier again: he did, he is in conflict, or he keeps the first scores.</summary>
    /// <param name="conflicts">Of persons with the dossier: what was found, declared or set.</param>
    /// <param name="scored">Persons who have begun a sheet of the dossier before, or were given one in a later round.</param>
    /// <param name="informed">Persons who read the first scores for the council or the Department, beside its secretary.</param>
    public static IReadOnlyList<Rescorer> Among(Council council, IReadOnlyDictionary<int, ConflictKind> conflicts, IReadOnlySet<int> scored, IReadOnlySet<int> informed) =>
    [
        .. council.Members.OrderBy(member => member.Order).Select(member => new Rescorer(member.PersonId, member.Name,
            scored.Contains(member.PersonId) ? "đã chấm lần trước"
            : conflicts.TryGetValue(member.PersonId, out var kind) ? ConflictKinds.Name(kind)
            : member.Post == CouncilPost.Secretary ? "là thư ký, đã biết điểm lần trước"
            : informed.Contains(member.PersonId) ? "đã biết điểm lần trước"
            : "")),
    ];

    /// <summary>Why nobody can be named at all; empty: somebody can.</summary>
    public static string Shortage(IReadOnlyList<Rescorer> members) => members.Count(member => member.May) is var free && free >= Least
        ? ""
        : $"Hội đồng chỉ còn {free} thành viên chấm lại được, cần ít nhất {Least}. Không giao chấm lại được; trả lời theo hồ sơ và giải trình của thư ký Hội đồng.";

    /// <summary>Names those who score anew: an assignment and an empty sheet for each.</summary>
    /// <param name="chosen">Their persons.</param>
    /// <param name="round">2, 3 …</param>
    public static Result<IReadOnlyList<(ScoringAssignment Assignment, ScoreSheet Sheet)>> Name(
        Remonstrance remonstrance, Council council, IReadOnlyDictionary<int, ConflictKind> conflicts, IReadOnlySet<int> scored, IReadOnlySet<int> informed, IReadOnlyCollection<int> chosen, int round, Actor actor, DateTime now)
    {
        if (conflicts.TryGetValue(actor.PersonId, out var own)) return Result.Fail("", $"Bạn {ConflictKinds.Name(own)}, không chọn người chấm lại hồ sơ này.");
        var members = Among(council, conflicts, scored, informed);
        if (Shortage(members) is { Length: > 0 } shortage) return Result.Fail("", shortage);
        var named = members.Where(member => chosen.Contains(member.PersonId)).ToList();
        if (named.Count != chosen.Count) return Result.Fail("Chosen", "Chỉ chọn được thành viên của Hội đồng này.");
        if (named.Find(member => !member.May) is { } barred) return Result.Fail("Chosen", $"{barred.Name} {barred.Bar}, không chấm lại hồ sơ này.");
        if (named.Count < Least) return Result.Fail("Chosen", $"Chọn ít nhất {Least} người chấm lại; mới chọn {named.Count}.");
        var begun = remonstrance.Begin(round, $"Lần {round}: {string.Join(", ", named.Select(member => member.Name))}", actor, now);
        if (!begun.Ok) return Result.Fail(begun.Problems);
        var due = remonstrance.RescoringDueAt!.Value;
        return Result.Of<IReadOnlyList<(ScoringAssignment, ScoreSheet)>>(
            [.. named.Select(member => (ScoringAssignment.Again(remonstrance.CycleId, remonstrance.InitiativeId, member.PersonId, round, now), ScoreSheet.Again(remonstrance.CycleId, remonstrance.InitiativeId, member.PersonId, round, due)))]);
    }

    /// <summary>Ends the round: nothing on its sheets changes any more, what was not handed in does not count.</summary>
    public static Result Close(Remonstrance remonstrance, IReadOnlyList<ScoreSheet> sheets, Actor actor, DateTime now)
    {
        var closed = remonstrance.End(sheets.Count(sheet => sheet.IsValid), sheets.Count, actor, now);
        if (closed.Ok) foreach (var sheet in sheets) sheet.Lock();
        return closed;
    }
}
