using System.Globalization;
using Initiatives.Domain.Time;

namespace Initiatives.Domain.Cycles;

/// <summary>A mail that reminds somebody of a unit: subject and sentences.</summary>
public sealed record ChaseMail(string Subject, IReadOnlyList<string> Paragraphs);

/// <summary>What units are told when they are chased: for a mail to one person, and for a group on Zalo.</summary>
public static class ChaseText
{
    /// <summary>
    /// The mail to one officer or head. What a head is told of drafts ends where his sight does: he hears of what was put
    /// before him, not of what others are still writing.
    /// </summary>
    /// <param name="cycle">The cycle that is chased.</param>
    /// <param name="unitName">Full name of the unit.</param>
    /// <param name="standing">How far the unit is; it has something to do.</param>
    /// <param name="writes">The reader is an officer, who sees his unit's drafts.</param>
    /// <param name="now">UTC.</param>
    public static ChaseMail Mail(Cycle cycle, string unitName, UnitStanding standing, bool writes, DateTime now)
    {
        var tasks = new List<string>();
        if (standing.Needs.HasFlag(ChaseNeeds.Acknowledge)) tasks.Add($"Xác nhận đã nhận công văn phát động số {cycle.Notice.Number}: mở “Việc của tôi”, bấm “Đã nhận”.");
        if (standing.Needs.HasFlag(ChaseNeeds.Endorse)) tasks.Add($"{standing.Awaiting} hồ sơ đang chờ thủ trưởng hoặc cấp phó đọc và xác nhận; xác nhận xong hồ sơ mới được gửi đi.");
        if (standing.Needs.HasFlag(ChaseNeeds.Send))
        {
            tasks.Add(!writes ? "Đơn vị chưa có hồ sơ nào gửi về Sở Khoa học và Công nghệ."
                : standing.Drafts > 0 ? $"{standing.Drafts} bản nháp chưa trình thủ trưởng; đơn vị chưa có hồ sơ nào gửi về Sở Khoa học và Công nghệ."
                : standing.Awaiting > 0 ? "Đơn vị chưa có hồ sơ nào gửi về Sở Khoa học và Công nghệ."
                : "Đơn vị chưa có bản nháp nào: chọn một việc đã làm tốt hơn, mở “Soạn hồ sơ mới”, viết dần, hệ thống tự lưu.");
        }

        return new ChaseMail(
            $"{unitName}: việc còn lại của kỳ xét sáng kiến {cycle.Year}",
            [
                $"Sở Khoa học và Công nghệ thông báo việc còn lại của {unitName} trong kỳ xét sáng kiến cải cách hành chính năm {cycle.Year}, tính đến {Moment(now)}:",
                .. tasks.Select((task, index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {task}")),
                $"{Window(cycle, now)} Quá giờ này hệ thống không nhận nữa.",
                "Chưa đăng nhập lần nào, hoặc quên mật khẩu: ở trang đăng nhập bấm “Quên mật khẩu”.",
            ]);
    }

    /// <summary>Plain text for a group: who, what is missing, until what hour, where.</summary>
    /// <param name="cycle">The cycle that is chased.</param>
    /// <param name="missing">What the units have in common: "chưa nộp hồ sơ".</param>
    /// <param name="units">Their names, in the order in which they are to stand.</param>
    /// <param name="address">Where to go, whole.</param>
    /// <param name="now">UTC.</param>
    public static string Group(Cycle cycle, string missing, IReadOnlyList<string> units, string address, DateTime now)
    {
        if (units.Count == 0) return "";
        var lines = new List<string>
        {
            $"Kỳ xét sáng kiến cải cách hành chính năm {cycle.Year}: đến {Moment(now)} còn {units.Count} đơn vị {missing}:",
        };
        lines.AddRange(units.Select((unit, index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {unit}")));
        lines.Add(Window(cycle, now));
        lines.Add($"Vào làm: {address}");
        return string.Join('\n', lines);
    }

    private static string Moment(DateTime now) => $"{VietnamTime.HourMinute(now)} ngày {VietnamTime.Short(now)}";

    private static string Window(Cycle cycle, DateTime now) => now < cycle.OpensAt
        ? $"Nhận hồ sơ từ {VietnamTime.Short(cycle.OpensAt)} đến {VietnamTime.Deadline(cycle.ClosesAt)}."
        : $"Hạn nhận hồ sơ: {VietnamTime.Deadline(cycle.ClosesAt)} ({VietnamTime.Remaining(cycle.ClosesAt - now)}).";
}
