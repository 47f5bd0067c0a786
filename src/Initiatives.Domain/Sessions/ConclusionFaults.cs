using Initiatives.Domain.Cycles;
using Initiatives.Domain.Ranking;
using Initiatives.Domain.Text;

namespace Initiatives.Domain.Sessions;

/// <summary>What must hold for every conclusion at any instant; see <see cref="Submissions.DossierFaults"/>.</summary>
public static class ConclusionFaults
{
    /// <summary>Mean, place and outcome are those that the ranker and the rules of the cycle give again.</summary>
    /// <param name="places">
    /// All judged dossiers of the cycle, ranked without votes: votes come in one by one while conclusions are recorded,
    /// so a place may differ from this by the ties that votes have parted, and by nothing else.
    /// </param>
    public static IEnumerable<string> Of(Conclusion conclusion, IReadOnlyList<RankedPlace> places, CycleSettings settings)
    {
        var what = $"Kết luận của hồ sơ {conclusion.InitiativeId}";
        var place = places.FirstOrDefault(item => item.InitiativeId == conclusion.InitiativeId);
        if (place is null)
        {
            yield return $"{what}: hồ sơ không có trong bảng xếp hạng.";
            yield break;
        }

        if (conclusion.Mean != place.Mean) yield return $"{what}: ghi điểm trung bình {VietnameseNumber.Format(conclusion.Mean)}, tính lại là {VietnameseNumber.Format(place.Mean)}.";
        var tied = places.Count(item => item.Rank == place.Rank);
        if (conclusion.Rank < place.Rank || conclusion.Rank >= place.Rank + tied) yield return $"{what}: ghi hạng {conclusion.Rank}, tính lại là {place.Rank}.";
        var recommended = place.Passes && Conclusion.VotePasses(settings, conclusion.Approving, conclusion.VoteBase);
        if (conclusion.IsRecommended != recommended) yield return $"{what}: ghi “{Word(conclusion.IsRecommended)}”, tính lại là “{Word(recommended)}”.";
    }

    private static string Word(bool recommended) => recommended ? "đề nghị công nhận" : "không đề nghị";
}
