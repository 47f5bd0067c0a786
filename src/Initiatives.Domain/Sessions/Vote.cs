using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Text;

namespace Initiatives.Domain.Sessions;

/// <summary>What was counted on one dossier: hands, or ballots of which those not approving are against.</summary>
public sealed record VoteCount(VoteMethod Method, int? Approving, int? Against = null, int? Abstaining = null, int? Issued = null, int? Returned = null, int? Valid = null, int? Invalid = null)
{
    public static VoteCount Hands(int approving, int against, int abstaining) => new(VoteMethod.ShowOfHands, approving, against, abstaining);

    public static VoteCount Paper(int issued, int returned, int valid, int invalid, int approving) =>
        new(VoteMethod.Paper, approving, Issued: issued, Returned: returned, Valid: valid, Invalid: invalid);
}

/// <summary>
/// A vote of the council on one dossier. Once announced it is never changed: a correction is another vote with a reason,
/// and the last announced one holds. Before that it is its enterer's alone.
/// </summary>
public sealed class Vote
{
    private Vote()
    {
    }

    public int Id { get; private set; }
    public int SessionId { get; private set; }
    public int CycleId { get; private set; }
    public int InitiativeId { get; private set; }
    public VoteMethod Method { get; private set; }

    /// <summary>Members named in the council's decision, those of them in conflict with the dossier, and those present at that moment.</summary>
    public int Members { get; private set; }
    public int Conflicted { get; private set; }
    public int Present { get; private set; }

    /// <summary>Members present who were out of the room.</summary>
    public IReadOnlyList<int> RecusedIds { get; private set; } = [];

    /// <summary>Ballots; 0 for a show of hands.</summary>
    public int Issued { get; private set; }
    public int Returned { get; private set; }
    public int Valid { get; private set; }
    public int Invalid { get; private set; }
    public int Approving { get; private set; }
    public int Against { get; private set; }
    public int Abstaining { get; private set; }

    /// <summary>Names of those who counted the ballots, the board's head first.</summary>
    public IReadOnlyList<string> Counters { get; private set; } = [];

    /// <summary>The council's reason, which the conclusion takes over.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The vote that this one corrects, and why.</summary>
    public int? CorrectsId { get; private set; }
    public string CorrectionReason { get; private set; } = "";
    public int EnteredById { get; private set; }
    public DateTime EnteredAt { get; private set; }

    /// <summary>When the count was confirmed and made known; null: nobody but the enterer sees it.</summary>
    public DateTime? AnnouncedAt { get; private set; }
    public int Version { get; private set; }

    public int Recused => RecusedIds.Count;

    /// <summary>Members who could vote: present and not out of the room.</summary>
    public int Voters => Present - Recused;

    /// <summary>Members entitled to vote on the dossier, present or not.</summary>
    public int Entitled => Members - Conflicted;

    public int BaseOf(VoteBase voteBase) => voteBase == VoteBase.AllMembers ? Members : Entitled;

    public static Vote On(CouncilSession session, int initiativeId) =>
        new() { SessionId = session.Id, CycleId = session.CycleId, InitiativeId = initiativeId };

    /// <summary>Enters a count; again until it is announced. Every refusal names its field.</summary>
    /// <param name="conflicted">Everybody in conflict with the dossier.</param>
    /// <param name="corrected">The announced vote that this one corrects; then a reason is asked for.</param>
    public Result Enter(CouncilSession session, Council council, CycleSettings settings, IReadOnlyCollection<int> conflicted, VoteCount count, string reason, Vote? corrected, string correctionReason, Actor actor, DateTime now)
    {
        if (AnnouncedAt is not null) return Result.Fail("", "Kết quả đã công bố; chỉ đính chính bằng lần ghi mới.");
        var open = session.MustBeOpen();
        if (open.Ok) open = Quorum.Check(session, council, settings);
        if (!open.Ok) return open;
        var recused = session.Recused(conflicted);
        var counters = session.Counters(conflicted);
        List<Problem> problems = [.. BallotCount.Check(count, session.PresentCount - recused.Count, counters.Count).Problems];
        if (VietnameseText.Normalize(reason).Length < 5) problems.Add(new(nameof(Reason), "Ghi lý do kết luận của Hội đồng."));
        if (corrected is not null && VietnameseText.Normalize(correctionReason).Length < 5) problems.Add(new(nameof(CorrectionReason), "Ghi lý do đính chính, ít nhất 5 ký tự."));
        if (problems.Count > 0) return Result.Fail(problems);

        (Members, Present, RecusedIds) = (council.Members.Count, session.PresentCount, recused);
        Conflicted = council.Members.Count(member => conflicted.Contains(member.PersonId));
        Counters = count.Method == VoteMethod.Paper ? [.. counters.Select(item => item.Name)] : [];
        Take(count, reason, corrected, correctionReason, actor, now);
        return Result.Success;
    }

    /// <summary>
    /// Corrects an announced vote once its session has ended, and announces it: who could vote and who counted stay as they
    /// were at the vote. Every refusal names its field.
    /// </summary>
    /// <param name="isPutUp">The council's result is posted or put up for decision: nothing is corrected any more.</param>
    public Result Correct(CouncilSession session, Vote corrected, bool isPutUp, VoteCount count, string reason, string correctionReason, Actor actor, DateTime now)
    {
        if (session.Status != SessionStatus.Ended || corrected.AnnouncedAt is null) return Result.Fail("", "Chỉ đính chính sau phiên một kết quả đã công bố.");
        if (isPutUp) return Result.Fail("", "Kết quả của Hội đồng đã niêm yết hoặc đã đưa vào dự thảo quyết định, không đính chính được nữa.");
        var kept = count with { Method = corrected.Method };
        List<Problem> problems = [.. BallotCount.Check(kept, corrected.Voters, corrected.Counters.Count).Problems];
        if (VietnameseText.Normalize(reason).Length < 5) problems.Add(new(nameof(Reason), "Ghi lý do kết luận của Hội đồng."));
        if (VietnameseText.Normalize(correctionReason).Length < 5) problems.Add(new(nameof(CorrectionReason), "Ghi lý do đính chính, ít nhất 5 ký tự."));
        if (problems.Count > 0) return Result.Fail(problems);
        (Members, Conflicted, Present, RecusedIds, Counters) = (corrected.Members, corrected.Conflicted, corrected.Present, corrected.RecusedIds, corrected.Counters);
        Take(kept, reason, corrected, correctionReason, actor, now);
        return Announce(now);
    }

    /// <summary>True for a correction announced after its session had ended.</summary>
    public bool IsAfter(CouncilSession session) => session.ConcludedAt is { } ended && AnnouncedAt > ended;

    private void Take(VoteCount count, string reason, Vote? corrected, string correctionReason, Actor actor, DateTime now)
    {
        var isPaper = count.Method == VoteMethod.Paper;
        Method = count.Method;
        (Issued, Returned, Valid, Invalid) = isPaper ? (count.Issued!.Value, count.Returned!.Value, count.Valid!.Value, count.Invalid ?? 0) : (0, 0, 0, 0);
        Approving = count.Approving!.Value;
        (Against, Abstaining) = isPaper ? (Valid - Approving, 0) : (count.Against ?? 0, count.Abstaining ?? 0);
        Reason = VietnameseText.Normalize(reason);
        (CorrectsId, CorrectionReason) = (corrected?.Id, corrected is null ? "" : VietnameseText.Normalize(correctionReason));
        (EnteredById, EnteredAt) = (actor.PersonId, now);
        Version++;
    }

    /// <summary>The count is confirmed: from now on it is shown, and no longer changed.</summary>
    public Result Announce(DateTime now)
    {
        if (AnnouncedAt is not null) return Result.Fail("", "Kết quả này đã công bố.");
        AnnouncedAt = now;
        Version++;
        return Result.Success;
    }
}

/// <summary>Whether a count can be right.</summary>
public static class BallotCount
{
    /// <param name="voters">Members present and entitled.</param>
    /// <param name="counters">People of the counting board who may count this dossier.</param>
    public static Result Check(VoteCount count, int voters, int counters)
    {
        List<Problem> problems = [.. Negative(count)];
        if (count.Approving is null) problems.Add(new(nameof(VoteCount.Approving), "Ghi số phiếu đồng ý."));
        if (problems.Count > 0) return Result.Fail(problems);
        return count.Method == VoteMethod.Paper ? Paper(count, voters, counters) : Hands(count, voters);
    }

    private static IEnumerable<Problem> Negative(VoteCount count)
    {
        (string Field, int? Number)[] numbers =
        [
            (nameof(count.Issued), count.Issued), (nameof(count.Returned), count.Returned), (nameof(count.Valid), count.Valid), (nameof(count.Invalid), count.Invalid),
            (nameof(count.Approving), count.Approving), (nameof(count.Against), count.Against), (nameof(count.Abstaining), count.Abstaining),
        ];
        return numbers.Where(item => item.Number < 0).Select(item => new Problem(item.Field, "Số phiếu không được âm."));
    }

    private static Result Hands(VoteCount count, int voters)
    {
        var cast = (long)count.Approving!.Value + (count.Against ?? 0) + (count.Abstaining ?? 0);
        return cast == voters ? Result.Success : Result.Fail(nameof(count.Approving), $"Tổng số phiếu là {cast}, nhưng có {voters} thành viên có mặt được biểu quyết hồ sơ này.");
    }

    private static Result Paper(VoteCount count, int voters, int counters)
    {
        var problems = new List<Problem>();
        if (counters < 3) problems.Add(new(nameof(count.Method), $"Bỏ phiếu kín cần ban kiểm phiếu ít nhất 3 người không vướng xung đột với hồ sơ này; hiện có {counters}."));
        if (count.Issued is null) problems.Add(new(nameof(count.Issued), "Ghi số phiếu phát ra."));
        if (count.Returned is null) problems.Add(new(nameof(count.Returned), "Ghi số phiếu thu về."));
        if (count.Valid is null) problems.Add(new(nameof(count.Valid), "Ghi số phiếu hợp lệ."));
        if (count is { Issued: { } issued, Returned: { } returned, Valid: { } valid, Approving: { } approving })
        {
            var invalid = count.Invalid ?? 0;
            if (issued > voters) problems.Add(new(nameof(count.Issued), $"Phát ra {issued} phiếu, nhưng chỉ có {voters} thành viên có mặt được biểu quyết hồ sơ này."));
            if (returned > issued) problems.Add(new(nameof(count.Returned), $"Thu về {returned} phiếu, nhiều hơn {issued} phiếu phát ra."));
            if ((long)valid + invalid != returned) problems.Add(new(nameof(count.Valid), $"Hợp lệ {valid} và không hợp lệ {invalid} cộng lại phải bằng {returned} phiếu thu về."));
            if (approving > valid) problems.Add(new(nameof(count.Approving), $"Đồng ý {approving} phiếu, nhiều hơn {valid} phiếu hợp lệ."));
        }

        return Result.From(problems);
    }
}
