using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Ranking;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;

namespace Initiatives.Domain.Sessions;

/// <summary>Votes on one dossier.</summary>
/// <param name="Recused">Members out of the room because of a conflict.</param>
public sealed record VoteTally(int Approving, int Against, int Abstaining, int Recused)
{
    public int Cast => Approving + Against + Abstaining;
}

/// <summary>What the council concluded on a dossier, computed from scores and votes by the rules of the cycle.</summary>
public sealed class Conclusion
{
    private Conclusion()
    {
    }

    public int Id { get; private set; }
    public int SessionId { get; private set; }
    public int CycleId { get; private set; }
    public int InitiativeId { get; private set; }
    public int Approving { get; private set; }
    public int Against { get; private set; }
    public int Abstaining { get; private set; }
    public int Recused { get; private set; }

    /// <summary>Members over whom the share of approving votes was taken.</summary>
    public int VoteBase { get; private set; }

    /// <summary>The place and mean on which it was decided, kept as they were.</summary>
    public int Rank { get; private set; }
    public decimal Mean { get; private set; }

    public bool IsRecommended { get; private set; }

    /// <summary>The council's reason; for a dossier not recommended its authors are told this.</summary>
    public string Reason { get; private set; } = "";
    public DateTime RecordedAt { get; private set; }
    public int Version { get; private set; }

    public static Conclusion For(CouncilSession session, Initiative initiative) =>
        new() { SessionId = session.Id, CycleId = session.CycleId, InitiativeId = initiative.Id };

    /// <summary>
    /// Records the vote and concludes: recommended when every score rule is met and the vote reaches its share. A reason
    /// is always given.
    /// </summary>
    public Result Record(Initiative initiative, CouncilSession session, Council council, CycleSettings settings, RankedPlace place, VoteTally tally, string reason, DateTime now)
    {
        if (session.ConcludedAt is not null) return Result.Fail("", "Phiên họp đã kết thúc, không sửa được nữa.");
        var quorum = Quorum.Check(session, council, settings);
        if (!quorum.Ok) return quorum;
        if (tally.Approving < 0 || tally.Against < 0 || tally.Abstaining < 0) return Result.Fail(nameof(Approving), "Số phiếu không được âm.");
        var voters = session.PresentCount - tally.Recused;
        if (tally.Cast != voters)
            return Result.Fail(nameof(Approving), $"Tổng số phiếu là {tally.Cast}, nhưng có {voters} thành viên có mặt được biểu quyết hồ sơ này.");
        if (VietnameseText.Normalize(reason).Length < 5) return Result.Fail(nameof(Reason), "Ghi lý do kết luận của Hội đồng.");

        VoteBase = BaseOf(settings, council, tally.Recused);
        var recommended = place.Passes && VotePasses(settings, tally.Approving, VoteBase);
        var moved = initiative.Conclude(recommended, now);
        if (!moved.Ok) return moved;
        (Approving, Against, Abstaining, Recused) = (tally.Approving, tally.Against, tally.Abstaining, tally.Recused);
        (Rank, Mean, IsRecommended, Reason, RecordedAt) = (place.Rank, place.Mean, recommended, VietnameseText.Normalize(reason), now);
        Version++;
        return Result.Success;
    }

    /// <summary>True while the votes still add up with those present: attendance may have been corrected after the vote.</summary>
    public bool AgreesWith(CouncilSession session) => Approving + Against + Abstaining + Recused == session.PresentCount;

    /// <summary>A sentence to begin the reason with: what the score rules say, each failed rule by its numbers.</summary>
    public static string SuggestReason(RankedPlace place)
    {
        if (place.Passes) return $"Điểm trung bình {VietnameseNumber.Format(place.Shown)}, đạt mọi điều kiện về điểm của kỳ xét.";
        var failed = place.Rules.Where(rule => !rule.Passed).ToList();
        var reasons = string.Join("; ", failed.Select(rule => rule.Sentence));
        return failed.TrueForAll(rule => rule.Key == "sheets")
            ? $"Chưa đủ phiếu chấm hợp lệ: {reasons}."
            : $"Chưa đạt điều kiện về điểm: {reasons}. Tác giả có thể hoàn thiện và gửi lại ở kỳ sau.";
    }

    /// <summary>Members over whom the vote's share is taken.</summary>
    public static int BaseOf(CycleSettings settings, Council council, int recused) =>
        settings.VoteBase == Cycles.VoteBase.AllMembers ? council.Members.Count : council.Members.Count - recused;

    /// <summary>True when the approving votes reach the share the cycle asks for.</summary>
    public static bool VotePasses(CycleSettings settings, int approving, int voteBase) =>
        settings.PassVoteShare is not { } share || share.ReachedBy(approving, voteBase);
}
