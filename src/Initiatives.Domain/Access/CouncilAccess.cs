using System.Linq.Expressions;
using Initiatives.Domain.Councils;
using Initiatives.Domain.People;

namespace Initiatives.Domain.Access;

/// <summary>What one is to a council.</summary>
public static class CouncilAccess
{
    /// <summary>Councils whose secretary (ủy viên thư ký) the actor is: the role and his seat in the council's decision, never one without the other.</summary>
    public static Expression<Func<Council, bool>> Kept(Actor actor)
    {
        var (person, secretary) = (actor.PersonId, actor.Is(Role.CouncilSecretary));
        return council => secretary && council.Members.Any(member => member.PersonId == person && member.Post == CouncilPost.Secretary);
    }
}
