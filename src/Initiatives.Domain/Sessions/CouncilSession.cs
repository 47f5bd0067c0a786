using Initiatives.Domain.Councils;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Text;

namespace Initiatives.Domain.Sessions;

/// <summary>Whether a member was in the room.</summary>
public sealed class Attendance
{
    private Attendance()
    {
    }

    internal Attendance(int personId) => PersonId = personId;

    public int SessionId { get; private set; }
    public int PersonId { get; private set; }
    public bool IsPresent { get; internal set; }

    /// <summary>Why not, for the minutes.</summary>
    public string Reason { get; internal set; } = "";
}

/// <summary>What the secretary records about one member.</summary>
public sealed record AttendanceFact(int PersonId, bool IsPresent, string Reason);

/// <summary>A meeting of the council.</summary>
public sealed class CouncilSession
{
    private readonly List<Attendance> attendance = [];

    private CouncilSession()
    {
    }

    public int Id { get; private set; }
    public int CouncilId { get; private set; }
    public int CycleId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime StartsAt { get; private set; }
    public string Place { get; private set; } = "";

    /// <summary>When the secretary ended it, UTC.</summary>
    public DateTime? ConcludedAt { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<Attendance> Attendance => attendance;

    public int PresentCount => attendance.Count(item => item.IsPresent);

    /// <summary>Members present who were not given the dossier because of a conflict: they leave the room and do not vote.</summary>
    /// <param name="judges">Who was assigned to it.</param>
    public IReadOnlyList<int> Recused(IReadOnlyCollection<int> judges) =>
        [.. attendance.Where(item => item.IsPresent && !judges.Contains(item.PersonId)).Select(item => item.PersonId)];

    public static CouncilSession Call(Council council) => new() { CouncilId = council.Id, CycleId = council.CycleId };

    /// <summary>Records when, where and who was present; an absent member's reason goes into the minutes.</summary>
    public Result Record(Council council, DateTime startsAt, string place, IReadOnlyList<AttendanceFact> facts, DateTime now)
    {
        if (ConcludedAt is not null) return Result.Fail("", "Phiên họp đã kết thúc, không sửa được nữa.");
        if (string.IsNullOrWhiteSpace(place)) return Result.Fail(nameof(Place), "Ghi nơi họp.");
        if (startsAt > now) return Result.Fail(nameof(StartsAt), "Chỉ ghi phiên họp đã bắt đầu.");
        (StartsAt, Place) = (startsAt, VietnameseText.Normalize(place));
        foreach (var member in council.Members)
        {
            var item = attendance.Find(each => each.PersonId == member.PersonId);
            if (item is null) attendance.Add(item = new Attendance(member.PersonId));
            var fact = facts.FirstOrDefault(each => each.PersonId == member.PersonId);
            item.IsPresent = fact?.IsPresent ?? false;
            item.Reason = item.IsPresent ? "" : VietnameseText.Normalize(fact?.Reason);
        }

        Version++;
        return Result.Success;
    }

    public Result End(DateTime now)
    {
        if (ConcludedAt is not null) return Result.Fail("", "Phiên họp đã kết thúc.");
        ConcludedAt = now;
        Version++;
        return Result.Success;
    }
}

/// <summary>Whether those present can vote: enough of them, among them the chair or a vice-chair, and the secretary (DOMAIN § 3.3).</summary>
public static class Quorum
{
    /// <summary>Refuses a vote without a quorum; says the numbers, or who is missing.</summary>
    public static Result Check(CouncilSession session, Council council, CycleSettings settings)
    {
        var (present, all) = (session.PresentCount, council.Members.Count);
        if (!settings.QuorumShare.ReachedBy(present, all))
            return Result.Fail("", $"Có mặt {present}/{all} thành viên, cần ít nhất {settings.QuorumShare.LeastOf(all)}. Chưa đủ để biểu quyết.");
        var posts = council.Members.Where(member => session.Attendance.Any(item => item.PersonId == member.PersonId && item.IsPresent)).Select(member => member.Post).ToList();
        if (!posts.Contains(CouncilPost.Chair) && !posts.Contains(CouncilPost.ViceChair))
            return Result.Fail("", "Chủ tịch và Phó Chủ tịch Hội đồng đều vắng. Phải có một người chủ trì mới biểu quyết được.");
        return posts.Contains(CouncilPost.Secretary) ? Result.Success : Result.Fail("", "Ủy viên thư ký vắng. Thư ký có mặt mới biểu quyết được.");
    }
}
