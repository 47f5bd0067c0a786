using Initiatives.Domain.Time;

namespace Initiatives.Domain.Cycles;

/// <summary>
/// Until when one unit may send to a cycle: the cycle's cut-off, or a later hour by an extension. Half open like the cycle's
/// own window; only the instant at which a request reached the server is asked, never anybody's clock.
/// </summary>
public sealed class IntakeWindow
{
    private IntakeWindow(Cycle cycle, DateTime closesAt, ExtensionNotice? extension) =>
        (Cycle, ClosesAt, Extension) = (cycle, closesAt, extension);

    public Cycle Cycle { get; }

    /// <summary>UTC.</summary>
    public DateTime OpensAt => Cycle.OpensAt;

    /// <summary>UTC, exclusive.</summary>
    public DateTime ClosesAt { get; }

    /// <summary>The extension that moved the cut-off; null: the cycle's own holds.</summary>
    public ExtensionNotice? Extension { get; }

    public bool IsExtended => Extension is not null;

    /// <summary>The window of a unit; of null the one that holds for every unit.</summary>
    public static IntakeWindow Of(Cycle cycle, IEnumerable<ExtensionNotice> extensions, int? unitId = null)
    {
        var rows = extensions.Where(row => row.CycleId == cycle.Id).ToList();
        var latest = InForce(rows).Where(item => item.Row.UnitId is null || item.Row.UnitId == unitId)
            .OrderByDescending(item => item.ClosesAt).ThenBy(item => item.Row.Id).FirstOrDefault();
        return latest.Row is not null && latest.ClosesAt > cycle.ClosesAt ? new(cycle, latest.ClosesAt, latest.Row) : new(cycle, cycle.ClosesAt, null);
    }

    /// <summary>The same without any extension.</summary>
    public static IntakeWindow Of(Cycle cycle) => new(cycle, cycle.ClosesAt, null);

    /// <summary>The instant from which no unit at all may send, UTC.</summary>
    public static DateTime LastClosing(Cycle cycle, IEnumerable<ExtensionNotice> extensions) =>
        InForce([.. extensions.Where(row => row.CycleId == cycle.Id)]).Select(item => item.ClosesAt).Append(cycle.ClosesAt).Max();

    /// <summary>Granting rows with the instant to which each reaches: its hour, or when a later row ended it.</summary>
    private static IEnumerable<(ExtensionNotice Row, DateTime ClosesAt)> InForce(IReadOnlyList<ExtensionNotice> rows) =>
        from row in rows
        where row.EndsId is null
        let ended = rows.FirstOrDefault(item => item.EndsId == row.Id)
        select (row, ended is not null && ended.ClosesAt < row.ClosesAt ? ended.ClosesAt : row.ClosesAt);

    /// <summary>Whether an instant lies in the window, whatever has become of the cycle since.</summary>
    public bool Contains(DateTime at) => OpensAt <= at && at < ClosesAt;

    /// <summary>Whether a dossier whose request arrived at <paramref name="arrivedAt"/> is in time.</summary>
    public bool Accepts(DateTime arrivedAt) => Cycle.Phase == CyclePhase.Open && Contains(arrivedAt);

    /// <summary>Whether an instant is in time by the extension only.</summary>
    public bool IsByExtension(DateTime at) => Contains(at) && at >= Cycle.ClosesAt;

    /// <summary>Why what arrived at <paramref name="arrivedAt"/> was not taken: the cut-off and the instant, both to the second.</summary>
    /// <param name="window">The unit's window in the cycle at hand; null: no cycle was ever launched.</param>
    public static string Refusal(IntakeWindow? window, DateTime arrivedAt) => window is null || arrivedAt < window.ClosesAt
        ? "Chưa có kỳ nào mở nhận hồ sơ. Hồ sơ vẫn được giữ, gửi được khi kỳ mở."
        : $"Đã quá hạn nhận hồ sơ {window.Cycle.Name} ({VietnamTime.Deadline(window.ClosesAt)}). Yêu cầu của bạn đến máy chủ lúc {VietnamTime.WithTime(arrivedAt)}. Hồ sơ vẫn được giữ, dùng được cho kỳ sau.";

    /// <summary>Where the cycle stands for this unit.</summary>
    public CyclePhase PhaseAt(DateTime now) => Accepts(now) ? CyclePhase.Open : Cycle.PhaseAt(now);
}
