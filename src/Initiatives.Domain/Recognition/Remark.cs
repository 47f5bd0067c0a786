using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;
using Initiatives.Domain.Text;
using Initiatives.Domain.Time;

namespace Initiatives.Domain.Recognition;

/// <summary>What somebody writes on a posted list.</summary>
/// <param name="Number">Line of the list; null: the list as a whole.</param>
/// <param name="Contact">E-mail or telephone.</param>
/// <param name="UnitName">Where he works or whom he speaks for; may be empty.</param>
public sealed record RemarkContent(int? Number, string Name, string Contact, string UnitName, string Text);

/// <summary>A remark on a posted list (góp ý). It is not public; who holds its code reads the answer.</summary>
public sealed class Remark
{
    public const int LongestText = 5000;

    private Remark()
    {
    }

    public int Id { get; private set; }
    public int CycleId { get; private set; }
    public int PostingId { get; private set; }

    /// <summary>Key of the form: the same form posted twice is one remark.</summary>
    public Guid FormKey { get; private set; }

    /// <summary>Line of the posted list; null: the list as a whole.</summary>
    public int? Number { get; private set; }
    public int? InitiativeId { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>For the Department alone.</summary>
    public string Contact { get; private set; } = "";
    public string UnitName { get; private set; } = "";
    public string Text { get; private set; } = "";

    /// <summary>The code on its receipt; drawn as <see cref="ReceiptCode"/> is.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Who wrote it, where he had signed in.</summary>
    public int? PersonId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime ReceivedAt { get; private set; }

    /// <summary>How it was taken into account; empty while it waits.</summary>
    public string Answer { get; private set; } = "";
    public int? AnsweredById { get; private set; }
    public string AnsweredByName { get; private set; } = "";
    public DateTime? AnsweredAt { get; private set; }
    public int Version { get; private set; }

    public bool IsHandled => AnsweredAt is not null;

    /// <param name="posting">The last one: on a former list nobody remarks any more.</param>
    /// <param name="code">Drawn by the caller.</param>
    public static Result<Remark> Leave(Posting posting, Guid formKey, RemarkContent content, string code, Actor actor, DateTime now)
    {
        if (now >= posting.ClosesAt) return Result.Fail("", $"Đã hết thời gian góp ý (đến {VietnamTime.Deadline(posting.ClosesAt)}).");
        var problems = new List<Problem>();
        var (name, contact, text) = (VietnameseName.Normalize(content.Name), VietnameseText.Normalize(content.Contact), VietnameseText.Normalize(content.Text));
        var item = posting.Items.FirstOrDefault(item => item.Number == content.Number);
        if (content.Number is not null && item is null) problems.Add(new(nameof(Number), "Chọn một sáng kiến trong danh sách, hoặc góp ý chung."));
        if (name.Length < 2) problems.Add(new(nameof(Name), "Ghi họ và tên của bạn."));
        if (!IsContact(contact)) problems.Add(new(nameof(Contact), "Ghi một địa chỉ thư điện tử hoặc số điện thoại, ví dụ 0912 345 678."));
        if (text.Length < 10) problems.Add(new(nameof(Text), "Ghi nội dung góp ý, ít nhất vài từ."));
        else if (text.Length > LongestText) problems.Add(new(nameof(Text), "Góp ý dài tối đa 5.000 ký tự."));
        if (problems.Count > 0) return Result.Fail(problems);
        return new Remark
        {
            CycleId = posting.CycleId,
            PostingId = posting.Id,
            FormKey = formKey,
            Number = item?.Number,
            InitiativeId = item?.InitiativeId,
            Name = name,
            Contact = contact,
            UnitName = VietnameseText.Normalize(content.UnitName),
            Text = text,
            Code = code,
            PersonId = actor.IsSignedIn ? actor.PersonId : null,
            ReceivedAt = now,
        };
    }

    /// <summary>The Department says how it took the remark into account; may be put in better words until the decision is out.</summary>
    public Result Handle(string answer, int version, Actor actor, DateTime now)
    {
        if (version != Version) return Result.Fail("", "Có người vừa trả lời góp ý này. Đọc lại rồi lưu lần nữa.");
        var said = VietnameseText.Normalize(answer);
        if (said.Length < 5) return Result.Fail(nameof(Answer), "Ghi góp ý được xem xét thế nào.");
        (Answer, AnsweredById, AnsweredByName, AnsweredAt) = (said, actor.PersonId, actor.Name, now);
        Version++;
        return Result.Success;
    }

    /// <summary>An e-mail address, or 9 to 12 digits with the marks that people put between them.</summary>
    private static bool IsContact(string contact)
    {
        if (contact.Contains('@', StringComparison.Ordinal)) return contact.Length <= EmailText.Longest && EmailText.IsGood(contact);
        return contact.All(letter => char.IsAsciiDigit(letter) || letter is ' ' or '.' or '-' or '(' or ')' or '+') && contact.Count(char.IsAsciiDigit) is >= 9 and <= 12;
    }
}
