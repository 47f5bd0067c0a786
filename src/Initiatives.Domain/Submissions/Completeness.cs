using Initiatives.Domain.Text;

namespace Initiatives.Domain.Submissions;

/// <summary>One section of the form: complete, or what is missing.</summary>
/// <param name="Anchor">Id of the section on the page.</param>
public sealed record SectionCheck(int Number, string Anchor, string Title, IReadOnlyList<Problem> Problems)
{
    public bool IsComplete => Problems.Count == 0;
}

/// <summary>What a dossier must hold before it is sent (đơn: TT 18/2013, Phụ lục I; báo cáo mô tả).</summary>
public static class Completeness
{
    public static IReadOnlyList<SectionCheck> Of(DraftContent content) =>
    [
        Section(1, "thong-tin", "Thông tin chung", General(content)),
        Section(2, "tac-gia", "Tác giả và tỷ lệ", Authors(content)),
        Section(3, "truoc-day", "Tình trạng trước đây", AtLeast(nameof(content.PriorSituation), content.PriorSituation, 20, "Mô tả tình trạng trước đây ít nhất 20 từ.")),
        Section(4, "giai-phap", "Nội dung giải pháp", AtLeast(nameof(content.Solution), content.Solution.PlainText(), 40, "Mô tả giải pháp và các bước thực hiện ít nhất 40 từ.")),
        Section(5, "diem-moi", "Điểm mới", AtLeast(nameof(content.Novelty), content.Novelty, 20, "Nêu điểm mới so với cách làm cũ ít nhất 20 từ.")),
        Section(6, "hieu-qua", "Hiệu quả", Effects(content)),
        Section(7, "nhan-rong", "Nhân rộng", Replication(content)),
        Section(8, "bao-mat", "Bảo mật", []),
    ];

    private static SectionCheck Section(int number, string anchor, string title, IEnumerable<Problem> problems) =>
        new(number, anchor, title, [.. problems]);

    private static IEnumerable<Problem> General(DraftContent content)
    {
        if (content.Title.Length < 10) yield return new(nameof(content.Title), "Tên sáng kiến cần ít nhất 10 ký tự.");
        if (content.SolutionType is null) yield return new(nameof(content.SolutionType), "Chọn loại giải pháp.");
        if (content.FieldCode is null) yield return new(nameof(content.FieldCode), "Chọn lĩnh vực.");
        if (content.FirstAppliedOn is null) yield return new(nameof(content.FirstAppliedOn), "Ghi ngày áp dụng hoặc áp dụng thử lần đầu.");
        if (VietnameseText.CountWords(content.Summary) < 10) yield return new(nameof(content.Summary), "Tóm tắt sáng kiến trong một, hai câu (ít nhất 10 từ).");
    }

    private static IEnumerable<Problem> Authors(DraftContent content)
    {
        if (content.Authors.Count == 0)
        {
            yield return new(nameof(content.Authors), "Thêm ít nhất một tác giả.");
            yield break;
        }

        for (var i = 0; i < content.Authors.Count; i++)
        {
            var author = content.Authors[i];
            var at = $"{nameof(content.Authors)}[{i}].";
            var who = author.Name.Length > 0 ? author.Name : $"tác giả thứ {i + 1}";
            if (author.Name.Length == 0) yield return new(at + nameof(author.Name), $"Ghi họ và tên của {who}.");
            if (author.BirthDate is null) yield return new(at + nameof(author.BirthDate), $"Ghi ngày sinh của {who}.");
            if (author.Workplace.Length == 0) yield return new(at + nameof(author.Workplace), $"Ghi nơi công tác của {who}.");
            if (author.Post.Length == 0) yield return new(at + nameof(author.Post), $"Ghi chức danh của {who}.");
            if (author.Qualification.Length == 0) yield return new(at + nameof(author.Qualification), $"Ghi trình độ chuyên môn của {who}.");
            if (author.Share is null or 0) yield return new(at + nameof(author.Share), $"Ghi tỷ lệ đóng góp của {who}.");
        }

        if (content.ShareTotal != 100) yield return new(nameof(content.Authors), ShareSentence(content.ShareTotal));
        for (var i = 0; i < content.Participants.Count; i++)
            if (content.Participants[i].Name.Length == 0) yield return new($"{nameof(content.Participants)}[{i}].{nameof(ParticipantContent.Name)}", $"Ghi họ và tên của người tham gia thứ {i + 1}.");
    }

    /// <summary>"Tổng 90%, còn thiếu 10%. …": what the form says when shares are not exactly 100.</summary>
    public static string ShareSentence(decimal total) => ShareSum(total) + " Tổng phải đúng 100% trước khi trình.";

    /// <summary>"Tổng tỷ lệ 90%, còn thiếu 10%."</summary>
    public static string ShareSum(decimal total) =>
        $"Tổng tỷ lệ {VietnameseNumber.Format(total)}%, {(total < 100 ? $"còn thiếu {VietnameseNumber.Format(100 - total)}%" : $"thừa {VietnameseNumber.Format(total - 100)}%")}.";

    private static IEnumerable<Problem> Effects(DraftContent content)
    {
        if (content.Effects.Count == 0) yield return new(nameof(content.Effects), "Thêm ít nhất một chỉ tiêu hiệu quả.");
        for (var i = 0; i < content.Effects.Count; i++)
        {
            var effect = content.Effects[i];
            var at = $"{nameof(content.Effects)}[{i}].";
            if (effect.Measure.Length == 0) yield return new(at + nameof(effect.Measure), $"Ghi tên chỉ tiêu thứ {i + 1}.");
            if (effect.After.Length == 0) yield return new(at + nameof(effect.After), $"Ghi kết quả sau khi áp dụng của {(effect.Measure.Length > 0 ? $"“{effect.Measure}”" : $"chỉ tiêu thứ {i + 1}")}.");
            if (effect.HowMeasured.Length == 0) yield return new(at + nameof(effect.HowMeasured), "Ghi cách đo hoặc nguồn số liệu, ví dụ “thống kê phần mềm một cửa, tháng 3–8”.");
        }
    }

    private static IEnumerable<Problem> Replication(DraftContent content)
    {
        if (content.Scope.Length == 0) yield return new(nameof(content.Scope), "Ghi phạm vi đã áp dụng hoặc có thể áp dụng.");
        if (content.ReplicationConditions.Length == 0) yield return new(nameof(content.ReplicationConditions), "Ghi điều kiện cần thiết để nhân rộng.");
    }

    private static IEnumerable<Problem> AtLeast(string field, string text, int words, string message)
    {
        if (VietnameseText.CountWords(text) < words) yield return new(field, message);
    }
}
