using System.Globalization;
using Initiatives.Domain.Text;

namespace Initiatives.Domain.Assigning;

/// <summary>A member as a file may name him.</summary>
public sealed record FileJudge(int PersonId, string Name, string Email);

/// <summary>
/// Reads who judges what from rows of a file: columns so_ho_so, and email or nguoi_cham; phan_bien where there are reviews.
/// What the file says of a dossier is the whole of it; dossiers that it does not name stay as they are.
/// </summary>
public static class AssignmentFile
{
    public const string Number = "so_ho_so";
    public const string Email = "email";
    public const string Name = "nguoi_cham";
    public const string Review = "phan_bien";

    /// <summary>Problems told at once; the rest is counted.</summary>
    private const int MostProblems = 20;

    /// <summary>The pairs of the dossiers that the file names.</summary>
    /// <param name="rows">The first one holds the names of the columns.</param>
    /// <param name="dossiers">Register number to dossier: those that may be given to judges.</param>
    /// <param name="present">Where the file has no column of reviews, reviewers stay.</param>
    /// <param name="field">The input that a refusal belongs to.</param>
    public static Result<IReadOnlyList<PlanPair>> Read(IReadOnlyList<string[]> rows, IReadOnlyDictionary<int, int> dossiers, IReadOnlyList<FileJudge> judges, IReadOnlyList<PlanPair> present, string field)
    {
        if (rows.Count < 2) return Result.Fail(field, "Tệp không có dòng phân công nào.");
        var columns = rows[0].Select((cell, index) => (Name: cell.Trim().TrimStart('\uFEFF').ToLowerInvariant(), index)).DistinctBy(item => item.Name).ToDictionary(item => item.Name, item => item.index);
        if (!columns.ContainsKey(Number)) return Result.Fail(field, $"Tệp thiếu cột {Number}. Tải tệp phân công hiện tại về làm mẫu.");
        if (!columns.ContainsKey(Email) && !columns.ContainsKey(Name)) return Result.Fail(field, $"Tệp cần cột {Email} hoặc {Name}. Tải tệp phân công hiện tại về làm mẫu.");
        var reviewing = present.Where(pair => pair.IsReviewer).Select(pair => (pair.InitiativeId, pair.PersonId)).ToHashSet();
        var problems = new List<string>();
        var pairs = new Dictionary<(int, int), PlanPair>();
        for (var i = 1; i < rows.Count; i++)
        {
            var cells = rows[i];
            if (Array.TrueForAll(cells, string.IsNullOrWhiteSpace)) continue;
            var dossier = DossierOf(Cell(cells, columns, Number), dossiers);
            var (judge, wrong) = JudgeOf(Cell(cells, columns, Email), Cell(cells, columns, Name), judges);
            if (dossier is null) problems.Add($"Dòng {i + 1}: không có hồ sơ số “{Cell(cells, columns, Number)}” trong danh sách được chấm.");
            if (judge is null) problems.Add($"Dòng {i + 1}: {wrong}");
            if (dossier is not { } id || judge is null) continue;
            if (!pairs.TryAdd((id, judge.PersonId), new PlanPair(id, judge.PersonId, columns.ContainsKey(Review) ? IsYes(Cell(cells, columns, Review)) : reviewing.Contains((id, judge.PersonId))))) problems.Add($"Dòng {i + 1}: {judge.Name} đã được ghi cho hồ sơ này ở dòng trên.");
        }

        if (problems.Count > MostProblems) problems = [.. problems.Take(MostProblems), $"Còn {problems.Count - MostProblems} dòng sai khác."];
        return problems.Count > 0 ? Result.Fail(problems.Select(problem => new Problem(field, problem))) : Result.Of<IReadOnlyList<PlanPair>>([.. pairs.Values]);
    }

    private static string Cell(string[] cells, Dictionary<string, int> columns, string name) => columns.TryGetValue(name, out var at) && at < cells.Length ? cells[at].Trim() : "";

    private static int? DossierOf(string text, IReadOnlyDictionary<int, int> dossiers) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && dossiers.TryGetValue(number, out var id) ? id : null;

    private static (FileJudge? Judge, string Wrong) JudgeOf(string email, string name, IReadOnlyList<FileJudge> judges)
    {
        if (email.Length > 0)
        {
            var known = judges.FirstOrDefault(judge => string.Equals(judge.Email, email, StringComparison.OrdinalIgnoreCase));
            return (known, $"không có thành viên Hội đồng nào dùng thư “{email}”.");
        }

        var named = judges.Where(judge => VietnameseName.AreSame(judge.Name, name)).ToList();
        return named.Count switch
        {
            1 => (named[0], ""),
            0 => (null, name.Length == 0 ? "chưa ghi người chấm." : $"không có thành viên Hội đồng nào tên “{name}”."),
            _ => (null, $"có {named.Count} thành viên tên “{name}”, ghi cột {Email}."),
        };
    }

    private static bool IsYes(string text) => VietnameseText.Fold(text) is "x" or "co" or "1" or "phan bien" or "true";
}
