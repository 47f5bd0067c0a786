using Initiatives.Domain.Councils;

namespace Initiatives.Domain.Sessions;

/// <summary>
/// Who holds the secret ballot across the last place of merit. It is about the whole board: somebody in conflict with any
/// dossier of the cycle would learn there of one that does not exist for him.
/// </summary>
public static class TieHolder
{
    /// <summary>
    /// The secretary, else the chair, else a vice-chair, else somebody of the council who stands in for the secretary, else
    /// anybody who does: the first one without a conflict in the cycle. Where all have one, the first to stand in; null where
    /// nobody does.
    /// </summary>
    /// <param name="barred">Everybody in conflict with a dossier of the cycle.</param>
    /// <param name="standIns">Those who stand in for the secretary now, the first named first.</param>
    public static int? Of(Council council, IReadOnlyCollection<int> barred, IReadOnlyList<int> standIns)
    {
        var officers = new[] { CouncilPost.Secretary, CouncilPost.Chair, CouncilPost.ViceChair }
            .SelectMany(post => council.Members.Where(member => member.Post == post).OrderBy(member => member.Order)).Select(member => member.PersonId);
        var members = council.Members.Select(member => member.PersonId).ToHashSet();
        var standing = standIns.OrderByDescending(members.Contains).ToList();   // a stable order
        int?[] free = [.. officers.Concat(standing).Where(id => !barred.Contains(id))];
        return free.FirstOrDefault() ?? (standing.Count > 0 ? standing[0] : null);
    }
}
