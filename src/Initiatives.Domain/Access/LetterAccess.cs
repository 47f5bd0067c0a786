using System.Linq.Expressions;
using Initiatives.Domain.People;
using Initiatives.Domain.Submissions;

namespace Initiatives.Domain.Access;

/// <summary>Which letters of units a person may open.</summary>
public static class LetterAccess
{
    /// <summary>Officers and heads those of their unit; the Department what was sent to it.</summary>
    public static Expression<Func<UnitLetter, bool>> Visible(Actor actor)
    {
        var (unit, ours, department) = (actor.UnitId, actor.Is(Role.UnitOfficer | Role.UnitHead), actor.Is(Role.IntakeOfficer | Role.Appraiser | Role.DepartmentLead));
        return letter => (ours && letter.UnitId == unit) || (department && letter.Status == UnitLetterStatus.Sent);
    }
}
