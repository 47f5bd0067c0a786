using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;
using Initiatives.Domain.Text;

namespace Initiatives.Domain.Sessions;

/// <summary>
/// The council's resolution for another outcome than the rules give, with a vote of its own that reaches the share. The
/// minutes quote it; the last one on a dossier holds.
/// </summary>
public sealed class CouncilResolution
{
    private CouncilResolution()
    {
    }

    public int Id { get; private set; }
    public int SessionId { get; private set; }
    public int CycleId { get; private set; }
    public int InitiativeId { get; private set; }

    /// <summary>The outcome that it wants.</summary>
    public bool Recommends { get; private set; }
    public string Text { get; private set; } = "";
    public int Members { get; private set; }

    /// <summary>Members over whom its share was taken.</summary>
    public int VoteBase { get; private set; }
    public int Approving { get; private set; }
    public int Against { get; private set; }
    public int Abstaining { get; private set; }
    public int RecordedById { get; private set; }
    public DateTime RecordedAt { get; private set; }

    /// <summary>The share that a resolution needs: the vote's, or two thirds where votes do not decide.</summary>
    public static Fraction ShareOf(CycleSettings settings) => settings.PassVoteShare ?? new Fraction(2, 3);

    /// <summary>Passes it by a show of hands. Refused when it asks for what holds already, or when its vote falls short.</summary>
    /// <param name="holds">The outcome that holds now.</param>
    public static Result<CouncilResolution> Pass(CouncilSession session, Council council, CycleSettings settings, Vote vote, IReadOnlyCollection<int> conflicted, bool holds, bool recommends, string text, VoteCount count, Actor actor, DateTime now)
    {
        var open = session.MustBeOpen();
        if (open.Ok) open = Quorum.Check(session, council, settings);
        if (!open.Ok) return Result.Fail(open.Problems);
        List<Problem> problems = [.. BallotCount.Check(count with { Method = VoteMethod.ShowOfHands }, session.PresentCount - session.Recused(conflicted).Count, 0).Problems];
        if (recommends == holds) problems.Add(new(nameof(Recommends), "Kết quả này đang có hiệu lực; nghị quyết chỉ dùng khi Hội đồng muốn kết quả khác."));
        if (VietnameseText.Normalize(text).Length < 20) problems.Add(new(nameof(Text), "Ghi nguyên văn nghị quyết, ít nhất 20 ký tự."));
        if (problems.Count > 0) return Result.Fail(problems);
        var (share, over) = (ShareOf(settings), vote.BaseOf(settings.VoteBase));
        if (!share.ReachedBy(count.Approving!.Value, over))
            return Result.Fail(nameof(Approving), $"Nghị quyết cần ít nhất {share.LeastOf(over)}/{over} đồng ý, mới có {count.Approving}. Kết quả tính theo quy định giữ nguyên.");
        return new CouncilResolution
        {
            SessionId = session.Id,
            CycleId = session.CycleId,
            InitiativeId = vote.InitiativeId,
            Recommends = recommends,
            Text = VietnameseText.Normalize(text),
            Members = council.Members.Count,
            VoteBase = over,
            Approving = count.Approving.Value,
            Against = count.Against ?? 0,
            Abstaining = count.Abstaining ?? 0,
            RecordedById = actor.PersonId,
            RecordedAt = now,
        };
    }
}

/// <summary>A member's dissent (ý kiến bảo lưu), recorded by the secretary and printed in the minutes.</summary>
public sealed class DissentingOpinion
{
    private DissentingOpinion()
    {
    }

    public int Id { get; private set; }
    public int SessionId { get; private set; }
    public int CycleId { get; private set; }
    public int InitiativeId { get; private set; }
    public int PersonId { get; private set; }
    public string Name { get; private set; } = "";
    public string Text { get; private set; } = "";
    public int RecordedById { get; private set; }
    public DateTime RecordedAt { get; private set; }

    /// <summary>Records it; only of a member who is in the room for this dossier.</summary>
    public static Result<DissentingOpinion> Record(CouncilSession session, Council council, int initiativeId, IReadOnlyCollection<int> conflicted, int? personId, string text, Actor actor, DateTime now)
    {
        var open = session.MustBeOpen();
        if (!open.Ok) return Result.Fail(open.Problems);
        var problems = new List<Problem>();
        var member = council.Members.FirstOrDefault(item => item.PersonId == personId);
        if (member is null) problems.Add(new(nameof(PersonId), "Chọn thành viên có ý kiến bảo lưu."));
        else if (!session.IsPresent(member.PersonId) || conflicted.Contains(member.PersonId)) problems.Add(new(nameof(PersonId), $"{member.Name} không có trong phòng khi xét hồ sơ này."));
        if (VietnameseText.Normalize(text).Length < 5) problems.Add(new(nameof(Text), "Ghi nội dung ý kiến bảo lưu."));
        if (problems.Count > 0) return Result.Fail(problems);
        return new DissentingOpinion
        {
            SessionId = session.Id,
            CycleId = session.CycleId,
            InitiativeId = initiativeId,
            PersonId = member!.PersonId,
            Name = member.Name,
            Text = VietnameseText.Normalize(text),
            RecordedById = actor.PersonId,
            RecordedAt = now,
        };
    }
}
