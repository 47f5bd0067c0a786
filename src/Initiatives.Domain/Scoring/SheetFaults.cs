using Initiatives.Domain.Cycles;
using Initiatives.Domain.Text;

namespace Initiatives.Domain.Scoring;

/// <summary>What must hold for every sheet at any instant; see <see cref="Submissions.DossierFaults"/>.</summary>
public static class SheetFaults
{
    /// <summary>Every point belongs to the rubric, lies in 0 … maximum and on the step; a valid sheet has them all.</summary>
    public static IEnumerable<string> OfPoints(ScoreSheet sheet, RubricContent rubric)
    {
        var parts = rubric.SubCriteria.ToDictionary(part => part.Code);
        foreach (var score in sheet.Points)
        {
            if (!parts.TryGetValue(score.Code, out var part)) yield return $"Phiếu {sheet.Id}: mục {score.Code} không có trong bộ tiêu chí.";
            else if (score.Points < 0 || score.Points > part.Max) yield return $"Phiếu {sheet.Id}: mục {score.Code} được {VietnameseNumber.Format(score.Points)} điểm, ngoài khoảng 0–{VietnameseNumber.Format(part.Max)}.";
            else if (score.Points % rubric.Step != 0) yield return $"Phiếu {sheet.Id}: mục {score.Code} được {VietnameseNumber.Format(score.Points)} điểm, không theo bước {VietnameseNumber.Format(rubric.Step)}.";
        }

        if (sheet.IsValid && parts.Keys.Except(sheet.Points.Select(score => score.Code)).Any()) yield return $"Phiếu {sheet.Id}: đã nộp mà còn mục chưa chấm.";
    }

    /// <summary>The stored totals are the sums of what they stand for.</summary>
    public static IEnumerable<string> OfTotals(ScoreSheet sheet, RubricContent rubric)
    {
        foreach (var score in sheet.Criteria)
        {
            var codes = rubric.Criteria.FirstOrDefault(criterion => criterion.Code == score.Code)?.SubCriteria.Select(part => part.Code).ToHashSet();
            var sum = sheet.Points.Where(item => codes?.Contains(item.Code) == true).Sum(item => item.Points);
            if (sum != score.Total) yield return $"Phiếu {sheet.Id}: tiêu chí {score.Code} ghi {VietnameseNumber.Format(score.Total)} điểm, cộng lại là {VietnameseNumber.Format(sum)}.";
        }

        var total = sheet.Points.Sum(item => item.Points);
        if (total != sheet.Total) yield return $"Phiếu {sheet.Id}: tổng ghi {VietnameseNumber.Format(sheet.Total)} điểm, cộng lại là {VietnameseNumber.Format(total)}.";
    }

    /// <summary>What was entered for a judge was compared by somebody else, neither was the judge, and the paper is there; what is reopened is locked.</summary>
    public static IEnumerable<string> OfPaper(ScoreSheet sheet)
    {
        if (sheet.IsEntered && (sheet.VerifiedById is null || sheet.VerifiedById == sheet.EnteredById)) yield return $"Phiếu {sheet.Id}: nhập thay mà không có người thứ hai đối chiếu.";
        if (sheet.IsEntered && (sheet.EnteredById == sheet.PersonId || sheet.VerifiedById == sheet.PersonId)) yield return $"Phiếu {sheet.Id}: người chấm tự nhập hoặc tự đối chiếu phiếu giấy của mình.";
        if (sheet.IsEntered != sheet.PaperSha256.Length > 0) yield return $"Phiếu {sheet.Id}: nhập thay và bản quét không khớp.";
        if (sheet.IsReopened && sheet.Status != SheetStatus.Locked) yield return $"Phiếu {sheet.Id}: được mở lại mà chưa khóa.";
    }
}
