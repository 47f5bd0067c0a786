using Initiatives.Domain.Submissions;

namespace Initiatives.Domain.Recognition;

/// <summary>What must hold for every decision at any instant; see <see cref="DossierFaults"/>.</summary>
public static class DecisionFaults
{
    /// <summary>
    /// A merit decision names at most <paramref name="most"/>, each of them recognised; a published recognition decision
    /// recognised all it names; a frozen decision has its file.
    /// </summary>
    /// <param name="statuses">Statuses of the cycle's initiatives by id.</param>
    public static IEnumerable<string> Of(Decision decision, int most, IReadOnlyDictionary<int, InitiativeStatus> statuses)
    {
        var what = $"Quyết định {DecisionKinds.Name(decision.Kind)} {decision.Year}";
        var named = decision.Named.ToList();
        if (decision.Kind == DecisionKind.Merit && named.Count > most) yield return $"{what}: tặng {named.Count} sáng kiến, tối đa {most}.";
        if (decision.Kind == DecisionKind.Merit || decision.Status == DecisionStatus.Published)
        {
            foreach (var item in named)
                if (!statuses.TryGetValue(item.InitiativeId, out var status) || status is not (InitiativeStatus.Recognised or InitiativeStatus.Revoked))
                    yield return $"{what}: sáng kiến {item.InitiativeId} chưa được công nhận.";
        }

        if ((decision.Status == DecisionStatus.Drafting) != (decision.FileSha256 is null)) yield return $"{what}: trạng thái và văn bản đã đóng băng không khớp.";
    }
}
