using Initiatives.Domain.Cycles;
using Initiatives.Domain.Ranking;
using Initiatives.Domain.Text;

namespace Initiatives.Domain.Sessions;

/// <summary>What must hold for every conclusion at any instant; see <see cref="Submissions.DossierFaults"/>.</summary>
public static class ConclusionFaults
{
    /// <summary>Mean, vote and outcome are those that the ranker, the announced vote, a resolution and the rules of the cycle give again.</summary>
    /// <param name="places">All judged dossiers of the cycle in the official ranking.</param>
    /// <param name="vote">The last announced vote on the dossier.</param>
    /// <param name="resolution">The last resolution on it.</param>
    /// <param name="isPlaced">The council's work has ended, so that the place is kept too.</param>
    public static IEnumerable<string> Of(Conclusion conclusion, IReadOnlyList<RankedPlace> places, Vote? vote, CouncilResolution? resolution, CycleSettings settings, bool isPlaced)
    {
        var what = $"Kết luận của hồ sơ {conclusion.InitiativeId}";
        var place = places.FirstOrDefault(item => item.InitiativeId == conclusion.InitiativeId);
        if (place is null)
        {
            yield return $"{what}: hồ sơ không có trong bảng xếp hạng.";
            yield break;
        }

        if (conclusion.Mean != place.Mean) yield return $"{what}: ghi điểm trung bình {VietnameseNumber.Format(conclusion.Mean)}, tính lại là {VietnameseNumber.Format(place.Mean)}.";
        if (conclusion.Rank != (isPlaced ? place.Rank : 0)) yield return $"{what}: ghi hạng {conclusion.Rank}, tính lại là {(isPlaced ? place.Rank : 0)}.";
        if (vote is null || (vote.Approving, vote.Against, vote.Abstaining, vote.Recused) != (conclusion.Approving, conclusion.Against, conclusion.Abstaining, conclusion.Recused))
            yield return $"{what}: số phiếu khác với kết quả kiểm đã công bố sau cùng.";
        var computed = place.Passes && Conclusion.VotePasses(settings, conclusion.Approving, conclusion.VoteBase);
        if (conclusion.IsComputed != computed) yield return $"{what}: ghi kết quả tính “{Word(conclusion.IsComputed)}”, tính lại là “{Word(computed)}”.";
        var holds = resolution?.Recommends ?? computed;
        if (conclusion.IsRecommended != holds) yield return $"{what}: ghi “{Word(conclusion.IsRecommended)}”, tính lại là “{Word(holds)}”.";
    }

    /// <summary>A vote's own numbers.</summary>
    public static IEnumerable<string> OfVote(Vote vote)
    {
        var what = $"Biểu quyết {vote.Id} của hồ sơ {vote.InitiativeId}";
        var cast = vote.Approving + vote.Against + vote.Abstaining;
        var isRight = vote.Method == VoteMethod.Paper
            ? vote.Issued <= vote.Voters && vote.Returned <= vote.Issued && vote.Valid + vote.Invalid == vote.Returned && cast == vote.Valid && vote.Counters.Count >= 3
            : cast == vote.Voters;
        if (!isRight || vote.Approving < 0 || vote.Against < 0) yield return $"{what}: số phiếu không khớp với số người được biểu quyết.";
        if (vote.CorrectsId is not null && vote.CorrectionReason.Length < 5) yield return $"{what}: đính chính không có lý do.";
    }

    private static string Word(bool recommended) => recommended ? "đề nghị công nhận" : "không đề nghị";
}
