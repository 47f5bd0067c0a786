using System.Linq.Expressions;
using Initiatives.Domain.Cycles;
using Initiatives.Domain.People;

namespace Initiatives.Domain.Access;

/// <summary>Which cycles a person may open.</summary>
public static class CycleAccess
{
    /// <summary>Launched cycles are everybody's; one that is being prepared is seen only by those who prepare it.</summary>
    public static Expression<Func<Cycle, bool>> Visible(Actor actor)
    {
        var manages = actor.Has(Permission.ManageCycle);
        return cycle => manages || cycle.LaunchedAt != null;
    }
}
