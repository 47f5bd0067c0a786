using Initiatives.Domain.Cycles;
using Initiatives.Domain.Text;

namespace Initiatives.Web.Features.Chase;

/// <summary>Which units are looked at.</summary>
public record ChaseFilter
{
    /// <summary>Key of a tab; unknown reads as the first.</summary>
    public string? Tab { get; init; }

    /// <summary>"so" or "xa"; anything else: all.</summary>
    public string? Loai { get; init; }

    /// <summary>Words of a unit's name, with or without diacritics.</summary>
    public string? Q { get; init; }

    /// <summary>Units ticked one by one; empty: all that the filter finds.</summary>
    public List<int> Dv { get; init; } = [];

    internal sealed record Tabs(string Key, string Name, string Missing, Func<UnitStanding, bool> Holds);

    /// <summary>The tabs, in the order in which a unit leaves them; <c>Missing</c> is how a group of such units is told.</summary>
    internal static IReadOnlyList<Tabs> All { get; } =
    [
        new("", "Còn việc", "còn việc phải làm", standing => standing.Needs != ChaseNeeds.None),
        new("chua-xac-nhan", "Chưa xác nhận", "chưa xác nhận đã nhận công văn phát động", standing => standing.Needs.HasFlag(ChaseNeeds.Acknowledge)),
        new("chua-co-nhap", "Chưa có nháp", "chưa bắt đầu hồ sơ nào", standing => standing.Needs.HasFlag(ChaseNeeds.Draft)),
        new("cho-thu-truong", "Chờ thủ trưởng", "có hồ sơ chờ thủ trưởng xác nhận", standing => standing.Needs.HasFlag(ChaseNeeds.Endorse)),
        new("chua-nop", "Chưa nộp", "chưa nộp hồ sơ", standing => standing.Needs.HasFlag(ChaseNeeds.Send)),
        new("da-nop", "Đã nộp", "", standing => standing.Sent > 0),
        new("tat-ca", "Tất cả", "", _ => true),
    ];

    internal Tabs Chosen => All.FirstOrDefault(tab => tab.Key == (Tab ?? "")) ?? All[0];

    internal bool IsNarrowed => Loai is "so" or "xa" || !string.IsNullOrWhiteSpace(Q);

    /// <summary>Without the tab: what its counts are taken from.</summary>
    internal IReadOnlyList<ChaseUnit> Narrow(IEnumerable<ChaseUnit> units)
    {
        var words = VietnameseText.SearchWords(Q);
        return [.. units.Where(unit => (Loai != "so" || !unit.IsCommune) && (Loai != "xa" || unit.IsCommune) && words.All(word => unit.SearchKey.Contains(word, StringComparison.Ordinal)))];
    }

    /// <summary>What is meant: the ticked ones, or all of the tab.</summary>
    internal IReadOnlyList<ChaseUnit> Pick(IEnumerable<ChaseUnit> units) =>
        Dv.Count > 0 ? [.. units.Where(unit => Dv.Contains(unit.Id))] : [.. Narrow(units).Where(unit => Chosen.Holds(unit.Standing))];

    /// <summary>The address of a tab with what else is set.</summary>
    internal string Path(string end, string? tab = null, bool clear = false)
    {
        var parts = new List<string>();
        if ((tab ?? Chosen.Key) is { Length: > 0 } key) parts.Add($"tab={key}");
        if (!clear && Loai is ("so" or "xa")) parts.Add($"loai={Loai}");
        if (!clear && !string.IsNullOrWhiteSpace(Q)) parts.Add($"q={Uri.EscapeDataString(Q)}");
        return end + (parts.Count > 0 ? "?" + string.Join('&', parts) : "");
    }
}
