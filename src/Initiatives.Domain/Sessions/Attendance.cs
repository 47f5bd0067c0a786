namespace Initiatives.Domain.Sessions;

/// <summary>Whether a member is there now.</summary>
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

/// <summary>One recorded change of a member's attendance. Never changed: a correction is another entry.</summary>
public sealed class AttendanceEntry
{
    private AttendanceEntry()
    {
    }

    internal AttendanceEntry(int order, int personId, bool isPresent, string reason, DateTime at, bool isFirst, int recordedById, DateTime recordedAt) =>
        (Order, PersonId, IsPresent, Reason, At, IsFirst, RecordedById, RecordedAt) = (order, personId, isPresent, reason, at, isFirst, recordedById, recordedAt);

    public int SessionId { get; private set; }

    /// <summary>1, 2, … in the session.</summary>
    public int Order { get; private set; }
    public int PersonId { get; private set; }
    public bool IsPresent { get; private set; }
    public string Reason { get; private set; } = "";

    /// <summary>From when on it holds, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Recorded when the session opened.</summary>
    public bool IsFirst { get; private set; }
    public int RecordedById { get; private set; }
    public DateTime RecordedAt { get; private set; }
}

/// <summary>Somebody of the counting board (ban kiểm phiếu).</summary>
public sealed class BoardMember
{
    private BoardMember()
    {
    }

    internal BoardMember(int order, string name, int? personId) => (Order, Name, PersonId) = (order, name, personId);

    public int SessionId { get; private set; }

    /// <summary>0 heads the board.</summary>
    public int Order { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>A member of the council; null for somebody else.</summary>
    public int? PersonId { get; private set; }
}

/// <summary>Somebody to be named to the counting board; an empty name is nobody.</summary>
public sealed record BoardName(string Name, int? PersonId);
