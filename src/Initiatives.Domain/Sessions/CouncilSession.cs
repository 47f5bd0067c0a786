using Initiatives.Domain.Councils;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;

namespace Initiatives.Domain.Sessions;

/// <summary>The life of a session. A cancelled one was planned and never met.</summary>
public enum SessionStatus
{
    Planned = 0,
    Open = 1,
    Ended = 2,
    Cancelled = 3,
}

/// <summary>A meeting of the council; a cycle has several, one of them open at a time.</summary>
public sealed class CouncilSession
{
    private readonly List<Attendance> attendance = [];
    private readonly List<AttendanceEntry> entries = [];
    private readonly List<BoardMember> board = [];

    private CouncilSession()
    {
    }

    public int Id { get; private set; }
    public int CouncilId { get; private set; }
    public int CycleId { get; private set; }

    /// <summary>1, 2, … in the cycle.</summary>
    public int Number { get; private set; }
    public SessionStatus Status { get; private set; }

    /// <summary>Planned, then real, UTC.</summary>
    public DateTime StartsAt { get; private set; }
    public string Place { get; private set; } = "";

    /// <summary>When the secretary ended it, UTC.</summary>
    public DateTime? ConcludedAt { get; private set; }

    public int Version { get; private set; }
    public IReadOnlyList<Attendance> Attendance => attendance;

    /// <summary>Every change of attendance in the order in which it was recorded.</summary>
    public IReadOnlyList<AttendanceEntry> Entries => entries;

    /// <summary>The counting board (ban kiểm phiếu), its head first; empty until it is named.</summary>
    public IReadOnlyList<BoardMember> Board => board;

    public int PresentCount => attendance.Count(item => item.IsPresent);

    /// <summary>True for a member who is in the building; whether he is in the room for one dossier, his conflicts say.</summary>
    public bool IsPresent(int personId) => attendance.Exists(item => item.PersonId == personId && item.IsPresent);

    /// <summary>Members present who have a conflict with a dossier: they leave the room and do not vote.</summary>
    /// <param name="conflicted">Everybody in conflict with it.</param>
    public IReadOnlyList<int> Recused(IReadOnlyCollection<int> conflicted) =>
        [.. attendance.Where(item => item.IsPresent && conflicted.Contains(item.PersonId)).Select(item => item.PersonId)];

    /// <summary>How many were present at an instant by what is recorded now; a change of that very instant comes after it.</summary>
    public int PresentAt(DateTime instant) => entries.GroupBy(entry => entry.PersonId).Count(group => group
        .Where(entry => entry.At < instant || entry.IsFirst).OrderBy(entry => entry.At).ThenBy(entry => entry.Order).LastOrDefault()?.IsPresent == true);

    /// <summary>The next session of a council, to be planned or met at once.</summary>
    public static CouncilSession Call(Council council, int number = 1) =>
        new() { CouncilId = council.Id, CycleId = council.CycleId, Number = number };

    /// <summary>Says when and where it will be; again until it opens.</summary>
    public Result Plan(DateTime startsAt, string place)
    {
        if (Status != SessionStatus.Planned) return Result.Fail("", "Phiên họp đã mở, không dời được nữa.");
        if (string.IsNullOrWhiteSpace(place)) return Result.Fail(nameof(Place), "Ghi nơi họp.");
        (StartsAt, Place) = (startsAt, VietnameseText.Normalize(place));
        Version++;
        return Result.Success;
    }

    /// <summary>
    /// Records when, where and who is present; the first time opens the session. Later each member whose presence or
    /// reason differs gets a new entry with the hour of the change: nothing that was recorded is lost. Whoever is marked
    /// neither present nor absent is refused as <c>Attendance[id]</c>.
    /// </summary>
    /// <param name="changedAt">When somebody came or left, UTC; null: now. The start of the session corrects what was recorded of it.</param>
    public Result Record(Council council, DateTime startsAt, string place, IReadOnlyList<AttendanceFact> facts, DateTime now, DateTime? changedAt = null, int recordedById = 0)
    {
        if (Status is SessionStatus.Ended or SessionStatus.Cancelled) return Closed();
        if (string.IsNullOrWhiteSpace(place)) return Result.Fail(nameof(Place), "Ghi nơi họp.");
        if (startsAt > now) return Result.Fail(nameof(StartsAt), "Chỉ ghi phiên họp đã bắt đầu.");
        var isFirst = Status == SessionStatus.Planned;
        var at = isFirst ? startsAt : changedAt ?? now;
        if (at < startsAt || at > now)
            return Result.Fail(nameof(AttendanceEntry.At), $"Giờ thay đổi từ {VietnamTime.HourMinute(startsAt)} (bắt đầu họp) đến {VietnamTime.HourMinute(now)} (lúc này).");
        var marked = facts.ToLookup(fact => fact.PersonId);
        var unmarked = council.Members.Where(member => !marked.Contains(member.PersonId)).ToList();
        if (unmarked.Count > 0) return Result.Fail(unmarked.Select(member => new Problem($"{nameof(Attendance)}[{member.PersonId}]", $"{member.Name}: chọn có mặt hoặc vắng.")));
        (StartsAt, Place, Status) = (startsAt, VietnameseText.Normalize(place), SessionStatus.Open);
        foreach (var member in council.Members)
        {
            var item = attendance.Find(each => each.PersonId == member.PersonId);
            if (item is null) attendance.Add(item = new Attendance(member.PersonId));
            var fact = marked[member.PersonId].First();
            var present = fact.IsPresent;
            var reason = present ? "" : VietnameseText.Normalize(fact.Reason);
            if (!isFirst && item.IsPresent == present && item.Reason == reason) continue;
            (item.IsPresent, item.Reason) = (present, reason);
            entries.Add(new AttendanceEntry(entries.Count + 1, member.PersonId, present, reason, at, isFirst, recordedById, now));
        }

        Version++;
        return Result.Success;
    }

    /// <summary>Names the counting board: at least three different people, the first one heads it.</summary>
    public Result NameBoard(IReadOnlyList<BoardName> names)
    {
        if (Status is SessionStatus.Ended or SessionStatus.Cancelled) return Closed();
        var named = names.Where(item => !string.IsNullOrWhiteSpace(item.Name)).Select(item => item with { Name = VietnameseName.Normalize(item.Name) }).ToList();
        if (named.Count < 3) return Result.Fail(nameof(Board), "Ban kiểm phiếu cần ít nhất 3 người.");
        if (named.DistinctBy(item => item.PersonId is { } id ? $"#{id}" : item.Name.ToUpperInvariant()).Count() != named.Count)
            return Result.Fail(nameof(Board), "Một người chỉ ghi một lần trong ban kiểm phiếu.");
        board.Clear();
        board.AddRange(named.Select((item, index) => new BoardMember(index, item.Name, item.PersonId)));
        Version++;
        return Result.Success;
    }

    /// <summary>Those of the counting board who may count a dossier now: no member who is in conflict with it or not there.</summary>
    public IReadOnlyList<BoardMember> Counters(IReadOnlyCollection<int> conflicted) =>
        [.. board.Where(item => item.PersonId is not { } id || (IsPresent(id) && !conflicted.Contains(id))).OrderBy(item => item.Order)];

    /// <summary>Whether something may be recorded in it now.</summary>
    public Result MustBeOpen() => Status switch
    {
        SessionStatus.Open => Result.Success,
        SessionStatus.Planned => Result.Fail("", "Điểm danh phiên họp trước khi biểu quyết."),
        _ => Closed(),
    };

    public Result End(DateTime now)
    {
        if (Status == SessionStatus.Planned) return Result.Fail("", "Chưa điểm danh phiên họp này.");
        if (Status != SessionStatus.Open) return Result.Fail("", "Phiên họp đã kết thúc.");
        (ConcludedAt, Status) = (now, SessionStatus.Ended);
        Version++;
        return Result.Success;
    }

    /// <summary>Calls off a planned session; its number is not given again.</summary>
    public Result Cancel(DateTime now)
    {
        if (Status != SessionStatus.Planned) return Result.Fail("", "Chỉ hủy được phiên chưa họp.");
        (ConcludedAt, Status) = (now, SessionStatus.Cancelled);
        Version++;
        return Result.Success;
    }

    private static Failure Closed() => Result.Fail("", "Phiên họp đã kết thúc, không sửa được nữa.");
}
