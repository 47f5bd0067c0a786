using System.Globalization;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.Text;

namespace Initiatives.Domain.Ranking;

/// <summary>What is said about places once they are fixed: nothing here decides.</summary>
internal sealed class PlaceText(List<Standing> standings, int[] ranks, RubricContent rubric, IReadOnlyList<TieStep> steps)
{
    /// <summary>
    /// "84,50": a mean as <see cref="VietnameseNumber.Mean"/> writes it. It is written out from hundredths here: a page of
    /// 1,000 places holds 14,000 of them, and they were most of its ranking.
    /// </summary>
    public static string Mean(decimal value)
    {
        var rounded = Ranker.Round(value);
        if (rounded is < 0 or >= 1000) return VietnameseNumber.Mean(rounded);
        var (whole, hundredths) = Math.DivRem((int)(rounded * 100), 100);
        return string.Create(CultureInfo.InvariantCulture, $"{whole},{hundredths:00}");
    }

    /// <summary>Thresholds, differences and votes, without idle zeros: "70", "0,42".</summary>
    public static string Show(decimal value) => VietnameseNumber.Format(Ranker.Round(value));

    /// <summary>How the place was parted from a neighbour of the same total; empty where there is none.</summary>
    public string Tie(int i)
    {
        if (!IsLevel(i, i - 1) && !IsLevel(i, i + 1)) return "";
        var k = IsLevel(i, i - 1) && (ranks[i - 1] == ranks[i] || !IsLevel(i, i + 1) || ranks[i + 1] != ranks[i]) ? i - 1 : i + 1;
        var start = $"Cùng {Mean(standings[i].Mean)} điểm";
        if (ranks[i] != ranks[k]) return $"{start}: xếp theo {Parted(Math.Min(i, k), Math.Max(i, k))}";
        var everywhere = rubric.Criteria.All(criterion => standings[i].Means[criterion.Code] == standings[k].Means[criterion.Code]);
        return $"{start} {(everywhere ? "ở mọi tiêu chí" : "và ở mọi bước xét tiếp")}: {Ballot(i)}";
    }

    /// <summary>
    /// "Hạng 3: trung bình 84,33 từ 7/9 phiếu hợp lệ, dưới hạng 2 là 0,42 điểm." The difference is taken from the unrounded
    /// means and rounded once, so it may differ by 0,01 from that of the figures shown.
    /// </summary>
    public string Why(int i)
    {
        var (standing, input) = (standings[i], standings[i].Input);
        if (!standing.HasSheets) return $"Không xếp hạng: không có phiếu hợp lệ nào trong {input.Assigned} phiếu được phân công.";
        var mean = $"trung bình {Mean(standing.Mean)} từ {input.Sheets.Count}/{input.Assigned} phiếu hợp lệ{Aside(standing)}";
        var (first, last) = (i, i);
        while (first > 0 && ranks[first - 1] == ranks[i]) first--;
        while (last + 1 < ranks.Length && ranks[last + 1] == ranks[i]) last++;
        if (last > first) return $"Đồng hạng {ranks[i]}: {mean}, bằng {last - first} hồ sơ khác ở mọi bước xét nên {Ballot(i)}.";
        return $"Hạng {ranks[i]}: {string.Join(", ", new[] { mean, Above(i), Below(i) }.Where(part => part.Length > 0))}.";
    }

    private static string Aside(Standing standing)
    {
        if (standing is { Entered: 0, Trimmed: false }) return "";
        var said = new[] { standing.Entered > 0 ? $"{standing.Entered} nhập thay" : "", standing.Trimmed ? "bỏ một phiếu cao nhất, một phiếu thấp nhất" : "" };
        return $" ({string.Join("; ", said.Where(part => part.Length > 0))})";
    }

    private string Above(int i)
    {
        if (i == 0) return "";
        var above = standings[i - 1].Mean - standings[i].Mean;
        return above == 0 ? $"cùng điểm hạng {ranks[i - 1]} và xếp sau theo {Parted(i - 1, i)}" : $"dưới hạng {ranks[i - 1]} là {Points(above)}";
    }

    private string Below(int i)
    {
        if (IsLevel(i, i + 1)) return $"cùng điểm hạng {ranks[i + 1]} và xếp trước theo {Parted(i, i + 1)}";
        return i == 0 && standings.Count > 1 && standings[1].HasSheets ? $"trên hạng {ranks[1]} là {Points(standings[0].Mean - standings[1].Mean)}" : "";
    }

    /// <summary>True for two dossiers with sheets and the same mean.</summary>
    private bool IsLevel(int i, int k) =>
        k >= 0 && k < standings.Count && standings[i].HasSheets && standings[k].HasSheets && standings[i].Mean == standings[k].Mean;

    /// <summary>The step that parts two neighbours, with the figures of both: the better one's first.</summary>
    private string Parted(int better, int worse)
    {
        var at = standings[better].LevelWith(standings[worse]);
        var (step, more, less) = (steps[at - 2], standings[better].Keys[at], standings[worse].Keys[at]);
        if (step.IsCriterion)
            return Mean(more) == Mean(less) ? $"{step.Name(rubric)}, hơn nhau chưa đến 0,01 điểm" : $"{step.Name(rubric)}, {Mean(more)} trên {Mean(less)}";
        return $"{step.Name(rubric)}, {Show(more)} trên {(less >= 0 ? Show(less) : step.IsVotes ? "hồ sơ chưa biểu quyết" : "hồ sơ không được bỏ phiếu")}";
    }

    private string Ballot(int i) => standings[i].Input.BallotVotes is null ? "chỉ bỏ phiếu kín mới phân được" : "chỉ bỏ phiếu kín lại mới phân được";

    private static string Points(decimal difference) => Ranker.Round(difference) == 0 ? "chưa đến 0,01 điểm" : $"{Show(difference)} điểm";
}
