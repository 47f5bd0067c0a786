using Initiatives.Domain.People;
using Initiatives.Domain.Text;

namespace Initiatives.Domain.Councils;

/// <summary>Who acts for a conflicted secretary, or reads for a conflicted lead, on one dossier and on no other.</summary>
public sealed class StandIn
{
    private StandIn()
    {
    }

    public int Id { get; private set; }
    public int CycleId { get; private set; }
    public int InitiativeId { get; private set; }

    /// <summary>The one who must not come near.</summary>
    public int ForPersonId { get; private set; }

    /// <summary>The one who acts in his place.</summary>
    public int PersonId { get; private set; }
    public string Reason { get; private set; } = "";
    public int NamedById { get; private set; }
    public DateTime NamedAt { get; private set; }

    /// <summary>When somebody else was named instead, UTC; null: he acts. The row stays.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <param name="barred">People in conflict with the dossier.</param>
    public static Result<StandIn> Name(int cycleId, int initiativeId, int forPersonId, int? personId, IReadOnlyCollection<int> barred, string? reason, Actor actor, DateTime now)
    {
        if (personId is not { } chosen) return Result.Fail(nameof(PersonId), "Chọn người thay.");
        if (!barred.Contains(forPersonId)) return Result.Fail(nameof(ForPersonId), "Người này không có xung đột lợi ích với hồ sơ, không cần người thay.");
        if (chosen == forPersonId) return Result.Fail(nameof(PersonId), "Chọn một người khác.");
        if (barred.Contains(chosen)) return Result.Fail(nameof(PersonId), "Người này cũng có xung đột lợi ích với hồ sơ.");
        if (barred.Contains(actor.PersonId)) return Result.Fail("", "Bạn có xung đột lợi ích với hồ sơ này nên không cử người thay.");
        return new StandIn { CycleId = cycleId, InitiativeId = initiativeId, ForPersonId = forPersonId, PersonId = chosen, Reason = VietnameseText.Normalize(reason), NamedById = actor.PersonId, NamedAt = now };
    }

    /// <summary>Who may stand in: a member of the council, or a lead of the Department. Nobody else comes to read sheets by it.</summary>
    public static bool MayAct(Council? council, Person person) =>
        person.Roles.HasFlag(Role.DepartmentLead) || council?.Members.Any(member => member.PersonId == person.Id) == true;

    /// <summary>For whom somebody stands in: the council's secretary and the leads of the Department. A judge in conflict is missed by nobody.</summary>
    public static bool IsNeededFor(Council? council, Person person) =>
        person.Roles.HasFlag(Role.DepartmentLead) || council?.Members.Any(member => member.PersonId == person.Id && member.Post == CouncilPost.Secretary) == true;

    public void End(DateTime now) => EndedAt ??= now;
}
