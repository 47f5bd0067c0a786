using Initiatives.Domain.Cycles;
using Initiatives.Domain.Ranking;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;

namespace Initiatives.Domain.Sessions;

/// <summary>
/// What the council concluded on a dossier: computed from its scores and its announced vote by the rules of the cycle,
/// and otherwise only where a resolution of the council says so.
/// </summary>
public sealed class Conclusion
{
    private Conclusion()
    {
    }

    public int Id { get; private set; }
    public int SessionId { get; private set; }
    public int CycleId { get; private set; }
    public int InitiativeId { get; private set; }

    /// <summary>Numbers of the announced vote on which it rests.</summary>
    public int Approving { get; private set; }
    public int Against { get; private set; }
    public int Abstaining { get; private set; }
    public int Recused { get; private set; }

    /// <summary>Members over whom the share of approving votes was taken.</summary>
    public int VoteBase { get; private set; }

    /// <summary>The mean on which it was decided, kept as it was.</summary>
    public decimal Mean { get; private set; }

    /// <summary>The place in the official ranking; 0 until the council's work ends.</summary>
    public int Rank { get; private set; }

    /// <summary>What the rules give.</summary>
    public bool IsComputed { get; private set; }

    /// <summary>What holds.</summary>
    public bool IsRecommended { get; private set; }

    /// <summary>The council's reason; for a dossier not recommended its authors are told this.</summary>
    public string Reason { get; private set; } = "";
    public DateTime RecordedAt { get; private set; }
    public int Version { get; private set; }

    /// <summary>True when the council resolved otherwise than the rules give.</summary>
    public bool Departs => IsComputed != IsRecommended;

    public static Conclusion For(CouncilSession session, Initiative initiative) =>
        new() { SessionId = session.Id, CycleId = session.CycleId, InitiativeId = initiative.Id };

    /// <summary>
    /// Concludes from an announced vote: recommended when every score rule is met and the vote reaches its share; a
    /// resolution of the council stands above that. Once the session has ended only a correction concludes anew.
    /// </summary>
    public Result Record(Initiative initiative, CouncilSession session, CycleSettings settings, RankedPlace place, Vote vote, CouncilResolution? resolution, DateTime now)
    {
        var open = session.MustBeOpen();
        if (!open.Ok && !(session.Status == SessionStatus.Ended && vote.CorrectsId is not null)) return open;
        if (SessionId != session.Id) return Result.Fail("", "Hồ sơ đã có kết luận ở phiên họp khác.");
        if (vote.AnnouncedAt is null) return Result.Fail("", "Công bố kết quả kiểm trước khi kết luận.");
        var voteBase = vote.BaseOf(settings.VoteBase);
        var computed = place.Passes && VotePasses(settings, vote.Approving, voteBase);
        var recommended = resolution?.Recommends ?? computed;
        var moved = initiative.Conclude(recommended, now);
        if (!moved.Ok) return moved;
        (Approving, Against, Abstaining, Recused, VoteBase) = (vote.Approving, vote.Against, vote.Abstaining, vote.Recused, voteBase);
        (Mean, IsComputed, IsRecommended, Reason, RecordedAt) = (place.Mean, computed, recommended, vote.Reason, now);
        Version++;
        return Result.Success;
    }

    /// <summary>
    /// The council's work has ended: the place of the official ranking is kept; 0 where it meets once more. Not a new version:
    /// it moves by what happens to other dossiers, which the reader of this one may not know.
    /// </summary>
    public void TakePlace(int rank) => Rank = rank;

    /// <summary>A sentence to begin the reason with: what the score rules say, each failed rule by its numbers.</summary>
    public static string SuggestReason(RankedPlace place)
    {
        if (place.Passes) return $"Điểm trung bình {VietnameseNumber.Mean(place.Shown)}, đạt mọi điều kiện về điểm của kỳ xét.";
        var failed = place.Rules.Where(rule => !rule.Passed).ToList();
        var reasons = string.Join("; ", failed.Select(rule => rule.Sentence));
        return failed.TrueForAll(rule => rule.Key == "sheets")
            ? $"Chưa đủ phiếu chấm hợp lệ: {reasons}."
            : $"Chưa đạt điều kiện về điểm: {reasons}. Tác giả có thể hoàn thiện và gửi lại ở kỳ sau.";
    }

    /// <summary>True when the approving votes reach the share the cycle asks for.</summary>
    public static bool VotePasses(CycleSettings settings, int approving, int voteBase) =>
        settings.PassVoteShare is not { } share || share.ReachedBy(approving, voteBase);
}
