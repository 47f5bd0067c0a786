namespace Initiatives.Domain.Submissions;

/// <summary>What must hold for what the Department has issued at any instant; see <see cref="DossierFaults"/>.</summary>
public static class NoticeFaults
{
    /// <summary>Letters of a year run from 1 without a gap; a dossier has one letter on its result, a remonstrance one answer.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<DepartmentNotice> all)
    {
        var letters = all.Where(item => item.Series == DepartmentNotice.Letters).ToList();
        foreach (var year in letters.GroupBy(item => item.Year).OrderBy(group => group.Key))
        {
            var numbers = year.Select(item => item.Number).Order().ToList();
            if (!numbers.SequenceEqual(Enumerable.Range(1, numbers.Count))) yield return $"Sổ công văn sáng kiến năm {year.Key}: số không liền từ 1.";
        }

        foreach (var twice in letters.Where(item => item.Kind == DepartmentNoticeKind.NotRecognised).GroupBy(item => item.Items[0].InitiativeId).Where(group => group.Count() > 1))
            yield return $"Hồ sơ {twice.Key}: có {twice.Count()} công văn thông báo kết quả.";
        foreach (var twice in letters.Where(item => item.RemonstranceId is not null).GroupBy(item => item.RemonstranceId).Where(group => group.Count() > 1))
            yield return $"Kiến nghị {twice.Key}: có {twice.Count()} công văn trả lời.";
    }
}
