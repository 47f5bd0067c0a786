using Initiatives.Domain.Text;

namespace Initiatives.Domain.Ranking;

/// <summary>How another ranking differs from the official one, in a sentence.</summary>
internal static class ChangeText
{
    /// <param name="ranks">What is said of ranks; empty where none differs.</param>
    public static string Sentence(
        IReadOnlyList<int> entered, IReadOnlyList<int> left, string ranks, IReadOnlyList<int> nowPass, IReadOnlyList<int> nowFail, Func<int, string> nameOf)
    {
        string Names(IReadOnlyList<int> ids) => string.Join(", ", ids.Select(nameOf));
        string[] parts =
        [
            entered.Count == 0 ? "" : $"thêm vào các vị trí đầu: {Names(entered)}",
            left.Count == 0 ? "" : $"ra khỏi các vị trí đầu: {Names(left)}",
            ranks.Length > 0 && entered.Count + left.Count == 0 ? "các vị trí đầu vẫn là những hồ sơ ấy" : "",
            ranks,
            nowPass.Count == 0 ? "" : $"{VietnameseNumber.Format(nowPass.Count)} hồ sơ thành đạt điểm",
            nowFail.Count == 0 ? "" : $"{VietnameseNumber.Format(nowFail.Count)} hồ sơ thành không đạt điểm",
        ];
        var sentence = string.Join("; ", parts.Where(part => part.Length > 0));
        return sentence.Length == 0 ? "Không thay đổi gì so với kết quả chính thức." : $"{char.ToUpperInvariant(sentence[0])}{sentence[1..]}.";
    }
}
