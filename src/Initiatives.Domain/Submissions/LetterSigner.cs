using Initiatives.Domain.People;
using Initiatives.Domain.Text;

namespace Initiatives.Domain.Submissions;

/// <summary>
/// Who signs a unit's letter: one of its heads, whose name, post and capacity come together, or a name that is typed, for
/// a unit whose head has no account. The head never signs for himself (NĐ 30/2020, Phụ lục I, mục II.7).
/// </summary>
public sealed record LetterSigner(string Name, string Post, SigningCapacity Capacity)
{
    /// <param name="heads">Head and deputies of the unit.</param>
    /// <param name="chosenId">One of them; null: somebody else, or nobody yet.</param>
    /// <param name="name">Of somebody else; a head's name typed here is that head.</param>
    /// <param name="post">As it stands on the letter; empty: the chosen person's.</param>
    /// <param name="capacity">Null: that of the person chosen.</param>
    public static Result<LetterSigner> Of(IReadOnlyList<Person> heads, int? chosenId, string name, string post, SigningCapacity? capacity)
    {
        var (typed, office) = (VietnameseName.Normalize(name), VietnameseText.Normalize(post));
        if (capacity is { } said && !Enum.IsDefined(said)) return Result.Fail(nameof(Capacity), "Chọn tư cách người ký trong danh sách.");
        if (chosenId is null)
        {
            var named = heads.Where(head => IsName(head, typed)).OrderBy(head => head.Capacity == capacity ? 0 : 1).FirstOrDefault();
            if (named is not null) return As(named, office, capacity);
            if (typed.Length > 0 && capacity is null) return Result.Fail(nameof(Capacity), $"Chọn tư cách ký của {typed}.");
            return new LetterSigner(typed, office, capacity ?? SigningCapacity.Head);
        }

        if (heads.FirstOrDefault(head => head.Id == chosenId) is not { } chosen) return Result.Fail("SignerId", "Chọn người ký trong danh sách.");
        if (typed.Length > 0 && !IsName(chosen, typed)) return Result.Fail("SignerName", $"Người ký đã chọn là {chosen.Name}. Để trống ô này, hoặc chọn “Người khác”.");
        return As(chosen, office, capacity);
    }

    private static Result<LetterSigner> As(Person head, string post, SigningCapacity? capacity)
    {
        if (capacity is not null && capacity != head.Capacity)
        {
            return Result.Fail(nameof(Capacity), head.Capacity == SigningCapacity.Head
                ? $"{head.Name} là thủ trưởng, không ký thay (KT.) chính mình. Chọn cấp phó ở ô người ký."
                : $"{head.Name} là cấp phó, ký thay thủ trưởng (KT.).");
        }

        return new LetterSigner(head.Name, post.Length > 0 ? post : head.Post, head.Capacity);
    }

    private static bool IsName(Person person, string name) => string.Equals(person.Name, name, StringComparison.OrdinalIgnoreCase);
}
