namespace Initiatives.Domain.Cycles;

/// <summary>Where a cycle stands. Open and Closed follow the clock; every later move is an act of the Department or the secretary.</summary>
public enum CyclePhase
{
    Preparing = 0,
    Open = 1,
    Closed = 2,
    Judging = 3,
    Deliberating = 4,
    Deciding = 5,
    Published = 6,
    Archived = 7,
}

/// <summary>Words for the phases and the seven buoys of the channel (luồng).</summary>
public static class CyclePhases
{
    /// <summary>The seven buoys, in order.</summary>
    public static IReadOnlyList<string> Channel { get; } =
        ["Chuẩn bị", "Nhận hồ sơ", "Thẩm định", "Chấm điểm", "Họp Hội đồng", "Quyết định", "Công bố"];

    /// <summary>Index of the current buoy, 0–6.</summary>
    public static int Buoy(CyclePhase phase) => Math.Min((int)phase, 6);

    /// <summary>What is going on, as the phase strip says it.</summary>
    public static string Now(CyclePhase phase) => phase switch
    {
        CyclePhase.Preparing => "Đang chuẩn bị",
        CyclePhase.Open => "Đang nhận hồ sơ",
        CyclePhase.Closed => "Đang thẩm định",
        CyclePhase.Judging => "Đang chấm điểm",
        CyclePhase.Deliberating => "Hội đồng đang xét",
        CyclePhase.Deciding => "Đang ra quyết định",
        CyclePhase.Published => "Đã công bố",
        _ => "Đã lưu trữ",
    };
}
