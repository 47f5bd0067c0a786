namespace Initiatives.Domain.Recognition;

/// <summary>What must hold for the register of remonstrances at any instant; see <see cref="Submissions.DossierFaults"/>.</summary>
public static class RemonstranceFaults
{
    /// <summary>Numbers of a year run from 1 without a gap; an answered one names its letter.</summary>
    /// <param name="letters">Codes of the letters that answer remonstrances, by remonstrance.</param>
    public static IEnumerable<string> Of(IReadOnlyList<Remonstrance> all, IReadOnlyDictionary<int, string> letters)
    {
        foreach (var year in all.GroupBy(item => item.Year).OrderBy(group => group.Key))
        {
            var numbers = year.Select(item => item.Number).Order().ToList();
            if (!numbers.SequenceEqual(Enumerable.Range(1, numbers.Count))) yield return $"Sổ kiến nghị năm {year.Key}: số không liền từ 1.";
        }

        foreach (var item in all.Where(item => item.IsAnswered))
        {
            if (letters.GetValueOrDefault(item.Id) != item.AnswerNumber || item.AnswerDate is null || item.Outcome is null) yield return $"Kiến nghị {item.Code}: đã trả lời mà thiếu ngày, kết quả hoặc công văn mang số đã ghi.";
        }
    }
}
