using Initiatives.Domain.People;
using Initiatives.Domain.Text;

namespace Initiatives.Domain.Submissions;

/// <summary>What an appraiser has written of a proposal that he has not made yet; it waits while the unit supplements.</summary>
public sealed class AppraisalDraft
{
    private AppraisalDraft()
    {
    }

    public int Id { get; private set; }
    public int InitiativeId { get; private set; }
    public bool? IsFirst { get; private set; }
    public string FirstReason { get; private set; } = "";
    public bool? IsEffective { get; private set; }
    public string EffectReason { get; private set; } = "";
    public int PersonId { get; private set; }
    public string PersonName { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime SavedAt { get; private set; }
    public int Version { get; private set; }

    public static AppraisalDraft For(Initiative initiative) => new() { InitiativeId = initiative.Id };

    /// <summary>Keeps what is typed, finished or not. Refused once something was proposed: then the proposal itself is revised.</summary>
    public Result Keep(Initiative initiative, bool? isFirst, string firstReason, bool? isEffective, string effectReason, Actor actor, DateTime now)
    {
        if (initiative.Status is not (InitiativeStatus.Submitted or InitiativeStatus.Supplementing)) return Result.Fail("", "Hồ sơ đã có đề xuất hoặc đã kết thúc, không lưu nháp được.");
        if (initiative.IsWrittenBy(actor)) return Result.Fail("", "Bạn là tác giả của hồ sơ này nên không thẩm định được.");
        (IsFirst, FirstReason, IsEffective, EffectReason) = (isFirst, VietnameseText.Normalize(firstReason), isEffective, VietnameseText.Normalize(effectReason));
        (PersonId, PersonName, SavedAt) = (actor.PersonId, actor.Name, now);
        Version++;
        return Result.Success;
    }
}
