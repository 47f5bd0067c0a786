using Initiatives.Domain.Time;

namespace Initiatives.Domain.Submissions;

/// <summary>
/// The span of a quarterly reform report. Units report before the 10th of the last month of a quarter (xã Thượng Hồng, QĐ
/// 39/QĐ-UBND, 31/7/2025), so a report covers the days from that 10th of the quarter before up to the 9th of its own.
/// </summary>
/// <param name="From">First day covered.</param>
/// <param name="To">Last day covered.</param>
public sealed record QuarterPeriod(int Year, int Quarter, DateOnly From, DateOnly To)
{
    private static readonly string[] Roman = ["I", "II", "III", "IV"];

    /// <summary>"quý III năm 2026".</summary>
    public string Name => $"quý {Roman[Quarter - 1]} năm {Year}";

    /// <summary>The day before which the report is due.</summary>
    public DateOnly DueBefore => To.AddDays(1);

    /// <exception cref="ArgumentOutOfRangeException"><paramref name="quarter"/> is not 1–4.</exception>
    public static QuarterPeriod Of(int year, int quarter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(quarter, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quarter, 4);
        var due = new DateOnly(year, quarter * 3, 10);
        return new QuarterPeriod(year, quarter, due.AddMonths(-3), due.AddDays(-1));
    }

    /// <summary>The next report that is due on <paramref name="today"/> or after: the one that people are writing.</summary>
    public static QuarterPeriod Next(DateOnly today)
    {
        var period = Of(today.Year, (today.Month + 2) / 3);
        if (today <= period.To) return period;
        return period.Quarter == 4 ? Of(today.Year + 1, 1) : Of(today.Year, period.Quarter + 1);
    }

    public bool Contains(DateTime utc) => VietnamTime.Today(utc) is var day && From <= day && day <= To;
}

/// <summary>What a unit did with initiatives in the span of a report, and where its dossiers stand now.</summary>
/// <param name="Sent">Dossiers sent to the Department in the span.</param>
/// <param name="Recognised">Initiatives recognised in the span.</param>
/// <param name="Decisions">The decisions that did so: "Quyết định số 4468/QĐ-UBND ngày 26/11/2025".</param>
/// <param name="Merit">Of these, with a certificate of merit.</param>
/// <param name="Writing">Drafts being written now.</param>
/// <param name="Waiting">Dossiers that the Department or the council has before it now.</param>
public sealed record QuarterFacts(int Sent, int Recognised, IReadOnlyList<string> Decisions, int Merit, int Writing, int Waiting)
{
    /// <summary>The ready paragraph, in the words of an official report; numbers under ten with a zero.</summary>
    /// <param name="today">The paragraph says nothing of days that are not over.</param>
    public string Paragraph(QuarterPeriod period, string unitName, DateOnly today)
    {
        var until = today < period.To ? today : period.To;
        var span = $"Trong {period.Name} (từ ngày {VietnamTime.Short(period.From)} đến ngày {VietnamTime.Short(until)}), {unitName}";
        var did = new List<string>();
        if (Sent > 0) did.Add($"đã gửi Sở Khoa học và Công nghệ {Count(Sent)} hồ sơ đề nghị công nhận sáng kiến cải cách hành chính");
        if (Recognised > 0)
        {
            var by = Decisions.Count == 0 ? "" : $" tại {string.Join("; ", Decisions)}";
            var merit = Merit == 0 ? "" : $", trong đó {Count(Merit)} sáng kiến được tặng Bằng khen của Chủ tịch Ủy ban nhân dân thành phố";
            did.Add($"có {Count(Recognised)} sáng kiến được Chủ tịch Ủy ban nhân dân thành phố công nhận{by}{merit}");
        }

        var first = did.Count == 0 ? $"{span} chưa gửi hồ sơ sáng kiến cải cách hành chính." : $"{span} {string.Join("; ", did)}.";
        var now = new List<string>();
        if (Waiting > 0) now.Add($"{Count(Waiting)} hồ sơ đang được thẩm định, chấm điểm");
        if (Writing > 0) now.Add($"{Count(Writing)} hồ sơ đang được xây dựng");
        return now.Count == 0 ? first : $"{first} Hiện có {string.Join(" và ", now)}.";
    }

    private static string Count(int number) => VietnamTime.Nd30Number(number);
}
